//! Rust and JavaScript name the same things by the same names.
//!
//! After a change of the contract `CONTRACT_WRITE=1 cargo test -p explorer --test contract` writes
//! `assets/contract.js` and `assets/words.js` again.

mod fragments;
mod lexer;
mod literals;
mod script;
mod sources;
mod uses;
mod words;

use std::fs;

use crate::sources::root;

#[test]
fn the_scripts_are_made_from_contract_and_words_as_they_are() {
    for (name, expected) in [("contract.js", script::text()), ("words.js", words::text())] {
        let file = root().join("assets").join(name);
        if std::env::var_os("CONTRACT_WRITE").is_some() {
            fs::write(&file, &expected).unwrap();
        }
        let committed = fs::read_to_string(&file).unwrap_or_default();
        let advice = "run `CONTRACT_WRITE=1 cargo test -p explorer --test contract`";
        assert!(committed == expected, "{name}: {advice}");
    }
}
