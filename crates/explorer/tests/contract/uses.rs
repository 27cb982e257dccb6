//! Each name of the contract is used on both sides, and no side uses one that is not in it.

use std::collections::BTreeSet;

use explorer::contract::names::{self, NAMED, Spelled};

use crate::sources::{ASSETS, Source, named, scripts, sources};

/// How one side spells a kind of name: in which files, and what stands right before it.
struct Spelling {
    places: &'static [&'static str],
    starts: &'static [&'static str],
}

/// A kind of name, and how both sides spell it.
struct Kind {
    spelled: Spelled,
    scripts: Spelling,
    rust: Spelling,
    /// Whether whatever Rust spells so is a name of the contract. Not of ids: most are for styles.
    rust_has_no_others: bool,
}

const BOOT: &[&str] = &["assets/boot"];
const EMBED: &[&str] = &["assets/embed"];
const MAKING: &[&str] = &["crates", "xtask", "Trunk.toml"];

const KINDS: [Kind; 9] = [
    Kind {
        spelled: names::PAGE_FUNCTIONS,
        // The compiler of types holds the scripts to this interface.
        scripts: Spelling { places: &["assets/findings.d.ts"], starts: &["\n  "] },
        rust: Spelling { places: &["src"], starts: &["js_name = "] },
        rust_has_no_others: true,
    },
    Kind {
        spelled: names::IDS,
        scripts: Spelling { places: ASSETS, starts: &["getElementById(\"", "byId(\""] },
        rust: Spelling {
            places: &["src", "index.html"],
            starts: &["id=\"", "get_element_by_id(\""],
        },
        rust_has_no_others: false,
    },
    Kind {
        spelled: names::CLASSES,
        scripts: Spelling { places: EMBED, starts: &["querySelector(\"."] },
        rust: Spelling { places: &["src"], starts: &["class=\""] },
        rust_has_no_others: false,
    },
    Kind {
        spelled: names::DATA_ATTRIBUTES,
        scripts: Spelling { places: ASSETS, starts: &["dataset.", "\"data-", "[data-"] },
        rust: Spelling {
            places: &["src", "xtask", "crates", "Trunk.toml", "tests/site/taking.rs"],
            starts: &["\"data-", " data-", "[data-"],
        },
        rust_has_no_others: false,
    },
    Kind {
        spelled: names::PARTS,
        // Parts of the program are also in the page as one file, so they are looked for by the attribute.
        scripts: Spelling { places: BOOT, starts: &["meta(\"", "`[data-"] },
        rust: Spelling { places: MAKING, starts: &["name=\\\"findings-", "name=\"findings-"] },
        rust_has_no_others: true,
    },
    Kind {
        spelled: names::BLOCKS,
        scripts: Spelling { places: BOOT, starts: &["unpacked(\"findings-"] },
        rust: Spelling { places: MAKING, starts: &["data_block(\""] },
        rust_has_no_others: true,
    },
    Kind {
        spelled: names::TAKE_AWAY_ATTRIBUTES,
        scripts: Spelling { places: &["assets/boot/take-away.js"], starts: &["getAttribute(\""] },
        rust: Spelling { places: &["src/components/take_away.rs"], starts: &[" {"] },
        rust_has_no_others: true,
    },
    Kind {
        spelled: names::EMBED_ATTRIBUTES,
        scripts: Spelling { places: EMBED, starts: &["getAttribute(\""] },
        // What publishers read.
        rust: Spelling { places: &["docs/embed.md"], starts: &["\n| `"] },
        rust_has_no_others: false,
    },
    Kind {
        spelled: names::MESSAGES,
        scripts: Spelling {
            places: &["assets/embed", "assets/takeaway/heights.js"],
            starts: &["type: \"", "type === \""],
        },
        rust: Spelling { places: &["tests/site/embedding"], starts: &["type: '"] },
        rust_has_no_others: false,
    },
];

impl Spelling {
    fn used<'a>(&self, sources: &'a [Source]) -> BTreeSet<&'a str> {
        self.starts.iter().flat_map(|start| named(sources, start)).collect()
    }
}

#[test]
fn names_that_are_spelled_out_are_those_of_the_contract() {
    let mut wrong = Vec::new();
    for Kind { spelled: Spelled { what, names }, scripts, rust, rust_has_no_others } in &KINDS {
        let declared: BTreeSet<&str> = names.iter().copied().collect();
        for (side, spelling, has_no_others) in
            [("JavaScript", scripts, true), ("Rust", rust, *rust_has_no_others)]
        {
            let sources = sources(spelling.places, &[".js", ".ts", ".rs", ".html", ".toml", ".md"]);
            let used = spelling.used(&sources);
            let unused = declared.difference(&used);
            wrong.extend(unused.map(|name| format!("{side} does not use {name} of the {what}")));
            let unknown = used.difference(&declared).filter(|_| has_no_others);
            wrong.extend(unknown.map(|name| format!("{side} uses {name}, none of the {what}")));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

fn holds(sources: &[Source], text: &str) -> bool {
    sources.iter().any(|source| source.text.contains(text))
}

#[test]
fn scripts_use_every_constant_and_write_none_by_hand() {
    let (contract, scripts) = (crate::script::text(), scripts());
    let contract = [Source { path: String::new(), text: contract }];
    let mut wrong = Vec::new();
    for constant in named(&contract, "export const ") {
        if !named(&scripts, " ").contains(&constant) {
            wrong.push(format!("no script imports {constant}"));
        }
    }
    for name in NAMED {
        if holds(&scripts, &format!("\"{}\"", name.value)) {
            wrong.push(format!("a script writes {:?} and not {}", name.value, name.identifier));
        }
    }
    // Names that would be shared and are not declared.
    for start in ["new Event(\"", "new CustomEvent(\"", "customElements.define(\"", "Item(\""] {
        // The browser's own.
        let others = named(&scripts, start).into_iter().filter(|name| *name != "beforeunload");
        wrong.extend(others.map(|name| format!("a script writes {start}{name}")));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_program_uses_every_constant_and_writes_none_by_hand() {
    let mut program = sources(&["src", "crates/explorer/src", "crates/takeaway/src"], &[".rs"]);
    program.retain(|source| !source.path.starts_with("crates/explorer/src/contract"));
    // What makes the site does not know this crate: it is compiled before all else.
    let making = sources(&["crates", "xtask", "docs"], &[".rs", ".md"]);
    let mut wrong = Vec::new();
    for name in NAMED {
        let value = name.value.trim_start_matches("./");
        let made =
            || ["\"", "`"].iter().any(|quote| holds(&making, &format!("{quote}{value}{quote}")));
        let marked_up = || holds(&program, &format!("<{value} "));
        if !holds(&program, name.identifier) && !made() && !marked_up() {
            wrong.push(format!("Rust does not use {}", name.identifier));
        }
    }
    for start in ["tell(\"", "Event::new(\"", "KEY: &str = \""] {
        wrong
            .extend(named(&program, start).iter().map(|name| format!("Rust writes {start}{name}")));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_name_is_what_stands_right_after_its_start() {
    let text = "byId(\"in-full\"); byId(name); other.byId(\"app\")".to_owned();
    assert_eq!(named(&[Source { path: String::new(), text }], "byId(\""), ["in-full", "app"]);
}
