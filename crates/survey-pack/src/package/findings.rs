//! Findings and recommendations, with what they name looked up.

use std::collections::BTreeMap;

use serde::Deserialize;
use survey::{
    Codebook, ExploreLink, Filter, Finding, FindingFigure, Matching, QuestionIx, Recommendation,
};

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
pub fn read(block: &Part<'_>, codebook: &Codebook, problems: &mut Problems) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    for part in block.items("findings", problems) {
        let Some(entry) = part.read::<FindingEntry>(problems) else { continue };
        if findings.iter().any(|before| before.id == entry.id) {
            let fix = "Give each finding an id of its own.";
            problems.add(part.problem("the id stands twice", fix).value(&entry.id));
        }
        match finding(entry, codebook) {
            Ok(finding) => findings.push(finding),
            Err(error) => problems.add(part.problem(error.what, error.fix)),
        }
    }
    findings
}

/// Reads the recommendations of the `survey` block.
pub fn recommendations(
    block: &Part<'_>,
    findings: &[Finding],
    problems: &mut Problems,
) -> Vec<Recommendation> {
    let mut read = Vec::new();
    for part in block.items("recommendations", problems) {
        let Some(entry) = part.read::<RecommendationEntry>(problems) else { continue };
        let mut rests_on = Vec::new();
        for id in &entry.rests_on {
            match findings.iter().position(|finding| finding.id == *id) {
                Some(position) => rests_on.push(position),
                None => {
                    let fix = suggest(id, findings.iter().map(|finding| finding.id.as_str()));
                    problems.add(part.problem("rests on no such finding", fix).value(id));
                }
            }
        }
        read.push(Recommendation { text: entry.text, rests_on });
    }
    read
}

fn finding(entry: FindingEntry, codebook: &Codebook) -> Result<Finding, SelectionError> {
    let figure = |entry: FigureEntry| {
        let question = selection::question(codebook, &entry.question)?;
        let asked = codebook.question(question);
        let option = entry.option.map(|id| selection::option(asked, &id)).transpose()?;
        Ok(FindingFigure { question, option })
    };
    let figures = entry.figures.into_iter().map(figure).collect::<Result<_, _>>()?;
    Ok(Finding {
        id: entry.id,
        headline: entry.headline,
        text: entry.text,
        figures,
        source: entry.source,
        explore: explore(entry.explore, codebook)?,
    })
}

fn explore(entry: ExploreEntry, codebook: &Codebook) -> Result<ExploreLink, SelectionError> {
    let mut filter = Filter::default();
    for (id, picks) in &entry.selection {
        let (matching, picks) = match picks {
            Picks::Any(picks) => (Matching::Any, picks),
            Picks::All { all } => (Matching::All, all),
        };
        let picks = picks.iter().map(String::as_str);
        selection::add_clause(&mut filter, codebook, id, matching, picks)?;
    }
    let find = |id: Option<String>| -> Result<Option<QuestionIx>, SelectionError> {
        id.map(|id| selection::question(codebook, &id)).transpose()
    };
    Ok(ExploreLink { filter, by: find(entry.by)?, question: find(entry.question)? })
}
