//! Entries of the lists in the `survey` block.

use serde::Deserialize;
use survey::Phrase;

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
