//! A confidential package with arbitrary text in place of its release plan: problems, a refusal or a
//! release, never a panic.

#![no_main]

use libfuzzer_sys::fuzz_target;
use survey_pack::package;

const PACKAGE: &str = include_str!("../../data/demo-confidential/datapackage.json");
const SCHEMA: &str = include_str!("../../data/demo-confidential/answers.schema.json");
const ANSWERS: &str = include_str!("../../data/demo-confidential/answers.csv");

/// What stands before and after the plan.
fn around() -> (&'static str, &'static str) {
    let (before, rest) = PACKAGE.split_once("\"disclosure\": ").expect("a plan");
    let (_, after) = rest.split_once("\n    },\n    \"draws\"").expect("draws after the plan");
    (before, after)
}

fuzz_target!(|plan: &str| {
    let (before, after) = around();
    let package = format!("{before}\"disclosure\": {plan},\n    \"draws\"{after}");
    let folder = tempfile::tempdir().expect("a folder to work in");
    for (name, content) in [
        ("datapackage.json", package.as_str()),
        ("answers.schema.json", SCHEMA),
        ("answers.csv", ANSWERS),
    ] {
        std::fs::write(folder.path().join(name), content).expect("a file to be written");
    }
    let _ = package::open(folder.path());
});
