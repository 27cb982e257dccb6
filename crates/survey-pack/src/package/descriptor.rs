//! `datapackage.json`: what the standard declares, and our own `survey` block.

use serde::Deserialize;
use serde_json::Value;
use survey::{Phrase, Provenance, Publication};

use crate::json::Part;
use crate::problem::{Problems, suggest};

/// A package's description, as far as it could be read.
#[derive(Debug, Default)]
pub(crate) struct Descriptor {
    pub name: String,
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

/// A file of the package.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Resource {
    pub name: String,
    pub path: String,
    /// A path to a Table Schema or the schema itself.
    pub schema: Value,
    #[serde(default)]
    pub encoding: Option<String>,
}

/// A set of answers.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DrawEntry {
    pub id: String,
    pub label: String,
    pub resource: String,
    /// What invented answers are made from.
    #[serde(default)]
    pub seed: Option<u64>,
}

/// A question whose answers stand in several columns.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct QuestionEntry {
    pub id: String,
    pub label: String,
    pub text: String,
    #[serde(default)]
    pub groups: Vec<GroupEntry>,
    #[serde(default)]
    pub asked_if: Option<AskedIf>,
    #[serde(default)]
    pub grouping: bool,
    #[serde(default)]
    pub prominent: bool,
    #[serde(default)]
    pub peers: bool,
    #[serde(default)]
    pub note: Option<String>,
    #[serde(default)]
    pub unticked: Unticked,
}

/// How an option that was not chosen stands in its column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Unticked {
    /// By one of the field's `falseValues`; blank is "not answered".
    #[default]
    No,
    /// As a blank, as survey services export it: who ticked nothing counts as not having answered.
    Blank,
}

/// A named set of options.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct GroupEntry {
    pub id: String,
    pub label: String,
    pub description: String,
}

/// Who is asked: those who gave one of these answers to an earlier question.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AskedIf {
    pub question: String,
    pub any_of: Vec<String>,
}

/// Words for one and for several.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PhraseEntry {
    pub one: String,
    pub other: String,
}

impl From<PhraseEntry> for Phrase {
    fn from(entry: PhraseEntry) -> Self {
        Self { one: entry.one, other: entry.other }
    }
}

#[derive(Deserialize)]
struct LicenceEntry {
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    title: Option<String>,
}

#[derive(Deserialize)]
struct SourceEntry {
    title: String,
    #[serde(default)]
    path: Option<String>,
}

