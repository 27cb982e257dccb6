//! Arrows point one way between the folders and modules of a crate. Between crates Cargo sees to it.

use std::fs;
use std::path::{Path, PathBuf};

/// A crate's sources, and which of its folders each of its folders may name.
struct Crate {
    sources: &'static str,
    may_name: &'static [(&'static str, &'static [&'static str])],
}

const CRATES: [Crate; 2] = [
    Crate {
        sources: "crates/explorer/src",
        may_name: &[
            ("words", &["words"]),
            ("state", &["words", "state"]),
            ("contract", &["words", "state", "contract"]),
            ("view", &["words", "state", "contract", "view"]),
            ("chart", &["words", "state", "contract", "view", "chart"]),
        ],
    },
    Crate {
        sources: "src",
        may_name: &[
            ("web", &["web"]),
            ("components", &["web", "components"]),
            ("pages", &["web", "components", "pages"]),
            ("app", &["web", "components", "pages", "app"]),
        ],
    },
];

/// Crates whose modules stand in an order: each names only those before it, so that there is no circle.
const ORDERS: [(&str, &[&str]); 2] = [
    (
        "crates/disclosure/src",
        &[
            // For tests.
            "test_codebook",
            // What the holder wants, has and says.
            "identifiers",
            "questionnaire",
            "plan",
            "search",
            "figures",
            "identifying",
            "texts",
            // What is counted, and what was published before.
            "recode",
            "sample",
            "risk",
            "tables",
            "history",
            "output",
            // What looks at it all.
            "proof",
            "rule",
            "signed",
            "witness",
            "rules",
            "gate",
        ],
    ),
    (
        "crates/survey-pack/src",
        &[
            "problem",
            "json",
            "text",
            "table",
            "selection",
            "file",
            "package",
            "release",
            "attack",
            "pack",
            "synthesise",
            "inspect",
            "tally",
            "cli",
        ],
    ),
];

/// No screen names another.
const PAGES: &str = "src/pages";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the project's folder")
}

/// A module's file and the files below it.
fn sources(folder: &Path, module: &str) -> Vec<PathBuf> {
    let mut found = vec![folder.join(format!("{module}.rs"))];
    let below = folder.join(module);
    if below.is_dir() {
        within(&below, &mut found);
    }
    found
}

fn within(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            within(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// What a source names right after `start`, such as `crate::`; also several in braces.
fn named<'a>(source: &'a str, start: &str) -> Vec<&'a str> {
    source.split(start).skip(1).flat_map(|rest| listed(rest)).map(name).collect()
}

/// The paths of a list in braces, or the one path that begins here.
fn listed(rest: &str) -> Vec<&str> {
    let Some(list) = rest.strip_prefix('{') else { return vec![rest] };
    let (mut paths, mut start, mut depth) = (Vec::new(), 0, 0);
    for (place, c) in list.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                paths.push(list[start..place].trim_start());
                start = place + 1;
                if c == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    paths
}

/// The module that a path begins with.
fn name(path: &str) -> &str {
    let end = path.find(|c: char| !(c.is_ascii_lowercase() || c == '_')).unwrap_or(path.len());
    &path[..end]
}

