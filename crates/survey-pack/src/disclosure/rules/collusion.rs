//! Rule 6, collusion: k respondents who put their answers together learn what all others under a
//! margin answered if |p| − k ≤ |c|, for a cell c under a margin p (Lupp and Langsrud, Suppression of
//! directly-disclosive cells in frequency tables, 2021). Tested for k = 0, 1 and 2; k = 0 is an answer
//! that everybody under the margin gave.

use super::prior::is_overridden;
use crate::disclosure::gate::{Case, Outcome, Rule, Stage};
use crate::disclosure::tables::TableName;

pub(super) const RULE: Rule = Rule {
    name: "collusion",
    number: 6,
    demands: "No two respondents can find out together what all others under a margin answered.",
    exact: "Exact for a cell under its base, its part, its total, and the rest in no group.",
    stage: Stage::Release,
    counts_only: true,
    check,
};

/// How many may collude.
const COLLUDING: u32 = 2;

fn check(case: &Case<'_>) -> Outcome {
    let codebook = &case.tables.codebook;
    let mut outcome = Outcome::default();
    let mut examine = |table: TableName, cell: String, count: u32, margin: u32| {
        if margin == 0 {
            return;
        }
        let others = margin.saturating_sub(count);
        outcome.examine(others);
        if others <= COLLUDING {
            let what = format!(
                "{count} under a margin of {margin}: {COLLUDING} respondents can find out the others"
            );
            let fix = "Merge the answer with another, or withhold the table.";
            outcome.breach(Some(table), cell, what, fix);
        }
    };
    for (question, total) in case.tables.published() {
        let table = TableName { question, by: None };
        for (option, &count) in total.counts.iter().enumerate() {
            if !is_overridden(case, question, option) {
                examine(table, super::cell(codebook, question, option), count, total.answered);
                examine(
                    table,
                    format!("not {}", super::cell(codebook, question, option)),
                    total.answered - count,
                    total.answered,
                );
            }
        }
    }
    for crossed in &case.tables.crossed {
        let Some(total) = &case.tables.totals[crossed.question.0] else { continue };
        let table = TableName { question: crossed.question, by: Some(crossed.by) };
        let mut left = total.clone();
        for (group, part) in crossed.parts.iter().enumerate() {
            let group = super::cell(codebook, crossed.by, group);
            left.answered = left.answered.saturating_sub(part.answered);
            for (option, &count) in part.counts.iter().enumerate() {
                left.counts[option] = left.counts[option].saturating_sub(count);
                let cell = format!("{}, {group}", super::cell(codebook, crossed.question, option));
                examine(table, cell.clone(), count, part.answered);
                examine(table, cell, count, total.counts[option]);
            }
        }
        for (option, &count) in left.counts.iter().enumerate() {
            let cell = format!("{}, in no group", super::cell(codebook, crossed.question, option));
            examine(table, cell.clone(), count, left.answered);
            examine(
                table,
                format!("not {cell}"),
                left.answered - count.min(left.answered),
                left.answered,
            );
        }
    }
    outcome
}
