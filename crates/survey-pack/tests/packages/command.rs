//! The command as a shell sees it: what it writes, prints and returns.

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

use super::small::Package;

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_survey-pack")).args(arguments).output().unwrap()
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn errors(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn packed(package: &Package) -> std::path::PathBuf {
    let out = package.file("tea.bundle");
    let output = run(&["pack", text(package.path()), "--out", text(&out)]);
    assert!(output.status.success(), "{}", errors(&output));
    out
}

#[test]
fn check_reports_and_returns_1() {
    let package = Package::new();
    let output = run(&["check", text(package.path())]);
    assert!(output.status.success());
    assert!(String::from_utf8_lossy(&output.stdout).contains("Answers: 6 offices"));

    let output = run(&["check", text(&package.file("no-such-package"))]);
    assert_eq!(output.status.code(), Some(1), "the package beside it is another one");

    package.replace("answers.csv", "a little", "a litle");
    let output = run(&["check", text(&package.file("datapackage.json"))]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        errors(&output).contains("row 4, column “liking”")
            && errors(&output).ends_with("1 problem\n")
    );

    let output = run(&["check", "--json", text(package.path())]);
    assert_eq!(output.status.code(), Some(1));
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    let problem = &json["problems"][0];
    assert_eq!(problem["rows"], serde_json::json!([4]));
    assert_eq!(problem["value"], "a litle");
    assert_eq!(problem["fix"], "Did you mean “a little”?");
}

#[test]
fn pack_leaves_the_old_file_when_it_can_not_write_a_new_one() {
    let package = Package::new();
    let out = packed(&package);
    let before = std::fs::read(&out).unwrap();
    package.replace("answers.csv", "a little", "a litle");
    assert_eq!(run(&["pack", text(package.path()), "--out", text(&out)]).status.code(), Some(1));
    assert_eq!(std::fs::read(&out).unwrap(), before);
    let left = std::fs::read_dir(package.path()).unwrap().count();
    assert_eq!(left, 5, "four files of the package and the bundle");

    let nowhere = package.file("no/such/folder/tea.bundle");
    package.replace("answers.csv", "a litle", "a little");
    let output = run(&["pack", text(package.path()), "--out", text(&nowhere)]);
    assert_eq!(output.status.code(), Some(1));
    assert!(errors(&output).contains("The packed file is as it was"));
}

#[test]
fn of_confidential_answers_tables_are_packed_with_their_reports() {
    let package = super::confidential::package();
    let output = run(&["check", text(package.path())]);
    assert!(output.status.success(), "{}", errors(&output));
    assert!(String::from_utf8_lossy(&output.stdout).contains("Packing would succeed."));
    let (out, reports) = (package.file("tea.bundle"), package.file("reports"));
    let pack =
        || run(&["pack", text(package.path()), "--out", text(&out), "--report", text(&reports)]);
    let output = pack();
    assert!(output.status.success(), "{}", errors(&output));
    let bytes = std::fs::read(&out).unwrap();
    assert!(pack().status.success());
    assert_eq!(std::fs::read(&out).unwrap(), bytes, "the same package gives the same bytes");
    let sum = String::from_utf8_lossy(&output.stdout)[..64].to_owned();
    for (file, is_public) in [("disclosure.html", true), ("disclosure-private.html", false)] {
        let page = std::fs::read_to_string(reports.join(file)).unwrap();
        assert!(page.contains(&sum), "{file}");
        assert_eq!(page.contains("Not for publication"), !is_public, "{file}");
        assert_eq!(page.contains("Minimal unique sets"), !is_public, "{file}");
    }
    let json: Value =
        serde_json::from_slice(&std::fs::read(reports.join("disclosure.json")).unwrap()).unwrap();
    assert_eq!(json["smallest_cell"], 5);
    assert_eq!(json["respondents"], 60);
    assert!(json.get("inputs").is_none(), "a checksum of the answers is not public");
}

#[test]
fn confidential_answers_that_fail_are_refused_and_nothing_is_written() {
    let package = super::confidential::package();
    package.replace("datapackage.json", "to test with.", "to test with. 2 of them are new.");
    let (out, reports) = (package.file("tea.bundle"), package.file("reports"));
    let arguments = ["pack", text(package.path()), "--out", text(&out), "--report", text(&reports)];
    let output = run(&arguments);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        errors(&output).contains("rule 5 (texts): description: holds figures (2)"),
        "{}",
        errors(&output)
    );
    assert!(!out.exists() && !reports.exists());
}

#[test]
fn a_release_takes_no_other_ones_place_unseen() {
    let package = super::confidential::package();
    let out = package.file("tea.bundle");
    let pack = || run(&["pack", text(package.path()), "--out", text(&out)]);
    assert!(pack().status.success());
    package.replace("datapackage.json", "1.0.0", "1.1.0");
    let output = pack();
    assert_eq!(output.status.code(), Some(1));
    assert!(
        errors(&output).contains("holds another release of this survey"),
        "{}",
        errors(&output)
    );
}

