//! Rule 6, differences: whatever can be subtracted from what it lies within leaves 0 or at least t.
//! A question's total less its part in a group is what the others answered; a group's size less its
//! part of the base, who of the group was not asked or did not answer. Whoever is in no group is a
//! group to the rules on groups and threshold. Sums of parts need no look of their own: sums of numbers
//! that are 0 or at least t are so too. (Denning, Cryptography and Data Security, 1982, section 6.3.)
//! A table by groups stands beside its totals in the release that first tells it, so tables of earlier
//! releases need no second look.

use super::cells;
use crate::rule::{Case, Outcome, Rule, Stage};
use crate::tables::TableName;

pub(super) const RULE: Rule = Rule {
    name: "differences",
    number: 6,
    demands: "A total less any of its parts is 0 or at least the threshold.",
    exact: "Exact for a question’s total, its parts by one grouping, and any sums of them.",
    stage: Stage::Release,
    counts_only: true,
    of_changes: true,
    check,
};

fn check(case: &Case<'_>) -> Outcome {
    let (codebook, threshold) = (&case.tables.codebook, case.plan.threshold);
    let mut outcome = Outcome::default();
    for crossed in &case.tables.crossed {
        let Some(total) = &case.tables.totals[crossed.question.position()] else { continue };
        let table = TableName { question: crossed.question, by: Some(crossed.by) };
        let by = cells::id(codebook, crossed.by);
        let mut examine = |left: u32, cell: String, what: &str| {
            if left > 0 {
                outcome.examine(left);
            }
            if left > 0 && left < threshold {
                let what = format!("{what} leaves {left}");
                let fix =
                    format!("Put the question and “{by}” into one block, or withhold the table.");
                outcome.breach(Some(table), cell, what, fix);
            }
        };
        let groups =
            case.tables.totals[crossed.by.position()].iter().flat_map(|groups| &groups.counts);
        for (group, (size, part)) in groups.zip(&crossed.parts).enumerate() {
            let cell = cells::cell(codebook, crossed.by, group);
            examine(size.saturating_sub(part.answered), cell, "the group less its base");
        }
        for (option, &count) in total.counts.iter().enumerate() {
            let cell = cells::cell(codebook, crossed.question, option);
            let parts = crossed.parts.iter().map(|part| part.counts[option]);
            for (group, part) in parts.enumerate() {
                let cell = format!("{cell}, {}", cells::cell(codebook, crossed.by, group));
                examine(count.saturating_sub(part), cell, "the total less the group");
            }
        }
    }
    outcome
}
