//! The holder's own attack on a packed file, as the command runs it.

use std::fmt::Write;
use std::path::PathBuf;
use std::process::{Command, Output};

use disclosure::Rule;
use disclosure::rules::RULES;
use serde_json::Value;
use survey_pack::package;
use survey_pack::release::{release, release_by};

use super::confidential;
use super::small::Package;

fn attack(file: &str, package: &Package, more: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_survey-pack"))
        .args(["attack", file, "--answers"])
        .arg(package.path())
        .args(more)
        .output()
        .unwrap()
}

fn printed(output: &Output) -> String {
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn pack(package: &Package, bytes: &[u8]) -> PathBuf {
    package.write("tea.bundle", bytes);
    package.file("tea.bundle")
}

/// A package with its release, by all rules.
fn released(package: &Package) -> PathBuf {
    let release = release(&package::open(package.path()).unwrap(), &[]);
    pack(package, &release.map_err(|refusal| refusal.problems).unwrap().bytes)
}

/// Ids without digits, which the rule on texts would ask about.
const IDS: [&str; 10] = ["qa", "qb", "qc", "qd", "qe", "qf", "qg", "qh", "qi", "qj"];

/// A survey of yes-or-no questions and a grouping. `kinds` makes everybody one of four kinds who
/// answer alike.
fn survey(kinds: bool) -> Package {
    let package = Package::empty();
    package.write("datapackage.json", confidential::DESCRIPTOR);
    let question = |id| format!(r#"{{ "name": "{id}", "categories": ["y", "n"] }}"#);
    let questions = IDS.map(question);
    let grouping = r#"{ "name": "kind", "categories": ["a", "b", "c", "d"],
        "survey": { "grouping": true } }"#;
    let fields = questions.join(", ");
    let schema = format!(
        r#"{{ "primaryKey": "office", "fields": [{{ "name": "office" }}, {grouping}, {fields}] }}"#
    );
    package.write("answers.schema.json", schema);
    let mut csv = format!("office,kind,{}\n", IDS.join(","));
    let mut state = 7_u64;
    for office in 0..60 {
        let kind = office % 4;
        write!(csv, "Office {office:02},{}", ["a", "b", "c", "d"][kind]).unwrap();
        for question in 0..10 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            // Of each kind, the questions' answers are a pattern of bits, or drawn.
            let drawn = state >> 40 & 1 == 1;
            let yes = if kinds { (kind * 7 + 3) * (question + 5) / 4 % 2 == 1 } else { drawn };
            csv += if yes { ",y" } else { ",n" };
        }
        csv += "\n";
    }
    package.write("answers.csv", csv);
    package
}

#[test]
fn tables_of_a_calm_survey_tell_no_more_than_its_totals() {
    let package = survey(false);
    let file = released(&package);
    let before = std::fs::read_dir(package.path()).unwrap().count();
    let output = attack(file.to_str().unwrap(), &package, &[]);
    let page = printed(&output);
    assert_eq!(output.status.code(), Some(0), "{page}");
    assert!(page.starts_with("For the holder of the answers alone"), "{page}");
    assert!(page.contains("Tables find no more than totals alone: of whole rows "), "{page}");
    assert!(page.contains("the search sees"), "{page}");
    assert!(page.contains("A search that finds nobody proves nothing."), "{page}");
    assert_eq!(std::fs::read_dir(package.path()).unwrap().count(), before, "nothing is written");

    let json = attack(file.to_str().unwrap(), &package, &["--json", "--tries", "5"]);
    let again = attack(file.to_str().unwrap(), &package, &["--json", "--tries", "5"]);
    assert_eq!(json.stdout, again.stdout, "the same tries find the same");
    let json: Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!((&json["verdict"], &json["tries"]), (&"no_better".into(), &5.into()));
    assert_eq!(json["lengths"].as_array().unwrap().len(), 3);
    let triples = &json["triples"];
    assert!(triples["small"].as_u64().unwrap() > 0 && triples["pinned"] == 0, "{triples}");
    // Who reads the JSON finds it by the names that it has always had.
    assert!(triples["from_some"].is_boolean(), "{triples}");
}

/// Four kinds who answer alike: a table by kind says all of each of them. Rules stop it, and are
/// taken away here.
#[test]
fn tables_that_tell_everything_are_found_out() {
    let package = survey(true);
    let opened = package::open(package.path()).unwrap();
    let none = release(&opened, &[]).is_ok_and(|release| {
        release.findings.tables.names().iter().any(|table| table.by.is_some())
    });
    assert!(!none, "the gate lets a telling table through");
    let kept = ["columns", "output"];
    let rules: Vec<Rule> = RULES.iter().filter(|rule| kept.contains(&rule.name)).copied().collect();
    let release = release_by(&opened, &[], &rules).map_err(|refusal| refusal.problems).unwrap();
    let file = pack(&package, &release.bytes);
    let output = attack(file.to_str().unwrap(), &package, &[]);
    let page = printed(&output);
    assert_eq!(output.status.code(), Some(1), "{page}");
    assert!(
        page.contains("Tables find more than totals alone: of whole rows 60.0 of 60"),
        "{page}"
    );
    assert!(page.contains("“withhold”"), "{page}");
}

