//! Rule 6, recodes: two bandings of one thing (ages by five and by ten years with other limits, or an
//! answer that is part of another) must not leave fewer than t between them. Two one-way tables fix a
//! cell of their cross-table if no other way through the cells that can be filled goes round it: the
//! cell is a *bridge* of the graph of answers whose edges are the combinations that occur. A reader
//! who knows which combinations can occur finds its count by subtraction (the zeros of a table as in
//! Fienberg, 1999, "Fréchet and Bonferroni bounds for multi-way tables").
//!
//! Which combinations occur is taken from the answers, so this finds relations that nobody declared;
//! it may also stop a relation that holds by chance. The rule compares questions that any
//! release tells of, this one or an earlier one, and answers with a figure that was public before. It
//! also looks for answers that two other questions together make up, or nearly (`triples`).

mod cuts;
mod triples;

use survey::{Bitmap, Kind, QuestionIx};

use super::cells;
use super::known_counts;
use crate::rule::{Case, Outcome, Rule, Stage};

pub(super) const RULE: Rule = Rule {
    name: "recodes",
    number: 6,
    demands: "No two questions overlap so closely that fewer than the threshold lie between their answers.",
    exact: "For pairs of questions, given which combinations occur: exact for up to 8 answers, beyond that for single answers, pairs and runs of them; of three, for an answer that two others lie in or make up; more together are not looked at.",
    stage: Stage::Release,
    counts_only: false,
    of_changes: false,
    check,
};

/// What divides the respondents of a release: a question with one answer, or one option of several,
/// ticked or not; and those who are not counted for the question.
struct Division {
    question: QuestionIx,
    parts: Vec<(String, Bitmap)>,
}

fn check(case: &Case<'_>) -> Outcome {
    let divisions = divisions(case);
    let mut outcome = Outcome::default();
    for (position, one) in divisions.iter().enumerate() {
        for other in &divisions[..position] {
            compare(case, one, other, &mut outcome);
        }
    }
    triples::check(case, &divisions, &mut outcome);
    outcome
}

fn divisions(case: &Case<'_>) -> Vec<Division> {
    let (codebook, sample) = (&case.known.codebook, case.sample);
    let known = known_counts::of_questions(case);
    let parts = known_counts::parts(case);
    let is_known = |question: QuestionIx| {
        let is_part = parts.iter().any(|part| part.question == question);
        is_part || known[question.position()].counts.iter().any(Option::is_some)
    };
    let questions: Vec<QuestionIx> =
        codebook.iter().map(|(ix, _)| ix).filter(|ix| is_known(*ix)).collect();
    let mut everybody = sample.population.clone();
    for &question in &questions {
        everybody.or(sample.known_base(question));
    }
    let mut divisions = Vec::new();
    for question in questions {
        let base = sample.known_base(question);
        let cell = |option: usize| {
            let mut cell = sample.options[question.position()][option].clone();
            cell.and(base);
            (cells::cell(codebook, question, option), cell)
        };
        let mut outside = everybody.clone();
        outside.and_not(base);
        let outside = (format!("not counted for {}", cells::id(codebook, question)), outside);
        for part in parts.iter().filter(|part| part.question == question) {
            let mut cell = part.rows.clone();
            cell.and(base);
            let mut rest = base.clone();
            rest.and_not(&cell);
            let name = part.name.clone();
            let parts = vec![(name.clone(), cell), (format!("not {name}"), rest), outside.clone()];
            divisions.push(Division { question, parts });
        }
        let counts = &known[question.position()].counts;
        let is_partition = match codebook.question(question).kind {
            Kind::Single | Kind::Ordered => counts.iter().all(Option::is_some),
            Kind::Multiple => false,
        };
        if is_partition {
            let parts = (0..counts.len()).map(cell).chain([outside]).collect();
            divisions.push(Division { question, parts });
            continue;
        }
        for option in (0..counts.len()).filter(|&option| counts[option].is_some()) {
            let (name, cell) = cell(option);
            let mut rest = base.clone();
            rest.and_not(&cell);
            let parts = vec![(name.clone(), cell), (format!("not {name}"), rest), outside.clone()];
            divisions.push(Division { question, parts });
        }
    }
    divisions
}

