//! Rule 6, bounds: what is not published stays as uncertain as the rules on single tables leave it.
//!
//! For two answers with counts a and b in a base of n, the count of both lies between
//! max(0, a + b − n) and min(a, b) (Fréchet, 1940; Dobra and Fienberg, 2000). The room between them is
//! the smallest of a, b, n − a and n − b, which rule 4 keeps at t or more. Tables that share a
//! grouping add such bounds up over its groups, and several groupings bound the same pair; three
//! tables around three questions bound the triple as a 2 × 2 × 2 table. All of them together must
//! still leave t, or what the totals leave where a figure was public before. Two answers of one question
//! meet only among those without an option that excludes others, and where everybody ticked something
//! no more often than its counts are more than that.

mod frechet;

use std::collections::BTreeSet;

use survey::{Kind, QuestionIx};

use self::frechet::{Bounds, of_ticks, triple};
use super::cells;
use super::splits::{Split, Splits, joint};
use crate::questionnaire::Ticks;
use crate::rule::{Case, Outcome, Rule, Stage};
use crate::tables::{TableName, Tables};

pub(super) const RULE: Rule = Rule {
    name: "bounds",
    number: 6,
    demands: "Linked tables together leave as much room for a count that is not published as one table must.",
    exact: "A heuristic: bounds of pairs over one shared question at a time, all of them together, and of triples from their three tables. Bounds from all tables at once may be narrower.",
    stage: Stage::Release,
    counts_only: true,
    of_changes: true,
    check,
};

fn check(case: &Case<'_>) -> Outcome {
    let tables = case.known;
    let splits = Splits::new(tables);
    let mut outcome = Outcome::default();
    let published: Vec<QuestionIx> = tables.published().map(|(question, _)| question).collect();
    for (position, &one) in published.iter().enumerate() {
        match tables.codebook.question(one).kind {
            Kind::Single | Kind::Ordered => {}
            Kind::Multiple => pairs(case, &splits, one, one, &mut outcome),
        }
        for &other in &published[..position] {
            if !splits.are_crossed(one, other) {
                pairs(case, &splits, one, other, &mut outcome);
            }
            for &third in &published[..position] {
                if third < other {
                    triples(case, &splits, [one, other, third], &mut outcome);
                }
            }
        }
    }
    outcome
}

/// Where a question is asked, however many steps later, only of those who gave some answers to
/// another: these answers, and how many gave one.
fn lead(tables: &Tables, to: QuestionIx, from: QuestionIx) -> Option<(&[usize], u32)> {
    let mut at = to;
    loop {
        let routing = tables.codebook.question(at).asked_if.as_ref()?;
        if routing.question == from {
            return Some((&routing.any_of, tables.totals[at.position()].as_ref()?.answered));
        }
        at = routing.question;
    }
}

