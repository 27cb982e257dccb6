//! Small invented surveys, as a package for us and as columns for pycanon.

use std::fmt::Write;

use disclosure::Sample;
use disclosure::rules::RULES;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};
use serde_json::{Map, Value, json};
use survey_pack::package;
use survey_pack::release::release_by;

const DESCRIPTOR: &str = r#"{
  "name": "invented", "title": "Invented", "version": "1", "description": "Invented.",
  "licenses": [{ "name": "MIT" }],
  "resources": [{ "name": "answers", "path": "answers.csv", "schema": "schema.json" }],
  "survey": {
    "provenance": "confidential", "respondent": { "one": "office", "other": "offices" },
    "citation": "None.", "disclosure": { "earlier": [] },
    "draws": [{ "id": "1", "label": "Invented", "resource": "answers" }]
  }
}"#;

/// Questions, how many answers each has, and whether it is a grouping.
const QUESTIONS: [(&str, usize, bool); 5] = [
    ("region", 3, true),
    ("kind", 2, true),
    ("size", 4, false),
    ("tea", 3, false),
    ("cake", 3, false),
];

pub(crate) struct Invented {
    pub(crate) sample: Sample,
    /// The same for pycanon.
    pub(crate) told: Value,
}

pub(crate) fn invent(seed: u64) -> Invented {
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    let mut below = |limit: usize| chance.next_u32() as usize % limit;
    let many = 40 + 6 * usize::try_from(seed).unwrap();
    let rows: Vec<Vec<Option<usize>>> = (0..many)
        .map(|_| {
            QUESTIONS
                .map(|(_, options, grouping)| {
                    // The first answers are given more often, and some questions are skipped.
                    let answer = below(options).min(below(options));
                    (grouping || below(20) > 0).then_some(answer)
                })
                .to_vec()
        })
        .collect();
    Invented { sample: sample(&rows), told: told(&rows) }
}

fn sample(rows: &[Vec<Option<usize>>]) -> Sample {
    let folder = tempfile::tempdir().unwrap();
    let fields: Vec<Value> = QUESTIONS
        .iter()
        .map(|(name, options, grouping)| {
            let categories: Vec<String> = (0..*options).map(|o| format!("{name}{o}")).collect();
            json!({ "name": name, "categories": categories, "survey": { "grouping": grouping } })
        })
        .collect();
    let fields: Vec<Value> = [vec![json!({ "name": "office" })], fields].concat();
    let schema = json!({ "primaryKey": "office", "fields": fields });
    let mut table = "office,region,kind,size,tea,cake\n".to_owned();
    for (number, row) in rows.iter().enumerate() {
        let cells = row.iter().zip(QUESTIONS).map(|(answer, (name, ..))| cell(name, *answer));
        writeln!(table, "{number},{}", cells.collect::<Vec<_>>().join(",")).unwrap();
    }
    std::fs::write(folder.path().join("datapackage.json"), DESCRIPTOR).unwrap();
    std::fs::write(folder.path().join("schema.json"), schema.to_string()).unwrap();
    std::fs::write(folder.path().join("answers.csv"), table).unwrap();
    let package = package::open(folder.path()).unwrap();
    // What is published does not matter here, only whose answers are measured.
    let rules: Vec<_> =
        RULES.into_iter().filter(|rule| ["groups", "threshold"].contains(&rule.name)).collect();
    release_by(&package, &[], &rules).map_err(|refusal| refusal.problems).unwrap().findings.sample
}

fn cell(name: &str, answer: Option<usize>) -> String {
    answer.map_or_else(String::new, |answer| format!("{name}{answer}"))
}

fn told(rows: &[Vec<Option<usize>>]) -> Value {
    let (mut answers, mut items) = (Map::new(), Map::new());
    for (place, (name, options, _)) in QUESTIONS.iter().enumerate() {
        let column: Vec<String> = rows.iter().map(|row| cell(name, row[place])).collect();
        for option in 0..*options {
            let given: Vec<bool> = rows.iter().map(|row| row[place] == Some(option)).collect();
            if given.contains(&true) {
                items.insert(format!("{name}{option}"), json!(given));
            }
        }
        answers.insert((*name).to_owned(), json!(column));
    }
    let groupings: Vec<&str> = QUESTIONS.iter().filter(|q| q.2).map(|q| q.0).collect();
    json!({ "answers": answers, "items": items, "groupings": groupings })
}