/// Eight groupings, each by each: more columns hang together than can be searched.
#[test]
fn tables_that_hang_together_too_widely_are_named() {
    let package = survey(false);
    let field = |id| {
        format!(
            r#"{{ "name": "{id}", "categories": ["a", "b", "c", "d"],
                 "survey": {{ "grouping": true }} }}"#
        )
    };
    let fields: Vec<String> = IDS[..8].iter().map(field).collect();
    package.write(
        "answers.schema.json",
        format!(
            r#"{{ "primaryKey": "id", "fields": [{{ "name": "id" }}, {}] }}"#,
            fields.join(",")
        ),
    );
    let mut csv = format!("id,{}\n", IDS[..8].join(","));
    let mut state = 5_u64;
    for office in 0..400 {
        write!(csv, "Office {office:03}").unwrap();
        for _ in 0..8 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            csv += [",a", ",b", ",c", ",d"][usize::try_from(state >> 62).unwrap()];
        }
        csv += "\n";
    }
    package.write("answers.csv", csv);
    let rules: Vec<Rule> = RULES.iter().filter(|rule| rule.name == "output").copied().collect();
    let opened = package::open(package.path()).unwrap();
    let release = release_by(&opened, &[], &rules).map_err(|refusal| refusal.problems).unwrap();
    let file = pack(&package, &release.bytes);
    let more = ["--tries", "2", "--columns", "3"];
    let output = attack(file.to_str().unwrap(), &package, &more);
    let page = printed(&output);
    assert!(page.contains("The tables by qd, qe, qf, qg, qh were not searched"), "{page}");
    assert!(page.contains("Parts of 3 columns"), "{page}");
}

#[test]
fn a_file_of_other_answers_is_refused() {
    let package = survey(false);
    let file = released(&package);
    let file = file.to_str().unwrap();
    let refused = |why: &str| {
        let output = attack(file, &package, &[]);
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{error}");
        assert!(output.stdout.is_empty() && error.contains(why), "{error}");
    };
    let answers = std::fs::read_to_string(package.file("answers.csv")).unwrap();
    let last = answers.trim_end().rfind('\n').unwrap();
    package.write("answers.csv", &answers[..=last]);
    refused("not of this package: it counts 60 respondents, and the package 59");

    // Two answers change places between two offices: no total tells.
    package.write("answers.csv", swapped(&answers));
    refused("the answers give other counts of “qa by kind”");

    package.write("answers.csv", &answers);
    package.replace("answers.schema.json", "\"qd\", \"categories\": [\"y\", \"n\"]", {
        "\"qd\", \"categories\": [\"n\", \"y\"]"
    });
    refused("the package has other answers to “qd”");
    package.replace("answers.schema.json", "\"qd\"", "\"qdd\"");
    package.write("answers.csv", answers.replace("qd", "qdd"));
    refused("the package has no question “qd”");

    let (other, public) = (confidential::package(), Package::new());
    let output = attack(file, &other, &[]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("not of this package"));
    let output = attack(file, &public, &[]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("the answers are not confidential"));
}

/// Lets two offices of different kinds change their answers to the first question, where these differ.
fn swapped(answers: &str) -> String {
    let mut rows: Vec<Vec<&str>> = answers.lines().map(|row| row.split(',').collect()).collect();
    let pair = (1..rows.len()).flat_map(|a| (1..rows.len()).map(move |b| (a, b)));
    let differ = |&(a, b): &(usize, usize)| rows[a][1] != rows[b][1] && rows[a][2] != rows[b][2];
    let (a, b) = pair.into_iter().find(differ).unwrap();
    (rows[a][2], rows[b][2]) = (rows[b][2], rows[a][2]);
    rows.iter().map(|row| row.join(",") + "\n").collect()
}

#[test]
fn what_was_not_understood_returns_2_and_a_file_without_tables_1() {
    let package = Package::new();
    let file = package.file("tea.bundle");
    let file = file.to_str().unwrap();
    survey_pack::pack::pack(package.path(), file.as_ref(), &survey_pack::pack::Options::default())
        .unwrap();
    let output = attack(file, &package, &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("holds no tables of confidential"));
    for more in [["--tries", "1"], ["--tries", "many"], ["--columns", "2"]] {
        assert_eq!(attack(file, &package, &more).status.code(), Some(2), "{more:?}");
    }
    let output = attack(file, &package, &["--tries", "4000000000"]);
    assert_eq!(output.status.code(), Some(1));
}
