//! The gate: a list of rules. Each looks at the whole release and says what it found; a table that
//! breaks a rule on counts is left out, anything else stops the release.
//!
//! Rules are data so that tests can run the list without one of them and see an attack come
//! through.

use super::history::{self, Earlier};
use super::output::Output;
use super::plan::{Failing, Plan};
use super::sample::Sample;
use super::tables::{TableName, Tables};
use super::texts::Texts;
use super::witness::Proof;

/// Everything that a rule may look at.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    /// What the package says.
    pub texts: Texts<'a>,
    /// The release plan.
    pub plan: &'a Plan,
    /// Whose answers are counted.
    pub sample: &'a Sample,
    /// The tables that would be published.
    pub tables: &'a Tables,
    /// These and the tables of earlier releases: what a reader will know.
    pub known: &'a Tables,
    /// Earlier releases.
    pub history: &'a [Earlier],
    /// What the holder's columns are.
    pub columns: &'a [crate::package::ColumnFacts],
    /// The rules that are run.
    pub rules: &'a [Rule],
    /// The packed file, once there is one.
    pub output: Option<&'a Output>,
}

/// A rule of the gate.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// A short name, which reports and tests use.
    pub name: &'static str,
    /// Its number in `docs/disclosure.md`.
    pub number: u8,
    /// What it demands, in a sentence.
    pub demands: &'static str,
    /// Whether its check is exact, and if not what it leaves out.
    pub exact: &'static str,
    /// When it is run.
    pub stage: Stage,
    /// Whether it looks at nothing but the counts that are published.
    pub counts_only: bool,
    /// Looks at a release.
    pub check: fn(&Case<'_>) -> Outcome,
}

/// When a rule is run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// On each table by itself; a table that fails is left out.
    Tables,
    /// On all tables together; a failure stops the release.
    Release,
    /// On all tables together, when every other rule on them passes; a table that fails is left out.
    Proof,
    /// On the bytes that would be published; a failure stops the release.
    Output,
}

/// What a rule found.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// How many cells, differences, bounds or the like were looked at.
    pub examined: u64,
    /// The smallest number among those that the rule guards, where there is one.
    pub least: Option<u32>,
    /// What breaks the rule.
    pub breaches: Vec<Breach>,
    /// What was proved by witnesses, where that is the rule.
    pub proof: Option<Proof>,
}

/// A place where a rule is broken.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Breach {
    /// The table, where it is one.
    pub table: Option<TableName>,
    /// The cell or cells, by their ids.
    pub cell: String,
    /// What is wrong there.
    pub what: String,
    /// What to do about it.
    pub fix: String,
}

impl Outcome {
    /// Looks at a number that must be large enough.
    pub(super) fn examine(&mut self, number: u32) {
        self.examined += 1;
        self.least = Some(self.least.map_or(number, |least| least.min(number)));
    }

    /// Notes a breach.
    pub(super) fn breach(
        &mut self,
        table: Option<TableName>,
        cell: impl Into<String>,
        what: impl Into<String>,
        fix: impl Into<String>,
    ) {
        let (cell, what, fix) = (cell.into(), what.into(), fix.into());
        self.breaches.push(Breach { table, cell, what, fix });
    }
}

/// Tables that passed, those that did not with why, and what each rule found in the end.
type Thinned = (Tables, Vec<(Rule, Breach)>, Vec<(Rule, Outcome)>);

/// Leaves out what fails by itself until nothing does. To take a table out takes knowledge away, so
/// this ends.
pub(super) fn thin(case: &Case<'_>, stage: Stage) -> Thinned {
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
        absent.extend(gone_with(&before, &tables, &failing));
        absent.extend(failing);
    }
}

/// Tables that fail nothing themselves, and can't be told without one that does.
fn gone_with(
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
pub(super) fn run(case: &Case<'_>, stage: Stage) -> Vec<(Rule, Outcome)> {
    let of_stage = case.rules.iter().filter(|rule| rule.stage == stage);
    of_stage.map(|rule| (*rule, (rule.check)(case))).collect()
}
