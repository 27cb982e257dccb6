//! Public answers whose respondents go by what belongs to one person.

use survey_pack::problem::Problem;

use super::small::{ANSWERS, DESCRIPTOR, Package};

/// The small package as public answers, its six respondents named otherwise.
fn named(names: [&str; 6]) -> Package {
    let package = Package::new();
    let mut answers = ANSWERS.to_owned();
    for (letter, name) in ["\nA,", "\nB,", "\nC,", "\nD,", "\nE,", "\nF,"].iter().zip(names) {
        answers = answers.replace(letter, &format!("\n\"{name}\","));
    }
    package.write("answers.csv", answers);
    let sources = r#""sources": [{ "title": "A leaflet" }], "resources""#;
    let descriptor = DESCRIPTOR.replace(r#""synthetic""#, r#""public""#);
    package.write("datapackage.json", descriptor.replace(r#""resources""#, sources));
    package
}

fn said(package: &Package) -> Vec<Problem> {
    package.read().err().unwrap_or_default()
}

#[test]
fn they_are_refused_with_row_column_and_what_to_do() {
    let package = named(["Office 1", "jo@tea.example", "al@tea.example", "D", "E", "F"]);
    let problems = said(&package);
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert_eq!(
        problems[0].to_string(),
        "answers.csv, rows 3 and 4, column “office”: the respondent’s name has the form of an e-mail \
         address, and is published. Give the respondents numbers of your own in that column (1, 2, 3 \
         …). If their holder has published exactly these, say “identifiers”: “meant” in the package’s \
         “survey”."
    );
}

#[test]
fn numbers_that_check_themselves_are_nhs_numbers_and_chance_is_none() {
    let numbers =
        ["9434765919", "4857773456", "4010232137", "4505577104", "9876543210", "1234567890"];
    let problems = said(&named(numbers));
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(problems[0].what.contains("NHS number") && problems[0].rows.len() > 3, "{problems:?}");
    // As a survey service numbers what it is sent.
    let numbers =
        ["3436139758", "3434278696", "3434275578", "3434268208", "3434250245", "9434765919"];
    assert_eq!(said(&named(numbers)), []);
}

#[test]
fn a_header_tells_what_bare_numbers_are() {
    let package = named(["17", "18", "19", "20", "21", "22"]);
    assert_eq!(said(&package), []);
    package.replace("answers.csv", "office,drinks", "Case-number,drinks");
    package.replace("answers.schema.json", "\"office\"", "\"Case-number\"");
    let problems = said(&package);
    assert_eq!(problems[0].column.as_deref(), Some("Case-number"), "{problems:?}");
    assert!(problems[0].what.contains("by its header"));
}

#[test]
fn what_is_meant_is_packed_and_only_public_answers_can_mean_it() {
    let names = ["a@b.example", "Jo 1984-05-03", "07700900123", "Case 20456", "E", "F"];
    let package = named(names);
    assert_eq!(said(&package).len(), 4);
    let meant = |word: &str| format!(r#""identifiers": "{word}", "respondent""#);
    package.replace("datapackage.json", r#""respondent""#, &meant("meant"));
    assert_eq!(said(&package), []);
    package.replace("datapackage.json", r#""meant""#, r#""yes""#);
    assert_eq!(said(&package)[0].at.as_deref(), Some("survey.identifiers"));
    package.replace("datapackage.json", r#""yes""#, r#""meant""#);
    package.replace("datapackage.json", r#""public""#, r#""synthetic""#);
    assert!(said(&package)[0].what.contains("only for answers that are public"));
}

#[test]
fn invented_respondents_may_be_named_as_they_like() {
    let package = named(["jo@tea.example", "B", "C", "D", "E", "F"]);
    package.replace("datapackage.json", r#""public""#, r#""synthetic""#);
    assert_eq!(said(&package), []);
}
