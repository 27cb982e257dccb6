//! Rule 6, collusion: k respondents who put their answers together learn what all others under a
//! margin answered if |p| − k ≤ |c|, for a cell c under a margin p (Lupp and Langsrud, Suppression of
//! directly-disclosive cells in frequency tables, 2021). Tested for k = 0, 1 and 2; k = 0 is an answer
//! that everybody under the margin gave. So is what the counts of a question
//! with several answers tell together, by this release and earlier ones: all who ticked something
//! ticked this.

use super::cells;
use super::overlaps::{self, Derived, Scope};
use crate::rule::{Case, Outcome, Rule, Stage};
use crate::signed::is_overridden;
use crate::tables::TableName;

pub(super) const RULE: Rule = Rule {
    name: "collusion",
    number: 6,
    demands: "No two respondents can find out together what all others under a margin answered.",
    exact: "Exact for a cell under its base, its part, its total, and the rest in no group; and for a union of one question’s answers under a wider one, where both are told.",
    stage: Stage::Release,
    counts_only: false,
    of_changes: true,
    check,
};

/// How many may collude.
const COLLUDING: u32 = 2;

fn check(case: &Case<'_>) -> Outcome {
    let codebook = &case.tables.codebook;
    let mut outcome = Outcome::default();
    let mut examine = |table: TableName, cell: String, count: u32, margin: u32| {
        if margin == 0 || count > margin {
            return;
        }
        let others = margin - count;
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
                let cell = cells::cell(codebook, question, option);
                examine(table, cell.clone(), count, total.answered);
                let others = total.answered.saturating_sub(count);
                examine(table, format!("not {cell}"), others, total.answered);
            }
        }
    }
    for crossed in &case.tables.crossed {
        let Some(total) = &case.tables.totals[crossed.question.position()] else { continue };
        let table = TableName { question: crossed.question, by: Some(crossed.by) };
        let rest = cells::rest(total, crossed);
        let groups = crossed.parts.iter().enumerate();
        let groups = groups.map(|(group, part)| (cells::cell(codebook, crossed.by, group), part));
        for (group, part) in groups.chain([("in no group".to_owned(), &rest)]) {
            for (option, &count) in part.counts.iter().enumerate() {
                let cell = format!("{}, {group}", cells::cell(codebook, crossed.question, option));
                examine(table, cell.clone(), count, part.answered);
                examine(table, cell.clone(), count, total.counts[option]);
                let others = part.answered.saturating_sub(count);
                examine(table, format!("not {cell}"), others, part.answered);
            }
        }
    }
    let ticks = overlaps::examine(case, is_share, |others| others == 0);
    outcome.examined += ticks.examined;
    outcome.least = outcome.least.into_iter().chain(ticks.least).min();
    outcome.breaches.extend(ticks.breaches);
    outcome
}

/// All who ticked any of some options ticked one of fewer: so did whoever ticked one of the others.
/// Numbers that are small and not 0 are the matter of the rules on surplus and union.
fn is_share(scope: &Scope, derived: &Derived) -> bool {
    let is_of_somebody =
        matches!(derived, Derived::Beyond { wider, .. } if scope.known[*wider].size > 0);
    is_of_somebody && !overlaps::is_rest_of_base(scope, derived)
}
