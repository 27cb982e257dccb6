//! The gate: runs a list of rules. A table that breaks a rule on counts is left out, anything else
//! stops the release.

use crate::history;
use crate::plan::Failing;
use crate::rule::{Breach, Case, Outcome, Rule, Stage};
use crate::tables::{TableName, Tables};

/// What the rules left, before anything is packed.
#[derive(Clone, Debug)]
pub struct Passed {
    /// The tables that passed.
    pub tables: Tables,
    /// These and the tables of earlier releases: what a reader will know.
    pub known: Tables,
    /// Tables that were left out, each with the breach that it was left out for.
    pub absent: Vec<(Rule, Breach)>,
    /// Each rule with what it found.
    pub outcomes: Vec<(Rule, Outcome)>,
}

impl Passed {
    /// Whether nothing stops the release.
    pub fn may_be_packed(&self) -> bool {
        have_no_breach(&self.outcomes)
    }
}

/// Runs all rules but those on the packed file, over the tables that the plan declares.
pub fn pass(case: &Case<'_>) -> Passed {
    let (tables, mut absent, mut outcomes) = thin(case, Stage::Tables);
    let known = history::known(&tables, case.history, case.plan);
    let case = Case { tables: &tables, known: &known, ..*case };
    let released = run(&case, Stage::Release);
    // A proof takes longer than all rules together, and means nothing of tables that fail one.
    let passes = have_no_breach(&released);
    let tables = if passes {
        let (proved, gone, proofs) = thin(&case, Stage::Proof);
        absent.extend(gone);
        outcomes.extend(proofs);
        proved
    } else {
        tables.clone()
    };
    let known = history::known(&tables, case.history, case.plan);
    let case = Case { tables: &tables, known: &known, ..case };
    // Without the tables that went, the rules may find less, and a finding may hang in the air.
    outcomes.extend(if passes { run(&case, Stage::Release) } else { released });
    Passed { tables, known, absent, outcomes }
}

fn have_no_breach(outcomes: &[(Rule, Outcome)]) -> bool {
    outcomes.iter().all(|(_, outcome)| outcome.breaches.is_empty())
}

/// Tables that passed, those that did not with why, and what each rule found in the end.
type Thinned = (Tables, Vec<(Rule, Breach)>, Vec<(Rule, Outcome)>);

/// Leaves out what fails by itself until nothing does. To take a table out takes knowledge away, so
/// this ends.
fn thin(case: &Case<'_>, stage: Stage) -> Thinned {
    let mut tables = case.tables.clone();
    let mut absent = Vec::new();
    loop {
        let known = history::known(&tables, case.history, case.plan);
        let mut outcomes = run(&Case { tables: &tables, known: &known, ..*case }, stage);
        let mut failing = Vec::new();
        if case.plan.failing == Failing::Absent {
            for (rule, outcome) in &mut outcomes {
                let breaches = std::mem::take(&mut outcome.breaches);
                let (of_tables, others): (Vec<Breach>, Vec<Breach>) =
                    breaches.into_iter().partition(|breach| breach.table.is_some());
                outcome.breaches = others;
                failing.extend(of_tables.into_iter().map(|breach| (*rule, breach)));
            }
        }
        if failing.is_empty() {
            return (tables, absent, outcomes);
        }
        let before = tables.names();
        for table in failing.iter().filter_map(|(_, breach)| breach.table) {
            tables.remove(table);
        }
        absent.extend(tables_removed_with(&before, &tables, &failing));
        absent.extend(failing);
    }
}

/// Tables that fail nothing themselves, and can't be told without one that does.
fn tables_removed_with(
    before: &[TableName],
    left: &Tables,
    failing: &[(Rule, Breach)],
) -> Vec<(Rule, Breach)> {
    let left = left.names();
    let fails = |table: &TableName| failing.iter().any(|(_, breach)| breach.table == Some(*table));
    let gone = before.iter().filter(|table| !left.contains(table) && !fails(table));
    let because = |table: &TableName| {
        let (rule, _) = failing.first()?;
        let breach = Breach {
            table: Some(*table),
            cell: "the whole table".to_owned(),
            what: "goes with the table of its question, its grouping or the question before"
                .to_owned(),
            fix: "Let that table pass.".to_owned(),
        };
        Some((*rule, breach))
    };
    gone.filter_map(because).collect()
}

/// Runs the rules of a stage.
pub fn run(case: &Case<'_>, stage: Stage) -> Vec<(Rule, Outcome)> {
    let of_stage = case.rules.iter().filter(|rule| rule.stage == stage);
    of_stage.map(|rule| (*rule, (rule.check)(case))).collect()
}