#[test]
fn only_invented_answers_are_invented_again() {
    let package = Package::new();
    package.replace("datapackage.json", "\"synthetic\"", "\"confidential\"");
    let before = std::fs::read(package.file("answers.csv")).unwrap();
    let output = run(&["synthesise", text(package.path())]);
    assert_eq!(output.status.code(), Some(1));
    assert!(errors(&output).contains("not declared to be invented"), "{}", errors(&output));
    assert_eq!(std::fs::read(package.file("answers.csv")).unwrap(), before);
}

#[test]
fn tally_counts_what_is_selected() {
    let package = Package::new();
    let out = packed(&package);
    let cases: [(&[&str], u64, u64, &[u64]); 8] = [
        (&["--question", "with"], 6, 3, &[2, 1]),
        (&["--question", "with", "--where", "drinks=no"], 1, 0, &[0, 0]),
        (&["--question", "drinks", "--where", "with=milk,sugar"], 2, 2, &[2, 0]),
        (&["--question", "drinks", "--where", "with=all:milk,sugar"], 1, 1, &[1, 0]),
        (&["--question", "drinks", "--where", "with=@sweet"], 1, 1, &[1, 0]),
        (
            &["--question", "drinks", "--where", "drinks=yes", "--where", "liking=much"],
            2,
            2,
            &[2, 0],
        ),
        (&["--question", "liking", "--respondents", "A,E"], 2, 2, &[1, 0, 1]),
        (&["--question", "liking", "--draw", "1", "--teams", "F"], 1, 0, &[0, 0, 0]),
    ];
    for (arguments, selected, answered, counts) in cases {
        let output = run(&[&["tally", text(&out), "--json"], arguments].concat());
        assert!(output.status.success(), "{}", errors(&output));
        let json: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(json["selected"], selected, "{arguments:?}");
        assert_eq!(json["answered"], answered, "{arguments:?}");
        let options = json["options"].as_array().unwrap();
        let counted: Vec<u64> = options.iter().map(|o| o["count"].as_u64().unwrap()).collect();
        assert_eq!(counted, counts, "{arguments:?}");
        assert!(
            options.iter().all(|o| o["percent"].is_null()),
            "bases under 20 have no percentage"
        );
    }
}

#[test]
fn tally_breaks_down_and_says_what_is_published() {
    let package = Package::new();
    let out = packed(&package);
    let output = run(&["tally", text(&out), "--question", "liking", "--by", "drinks", "--json"]);
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    let parts = json["by"]["parts"].as_array().unwrap();
    let sizes: Vec<u64> = parts.iter().map(|part| part["size"].as_u64().unwrap()).collect();
    assert_eq!(sizes, [4, 1]);
    assert_eq!(parts[0]["options"][2]["count"], 2);
    assert_eq!(parts[0]["options"][2]["weight"], 1.5);

    let output = run(&["tally", text(&out), "--question", "drinks"]);
    let page = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(page.contains("yes  4 of 5, weight 4.50  published, count inferred  Yes"), "{page}");
    assert!(page.contains("  worked out  No"), "{page}");
    let inspected = run(&["inspect", text(&out)]);
    assert!(String::from_utf8_lossy(&inspected.stdout).contains("provenance  synthetic"));
}

#[test]
fn names_that_are_not_there_are_not_understood() {
    let package = Package::new();
    let out = packed(&package);
    let cases: [(&[&str], &str); 7] = [
        (&["--question", "drink"], "there is no question “drink”. Did you mean “drinks”?"),
        (&["--question", "drinks", "--by", "likes"], "there is no question “likes”"),
        (
            &["--question", "drinks", "--where", "with=milc"],
            "no answer “milc”. Did you mean “milk”?",
        ),
        (
            &["--question", "drinks", "--where", "with=@swet"],
            "no group “swet”. Did you mean “sweet”?",
        ),
        (&["--question", "drinks", "--where", "with"], "“with” is not a selection"),
        (&["--question", "drinks", "--where", "with="], "no answer of “with” is picked"),
        (&["--question", "drinks", "--draw", "2"], "there is no set of answers “2”"),
    ];
    for (arguments, expected) in cases {
        let output = run(&[&["tally", text(&out)], arguments].concat());
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(errors(&output).contains(expected), "{}", errors(&output));
    }
    let output = run(&["inspect", text(&package.file("answers.csv"))]);
    assert_eq!(output.status.code(), Some(1));
    assert!(errors(&output).contains("not a survey bundle"), "{}", errors(&output));
}
