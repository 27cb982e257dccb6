//! Rule 4, the threshold: every count and what it leaves of its base is at least t, zeros included.
//! The threshold rule for frequency tables (Handbook on Statistical Disclosure Control, chapter 5,
//! “Frequency tables”), on both sides because "all but one" tells as much as "one". A table is published
//! whole or not at all, so that no cell can be found from the others. Those in no group of a grouping
//! are a group, too, whose counts a reader finds by subtraction.
//!
//! A zero that only routing explains makes no exception: a group that was not asked a question is
//! smaller than any group may be, so its table is absent under rule 2.

use survey::{QuestionIx, Tally};

use super::cells;
use crate::rule::{Case, Outcome, Rule, Stage};
use crate::signed::is_overridden;
use crate::tables::TableName;

pub(super) const RULE: Rule = Rule {
    name: "threshold",
    number: 4,
    demands: "Every published count, and the rest of its base, is at least the threshold; zeros are not. So are those of whoever is in no group.",
    exact: "Exact.",
    stage: Stage::Tables,
    counts_only: true,
    of_changes: true,
    check,
};

fn check(case: &Case<'_>) -> Outcome {
    let mut outcome = Outcome::default();
    for (question, total) in case.tables.published() {
        let table = TableName { question, by: None };
        let public = |option| is_overridden(case, question, option);
        examine(case, (table, ""), total, &public, &mut outcome);
    }
    for crossed in &case.tables.crossed {
        let table = TableName { question: crossed.question, by: Some(crossed.by) };
        for (option, part) in crossed.parts.iter().enumerate() {
            let group = cells::cell(&case.tables.codebook, crossed.by, option);
            examine(case, (table, &group), part, &|_| false, &mut outcome);
        }
        let Some(total) = &case.tables.totals[crossed.question.position()] else { continue };
        let rest = cells::rest(total, crossed);
        if rest.answered > 0 {
            let by = cells::id(&case.tables.codebook, crossed.by);
            let group = format!("in no group of “{by}”");
            examine(case, (table, &group), &rest, &|_| false, &mut outcome);
        }
    }
    outcome
}

fn examine(
    case: &Case<'_>,
    (table, group): (TableName, &str),
    tally: &Tally,
    public: &dyn Fn(usize) -> bool,
    outcome: &mut Outcome,
) {
    let threshold = case.plan.threshold;
    for (option, &count) in tally.counts.iter().enumerate().filter(|(option, _)| !public(*option)) {
        let rest = tally.answered.saturating_sub(count);
        outcome.examine(count.min(rest));
        if count >= threshold && rest >= threshold {
            continue;
        }
        let answer = cells::cell(&case.tables.codebook, table.question, option);
        let cell = if group.is_empty() { answer } else { format!("{answer}, {group}") };
        let what = format!(
            "{count} of {}, where both {count} and {rest} must be {threshold} or more",
            tally.answered
        );
        outcome.breach(Some(table), cell, what, fix(case, table.question));
    }
}

fn fix(case: &Case<'_>, question: QuestionIx) -> String {
    let id = cells::id(&case.tables.codebook, question);
    format!("The table is left out. To keep it, merge answers of “{id}” or of the grouping.")
}
