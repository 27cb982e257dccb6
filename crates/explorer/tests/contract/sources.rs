//! The sources of both sides, as text.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

pub(crate) fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

pub(crate) const ASSETS: &[&str] = &["assets"];

/// What people wrote of the scripts: not what is made from Rust.
pub(crate) fn scripts() -> Vec<Source> {
    let mut scripts = sources(ASSETS, &[".js"]);
    let made = ["assets/contract.js", "assets/words.js"];
    scripts.retain(|source| !made.contains(&source.path.as_str()));
    scripts
}

/// A source: where it lies below the project's folder, and its text.
pub(crate) struct Source {
    pub(crate) path: String,
    pub(crate) text: String,
}

/// The files with one of these endings in these files and folders of the project.
pub(crate) fn sources(places: &[&str], endings: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    for place in places {
        collect(&root().join(place), endings, &mut found);
    }
    assert!(!found.is_empty(), "no sources in {places:?}");
    found
}

/// Everything that people write, tests and documents with it, but what the tests of views expect.
pub(crate) fn every_source() -> Vec<Source> {
    let tracked = Command::new("git").arg("ls-files").current_dir(root()).output();
    let names = String::from_utf8(tracked.expect("git").stdout).expect("names of files");
    // Files of people's own data and pictures hold anything; what views say is accepted, not written.
    let endings = [".rs", ".js", ".mjs", ".ts", ".md", ".html", ".toml", ".json", ".scss", ".py"];
    assert!(!names.is_empty(), "the sources are in no repository");
    let written = names.lines().filter(|name| endings.iter().any(|ending| name.ends_with(ending)));
    written
        .filter_map(|name| {
            let text = fs::read_to_string(root().join(name)).ok()?;
            Some(Source { path: name.to_owned(), text })
        })
        .collect()
}

fn collect(path: &Path, endings: &[&str], found: &mut Vec<Source>) {
    if path.is_dir() {
        let entries = fs::read_dir(path).expect("a folder of sources");
        let mut paths: Vec<PathBuf> =
            entries.map(|entry| entry.expect("an entry").path()).collect();
        paths.sort();
        for path in paths {
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            // What tests write is no use of a name, unless a test's own place is asked for.
            if name != "tests" && name != "tests.rs" {
                collect(&path, endings, found);
            }
        }
    } else if path.to_string_lossy().ends_with(".test.js") {
        // Tests spell what they expect.
    } else if endings.iter().any(|ending| path.to_string_lossy().ends_with(ending)) {
        let below = path.strip_prefix(root()).expect("a path below the project");
        let text = fs::read_to_string(path).expect("a source");
        found.push(Source { path: below.to_string_lossy().into_owned(), text });
    }
}

/// What the texts name right after `start`.
pub(crate) fn named<'a>(sources: &'a [Source], start: &str) -> Vec<&'a str> {
    let after = sources.iter().flat_map(|source| source.text.split(start).skip(1));
    after
        .map(|rest| {
            let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
            &rest[..rest.find(|c| !is_part(c)).unwrap_or(rest.len())]
        })
        .filter(|name| !name.is_empty())
        .collect()
}
