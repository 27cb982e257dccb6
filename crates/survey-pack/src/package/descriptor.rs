//! `datapackage.json`: what the standard declares, and our own `survey` block.

mod entries;
mod standard;
mod survey_block;

use survey::{Language, Phrase, Provenance, Publication};

pub(crate) use self::entries::{AskedIf, DrawEntry, PhraseEntry, QuestionEntry, Unticked};
pub(crate) use self::standard::Resource;
use self::survey_block::BLOCK;
use crate::json::Part;
use crate::problem::{Problems, suggest};

/// A package's description, as far as it could be read.
#[derive(Debug, Default)]
pub(crate) struct Descriptor {
    pub name: String,
    pub language: Option<Language>,
    pub title: String,
    pub version: String,
    /// The paragraphs of the standard's `description`.
    pub description: Vec<String>,
    /// The names of the licences, any of which may be chosen.
    pub licence: String,
    pub sources: Vec<Publication>,
    pub resources: Vec<Resource>,
    pub provenance: Option<Provenance>,
    pub banner: String,
    pub respondent: Option<Phrase>,
    pub invited: Option<u32>,
    /// Whether respondents of public answers are meant to be named as they are.
    pub identifiers_meant: bool,
    pub limits: Vec<String>,
    pub citation: String,
    /// The resource of published figures.
    pub published_figures: Option<String>,
    pub draws: Vec<DrawEntry>,
    pub questions: Vec<QuestionEntry>,
}

impl Descriptor {
    /// Reads what can be read and reports the rest.
    pub(crate) fn read(package: &Part<'_>, problems: &mut Problems) -> Self {
        let mut read = Self::default();
        read.read_standard(package, problems);
        if let Some(block) = package.require("survey", problems) {
            block.only(&BLOCK, problems);
            read.read_block(&block, problems);
        }
        read
    }

    /// Whether the names of respondents are published, and are not said to be meant.
    pub(crate) fn publishes_own_identifiers(&self) -> bool {
        match self.provenance {
            Some(Provenance::Public) => !self.identifiers_meant,
            Some(Provenance::Synthetic | Provenance::Confidential) | None => false,
        }
    }

    /// A resource by name; one that is not there is reported at `at`.
    pub(crate) fn resource(
        &self,
        name: &str,
        at: &Part<'_>,
        problems: &mut Problems,
    ) -> Option<&Resource> {
        let found = self.resources.iter().find(|resource| resource.name == name);
        if found.is_none() {
            let fix = suggest(name, self.resources.iter().map(|resource| resource.name.as_str()));
            problems.add(at.problem("the package has no such resource", fix).value(name));
        }
        found
    }
}

fn text(part: &Part<'_>, key: &str, problems: &mut Problems) -> String {
    let text: Option<String> =
        part.require(key, problems).and_then(|property| property.read(problems));
    if text.as_ref().is_some_and(|text| text.trim().is_empty()) {
        problems.add(part.problem(format!("“{key}” is empty"), "Write it."));
    }
    text.unwrap_or_default()
}

fn optional<T: serde::de::DeserializeOwned>(
    part: &Part<'_>,
    key: &str,
    problems: &mut Problems,
) -> Option<T> {
    part.get(key).and_then(|property| property.read(problems))
}

fn list<T: serde::de::DeserializeOwned>(
    part: &Part<'_>,
    key: &str,
    problems: &mut Problems,
) -> Vec<T> {
    part.items(key, problems).iter().filter_map(|item| item.read(problems)).collect()
}

#[cfg(test)]
mod tests;
