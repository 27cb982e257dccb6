//! Packages with invented answers, the same at every run.
//!
//! Four questions are groupings of three answers. Of the others each fifth takes several answers. The
//! first of two to six options is chosen by about half, and each next by half as many; where there are
//! few respondents there are fewer options, so that single answers are seldom too rare to be published
//! and two together often are.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Value, json};

/// How large a package is.
#[derive(Clone, Copy)]
pub(crate) struct Size {
    pub(crate) respondents: usize,
    pub(crate) questions: usize,
}

/// How the package says that its answers came about.
#[derive(Clone, Copy)]
pub(crate) enum Provenance {
    Confidential,
    Invented,
}

const OPTIONS: [&str; 6] = ["first", "second", "third", "fourth", "fifth", "sixth"];
const GROUPINGS: usize = 4;

struct Question {
    id: String,
    options: usize,
    multiple: bool,
    grouping: bool,
}

/// Writes a package into a folder.
///
/// # Errors
/// When a file can't be written.
pub(crate) fn package(folder: &Path, size: Size, provenance: Provenance) -> Result<()> {
    let questions: Vec<Question> =
        (0..size.questions).map(|place| question(place, size.respondents)).collect();
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let files = [
        ("datapackage.json", descriptor(&questions, provenance).to_string()),
        ("answers.schema.json", schema(&questions).to_string()),
        ("answers.csv", answers(&questions, size.respondents)?),
    ];
    files.into_iter().try_for_each(|(name, text)| {
        let path = folder.join(name);
        fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))
    })
}

/// The name has no digits: in the texts of a confidential package these would be figures, which
/// somebody has to sign.
fn question(place: usize, respondents: usize) -> Question {
    let letter = |number: usize| char::from(b'a' + u8::try_from(number % 26).unwrap_or_default());
    let grouping = place < GROUPINGS;
    let most_options = if respondents < 200 { 2 } else { 5 };
    Question {
        id: format!("q_{}{}", letter(place / 26), letter(place)),
        options: if grouping { 3 } else { 2 + place % most_options },
        multiple: !grouping && place.is_multiple_of(5),
        grouping,
    }
}

fn descriptor(questions: &[Question], provenance: Provenance) -> Value {
    let several: Vec<Value> = questions
        .iter()
        .filter(|question| question.multiple)
        .map(|question| json!({ "id": question.id, "label": question.id, "text": "Which of these?" }))
        .collect();
    let mut survey = json!({
        "respondent": { "one": "office", "other": "offices" },
        "citation": "Invented answers, to measure with.",
        "draws": [{ "id": "all", "label": "Invented answers", "resource": "answers" }],
        "questions": several,
    });
    match provenance {
        Provenance::Confidential => {
            survey["provenance"] = "confidential".into();
            survey["disclosure"] = json!({ "earlier": [], "threshold": 5 });
        }
        Provenance::Invented => {
            survey["provenance"] = "synthetic".into();
            survey["banner"] = "Invented answers, to measure with.".into();
        }
    }
    json!({
        "name": "drawn", "title": "Invented answers, to measure with", "version": "one",
        "description": "A program invented these answers.",
        "licenses": [{ "name": "MIT" }],
        "resources": [{ "name": "answers", "path": "answers.csv", "schema": "answers.schema.json" }],
        "survey": survey,
    })
}

fn schema(questions: &[Question]) -> Value {
    let fields = questions.iter().flat_map(|question| {
        let options = &OPTIONS[..question.options];
        if !question.multiple {
            let block = json!({ "grouping": question.grouping });
            return vec![json!({ "name": question.id, "categories": options, "survey": block })];
        }
        let field = |option: &&str| {
            json!({
                "name": format!("{}_{option}", question.id), "type": "boolean", "title": option,
                "trueValues": ["y"], "falseValues": ["n"],
                "survey": { "question": question.id, "option": option },
            })
        };
        options.iter().map(field).collect()
    });
    let fields: Vec<Value> = std::iter::once(json!({ "name": "office" })).chain(fields).collect();
    json!({ "primaryKey": "office", "fields": fields })
}

fn answers(questions: &[Question], respondents: usize) -> Result<String> {
    let mut numbers = Numbers(30);
    let mut csv = "office".to_owned();
    for question in questions {
        if question.multiple {
            for option in &OPTIONS[..question.options] {
                write!(csv, ",{}_{option}", question.id)?;
            }
        } else {
            write!(csv, ",{}", question.id)?;
        }
    }
    for row in 0..respondents {
        write!(csv, "\nzq{row:06}xw")?;
        for question in questions {
            if question.multiple {
                for option in 0..question.options {
                    csv += if numbers.next().is_multiple_of(2 << option) { ",y" } else { ",n" };
                }
            } else {
                let halvings = numbers.next().trailing_zeros() as usize;
                write!(csv, ",{}", OPTIONS[halvings % question.options])?;
            }
        }
    }
    Ok(csv + "\n")
}

/// `SplitMix64`, of Steele, Lea and Flood (2014): the same numbers on every machine.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}
