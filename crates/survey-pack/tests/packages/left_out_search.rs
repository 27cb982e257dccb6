//! What a package leaves out is found in whatever is made of it.

use survey_pack::pack;
use survey_pack::package::{LeftOutCell, LeftOutSearch};

use super::small::{ANSWERS, Package, SCHEMA};

/// The small package with a column of what offices wrote beside their answers.
fn package() -> Package {
    let package = Package::new();
    let remark = r#""name": "remark", "type": "string""#;
    package.write(
        "answers.schema.json",
        SCHEMA
            .replace(remark, &remark.replace("remark", "wrote"))
            .replace("a little", "with sugar"),
    );
    let mut answers = ANSWERS
        .replace("a little", "with sugar")
        .replace("\"says \"\"hm\"\",\ntwice\"", "jo@tea.example")
        .replace("remark", "wrote");
    for (row, wrote) in [
        ("A,yes,y,n,much,1,", "With Sugar"),
        ("C,yes,n,n,with sugar,1,", "offices"),
        ("D,yes,,,,2,", "never again here"),
        ("E,no,,,not at all,1,", "E"),
        ("F,,,,,1,", "what offices drink"),
    ] {
        assert!(answers.contains(&format!("{row}\n")), "{row}");
        answers = answers.replace(&format!("{row}\n"), &format!("{row}{wrote}\n"));
    }
    package.write("answers.csv", answers);
    package
}

fn found<'a>(search: &'a LeftOutSearch, file: &[u8]) -> Vec<&'a str> {
    search.find(file).into_iter().map(|LeftOutCell { value, .. }| value.as_str()).collect()
}

#[test]
fn left_out_cells_are_found_but_for_what_the_package_says_openly() {
    let package = package();
    let search = LeftOutSearch::of(package.path()).unwrap();
    // “With sugar” is an answer, “offices” a word of the texts, “E” too short.
    let own = std::fs::read(package.file("answers.csv")).unwrap();
    let expected = ["jo@tea.example", "never again here", "what offices drink"];
    assert_eq!(found(&search, &own), expected);
    assert_eq!(search.size(), expected.len());
}

#[test]
fn a_packed_survey_is_looked_through_as_a_reader_sees_it() {
    let package = package();
    let packed = || {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("packed");
        pack::pack(package.path(), &out, &pack::Options::default()).unwrap();
        std::fs::read(out).unwrap()
    };
    // The description says “What offices drink.” A sentence is not excused as an answer is.
    let search = LeftOutSearch::of(package.path()).unwrap();
    assert_eq!(found(&search, &packed()), ["what offices drink"]);
    package.replace("datapackage.json", "Boil water.", "Ask jo@tea.example.");
    package.replace("answers.csv", "what offices drink", "");
    let search = LeftOutSearch::of(package.path()).unwrap();
    assert_eq!(found(&search, &packed()), ["jo@tea.example"]);
}

#[test]
fn respondents_of_a_confidential_package_are_looked_for_too() {
    let package = super::confidential::package();
    let search = LeftOutSearch::of(package.path()).unwrap();
    let answers = std::fs::read_to_string(package.file("answers.csv")).unwrap();
    let id = answers.lines().nth(1).unwrap().split(',').next().unwrap();
    assert_eq!(found(&search, format!("<td>{id}</td>").as_bytes()), [id]);
}
