//! The folders of `src` keep to their side: arrows point one way.

use std::fs;
use std::path::{Path, PathBuf};

/// Which folders of the crate each folder may name.
const MAY_NAME: [(&str, &[&str]); 5] = [
    ("state", &["state"]),
    ("view", &["state", "view"]),
    ("chart", &["state", "view", "chart"]),
    ("web", &["web"]),
    ("components", &["state", "view", "chart", "web", "components"]),
];

fn sources(folder: &str) -> Vec<PathBuf> {
    fn within(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).expect("a folder of src") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                within(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = vec![src.join(format!("{folder}.rs"))];
    within(&src.join(folder), &mut found);
    found
}

/// The folders that a source names after `crate::`.
fn named(source: &str) -> impl Iterator<Item = &str> {
    source.split("crate::").skip(1).map(|rest| {
        let end = rest.find(|c: char| !(c.is_ascii_lowercase() || c == '_')).unwrap_or(rest.len());
        &rest[..end]
    })
}

#[test]
fn arrows_point_one_way() {
    let mut wrong = Vec::new();
    for (folder, may_name) in MAY_NAME {
        for path in sources(folder) {
            let source = fs::read_to_string(&path).expect("a source");
            let strangers = named(&source)
                .filter(|name| MAY_NAME.iter().any(|(known, _)| known == name))
                .filter(|name| !may_name.contains(name));
            wrong.extend(strangers.map(|name| format!("{} names {name}", path.display())));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn names_are_found() {
    let source = "use crate::view::FigureView; let x = crate::web::page::failed;";
    assert_eq!(named(source).collect::<Vec<_>>(), ["view", "web"]);
}
