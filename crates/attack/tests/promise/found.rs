//! Surveys that gave a small count away once, made as small as they could be; and some that were
//! thought of. Each is refused now, or comes without the telling table.

use disclosure::rules::RULES;
use disclosure::{Rule, Stage};
use serde::Deserialize;

use crate::judge::judge;
use crate::release::release;
use crate::survey::Survey;

#[derive(Deserialize)]
struct Found {
    /// What it is.
    what: String,
    /// What kind of count it gives away.
    kind: String,
    survey: Survey,
}

fn read() -> Vec<Found> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/promise/found");
    let mut files: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    let text = |file: &std::path::PathBuf| std::fs::read_to_string(file).unwrap();
    let read = |file| {
        serde_json::from_str(&text(file)).unwrap_or_else(|e| panic!("{}: {e}", file.display()))
    };
    files.iter().map(read).collect()
}

/// What is known, in kinds, of what comes out by some rules.
fn given_away(survey: &Survey, rules: &[Rule]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let outs = release(survey, rules, folder.path());
    let pinned = if outs.is_empty() { Vec::new() } else { judge(survey, &outs).pinned };
    pinned.into_iter().map(|slip| format!("{}: {}", slip.kind, slip.what)).collect()
}

#[test]
fn what_was_found_once_is_refused() {
    let read = read().into_iter();
    let given = read.map(|found| (found.what, given_away(&found.survey, &RULES)));
    let given: Vec<(String, Vec<String>)> = given.filter(|(_, given)| !given.is_empty()).collect();
    assert!(given.is_empty(), "{given:#?}");
}

/// The judge sees each of them where nothing stops it.
#[test]
fn what_was_found_once_is_seen() {
    let output: Vec<Rule> = RULES.into_iter().filter(|rule| rule.stage == Stage::Output).collect();
    for Found { what, kind, survey } in read() {
        let seen = given_away(&survey, &output);
        let kind = format!("{kind}: ");
        assert!(seen.iter().any(|slip| slip.starts_with(&kind)), "{what}: {seen:?}");
    }
}
