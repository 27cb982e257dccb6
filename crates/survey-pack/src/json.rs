//! JSON in parts, so that one mistake does not hide the next.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::problem::{Problem, Problems, suggest};

/// A JSON text; a syntax error is reported with its line and column.
pub(crate) fn parse(file: &str, text: &str, problems: &mut Problems) -> Option<Value> {
    serde_json::from_str(text)
        .map_err(|error| {
            let place = format!("line {}, column {}", error.line(), error.column());
            let what = format!("is not JSON ({error})");
            let fix =
                "Look there, or just before, for a comma, quote or bracket too many or too few.";
            problems.add(Problem::new(file, what, fix).at(place));
        })
        .ok()
}

/// A part of a JSON file that knows where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Part<'a> {
    file: &'a str,
    at: String,
    value: &'a Value,
}

impl<'a> Part<'a> {
    /// A whole file.
    pub(crate) fn whole(file: &'a str, value: &'a Value) -> Self {
        Self { file, at: String::new(), value }
    }

    /// A problem at this part.
    pub(crate) fn problem(&self, what: impl Into<String>, fix: impl Into<String>) -> Problem {
        let problem = Problem::new(self.file, what, fix);
        if self.at.is_empty() { problem } else { problem.at(&self.at) }
    }

    /// The part as JSON.
    pub(crate) fn value(&self) -> &'a Value {
        self.value
    }

    /// A property that may be absent.
    pub(crate) fn get(&self, key: &str) -> Option<Part<'a>> {
        let value = self.value.get(key)?;
        let dot = if self.at.is_empty() { "" } else { "." };
        Some(Part { file: self.file, at: format!("{}{dot}{key}", self.at), value })
    }

    /// A property that must be there.
    pub(crate) fn require(&self, key: &str, problems: &mut Problems) -> Option<Part<'a>> {
        let found = self.get(key);
        if found.is_none() {
            problems
                .add(self.problem(format!("“{key}” is missing"), "Add it: see docs/package.md."));
        }
        found
    }

    /// The items of a property that is a list; an absent one has none.
    pub(crate) fn items(&self, key: &str, problems: &mut Problems) -> Vec<Part<'a>> {
        let Some(list) = self.get(key) else { return Vec::new() };
        let Value::Array(values) = list.value else {
            problems.add(list.problem("is not a list", "Write it as [ … ]."));
            return Vec::new();
        };
        let item = |(position, value)| Part {
            file: list.file,
            at: format!("{}[{position}]", list.at),
            value,
        };
        values.iter().enumerate().map(item).collect()
    }

    /// The part as a Rust value.
    pub(crate) fn read<T: DeserializeOwned>(&self, problems: &mut Problems) -> Option<T> {
        serde_path_to_error::deserialize(self.value)
            .map_err(|error| {
                let path = error.path().to_string();
                let at = match (self.at.as_str(), path.as_str()) {
                    (at, ".") => at.to_owned(),
                    ("", path) => path.to_owned(),
                    (at, path) if path.starts_with('[') => format!("{at}{path}"),
                    (at, path) => format!("{at}.{path}"),
                };
                let what = format!("can't be read ({})", error.inner());
                problems.add(Problem::new(self.file, what, "See docs/package.md.").at(at));
            })
            .ok()
    }

    /// Reports properties that nobody reads: nearly always a slip of the pen.
    pub(crate) fn only(&self, known: &[&str], problems: &mut Problems) {
        let none = Map::new();
        let properties = self.value.as_object().unwrap_or(&none);
        for key in properties.keys().filter(|key| !known.contains(&key.as_str())) {
            let what = format!("“{key}” means nothing here");
            problems.add(self.problem(what, suggest(key, known.iter().copied())));
        }
    }
}