fn compare(case: &Case<'_>, one: &Division, other: &Division, outcome: &mut Outcome) {
    let joint: Vec<Vec<u32>> = one
        .parts
        .iter()
        .map(|(_, a)| other.parts.iter().map(|(_, b)| a.count_and(b)).collect())
        .collect();
    let columns = other.parts.len();
    let turned: Vec<Vec<u32>> =
        (0..columns).map(|column| joint.iter().map(|cells| cells[column]).collect()).collect();
    let bridges = outcome.breaches.len();
    for (row, (a, _)) in one.parts.iter().enumerate() {
        for (column, (b, _)) in other.parts.iter().enumerate() {
            let count = joint[row][column];
            // A whole row or column is a published count or base, which other rules guard.
            let is_margin = joint[row].iter().sum::<u32>() == count
                || joint.iter().map(|cells| cells[column]).sum::<u32>() == count;
            if count == 0 || count >= case.plan.threshold || is_margin {
                continue;
            }
            outcome.examined += 1;
            if is_bridge(&joint, row, column) {
                outcome.examine(count);
                let codebook = &case.known.codebook;
                let questions = [one, other].map(|division| division.question);
                let [one, other] = questions.map(|question| cells::id(codebook, question));
                let between = if one == other {
                    "its answers".into()
                } else {
                    format!("“{one}” and “{other}”")
                };
                let what = format!(
                    "{between} overlap so closely that {count} can be found by subtraction"
                );
                outcome.breach(None, format!("{a} and {b}"), what, fix(case, questions));
            }
        }
    }
    // A bridge says the same of a single cell.
    if outcome.breaches.len() == bridges {
        cut(case, [one, other], [&joint, &joint], "", outcome);
        cut(case, [other, one], [&turned, &turned], "", outcome);
    }
    // What lies in wider answers among everybody does so in each group, and is few there sooner.
    let questions = [one.question, other.question];
    let lies_in = cuts::any(&joint) || cuts::any(&turned);
    let turn = |joint: &[Vec<u32>]| -> Vec<Vec<u32>> {
        (0..columns).map(|column| joint.iter().map(|cells| cells[column]).collect()).collect()
    };
    let among = |among: &Bitmap| -> Vec<Vec<u32>> {
        let count = |a: &Bitmap, b: &Bitmap| {
            let mut both = a.clone();
            both.and(b);
            both.count_and(among)
        };
        let row = |a: &Bitmap| other.parts.iter().map(|(_, b)| count(a, b)).collect();
        one.parts.iter().map(|(_, a)| row(a)).collect()
    };
    for (name, group) in if lies_in { groups(case, questions) } else { Vec::new() } {
        let inside = among(&group);
        cut(case, [one, other], [&joint, &inside], &name, outcome);
        cut(case, [other, one], [&turned, &turn(&inside)], &name, outcome);
    }
    // Among those asked a question, combinations may be missing that others gave.
    for (name, base) in asked(case, questions) {
        let inside = among(&base);
        let turned = turn(&inside);
        cut(case, [one, other], [&inside, &inside], &name, outcome);
        cut(case, [other, one], [&turned, &turned], &name, outcome);
    }
}

/// Those asked one of the questions, where they are groups that have tables with the other.
fn asked(case: &Case<'_>, questions: [QuestionIx; 2]) -> Vec<(String, Bitmap)> {
    let [one, other] = questions;
    let of = |(routed, with): (QuestionIx, QuestionIx)| {
        let by =
            case.sample.codebook.questions().get(routed.position())?.asked_if.as_ref()?.question;
        let is_known = case.known.find(with, by).is_some() || case.known.find(by, with).is_some();
        let name = || format!(", of those asked {}", cells::id(&case.known.codebook, routed));
        is_known.then(|| (name(), case.sample.known_base(routed).clone()))
    };
    [(one, other), (other, one)].into_iter().filter_map(of).collect()
}

