//! A small package in a folder of its own, to be spoiled by each test in its own way.

use std::path::{Path, PathBuf};

use survey::Survey;
use survey_pack::package;
use survey_pack::problem::Problem;
use tempfile::TempDir;

pub(crate) const DESCRIPTOR: &str = r#"{
  "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
  "name": "tea",
  "title": "Tea",
  "description": "What offices drink.\n\nAn example.",
  "version": "1.0.0",
  "licenses": [{ "name": "MIT" }],
  "resources": [
    { "name": "answers", "path": "answers.csv", "schema": "answers.schema.json" },
    { "name": "published", "path": "published.csv", "schema": {} }
  ],
  "survey": {
    "provenance": "synthetic",
    "banner": "Invented.",
    "respondent": { "one": "office", "other": "offices" },
    "citation": "None.",
    "published_figures": "published",
    "draws": [{ "id": "1", "label": "Answers", "resource": "answers", "seed": 1 }],
    "questions": [
      {
        "id": "with",
        "label": "With",
        "text": "What goes into it?",
        "asked_if": { "question": "drinks", "any_of": ["yes"] },
        "groups": [{ "id": "sweet", "label": "Sweet", "description": "What sweetens." }]
      }
    ],
    "findings": [
      {
        "id": "most",
        "headline": "Most drink tea",
        "text": "They do.",
        "figures": [{ "question": "drinks", "option": "yes" }],
        "source": "None",
        "explore": { "where": { "with": ["milk", "@sweet"] }, "by": "drinks", "question": "with" }
      }
    ],
    "recommendations": [{ "text": "Boil water.", "rests_on": ["most"] }]
  }
}
"#;

pub(crate) const SCHEMA: &str = r#"{
  "primaryKey": "office",
  "fields": [
    { "name": "office", "type": "string" },
    {
      "name": "drinks",
      "type": "string",
      "title": "Drinks tea",
      "categories": [{ "value": "yes", "label": "Yes" }, { "value": "no", "label": "No" }],
      "survey": { "grouping": true }
    },
    {
      "name": "milk",
      "type": "boolean",
      "trueValues": ["y"],
      "falseValues": ["n"],
      "survey": { "question": "with", "option": "milk" }
    },
    {
      "name": "sugar",
      "type": "boolean",
      "trueValues": ["y"],
      "falseValues": ["n"],
      "survey": { "question": "with", "option": "sugar", "group": "sweet" }
    },
    {
      "name": "liking",
      "type": "string",
      "categories": ["not at all", "a little", "much"],
      "categoriesOrdered": true
    },
    { "name": "weight", "type": "number", "survey": { "role": "weight" } },
    { "name": "remark", "type": "string", "survey": { "role": "left_out" } }
  ]
}
"#;

pub(crate) const ANSWERS: &str = "\
office,drinks,milk,sugar,liking,weight,remark
A,yes,y,n,much,1,
B,yes,y,y,much,0.5,\"says \"\"hm\"\",
twice\"
C,yes,n,n,a little,1,
D,yes,,,,2,
E,no,,,not at all,1,
F,,,,,1,
";

pub(crate) const PUBLISHED: &str = "\
id,statement,source,question,option,percent,count,base,inferred
drinks,Four of five drink tea.,A leaflet,drinks,yes,80,4,5,yes
asked,Six were asked.,A leaflet,,,,6,,no
";

/// A package in a folder that goes away with it.
pub(crate) struct Package(TempDir);

impl Package {
    pub(crate) fn new() -> Self {
        let package = Self(tempfile::tempdir().unwrap());
        package.write("datapackage.json", DESCRIPTOR);
        package.write("answers.schema.json", SCHEMA);
        package.write("answers.csv", ANSWERS);
        package.write("published.csv", PUBLISHED);
        package
    }

    pub(crate) fn empty() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.path().join(name)
    }

    pub(crate) fn write(&self, file: &str, content: impl AsRef<[u8]>) {
        std::fs::write(self.file(file), content).unwrap();
    }

    /// Puts other words in a file.
    pub(crate) fn replace(&self, file: &str, from: &str, to: &str) {
        let text = std::fs::read_to_string(self.file(file)).unwrap();
        assert!(text.contains(from), "{file} does not hold {from:?}");
        self.write(file, text.replace(from, to));
    }

    pub(crate) fn read(&self) -> Result<Survey, Vec<Problem>> {
        package::read(self.path())
    }
}

#[test]
fn the_small_package_is_right() {
    let survey = Package::new().read().unwrap();
    let records = survey.draws()[0].records().unwrap();
    let tallies: Vec<_> = survey
        .codebook()
        .iter()
        .map(|(ix, question)| {
            let tally = records.total(ix);
            (question.id.as_str(), tally.asked, tally.answered, tally.counts.clone())
        })
        .collect();
    assert_eq!(
        tallies,
        [("drinks", 6, 5, vec![4, 1]), ("with", 4, 3, vec![2, 1]), ("liking", 6, 4, vec![1, 1, 2]),]
    );
    assert_eq!(survey.about().description, ["What offices drink.", "An example."]);
    assert_eq!(records.weights(), Some(&[1.0, 0.5, 1.0, 2.0, 1.0, 1.0][..]));
    let options: Vec<&str> =
        survey.codebook().questions()[2].options.iter().map(|o| o.id.as_str()).collect();
    assert_eq!(options, ["not-at-all", "a-little", "much"]);
}

#[test]
fn a_language_that_is_declared_is_read_with_its_direction() {
    let cases = [
        ("\"lang\": \"ar\", \"dir\": \"rtl\",", Some(("ar", "rtl"))),
        ("\"lang\": \"cy-GB\",", Some(("cy-GB", "ltr"))),
        ("", None),
    ];
    for (declared, expected) in cases {
        let package = Package::new();
        package.replace("datapackage.json", "\"banner\"", &format!("{declared} \"banner\""));
        let language = package.read().unwrap().about().language.clone();
        let found = language.as_ref().map(|language| (&*language.tag, language.direction()));
        assert_eq!(found, expected);
    }
}
