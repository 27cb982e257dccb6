//! Findings and recommendations, with what they name looked up.

use std::collections::BTreeMap;

use serde::Deserialize;
use survey::{Codebook, ExploreLink, Filter, Finding, FindingFigure, Matching, Recommendation};

use crate::json::Part;
use crate::problem::{Problems, suggest};
use crate::selection::{self, SelectionError};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FindingEntry {
    id: String,
    headline: String,
    text: String,
    figures: Vec<FigureEntry>,
    source: String,
    explore: ExploreEntry,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FigureEntry {
    question: String,
    #[serde(default)]
    option: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExploreEntry {
    #[serde(default, rename = "where")]
    selection: BTreeMap<String, Picks>,
    #[serde(default)]
    by: Option<String>,
    #[serde(default)]
    question: Option<String>,
}

/// A list is "any of these"; `{"all": […]}` asks for each of them.
#[derive(Deserialize)]
#[serde(untagged)]
enum Picks {
    Any(Vec<String>),
    All { all: Vec<String> },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RecommendationEntry {
    text: String,
    #[serde(default)]
    rests_on: Vec<String>,
}

/// Reads the findings of the `survey` block.
pub(super) fn read(block: &Part<'_>, codebook: &Codebook, problems: &mut Problems) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    for part in block.items("findings", problems) {
        let Some(entry) = part.read::<FindingEntry>(problems) else { continue };
        if findings.iter().any(|before| before.id == entry.id) {
            let fix = "Give each finding an id of its own.";
            problems.add(part.problem("the id stands twice", fix).value(&entry.id));
        }
        findings.push(finding(entry, codebook, &part, problems));
    }
    findings
}

/// Reads the recommendations of the `survey` block.
pub(super) fn recommendations(
    block: &Part<'_>,
    findings: &[Finding],
    problems: &mut Problems,
) -> Vec<Recommendation> {
    let mut read = Vec::new();
    for part in block.items("recommendations", problems) {
        let Some(entry) = part.read::<RecommendationEntry>(problems) else { continue };
        let mut rests_on = Vec::new();
        for id in &entry.rests_on {
            if let Some(position) = findings.iter().position(|finding| finding.id == *id) {
                rests_on.push(position);
            } else {
                let fix = suggest(id, findings.iter().map(|finding| finding.id.as_str()));
                problems.add(part.problem("rests on no such finding", fix).value(id));
            }
        }
        read.push(Recommendation { text: entry.text, rests_on });
    }
    read
}

/// What is named and not there is reported and left out.
fn finding(
    entry: FindingEntry,
    codebook: &Codebook,
    part: &Part<'_>,
    problems: &mut Problems,
) -> Finding {
    let mut figures = Vec::new();
    for figure in entry.figures {
        let found = selection::question(codebook, &figure.question).and_then(|question| {
            let asked = codebook.question(question);
            let option = figure.option.map(|id| selection::option(asked, &id)).transpose()?;
            Ok(FindingFigure { question, option })
        });
        figures.extend(or_report(found, part, problems));
    }
    Finding {
        id: entry.id,
        headline: entry.headline,
        text: entry.text,
        figures,
        source: entry.source,
        explore: explore(entry.explore, codebook, part, problems),
    }
}

fn explore(
    entry: ExploreEntry,
    codebook: &Codebook,
    part: &Part<'_>,
    problems: &mut Problems,
) -> ExploreLink {
    let mut filter = Filter::default();
    for (id, picks) in &entry.selection {
        let (matching, picks) = match picks {
            Picks::Any(picks) => (Matching::Any, picks),
            Picks::All { all } => (Matching::All, all),
        };
        let picks = picks.iter().map(String::as_str);
        let added = selection::add_clause(&mut filter, codebook, id, matching, picks);
        or_report(added, part, problems);
    }
    let mut find = |id: Option<String>| {
        id.and_then(|id| or_report(selection::question(codebook, &id), part, problems))
    };
    ExploreLink { filter, by: find(entry.by), question: find(entry.question) }
}

fn or_report<T>(
    found: Result<T, SelectionError>,
    part: &Part<'_>,
    problems: &mut Problems,
) -> Option<T> {
    found.map_err(|error| problems.add(part.problem(error.what, error.fix))).ok()
}
