//! Tables that stand in both releases: what lies between them is a table of its own.

use std::sync::Arc;

use survey::{Crossed, Tally};

use crate::history::{Between, between};
use crate::rule::{Case, Outcome, Rule, Stage};
use crate::rules::cells;
use crate::tables::{TableName, Tables};
use crate::texts::Texts;

const FIX: &str =
    "Leave out the table, or whoever was added or taken away, until more have changed.";

/// Holds the tables of a release before, moved to where their questions are now, against this one.
pub(super) fn compare(case: &Case<'_>, then: &Tables, place: &str, outcome: &mut Outcome) {
    let now = case.tables;
    let difference = then.respondents.abs_diff(now.respondents);
    if difference > 0 {
        outcome.examine(difference);
    }
    if !cells::is_safe_difference(case.plan, then.respondents, now.respondents) {
        let cell = "everybody in the release";
        let what = describe_difference(cell, place, then.respondents, now.respondents);
        outcome.breach(None, cell, what, FIX);
    }
    let mut changes = Changes::new(case, place);
    for (question, before) in then.published() {
        let Some(after) = &now.totals[question.position()] else { continue };
        let table = TableName { question, by: None };
        let total = changes.of(table, "", before, after, outcome);
        changes.totals[question.position()] = total;
        for crossed in then.crossed.iter().filter(|table| table.question == question) {
            if let Some(after) = now.find(question, crossed.by) {
                changes.crossed(crossed, &after.parts, outcome);
            }
        }
    }
    changes.pass_the_rules(difference, outcome);
}

fn describe_difference(cell: &str, place: &str, then: u32, now: u32) -> String {
    let difference = then.abs_diff(now);
    format!("{cell} was {then} in {place} and is {now}: a difference of {difference}")
}

/// All that lies between two releases, as tables.
struct Changes<'a> {
    case: &'a Case<'a>,
    place: &'a str,
    totals: Vec<Option<Tally>>,
    tables: Vec<Crossed>,
}

impl<'a> Changes<'a> {
    fn new(case: &'a Case<'a>, place: &'a str) -> Self {
        let totals = vec![None; case.tables.totals.len()];
        Self { case, place, totals, tables: Vec::new() }
    }

    /// What lies between two tallies; `None` where that is nobody, or a breach was noted.
    fn of(
        &self,
        table: TableName,
        group: &str,
        then: &Tally,
        now: &Tally,
        outcome: &mut Outcome,
    ) -> Option<Tally> {
        let codebook = &self.case.tables.codebook;
        let base = format!("the base of {}{group}", cells::id(codebook, table.question));
        let mut numbers = vec![(base, then.answered, now.answered)];
        for (option, (&before, &after)) in then.counts.iter().zip(&now.counts).enumerate() {
            let cell = format!("{}{group}", cells::cell(codebook, table.question, option));
            let rests = (then.answered - before, now.answered - after);
            numbers.push((cell.clone(), before, after));
            numbers.push((format!("not {cell}"), rests.0, rests.1));
        }
        let mut too_near = false;
        for (cell, before, after) in numbers {
            if before != after {
                outcome.examine(before.abs_diff(after));
            }
            if !cells::is_safe_difference(self.case.plan, before, after) {
                let what = describe_difference(&cell, self.place, before, after);
                outcome.breach(Some(table), cell, what, FIX);
                too_near = true;
            }
        }
        match between(then, now) {
            Between::Nobody => None,
            Between::Joined(people) | Between::Left(people) => (!too_near).then_some(people),
            Between::Both => {
                if !too_near {
                    let cell = cells::id(codebook, table.question).to_owned() + group;
                    let what = format!(
                        "some counts rose since {} and others fell: whoever knows who joined and who left can tell what they said",
                        self.place
                    );
                    let fix = "Withhold the table, or publish only those who were counted before and those who joined.";
                    outcome.breach(Some(table), cell, what, fix);
                }
                None
            }
        }
    }

    fn crossed(&mut self, then: &Crossed, now: &[Tally], outcome: &mut Outcome) {
        let codebook = Arc::clone(&self.case.tables.codebook);
        let table = TableName { question: then.question, by: Some(then.by) };
        let mut parts = Vec::new();
        for (group, (before, after)) in then.parts.iter().zip(now).enumerate() {
            let group = format!(", {}", cells::cell(&codebook, then.by, group));
            parts.push(self.of(table, &group, before, after, outcome).unwrap_or_else(|| Tally {
                counts: vec![0; before.counts.len()],
                ..Tally::default()
            }));
        }
        if parts.iter().all(|part| part.answered == 0) {
            return;
        }
        if self.totals[then.question.position()].is_none() {
            let what = format!(
                "groups have changed since {}, and their total has not: whoever knows who moved can tell what they said",
                self.place
            );
            outcome.breach(Some(table), table.ids(&codebook), what, FIX);
            return;
        }
        self.tables.push(Crossed { question: then.question, by: then.by, parts });
    }

    /// Runs the rules on counts over the difference, as over a release.
    fn pass_the_rules(self, respondents: u32, outcome: &mut Outcome) {
        let difference = Tables {
            codebook: Arc::clone(&self.case.tables.codebook),
            respondents,
            totals: self.totals,
            crossed: self.tables,
        };
        // A figure that was public before is one of a release, not of those who joined it.
        let texts = Texts { figures: &[], ..self.case.texts };
        let case =
            Case { texts, tables: &difference, known: &difference, history: &[], ..*self.case };
        let is_of_changes = |rule: &&Rule| rule.of_changes && rule.stage != Stage::Output;
        for rule in case.rules.iter().filter(is_of_changes) {
            let found = (rule.check)(&case);
            outcome.examined += found.examined;
            for breach in found.breaches {
                let what = format!(
                    "those who joined or left since {} are a table of their own, which rule {} ({}) refuses: {}",
                    self.place, rule.number, rule.name, breach.what
                );
                outcome.breach(breach.table, breach.cell, what, FIX);
            }
        }
    }
}
