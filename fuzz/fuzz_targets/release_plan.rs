//! A confidential package with arbitrary text in place of its release plan: problems, a refusal, or a
//! release in which nothing is under the lowest threshold that a plan may set.

#![no_main]

use libfuzzer_sys::fuzz_target;
use survey::{Form, Tally, bundle};
use disclosure::Plan;
use survey_pack::{package, release};

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
    let Ok(package) = package::open(folder.path()) else { return };
    if let Ok(release) = release::release(&package, &[]) {
        expect_protected(&release.bytes);
    }
});

fn expect_protected(bytes: &[u8]) {
    let survey = bundle::decode(bytes).expect("what was packed can be read").survey;
    let [draw] = survey.draws() else { panic!("{} draws", survey.draws().len()) };
    let Form::Cube(cube) = &draw.form else { panic!("records") };
    let parts = cube.crossed().iter().flat_map(|table| &table.parts);
    for Tally { answered, counts, .. } in cube.totals().iter().flatten().chain(parts) {
        for count in counts {
            assert!((Plan::LOWEST_THRESHOLD..=answered - Plan::LOWEST_THRESHOLD).contains(count));
        }
    }
}
