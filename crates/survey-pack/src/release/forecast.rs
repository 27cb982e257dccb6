//! What packing would do: which tables would be published and which not, and what would help.

use std::fmt::Write;

use disclosure::history::Earlier;
use disclosure::{Breach, Rule};
use survey::Day;

use super::remedies::{self, Remedy};
use super::{Findings, release};
use crate::package::{self, Package};
use crate::problem::Problem;

/// A page for the holder of the answers alone, and everything that would stop the release.
/// Where the day is known, no signature may be later.
pub fn forecast(
    package: &Package,
    history: &[Earlier],
    today: Option<Day>,
) -> (String, Vec<Problem>) {
    let (findings, mut problems) = match release(package, history) {
        Ok(release) => (Some(release.findings), Vec::new()),
        Err(refusal) => (refusal.findings.map(|findings| *findings), refusal.problems),
    };
    if let (Some(plan), Some(today)) = (&package.plan, today) {
        problems.extend(package::not_yet_signed(plan, today));
    }
    let proof = findings.as_ref().and_then(Findings::proof).cloned();
    let mut page = String::new();
    if let Some(findings) = findings {
        // Writing to a string can't fail.
        let _ = write_page(&mut page, package, &findings);
        let _ = write_remedies(&mut page, package, history, &findings);
    }
    if problems.is_empty() {
        page += "Packing would succeed.\n";
    }
    if let Some(proof) = proof.filter(|_| problems.is_empty()) {
        page += &(proof.sentence() + "\n");
    }
    (page, problems)
}

fn write_page(page: &mut String, package: &Package, findings: &Findings) -> std::fmt::Result {
    let (sample, tables) = (&findings.sample, &findings.tables);
    let many = &package.survey.about().respondent.other;
    writeln!(page, "For the holder of the answers alone: this tells what is withheld.\n")?;
    writeln!(page, "{} {many} on record, {} counted.", sample.rows(), sample.respondents())?;
    writeln!(page, "\nWould be published ({})", tables.names().len())?;
    for name in tables.names() {
        writeln!(page, "  {}", name.ids(&tables.codebook))?;
    }
    if findings.absent.is_empty() {
        return writeln!(page);
    }
    writeln!(page, "\nWould be left out")?;
    for (name, breaches) in by_table(findings) {
        let (rule, first) = breaches[0];
        let more = match breaches.len() - 1 {
            0 => String::new(),
            more => format!(", and {more} more"),
        };
        let Breach { cell, what, .. } = first;
        writeln!(page, "  {name}: {cell}: {what} (rule {}, {}){more}", rule.number, rule.name)?;
    }
    writeln!(page)
}

/// What would help, with what it would cost.
fn write_remedies(
    page: &mut String,
    package: &Package,
    history: &[Earlier],
    findings: &Findings,
) -> std::fmt::Result {
    let Some(plan) = &package.plan else { return Ok(()) };
    let remedies = remedies::remedies(package, history, findings, plan);
    if remedies.is_empty() {
        return Ok(());
    }
    writeln!(
        page,
        "What would help, cheapest first (each was tried; new texts have to be signed for again)"
    )?;
    writeln!(page, "  tables  answers lost  in the plan")?;
    for remedy in remedies {
        let Remedy { entry, answers_lost, tables } = remedy;
        writeln!(page, "  {tables:>6}  {answers_lost:>12}  {entry}")?;
    }
    writeln!(page)
}

/// What keeps each table back; the first reason stands for all.
fn by_table(findings: &Findings) -> Vec<(String, Vec<(&Rule, &Breach)>)> {
    let codebook = &findings.tables.codebook;
    let mut tables: Vec<(String, Vec<(&Rule, &Breach)>)> = Vec::new();
    for (rule, breach) in &findings.absent {
        let name = breach.table.map_or_else(String::new, |table| table.ids(codebook));
        match tables.iter_mut().find(|(known, _)| *known == name) {
            Some((_, breaches)) => breaches.push((rule, breach)),
            None => tables.push((name, vec![(rule, breach)])),
        }
    }
    tables
}
