//! The packed demonstration, and what its bytes hold.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use survey::bundle::{self, Bundle};
use survey::{Cube, Form, Provenance};
use survey_pack::{package, release};

/// The gate's usual threshold. It stands here again because these tests trust nothing of the gate.
pub(crate) const THRESHOLD: u32 = 5;

pub(crate) fn folder(survey: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data").join(survey)
}

pub(crate) fn bytes() -> Vec<u8> {
    let package = package::open(&folder("demo-confidential")).unwrap();
    release::release(&package, &[]).map_err(|refusal| refusal.problems).unwrap().bytes
}

pub(crate) fn cube() -> Arc<Cube> {
    let Bundle { survey, .. } = bundle::decode(&bytes()).unwrap();
    assert_eq!(survey.about().provenance, Provenance::Confidential);
    let [draw] = survey.draws() else { panic!("a confidential survey has one draw") };
    let Form::Cube(cube) = &draw.form else { panic!("confidential answers are a cube") };
    Arc::clone(cube)
}

/// Who stands where in the table, under which name and with which remarks, leaves no trace.
#[test]
fn other_rows_order_names_and_remarks_give_the_same_bytes() {
    let copy = tempfile::tempdir().unwrap();
    for file in ["datapackage.json", "answers.schema.json"] {
        std::fs::copy(folder("demo-confidential").join(file), copy.path().join(file)).unwrap();
    }
    let answers = std::fs::read_to_string(folder("demo-confidential").join("answers.csv")).unwrap();
    let (header, rows) = answers.split_once('\n').unwrap();
    let others = rows.lines().rev().enumerate().map(|(number, row)| {
        let (_, row) = row.split_once(',').unwrap();
        let [_, _, _, row] = row.rsplitn(4, ',').collect::<Vec<_>>()[..] else { panic!("{row}") };
        format!("Another {number},{row},Another remark,,\n")
    });
    std::fs::write(
        copy.path().join("answers.csv"),
        format!("{header}\n{}", others.collect::<String>()),
    )
    .unwrap();
    let package = package::open(copy.path()).unwrap();
    let release = release::release(&package, &[]).map_err(|refusal| refusal.problems).unwrap();
    assert_eq!(release.bytes, bytes());
}

/// What the demonstration is to show. If the gate lets more through, or less, this says so.
#[test]
fn these_tables_are_published_and_no_others() {
    let cube = cube();
    let id = |ix: survey::QuestionIx| cube.codebook().question(ix).id.as_str();
    let withheld: Vec<&str> = (cube.codebook().iter())
        .filter(|(ix, _)| cube.totals()[ix.position()].is_none())
        .map(|(ix, _)| id(ix))
        .collect();
    assert_eq!(withheld, [] as [&str; 0], "a question without counts is not in the file at all");
    assert_eq!(cube.codebook().find("complaint"), None);
    let crossed: Vec<String> = cube
        .crossed()
        .iter()
        .map(|table| format!("{} by {}", id(table.question), id(table.by)))
        .collect();
    assert_eq!(
        crossed,
        [
            "authority by funding",
            "funding by authority",
            "stays by authority",
            "stays by funding",
            "feedback by authority",
            "feedback by funding",
            "changed by authority",
            "changed by funding",
            "records by authority",
            "records by funding",
            "training by authority",
            "training by funding",
            "lead by authority",
            "lead by funding",
            "obstacles by authority",
            "obstacles by funding",
            "checked by authority",
            "checked by funding",
        ]
    );
}
