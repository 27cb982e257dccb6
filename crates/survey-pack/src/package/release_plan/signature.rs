//! Signatures of a plan: who answers for something, since when and why.

use disclosure::plan::{Plan, Signature, SignedTexts};
use serde::Deserialize;
use survey::Day;

use crate::json::Part;
use crate::problem::{Problem, Problems};

/// No signature for a packed survey can be older.
const FIRST_YEAR: u16 = 2000;
/// A checksum is as many of its first digits, or all of them.
const DIGITS: usize = 16;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TextsEntry {
    #[serde(default)]
    of: Option<String>,
    signed_by: String,
    on: String,
    reason: String,
}

/// Reads the signature for the texts.
pub(super) fn read_texts(part: &Part<'_>, problems: &mut Problems) -> Option<SignedTexts> {
    let TextsEntry { of, signed_by, on, reason } = part.read(problems)?;
    let of = of.unwrap_or_default().to_lowercase();
    let is_sum = (DIGITS..=64).contains(&of.len()) && of.bytes().all(|b| b.is_ascii_hexdigit());
    // Without one the gate says which it must be.
    if !of.is_empty() && !is_sum {
        let fix = "Write the digits that survey-pack prints; without “of” it says which.";
        problems.add(part.problem("“of” is no checksum of texts", fix).value(&of));
    }
    let signature = check(part, Signature { by: signed_by, on, reason }, problems);
    Some(SignedTexts { of, signature })
}

/// Looks whether a signature could be one.
pub(super) fn check(part: &Part<'_>, signature: Signature, problems: &mut Problems) -> Signature {
    let Signature { by, on, reason } = &signature;
    match Day::read(on) {
        None => {
            let fix = "Write the day on which it was signed as 2026-11-20.";
            problems.add(part.problem("“on” is not a day", fix).value(on));
        }
        Some(day) if day.year() < FIRST_YEAR => {
            let what = "“on” lies before anything could be signed for this survey";
            problems.add(part.problem(what, "Write the day on which it was signed.").value(on));
        }
        Some(_) => {}
    }
    for (key, text) in [("signed_by", by), ("reason", reason)] {
        let fix = "Say who answers for it, and why.";
        if text.trim().is_empty() {
            problems.add(part.problem(format!("“{key}” is empty"), fix));
        } else if !is_words(text) {
            problems.add(part.problem(format!("“{key}” says nothing"), fix).value(text));
        }
    }
    signature
}

/// A word has at least two letters, and not the same one again and again.
fn is_words(text: &str) -> bool {
    text.split(|c: char| !c.is_alphabetic()).any(|word| {
        let mut letters = word.chars();
        letters.next().is_some_and(|first| letters.any(|letter| letter != first))
    })
}

/// Signatures that are dated after today. The gate knows no clock, so whoever runs it says what
/// day it is; elsewhere on Earth it may be a day later.
pub fn not_yet_signed(plan: &Plan, today: Day) -> Vec<Problem> {
    let texts = plan.texts.iter().map(|texts| ("texts".to_owned(), &texts.signature));
    let overrides = plan.overrides.iter().enumerate();
    let overrides =
        overrides.map(|(place, signed)| (format!("overrides[{place}]"), &signed.signature));
    let late = texts
        .chain(overrides)
        .filter(|(_, signature)| Day::read(&signature.on).is_none_or(|day| day > today.next()));
    late.map(|(at, signature)| {
        let what = format!("“on” lies in the future: today is {today}");
        let fix = "Write the day on which it was signed.";
        Problem::new(crate::package::DESCRIPTOR, what, fix)
            .at(format!("survey.disclosure.{at}"))
            .value(&signature.on)
    })
    .collect()
}
