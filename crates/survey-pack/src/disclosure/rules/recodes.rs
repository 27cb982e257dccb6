//! Rule 6, recodes: two bandings of one thing (ages by five and by ten years with other limits, or an
//! answer that is part of another) must not leave fewer than t between them. Two one-way tables fix a
//! cell of their cross-table if no other way through the cells that can be filled goes round it: the
//! cell is a *bridge* of the graph of answers whose edges are the combinations that occur. A reader
//! who knows which combinations can occur finds its count by subtraction (the zeros of a table as in
//! Fienberg, 1999, "Fréchet and Bonferroni bounds for multi-way tables").
//!
//! Which combinations occur is taken from the answers, so this finds relations that nobody declared;
//! it may also stop a relation that holds by chance.

use survey::{Bitmap, QuestionIx};

use crate::disclosure::gate::{Case, Outcome, Rule, Stage};

pub(super) const RULE: Rule = Rule {
    name: "recodes",
    number: 6,
    demands: "No two questions overlap so closely that fewer than the threshold lie between their answers.",
    exact: "Exact for pairs of questions, given which combinations occur; three or more questions together are not looked at.",
    stage: Stage::Release,
    counts_only: false,
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
    outcome
}

fn divisions(case: &Case<'_>) -> Vec<Division> {
    let codebook = &case.tables.codebook;
    let mut divisions = Vec::new();
    for (question, _) in case.tables.published() {
        let options = 0..codebook.question(question).options.len();
        let name = |option| super::cell(codebook, question, option);
        let cells = options.map(|option| (name(option), case.sample.cell(question, option)));
        let mut outside = case.sample.population.clone();
        outside.and_not(&case.sample.bases[question.0]);
        let outside = (format!("not counted for {}", super::id(codebook, question)), outside);
        if codebook.question(question).is_multiple() {
            for (name, cell) in cells {
                let mut rest = case.sample.bases[question.0].clone();
                rest.and_not(&cell);
                let parts =
                    vec![(name.clone(), cell), (format!("not {name}"), rest), outside.clone()];
                divisions.push(Division { question, parts });
            }
        } else {
            let parts = cells.chain([outside]).collect();
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
                let codebook = &case.tables.codebook;
                let (one, other) =
                    (super::id(codebook, one.question), super::id(codebook, other.question));
                let what = format!(
                    "“{one}” and “{other}” overlap so closely that {count} can be found by subtraction"
                );
                let fix = format!(
                    "Leave out one of the two, or merge answers until their limits agree, or withhold “{one}”."
                );
                outcome.breach(None, format!("{a} and {b}"), what, fix);
            }
        }
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
