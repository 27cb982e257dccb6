//! What a rule is: it looks at a whole release as plain data, a [`Case`], and says what it found.
//!
//! Rules are data so that tests can run the list without one of them and see an attack come
//! through.

use crate::history::Earlier;
use crate::identifiers::ColumnFacts;
use crate::output::Output;
use crate::plan::Plan;
use crate::proof::Proof;
use crate::sample::Sample;
use crate::tables::{TableName, Tables};
use crate::texts::Texts;

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
    pub columns: &'a [ColumnFacts],
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
    /// Whether those who joined or left between two releases must pass it as well, as a table of their
    /// own. They were asked as all are: which of their ticks can stand together is the same.
    pub of_changes: bool,
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
    pub(crate) fn examine(&mut self, number: u32) {
        self.examined += 1;
        self.least = Some(self.least.map_or(number, |least| least.min(number)));
    }

    /// Notes a breach.
    pub(crate) fn breach(
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