const BLOCK: [&str; 14] = [
    "provenance",
    "identifiers",
    "banner",
    "respondent",
    "invited",
    "limits",
    "citation",
    "published_figures",
    "draws",
    "questions",
    "findings",
    "recommendations",
    "synthesis",
    "disclosure",
];

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

    fn read_standard(&mut self, package: &Part<'_>, problems: &mut Problems) {
        self.name = text(package, "name", problems);
        self.title = text(package, "title", problems);
        self.version = text(package, "version", problems);
        self.description =
            paragraphs(&text(package, "description", problems)).map(ToOwned::to_owned).collect();
        let licences: Vec<LicenceEntry> = list(package, "licenses", problems);
        let names: Vec<String> =
            licences.into_iter().filter_map(|licence| licence.name.or(licence.title)).collect();
        if names.is_empty()
            && package.get("licenses").is_none_or(|l| l.value() == &Value::Array(vec![]))
        {
            problems.add(package.problem("no licence is given", "Add “licenses”."));
        }
        self.licence = names.join(" or ");
        let sources: Vec<SourceEntry> = list(package, "sources", problems);
        self.sources = sources
            .into_iter()
            .map(|source| Publication { title: source.title, address: source.path })
            .collect();
        let not_of_the_web =
            |source: &&Publication| source.link().is_none() && source.address.is_some();
        for source in self.sources.iter().filter(not_of_the_web) {
            let what = format!("the “path” of the source “{}” is no web address", source.title);
            let fix = "Begin it with https:// or http://, or leave it out where it is not online.";
            problems.add(package.problem(what, fix));
        }
        self.resources = list(package, "resources", problems);
    }

    fn read_block(&mut self, block: &Part<'_>, problems: &mut Problems) {
        self.provenance = provenance(block, problems);
        self.banner = optional(block, "banner", problems).unwrap_or_default();
        self.check_provenance(block, problems);
        self.respondent = block
            .require("respondent", problems)
            .and_then(|part| part.read::<PhraseEntry>(problems))
            .map(Phrase::from);
        self.invited = optional(block, "invited", problems);
        self.identifiers_meant = self.read_identifiers(block, problems);
        self.limits = list(block, "limits", problems);
        self.citation = text(block, "citation", problems);
        self.published_figures = optional(block, "published_figures", problems);
        self.draws = list(block, "draws", problems);
        if self.draws.is_empty() && block.get("draws").is_none() {
            problems.add(block.problem("no answers are named", "Add “draws”, one for each table."));
        }
        self.questions = list(block, "questions", problems);
    }

    /// What answers of some origin must come with.
    fn check_provenance(&self, block: &Part<'_>, problems: &mut Problems) {
        match self.provenance {
            Some(Provenance::Public) if self.sources.is_empty() => {
                let fix = "Name in “sources” where their holder published them.";
                problems.add(block.problem("the answers are said to be public", fix));
            }
            Some(Provenance::Synthetic) if self.banner.trim().is_empty() => {
                let fix = "Add “banner”: the sentence that every screen carries.";
                problems.add(block.problem("invented answers have no banner that says so", fix));
            }
            Some(Provenance::Public | Provenance::Synthetic | Provenance::Confidential) | None => {}
        }
    }

    fn read_identifiers(&self, block: &Part<'_>, problems: &mut Problems) -> bool {
        let Some(part) = block.get("identifiers") else { return false };
        match self.provenance {
            Some(Provenance::Synthetic | Provenance::Confidential) | None => {
                let fix = "Delete it.";
                problems.add(part.problem("is only for answers that are public", fix));
            }
            Some(Provenance::Public) if part.value().as_str() != Some("meant") => {
                let fix = "Write “meant” where respondents are meant to be named as they are, or \
                           delete it.";
                problems.add(part.problem("is not “meant”", fix));
            }
            Some(Provenance::Public) => {}
        }
        true
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

fn provenance(block: &Part<'_>, problems: &mut Problems) -> Option<Provenance> {
    const FIX: &str = "Say where the answers come from: “synthetic” (invented), “public” (already \
                       published by their holder) or “confidential”. There is no default.";
    let Some(part) = block.get("provenance") else {
        problems.add(block.problem("“provenance” is missing", FIX));
        return None;
    };
    match part.value().as_str() {
        Some("synthetic") => Some(Provenance::Synthetic),
        Some("public") => Some(Provenance::Public),
        Some("confidential") => Some(Provenance::Confidential),
        _ => {
            let written = part.value().to_string();
            problems.add(part.problem("is not a provenance", FIX).value(written.trim_matches('"')));
            None
        }
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

/// The standard's descriptions are Markdown: a blank line ends a paragraph.
fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schema_for_editors_has_the_same_keys() {
        let schema: Value =
            serde_json::from_str(include_str!("../../schema/survey.schema.json")).unwrap();
        let keys = |at: &str| -> Vec<String> {
            let properties = schema.pointer(at).and_then(Value::as_object).unwrap();
            properties.keys().cloned().collect()
        };
        let mut block = BLOCK.to_vec();
        block.sort_unstable();
        assert_eq!(keys("/properties"), block);
        // serde names the keys it knows when it meets another.
        let known = |error: String| -> Vec<String> {
            let mut names: Vec<String> =
                error.split('`').skip(3).step_by(2).map(ToOwned::to_owned).collect();
            names.sort();
            names
        };
        let odd = || serde_json::json!({ "odd": 1 });
        let draw = serde_json::from_value::<DrawEntry>(odd()).unwrap_err();
        assert_eq!(keys("/properties/draws/items/properties"), known(draw.to_string()));
        let question = serde_json::from_value::<QuestionEntry>(odd()).unwrap_err();
        assert_eq!(keys("/properties/questions/items/properties"), known(question.to_string()));
        let mut plan = super::super::release_plan::KEYS.to_vec();
        plan.sort_unstable();
        assert_eq!(keys("/properties/disclosure/properties"), plan);
    }

    #[test]
    fn the_schema_for_editors_has_the_same_limits() {
        use disclosure::Plan;
        let schema: Value =
            serde_json::from_str(include_str!("../../schema/survey.schema.json")).unwrap();
        let number = |of: &str| -> Option<u64> {
            schema.pointer(&format!("/properties/disclosure/properties/{of}"))?.as_u64()
        };
        for (of, limit) in [
            ("threshold/minimum", Plan::LOWEST_THRESHOLD),
            ("threshold/default", Plan::USUAL_THRESHOLD),
            ("smallest_group/minimum", Plan::SMALLEST_GROUP),
            ("smallest_group/default", Plan::SMALLEST_GROUP),
        ] {
            assert_eq!(number(of), Some(u64::from(limit)), "{of}");
        }
    }
}
