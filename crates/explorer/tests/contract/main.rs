//! Rust and JavaScript name the same things by the same names.
//!
//! After a change of the contract `CONTRACT_WRITE=1 cargo test -p explorer --test contract` writes
//! `assets/contract.js` again.

mod fragments;
mod script;
mod sources;
mod uses;

use std::fs;

use crate::sources::root;

#[test]
fn the_script_is_made_from_the_contract_as_it_is() {
    let (file, expected) = (root().join("assets/contract.js"), script::text());
    if std::env::var_os("CONTRACT_WRITE").is_some() {
        fs::write(&file, &expected).unwrap();
    }
    let committed = fs::read_to_string(&file).unwrap_or_default();
    assert!(committed == expected, "run `CONTRACT_WRITE=1 cargo test -p explorer --test contract`");
}
