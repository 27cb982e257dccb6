//! A confidential survey of invented offices, made by rule so that every count is known.

use super::small::Package;

/// How one office answers, by its number: region, drinks, with, liking.
pub(crate) type Answer = fn(usize) -> [&'static str; 4];

pub(crate) const DESCRIPTOR: &str = r#"{
  "name": "tea",
  "title": "Tea",
  "description": "What offices drink. Invented, to test with.",
  "version": "1.0.0",
  "licenses": [{ "name": "MIT" }],
  "resources": [{ "name": "answers", "path": "answers.csv", "schema": "answers.schema.json" }],
  "survey": {
    "provenance": "confidential",
    "respondent": { "one": "office", "other": "offices" },
    "citation": "None.",
    "draws": [{ "id": "1", "label": "Answers", "resource": "answers" }],
    "disclosure": { "earlier": [] }
  }
}
"#;

pub(crate) const SCHEMA: &str = r#"{
  "primaryKey": "office",
  "fields": [
    { "name": "office", "type": "string" },
    {
      "name": "region",
      "categories": ["north", "south", "west"],
      "survey": { "grouping": true }
    },
    { "name": "drinks", "categories": ["yes", "no"] },
    {
      "name": "with",
      "categories": ["milk", "nothing"],
      "survey": { "asked_if": { "question": "drinks", "any_of": ["yes"] } }
    },
    {
      "name": "liking",
      "categories": ["not at all", "a little", "some", "much"],
      "categoriesOrdered": true
    },
    { "name": "remark", "survey": { "role": "left_out" } }
  ]
}
"#;

/// The package, with answers of 60 offices that pass every rule.
pub(crate) fn package() -> Package {
    package_of(60, calm)
}

/// Every count far from every limit.
pub(crate) fn calm(office: usize) -> [&'static str; 4] {
    let drinks = office.is_multiple_of(2);
    [
        ["north", "south", "west"][office % 3],
        if drinks { "yes" } else { "no" },
        match (drinks, office / 6 % 2) {
            (false, _) => "",
            (true, 0) => "milk",
            (true, _) => "nothing",
        },
        ["not at all", "a little", "some", "much"][office / 3 % 4],
    ]
}

pub(crate) fn package_of(offices: usize, answer: Answer) -> Package {
    let package = Package::empty();
    package.write("datapackage.json", DESCRIPTOR);
    package.write("answers.schema.json", SCHEMA);
    package.write("answers.csv", answers(offices, answer));
    package
}

pub(crate) fn answers(offices: usize, answer: Answer) -> String {
    let row = |office| format!("Office {office:02},{},\n", answer(office).join(","));
    let rows: Vec<String> = (0..offices).map(row).collect();
    "office,region,drinks,with,liking,remark\n".to_owned() + &rows.concat()
}

/// Signs for the texts as they stand, as somebody does who has read them.
pub(crate) fn sign_texts(package: &Package) {
    let opened = survey_pack::package::open(package.path()).unwrap();
    let of = survey_pack::release::checksum_of_texts(&opened).unwrap();
    let signature = format!(
        r#""texts": {{ "of": "{}", "signed_by": "A. Officer", "on": "2026-11-20", "reason": "Read." }}"#,
        &of[..16]
    );
    package.replace("datapackage.json", "\"earlier\":", &format!("{signature}, \"earlier\":"));
}