fn pairs(
    case: &Case<'_>,
    splits: &Splits,
    one: QuestionIx,
    other: QuestionIx,
    outcome: &mut Outcome,
) {
    let tables = case.known;
    let (Some(total), Some(total_of_other)) =
        (&tables.totals[one.position()], &tables.totals[other.position()])
    else {
        return;
    };
    let shared = splits.shared(one, other);
    // Questions come after what they are asked after, so that only `one` can be the routed one.
    let lead = lead(tables, one, other);
    // Nothing is declared of a question that only an earlier release has.
    let undeclared = Ticks::default();
    let ticks = case.sample.ticks.get(other.position()).unwrap_or(&undeclared);
    for (a, &count) in total.counts.iter().enumerate() {
        for (b, &count_of_other) in total_of_other.counts.iter().enumerate() {
            let leads = lead.is_some_and(|(leads, _)| leads.contains(&b));
            // What the questionnaire alone decides is nobody's answer: who was asked gave this one, or
            // did not; an option excludes the others.
            let decided = match lead {
                Some((_, base)) if leads => count_of_other == base,
                Some(_) => match tables.codebook.question(other).kind {
                    Kind::Single | Kind::Ordered => true,
                    Kind::Multiple => excludes(ticks, b),
                },
                None => one == other && (b >= a || excludes(ticks, a) || excludes(ticks, b)),
            };
            if decided {
                continue;
            }
            let base = match lead {
                Some((_, base)) if leads => base,
                _ => total.answered.max(total_of_other.answered),
            };
            let alone = if one == other {
                of_ticks(ticks, &total.counts, base, [a, b])
            } else {
                Bounds::frechet(count, count_of_other, base)
            };
            let mut bounds = alone;
            for (_, split, split_of_other) in &shared {
                bounds = bounds.within(if one == other {
                    let groups = split.cells.iter().zip(&split.bases);
                    let groups = groups.map(|(cells, base)| of_ticks(ticks, cells, *base, [a, b]));
                    groups.fold(Bounds { low: 0, high: 0 }, Bounds::plus)
                } else {
                    conditional(split, split_of_other, a, b, leads)
                });
            }
            let room = bounds.room();
            outcome.examine(room);
            if room < alone.room().min(case.plan.threshold) {
                let codebook = &tables.codebook;
                let by: BTreeSet<&str> =
                    shared.iter().map(|(by, ..)| cells::id(codebook, *by)).collect();
                let by: Vec<&str> = by.into_iter().collect();
                let cell = format!(
                    "{} and {}",
                    cells::cell(codebook, one, a),
                    cells::cell(codebook, other, b)
                );
                let what = format!(
                    "the tables of both by “{}” put the count between {} and {}",
                    by.join("”, “"),
                    bounds.low,
                    bounds.high
                );
                let fix = "Withhold one of these tables, or merge answers.";
                let table =
                    Some(TableName { question: one, by: shared.last().map(|(by, ..)| *by) });
                outcome.breach(table, cell, what, fix);
            }
        }
    }
}

fn excludes(ticks: &Ticks, option: usize) -> bool {
    ticks.exclusive.contains(&option)
}

/// Bounds of two answers together, added up over what both are split by. Who was not asked can't have
/// given both.
fn conditional(split: &Split, split_of_other: &Split, a: usize, b: usize, routed: bool) -> Bounds {
    let groups = split.cells.iter().zip(&split_of_other.cells);
    let bases = split.bases.iter().zip(&split_of_other.bases);
    groups.zip(bases).fold(
        Bounds { low: 0, high: 0 },
        |sum, ((cells, others), (base, of_other))| {
            let base = if routed { base.min(of_other) } else { base.max(of_other) };
            sum.plus(Bounds::frechet(cells[a], others[b], *base))
        },
    )
}

/// Three questions with all three tables between them.
fn triples(case: &Case<'_>, splits: &Splits, of: [QuestionIx; 3], outcome: &mut Outcome) {
    let [one, other, third] = of;
    let tables = case.known;
    let (Some(xy), Some(xz), Some(yz)) =
        (joint(splits, one, other), joint(splits, one, third), joint(splits, other, third))
    else {
        return;
    };
    let totals = of.map(|question| tables.totals[question.position()].as_ref());
    let [Some(x), Some(y), Some(z)] = totals else { return };
    let base = x.answered.max(y.answered).max(z.answered);
    for (a, &n_x) in x.counts.iter().enumerate() {
        for (b, &n_y) in y.counts.iter().enumerate() {
            for (c, &n_z) in z.counts.iter().enumerate() {
                let bounds = triple(base, [n_x, n_y, n_z], [xy(a, b), xz(a, c), yz(b, c)]);
                let room = bounds.room();
                outcome.examine(room);
                if room < case.plan.threshold {
                    let cells = [(one, a), (other, b), (third, c)]
                        .map(|(question, option)| cells::cell(&tables.codebook, question, option));
                    let what = format!(
                        "their three tables put the count of all three between {} and {}",
                        bounds.low, bounds.high
                    );
                    let fix = "Withhold one of the three tables, or merge answers.";
                    outcome.breach(None, cells.join(" and "), what, fix);
                }
            }
        }
    }
}