/// The groups, and the rest in none, of every grouping that has a table with both questions.
fn groups(case: &Case<'_>, questions: [QuestionIx; 2]) -> Vec<(String, Bitmap)> {
    let mut groups = Vec::new();
    for (by, grouping) in case.sample.codebook.iter() {
        // A table tells the same whichever way round it is published.
        let is_known = |question: QuestionIx| {
            case.known.find(question, by).is_some() || case.known.find(by, question).is_some()
        };
        if !questions.into_iter().all(is_known) {
            continue;
        }
        let mut rest = case.sample.population.clone();
        for group in 0..grouping.options.len() {
            let cell = case.sample.cell(by, group);
            rest.and_not(&cell);
            groups.push((format!(", {}", cells::cell(&case.sample.codebook, by, group)), cell));
        }
        groups.push((format!(", in no group of {}", grouping.id), rest));
    }
    groups
}

/// Answers of one question that lie in wider ones of the other, with few between.
fn cut(
    case: &Case<'_>,
    [one, other]: [&Division; 2],
    [occurs, joint]: [&[Vec<u32>]; 2],
    among: &str,
    outcome: &mut Outcome,
) {
    let Some((between, narrow, wide)) = cuts::smallest(occurs, joint) else { return };
    outcome.examine(between);
    if between >= case.plan.threshold {
        return;
    }
    let named = |division: &Division, parts: &[usize]| {
        let names: Vec<&str> = parts.iter().map(|&part| division.parts[part].0.as_str()).collect();
        names.join(" or ")
    };
    let (narrow, wide) = (named(one, &narrow), named(other, &wide));
    let what = format!(
        "all of {narrow} are {wide}, too, so that the other {between} of these can be found by \
         subtraction"
    );
    outcome.breach(
        None,
        format!("{wide}, not {narrow}{among}"),
        what,
        fix(case, [one.question, other.question]),
    );
}

/// Withholding helps only where an earlier release, or a figure, does not tell the same.
fn fix(case: &Case<'_>, questions: [QuestionIx; 2]) -> String {
    let id = |question| cells::id(&case.known.codebook, question);
    let now: Vec<String> = questions
        .into_iter()
        .filter(|question| case.tables.totals[question.position()].is_some())
        .map(|question| format!("“{}”", id(question)))
        .collect();
    if questions[0] == questions[1] {
        let question = id(questions[0]);
        return format!(
            "Withhold “{question}” (“withhold” of the plan), or merge one of the two answers with another."
        );
    }
    match &now[..] {
        [] => {
            "Both are public already: nothing that this release leaves out takes that back.".into()
        }
        [one] => format!("The other is public already. Withhold {one} (“withhold” of the plan)."),
        both => format!(
            "Withhold {} (“withhold” of the plan), or merge answers until their limits agree.",
            both.join(" or ")
        ),
    }
}

/// Whether nothing but this cell joins its row to its column. Rows and columns are reached from the
/// cell's row, by other cells that are not empty.
fn is_bridge(joint: &[Vec<u32>], row: usize, column: usize) -> bool {
    let columns = joint.first().map_or(0, Vec::len);
    let (mut rows, mut reached) = (vec![false; joint.len()], vec![false; columns]);
    let mut waiting = vec![row];
    rows[row] = true;
    while let Some(from) = waiting.pop() {
        for to in 0..columns {
            if joint[from][to] == 0 || (from, to) == (row, column) || reached[to] {
                continue;
            }
            reached[to] = true;
            for (next, cells) in joint.iter().enumerate() {
                if cells[to] > 0 && (next, to) != (row, column) && !rows[next] {
                    rows[next] = true;
                    waiting.push(next);
                }
            }
        }
    }
    !reached[column]
}

#[cfg(test)]
mod tests {
    use super::is_bridge;

    #[test]
    fn a_bridge_is_the_only_way() {
        let cases = [
            // An answer that lies within another: who gave only the wider one.
            (vec![vec![20, 0], vec![2, 30]], (1, 0), true),
            (vec![vec![20, 5], vec![2, 30]], (1, 0), false),
            // Two bandings with other limits.
            (vec![vec![10, 2, 0], vec![0, 9, 3], vec![0, 0, 8]], (0, 1), true),
            (vec![vec![10, 2, 1], vec![0, 9, 3], vec![0, 0, 8]], (0, 1), false),
        ];
        for (joint, (row, column), expected) in cases {
            assert_eq!(is_bridge(&joint, row, column), expected, "{joint:?}");
        }
    }
}