#[test]
fn arrows_point_one_way() {
    let mut wrong = Vec::new();
    for Crate { sources: folder, may_name } in &CRATES {
        for (module, allowed) in *may_name {
            for path in sources(&root().join(folder), module) {
                let source = fs::read_to_string(&path).expect("a source");
                let strangers = named(&source, "crate::")
                    .into_iter()
                    .filter(|name| may_name.iter().any(|(known, _)| known == name))
                    .filter(|name| !allowed.contains(name));
                wrong.extend(strangers.map(|name| format!("{} names {name}", path.display())));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_modules_name_each_other() {
    let mut wrong = Vec::new();
    for (folder, order) in ORDERS {
        for (place, module) in order.iter().enumerate() {
            for path in sources(&root().join(folder), module) {
                let source = fs::read_to_string(&path).expect("a source");
                let later = named(&source, "crate::")
                    .into_iter()
                    .filter(|name| order[place + 1..].contains(name));
                wrong.extend(later.map(|name| format!("{} names {name}", path.display())));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_module_stands_in_the_order() {
    for (folder, order) in ORDERS {
        let folder = root().join(folder);
        for entry in fs::read_dir(&folder).expect("a folder of sources") {
            let path = entry.expect("an entry").path();
            let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
            let is_held =
                ["lib", "main"].contains(&name.as_str()) || order.contains(&name.as_str());
            assert!(is_held, "{}", path.display());
        }
        for module in order {
            assert!(folder.join(format!("{module}.rs")).is_file(), "{module}");
        }
    }
}

#[test]
fn no_screen_names_another() {
    let pages = root().join(PAGES);
    let screens: Vec<String> = fs::read_dir(&pages)
        .expect("the screens")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.is_file())
        .map(|path| path.file_stem().expect("a name").to_string_lossy().into_owned())
        .collect();
    assert!(screens.len() >= 5, "{screens:?}");
    let mut wrong = Vec::new();
    for screen in &screens {
        for path in sources(&pages, screen) {
            let source = fs::read_to_string(&path).expect("a source");
            let mut names = named(&source, "crate::pages::");
            // From a screen's own file; its parts say `super` of the screen itself.
            if path.parent() == Some(&pages) {
                names.extend(named(&source, "super::"));
            }
            let others = names.into_iter().filter(|name| screens.iter().any(|one| one == name));
            let others = others.filter(|name| name != screen);
            wrong.extend(others.map(|name| format!("{} names {name}", path.display())));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_browsers_edges_know_nothing_of_what_is_shown() {
    let sources = sources(&root().join("src"), "web");
    // But the names that the page's scripts know them by, and what is said where no app runs.
    let knows = |path: &PathBuf| {
        let source = fs::read_to_string(path).expect("a source");
        named(&source, "explorer::").iter().any(|name| !["contract", "words"].contains(name))
    };
    let wrong: Vec<PathBuf> = sources.into_iter().filter(knows).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The packer is to make sites on machines that have neither these sources nor what builds them, and
/// could not if `site` depended on it.
#[test]
fn a_site_is_made_of_files_alone() {
    let site = root().join("crates/site");
    let manifest = fs::read_to_string(site.join("Cargo.toml")).expect("a manifest");
    let (_, dependencies) = manifest.split_once("[dependencies]").expect("dependencies");
    // Its tests may name what it is held to.
    let (dependencies, _) = dependencies.split_once("[dev-dependencies]").expect("of tests");
    let own = |line: &&str| line.contains("path =") || line.contains("workspace");
    let mut wrong: Vec<String> = dependencies.lines().filter(own).map(str::to_owned).collect();
    let mut sources = Vec::new();
    within(&site.join("src"), &mut sources);
    assert!(sources.len() >= 10, "{sources:?}");
    for path in sources {
        let source = fs::read_to_string(&path).expect("a source");
        let outside = ["env::", "env!(", "process::"].into_iter();
        let named = outside.filter(|name| source.contains(name));
        wrong.extend(named.map(|name| format!("{} names {name}", path.display())));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_folder_of_these_crates_is_held() {
    for Crate { sources: folder, may_name } in &CRATES {
        for entry in fs::read_dir(root().join(folder)).expect("a folder of sources") {
            let path = entry.expect("an entry").path();
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            // Programs of their own, and what tests share.
            if path.is_dir() && name != "bin" && name != "test_survey" {
                assert!(may_name.iter().any(|(known, _)| *known == name), "{}", path.display());
            }
        }
    }
}

#[test]
fn names_are_found() {
    let source = "use crate::view::FigureView; let x = crate::web::page::failed;";
    assert_eq!(named(source, "crate::"), ["view", "web"]);
    let source = "use crate::{gate, rule::{Case, Rule}, texts};\nfn x() { y(); }";
    assert_eq!(named(source, "crate::"), ["gate", "rule", "texts"]);
}
