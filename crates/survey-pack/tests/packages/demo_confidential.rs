//! The invented demonstration of a confidential survey: made again from its seed, with what must
//! not survive packing planted in it.

use std::path::{Path, PathBuf};

use serde_json::Value;
use survey::{Provenance, Source};
use survey_pack::{package, synthesise};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/demo-confidential")
}

fn kept(file: &str) -> String {
    std::fs::read_to_string(folder().join(file)).unwrap()
}

fn canaries() -> Vec<String> {
    kept("canaries.txt").lines().map(str::to_owned).collect()
}

/// The command overwrites no confidential answers, so they are invented in a synthetic copy. The
/// columns that are not packed are added here.
fn invent() -> String {
    let copy = tempfile::tempdir().unwrap();
    let write = |file: &str, json: &Value| std::fs::write(copy.path().join(file), json.to_string());
    let mut package: Value = serde_json::from_str(&kept("datapackage.json")).unwrap();
    package["survey"]["provenance"] = "synthetic".into();
    package["survey"].as_object_mut().unwrap().remove("disclosure");
    write("datapackage.json", &package).unwrap();
    let mut schema: Value = serde_json::from_str(&kept("answers.schema.json")).unwrap();
    let fields = schema["fields"].as_array_mut().unwrap();
    fields.retain(|field| field["survey"]["role"] != "left_out");
    write("answers.schema.json", &schema).unwrap();
    let [table] = synthesise::synthesise(copy.path()).unwrap().try_into().unwrap();

    let mut lines = table.csv.lines();
    let header = format!("{},remark,email,returned\n", lines.next().unwrap());
    let rows = lines.zip(1..).map(|(line, team)| {
        let remark = if team % 4 == 1 { "Canary-e93d: our own words" } else { "" };
        let day = team % 28 + 1;
        format!("{line},{remark},Canary-b6f2.{team}@team.example,2031-02-{day:02}\n")
    });
    header + &rows.collect::<String>()
}

/// `DEMO_WRITE=1 cargo test -p survey-pack demonstration` writes the answers after a change of the
/// quotas.
#[test]
fn the_demonstration_is_made_again_byte_for_byte() {
    let invented = invent();
    if std::env::var_os("DEMO_WRITE").is_some() {
        std::fs::write(folder().join("answers.csv"), &invented).unwrap();
    }
    assert_eq!(invented, kept("answers.csv"));
}

#[test]
fn the_demonstration_says_everywhere_that_it_is_invented() {
    let survey = package::read(&folder()).unwrap();
    let about = survey.about();
    assert_eq!(about.provenance, Provenance::Confidential);
    let texts =
        [&about.title, &about.banner, &about.description[0], &about.limits[0], &about.citation];
    for text in texts {
        assert!(text.contains("nvented"), "{text}");
    }
}

#[test]
fn every_canary_is_planted_among_answers_or_labels() {
    let planted = kept("answers.csv") + &kept("answers.schema.json");
    for canary in canaries() {
        assert!(planted.contains(&canary), "{canary}");
        assert!(
            !kept("datapackage.json").replace("\"id\": \"Canary-7c41 team\"", "").contains(&canary)
        );
    }
}

#[test]
fn some_answers_are_only_one_teams() {
    let survey = package::read(&folder()).unwrap();
    let records = survey.draws()[0].records().unwrap();
    assert_eq!(records.respondents(), 58);
    let mut single = Vec::new();
    for (ix, question) in survey.codebook().iter() {
        let tally = records.total(ix);
        let alone = question.options.iter().zip(&tally.counts).filter(|(_, count)| **count == 1);
        single.extend(alone.map(|(option, _)| format!("{}={}", question.id, option.id)));
    }
    assert_eq!(single, ["authority=island", "ways=pigeon", "how_long=longer", "records=other"]);
}
