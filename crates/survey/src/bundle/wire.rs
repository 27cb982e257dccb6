//! What stands in a bundle's payload. Changing a type here changes the format: raise
//! [`super::VERSION`].

use serde::{Deserialize, Serialize};

/// All but the answers, which follow it: draws of records, or one cube.
#[derive(Serialize, Deserialize)]
pub(super) struct Frame {
    pub(super) about: About,
    pub(super) questions: Vec<Question>,
    pub(super) figures: Vec<Figure>,
    pub(super) findings: Vec<Finding>,
    pub(super) recommendations: Vec<Recommendation>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct About {
    pub(super) name: String,
    /// A tag, and whether it is written from right to left.
    pub(super) language: Option<(String, bool)>,
    pub(super) title: String,
    pub(super) version: String,
    pub(super) description: Vec<String>,
    pub(super) banner: String,
    pub(super) respondent: Phrase,
    pub(super) invited: Option<u32>,
    pub(super) limits: Vec<String>,
    pub(super) licence: String,
    pub(super) citation: String,
    pub(super) sources: Vec<Source>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Source {
    pub(super) title: String,
    pub(super) address: Option<String>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Phrase {
    pub(super) one: String,
    pub(super) other: String,
}

#[derive(Serialize, Deserialize)]
pub(super) enum Kind {
    Single,
    Ordered,
    Multiple,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Question {
    pub(super) id: String,
    pub(super) label: String,
    pub(super) text: String,
    pub(super) kind: Kind,
    pub(super) options: Vec<AnswerOption>,
    pub(super) groups: Vec<Group>,
    pub(super) asked_if: Option<(u16, Vec<u16>)>,
    pub(super) grouping: bool,
    pub(super) prominent: bool,
    pub(super) peers: bool,
    pub(super) note: Option<String>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct AnswerOption {
    pub(super) id: String,
    pub(super) label: String,
    pub(super) says: Option<Phrase>,
    pub(super) group: Option<u16>,
    pub(super) off_scale: bool,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Group {
    pub(super) id: String,
    pub(super) label: String,
    pub(super) description: String,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Figure {
    pub(super) id: String,
    pub(super) statement: String,
    pub(super) source: String,
    pub(super) about: Option<(u16, u16)>,
    pub(super) percent: Option<u32>,
    pub(super) count: Option<u32>,
    pub(super) base: Option<u32>,
    /// Of percentage, count and base.
    pub(super) inferred: [bool; 3],
}

#[derive(Serialize, Deserialize)]
pub(super) struct Finding {
    pub(super) id: String,
    pub(super) headline: String,
    pub(super) text: String,
    pub(super) figures: Vec<(u16, Option<u16>)>,
    pub(super) source: String,
    pub(super) clauses: Vec<Clause>,
    pub(super) by: Option<u16>,
    pub(super) question: Option<u16>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Clause {
    pub(super) question: u16,
    pub(super) all: bool,
    pub(super) picks: Vec<Pick>,
}

#[derive(Serialize, Deserialize)]
pub(super) enum Pick {
    Group(u16),
    Option(u16),
}

#[derive(Serialize, Deserialize)]
pub(super) struct Recommendation {
    pub(super) text: String,
    pub(super) rests_on: Vec<u16>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Draw {
    pub(super) id: String,
    pub(super) label: String,
    pub(super) ids: Vec<String>,
    pub(super) answers: Vec<Answers>,
    pub(super) weights: Option<Vec<f64>>,
}

/// Bitmaps, a bit a respondent, lowest first. Who was asked follows from the routing.
#[derive(Serialize, Deserialize)]
pub(super) struct Answers {
    pub(super) answered: Vec<u8>,
    pub(super) options: Vec<Vec<u8>>,
}

/// Declared tables of one set of answers. Nothing in it can hold a record.
#[derive(Serialize, Deserialize)]
pub(super) struct Cube {
    pub(super) id: String,
    pub(super) label: String,
    pub(super) respondents: u32,
    /// One a question; `None` is withheld or undeclared.
    pub(super) totals: Vec<Option<Tally>>,
    /// By question and then by grouping.
    pub(super) crossed: Vec<Crossed>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Tally {
    pub(super) base: u32,
    pub(super) counts: Vec<u32>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Crossed {
    pub(super) question: u16,
    pub(super) by: u16,
    pub(super) parts: Vec<Tally>,
}
