//! The package that readers take away: the same survey, and nothing that was left out.

use std::path::Path;

use survey_pack::pack;
use survey_pack::package::{self, Publication};

use super::small::{ANSWERS, DESCRIPTOR, Package, SCHEMA};

fn data(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data").join(name)
}

/// A publication in a folder of its own, as readers unpack it.
fn unpacked(files: &Publication) -> Package {
    let package = Package::empty();
    for (name, text) in files {
        let file = package.file(name);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, text).unwrap();
    }
    package
}

/// The packed bytes: texts, questions and answers.
fn packed(folder: &Path) -> Vec<u8> {
    let scratch = tempfile::tempdir().unwrap();
    let out = scratch.path().join("packed");
    pack::pack(folder, &out, &pack::Options::default()).unwrap();
    std::fs::read(out).unwrap()
}

/// The small package with two columns left out, of answers that are public, and with much in it that
/// is for its holder alone.
fn with_secrets() -> Package {
    let package = Package::new();
    package.write(
        "answers.schema.json",
        SCHEMA
            .replace(
                r#"{ "name": "remark", "type": "string", "survey": { "role": "left_out" } }"#,
                r#"{ "name": "remark", "title": "Remark SECRET", "survey": { "role": "left_out" } },
               { "name": "mail-SECRET", "survey": { "role": "left_out" } }"#,
            )
            .replace(r#""title": "Drinks tea","#, r#""title": "Drinks tea", "example": "SECRET","#)
            .replace(r#""label": "No" }"#, r#""label": "No", "remark": "SECRET" }"#)
            .replace(r#""primaryKey""#, r#""comment": "SECRET", "primaryKey""#),
    );
    let rows = ANSWERS.replace("twice\"", "twice SECRET\"");
    let mut answers = String::new();
    for line in rows.lines() {
        let end = if line.starts_with("office") { ",mail-SECRET" } else { ",jo@SECRET.example" };
        // The one cell with a line end in it goes on below.
        answers += line;
        answers += if line.contains("says ") { "" } else { end };
        answers += "\n";
    }
    package.write("answers.csv", answers);
    package.write(
        "datapackage.json",
        DESCRIPTOR
            .replace("synthetic", "public")
            .replace(r#""banner": "Invented.","#, "")
            .replace(
                r#""version""#,
                r#""sources": [{ "title": "A leaflet", "email": "SECRET@a.example" }],
                   "contributors": [{ "title": "An office", "email": "SECRET@b.example" }],
                   "notes": "SECRET", "version""#,
            )
            .replace(
                r#"{ "name": "published""#,
                r#"{ "name": "interviews", "path": "SECRET.csv", "schema": {} },
                   { "name": "published", "hash": "SECRET""#,
            ),
    );
    package.write("SECRET.csv", "name\nSECRET\n");
    package.write("team contacts.xlsx", "SECRET");
    package
}

#[test]
fn what_a_package_leaves_out_or_does_not_declare_is_not_in_it() {
    let package = with_secrets();
    let files = package::publication(package.path()).unwrap();
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    let expected =
        ["README.md", "answers.csv", "answers.schema.json", "datapackage.json", "published.csv"];
    assert_eq!(names, expected);
    for (name, text) in &files {
        assert!(!text.contains("SECRET") && !text.contains("remark"), "{name}:\n{text}");
    }
    assert!(files["README.md"].contains("2 columns that the survey’s holder left out"));
    assert!(files["answers.csv"].starts_with("office,drinks,milk,sugar,liking,weight\nA,yes,y,n,"));
}

#[test]
fn it_is_a_package_of_the_same_survey() {
    let (secretive, small) = (with_secrets(), Package::new());
    for folder in [secretive.path().to_owned(), small.path().to_owned(), data("tic-2022")] {
        let once = package::publication(&folder).unwrap();
        let copy = unpacked(&once);
        assert_eq!(packed(copy.path()), packed(&folder), "{}", folder.display());
        let again = package::publication(copy.path()).unwrap();
        let others = |files: &Publication| -> Vec<(String, String)> {
            let others = files.iter().filter(|(name, _)| *name != "README.md");
            others.map(|(name, text)| (name.clone(), text.clone())).collect()
        };
        assert_eq!(others(&again), others(&once), "written twice it is another");
    }
}

#[test]
fn tables_in_canonical_form_stay_as_they_are_to_the_byte() {
    let files = package::publication(&data("tic-2022")).unwrap();
    for name in ["answers-draw-1.csv", "answers-draw-2.csv", "published-figures.csv"] {
        let own = std::fs::read_to_string(data("tic-2022").join(name)).unwrap();
        assert_eq!(files[name], own, "{name}");
    }
    assert!(files["README.md"].contains("No column of the answers was taken out."));
}

#[test]
fn a_package_with_problems_and_a_confidential_one_are_not_published() {
    let package = Package::new();
    package.replace("answers.csv", "a little", "a litle");
    let problems = package::publication(package.path()).unwrap_err();
    assert_eq!(problems[0].what, "is not one of the answers");
    let problems = package::publication(super::confidential::package().path()).unwrap_err();
    assert!(problems[0].what.contains("confidential"), "{problems:?}");
}
