//! What a plan says became of earlier releases' questions that have another id now, or none.

use std::collections::BTreeMap;

use disclosure::plan::Since;
use serde::Deserialize;
use serde_json::Value;
use survey::Codebook;

use crate::json::Part;
use crate::problem::Problems;
use crate::selection;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    #[serde(default)]
    question: Option<String>,
    #[serde(default)]
    options: BTreeMap<String, String>,
}

/// Reads `since` of the plan, a map from ids that were to what they are.
pub(super) fn read(plan: &Part<'_>, codebook: &Codebook, problems: &mut Problems) -> Vec<Since> {
    let Some(part) = plan.get("since") else { return Vec::new() };
    let Some(entries) = part.value().as_object() else {
        let fix = "Write it as { \"id before\": \"id now\" }, with null for what is gone.";
        problems.add(part.problem("is not a map of ids", fix));
        return Vec::new();
    };
    let entries = entries.keys().filter_map(|question| {
        let part = part.get(question)?;
        let Entry { question: now, options } = match part.value() {
            Value::Null => {
                return Some(Since {
                    question: question.clone(),
                    now: None,
                    options: BTreeMap::new(),
                });
            }
            Value::String(id) => Entry { question: Some(id.clone()), options: BTreeMap::new() },
            _ => part.read(problems)?,
        };
        let now = selection::question(codebook, now.as_ref().unwrap_or(question))
            .map_err(|error| problems.add(part.problem(error.what, error.fix)))
            .ok()?;
        Some(Since { question: question.clone(), now: Some(now), options })
    });
    entries.collect()
}
