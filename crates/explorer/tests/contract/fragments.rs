//! The version of permalinks stands in one place: `explorer::state::permalink`.

use std::path::Path;

use explorer::state::Screen;
use explorer::state::permalink::START;

use crate::sources::{Source, every_source};

/// What may hold fragments of versions as they were written: the grammar with its tests, and what is
/// made from it.
const OWN: [&str; 2] = ["crates/explorer/src/state/permalink", "assets/contract.js"];

/// What follows `#/` up to the next `/`, where that is a number.
fn versions(text: &str) -> impl Iterator<Item = &str> {
    text.split("#/").skip(1).filter_map(|rest| {
        let (version, _) = rest.split_once('/')?;
        (!version.is_empty() && version.bytes().all(|byte| byte.is_ascii_digit()))
            .then_some(version)
    })
}

/// Whether a line is for people: of a document, or a comment.
fn is_for_people(source: &Source, line: &str) -> bool {
    Path::new(&source.path).extension().is_some_and(|ending| ending == "md")
        || line.trim_start().starts_with("//")
}

#[test]
fn nobody_writes_the_version_of_permalinks_by_hand() {
    let mut wrong = Vec::new();
    for source in every_source() {
        if OWN.iter().any(|own| source.path.starts_with(own)) {
            continue;
        }
        for (at, line) in source.text.lines().enumerate() {
            for version in versions(line) {
                // An example is to be pasted as it is; of an older version it would mislead. A test
                // may write a version that is not there.
                if is_for_people(&source, line) != (format!("#/{version}/") == START) {
                    wrong.push(format!("{}:{}: {line}", source.path, at + 1));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "take it from explorer::state::permalink\n{}", wrong.join("\n"));
}

#[test]
fn publishers_are_told_of_every_screen() {
    let documents = every_source();
    let guide = documents.iter().find(|source| source.path == "docs/embed.md").expect("the guide");
    let row = guide.text.lines().find(|line| line.starts_with("| `view` |")).expect("its row");
    for screen in Screen::ALL {
        assert!(row.contains(&format!("`{}`", screen.id())), "{row}");
    }
}

#[test]
fn versions_are_found() {
    let text = format!("a {START} b #/12/x #/a/b #/ #/3 https://a.example/#//1/");
    let own = START.trim_matches(['#', '/']);
    assert_eq!(versions(&text).collect::<Vec<_>>(), [own, "12"]);
}
