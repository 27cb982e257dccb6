//! Rule 2, the plan: questions alone and by declared groupings, never three ways (the types hold no
//! table of three), and groups of at least 10 respondents with at least 10 outside. From the minimum
//! group sizes of official statistics; it keeps a group's own members from being most of it. Those in
//! no group of a grouping are a group, too: a reader finds them by subtraction.

use super::cells;
use crate::rule::{Case, Outcome, Rule, Stage};
use crate::tables::TableName;

pub(super) const RULE: Rule = Rule {
    name: "groups",
    number: 2,
    demands: "Every base is of at least the smallest group’s size, and so is what each part leaves outside of it, and whoever is in no group.",
    exact: "Exact.",
    stage: Stage::Tables,
    counts_only: true,
    of_changes: true,
    check,
};

fn check(case: &Case<'_>) -> Outcome {
    let (codebook, smallest) = (&case.tables.codebook, case.plan.smallest_group);
    let mut outcome = Outcome::default();
    for (question, total) in case.tables.published() {
        outcome.examine(total.answered);
        if total.answered < smallest {
            let table = TableName { question, by: None };
            let what = format!("only {} are counted, fewer than {smallest}", total.answered);
            let fix = "Leave the question out, or ask why so few answered everything in its block.";
            outcome.breach(Some(table), "base", what, fix);
        }
    }
    for crossed in &case.tables.crossed {
        let Some(total) = &case.tables.totals[crossed.question.position()] else { continue };
        let table = Some(TableName { question: crossed.question, by: Some(crossed.by) });
        let rest = cells::rest(total, crossed);
        if rest.answered > 0 {
            outcome.examine(rest.answered);
        }
        if (1..smallest).contains(&rest.answered) {
            let by = cells::id(codebook, crossed.by);
            let what = format!(
                "{} are in none of the groups; the least is {smallest}, or nobody",
                rest.answered
            );
            let fix = format!(
                "The table is left out. To keep it, everybody must be in a group of “{by}”, or {smallest} or more in none."
            );
            outcome.breach(table, format!("in no group of “{by}”"), what, fix);
        }
        for (option, part) in crossed.parts.iter().enumerate() {
            let outside = total.answered.saturating_sub(part.answered);
            outcome.examine(part.answered.min(outside));
            if part.answered < smallest || outside < smallest {
                let group = cells::cell(codebook, crossed.by, option);
                let what = format!(
                    "the group is of {} and leaves {outside} outside; the least is {smallest}",
                    part.answered
                );
                let fix = format!(
                    "Merge it with another answer of “{}”.",
                    cells::id(codebook, crossed.by)
                );
                outcome.breach(table, group, what, fix);
            }
        }
    }
    outcome
}
