//! Each way in which a package can be wrong, and what is said of it.

use survey_pack::problem::Problem;

use super::small::{ANSWERS, Package};

const D: &str = "datapackage.json";
const S: &str = "answers.schema.json";
const A: &str = "answers.csv";
const P: &str = "published.csv";

/// Spoils one file of the small package, and looks for each line among all that is reported.
fn check(file: &str, from: &str, to: &str, expected: &[&str]) {
    let package = Package::new();
    package.replace(file, from, to);
    let said = lines(&package.read().expect_err(&format!("{from:?} to {to:?} passed")));
    let missing: Vec<_> =
        expected.iter().filter(|part| !said.iter().any(|line| line.contains(**part))).collect();
    assert!(missing.is_empty(), "{missing:?} is not in {said:#?}");
    assert_eq!(said.len(), expected.len(), "{said:#?}");
}

fn lines(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(ToString::to_string).collect()
}

#[test]
fn wrong_answers() {
    let cases: &[(&str, &str, &[&str])] = &[
        (
            "C,yes,n,n,a little",
            "C,yes,n,n,a litle",
            &["answers.csv, row 4, column “liking”, value “a litle”: is not one of the answers. \
               Did you mean “a little”?"],
        ),
        (
            "C,yes,n",
            "C,Yes,n",
            &["column “drinks”, value “Yes”: is not one of the answers. Did you mean “yes”?"],
        ),
        (
            "E,no,,,",
            "E,no,y,n,",
            &[
                "row 6, column “milk”, value “y”: an answer to “with”, which was not asked (asked if \
               “drinks” is yes). Blank it, or",
            ],
        ),
        ("B,yes,y,y", "B,yes,y,", &["row 3, column “sugar”: is blank where other options"]),
        (
            "B,yes,y,y",
            "B,yes,y,ja",
            &["value “ja”: is neither a yes nor a no. Use one of “y”, “n”."],
        ),
        ("E,no", "A,no", &["row 6, column “office”, value “A”: row 2 has the same id"]),
        ("E,no", " ,no", &["row 6, column “office”: the id is blank"]),
        (
            "B,yes,y,y,much,0.5",
            "B,yes,y,y,much,\"0,5\"",
            &["row 3, column “weight”, value “0,5”: is not a weight"],
        ),
        ("C,yes,n,n,a little,1", "C,yes,n,n,a little,-1", &["value “-1”: is not a weight"]),
        (
            "D,yes,,,,2,",
            "D,yes,,,,2,,,",
            &["row 5: the row has 9 cells where the header has 7. Put a cell"],
        ),
        ("D,yes,,,,2,", "D,yes", &["row 5: the row has 2 cells where the header has 7. Add the"]),
        ("\nD,yes", "\n\n\nD,yes", &["rows 5 and 6: the row is blank"]),
        ("E,no,,,not at all,1,", ",,,,,,", &["row 6: the row is blank"]),
        (
            "office,drinks,milk",
            "office,drink,milk",
            &[
                "row 1, column “drink”: the column is not declared. Did you mean “drinks”? Declare",
                "row 1, column “drinks”: the column is missing",
            ],
        ),
        (
            "weight,remark",
            "weight,weight",
            &["two columns have the same header", "column “remark”: the column is missing"],
        ),
        (
            "A,yes,y,n,much,1,\n",
            "A,yess,y,n,mucho,x,\n",
            &["value “yess”", "value “mucho”", "value “x”"],
        ),
    ];
    for (from, to, expected) in cases {
        check(A, from, to, expected);
    }
}

#[test]
fn one_problem_of_many_rows_is_said_once() {
    let package = Package::new();
    package.replace(A, "yes", "oui");
    let said = lines(&package.read().unwrap_err());
    let first = "answers.csv, rows 2 to 5 (4 of them), column “drinks”, value “oui”: is not one";
    assert!(said.iter().any(|line| line.starts_with(first)), "{said:#?}");
}

#[test]
fn wrong_files() {
    let cases: [(&str, Vec<u8>, &str); 10] = [
        (
            A,
            [b"\xef\xbb\xbf", ANSWERS.as_bytes()].concat(),
            "answers.csv: starts with a byte order",
        ),
        (A, ANSWERS.encode_utf16().flat_map(u16::to_le_bytes).collect(), "UTF-16"),
        (A, b"office,drinks\ncaf\xe9,yes\n".to_vec(), "line 2 has the byte E9, as Latin-1"),
        (A, ANSWERS.replace(',', ";").into_bytes(), "separated by ';', not by commas"),
        (A, Vec::new(), "is empty"),
        (A, ANSWERS.lines().take(1).collect::<String>().into(), "has a header and no answers"),
        (
            A,
            ANSWERS.replace("\"\",\ntwice\"", "\ntwice").into(),
            "row 3: a double quote is not closed",
        ),
        (D, b"{ \"name\": \"x\",\n \"title\" }".to_vec(), "at line 2, column 10: is not JSON"),
        (S, b"{".to_vec(), "answers.schema.json, at line 1, column 1: is not JSON"),
        (D, b"[]".to_vec(), "“survey” is missing"),
    ];
    for (file, content, expected) in cases {
        let package = Package::new();
        package.write(file, content);
        let said = lines(&package.read().unwrap_err());
        assert!(
            said.iter().any(|line| line.contains(expected)),
            "{expected:?} is not in {said:#?}"
        );
    }
    let said = lines(&Package::empty().read().unwrap_err());
    assert!(said[0].starts_with("datapackage.json: can't be read"), "{said:?}");
}

#[test]
fn wrong_descriptions() {
    let cases: &[(&str, &str, &str, &[&str])] = &[
        (
            D,
            "\"provenance\": \"synthetic\",",
            "",
            &["at survey: “provenance” is missing. Say where"],
        ),
        (
            D,
            "\"synthetic\"",
            "\"invented\"",
            &["at survey.provenance, value “invented”: is not a prov"],
        ),
        (D, "\"synthetic\"", "\"public\"", &["at survey: the answers are said to be public"]),
        (D, "\"banner\": \"Invented.\",", "", &["have no banner that says so"]),
        (D, "\"banner\"", "\"lang\": \"a b\", \"banner\"", &["value “a b”: is no language"]),
        (D, "\"banner\"", "\"dir\": \"rtl\", \"banner\"", &["of a language that is not named"]),
        (
            D,
            "\"banner\"",
            "\"lang\": \"ar\", \"dir\": \"right\", \"banner\"",
            &["is no direction. Write “ltr”"],
        ),
        (
            D,
            "\"respondent\"",
            "\"respondant\"",
            &[
                "at survey: “respondant” means nothing here. Did you mean “respondent”?",
                "“respondent” is missing",
            ],
        ),
        (D, "\"licenses\": [{ \"name\": \"MIT\" }],", "", &["no licence is given"]),
        (D, "\"version\": \"1.0.0\"", "\"version\": 1", &["at version: can't be read"]),
        (
            D,
            "\"answers.csv\"",
            "\"../answers.csv\"",
            &["value “../answers.csv”: the path leads out"],
        ),
        (D, "\"answers.csv\"", "\"/etc/passwd\"", &["the path leads out"]),
        (D, "\"answers.csv\"", "\"https://example.org/a.csv\"", &["the path leads out"]),
        (D, "\"answers.csv\"", "\"answer.csv\"", &["answer.csv: can't be read"]),
        (
            D,
            "\"resource\": \"answers\"",
            "\"resource\": \"anwsers\"",
            &["value “anwsers”: the package has no such resource. Did you mean “answers”?"],
        ),
        (D, "\"seed\": 1", "\"sead\": 1", &["at survey.draws[0].sead: can't be read"]),
        (
            D,
            "\"groups\": [{ \"id\": \"sweet\"",
            "\"groups\": [{ \"id\": \"swete\"",
            &[
                "value “sweet”: the question has no such group. Did you mean “swete”?",
                "has no group “sweet”",
            ],
        ),
        (
            D,
            "{ \"question\": \"drinks\", \"any_of\": [\"yes\"] }",
            "{ \"question\": \"drink\", \"any_of\": [\"yes\"] }",
            &["names no question whose column stands before. Did you mean “drinks”?"],
        ),
        (
            D,
            "\"any_of\": [\"yes\"]",
            "\"any_of\": [\"si\"]",
            &["names no answer of question “drinks”"],
        ),
        (
            D,
            "\"option\": \"yes\"",
            "\"option\": \"yse\"",
            &["survey.findings[0]: question “drinks” has no answer “yse”. Did you mean “yes”?"],
        ),
        (D, "\"by\": \"drinks\"", "\"by\": \"drink\"", &["there is no question “drink”"]),
        (D, "[\"milk\", \"@sweet\"]", "[]", &["no answer of “with” is picked"]),
        (
            D,
            "\"rests_on\": [\"most\"]",
            "\"rests_on\": [\"least\"]",
            &["value “least”: rests on no such finding"],
        ),
        (
            D,
            "\"published_figures\": \"published\"",
            "\"published_figures\": \"x\"",
            &["no such resource"],
        ),
    ];
    check_each(cases);
}

#[test]
fn wrong_schemas() {
    let cases: &[(&str, &str, &str, &[&str])] = &[
        (
            S,
            "\"primaryKey\": \"office\"",
            "\"primaryKey\": \"ofice\"",
            &[
                "the primary key is not one of the fields",
                "column “office”: the column has no declared answers",
            ],
        ),
        (
            S,
            "\"primaryKey\": \"office\",",
            "",
            &["no column is said to name the respondents", "the column has no declared answers"],
        ),
        (
            S,
            "\"role\": \"left_out\"",
            "\"role\": \"weight\"",
            &["two columns are weights", "column “remark”: the column is not declared"],
        ),
        (
            S,
            "\"question\": \"with\", \"option\": \"milk\"",
            "\"question\": \"wit\", \"option\": \"milk\"",
            &[
                "value “wit”: the column's question is not declared",
                "column “milk”: the column is not declared",
                "has no answer “milk”",
            ],
        ),
        (
            S,
            "\"option\": \"milk\"",
            "\"option\": \"sugar\"",
            &["the id “sugar” stands twice in question “with”"],
        ),
        (S, "\"a little\"", "\"much\"", &["same value", "the id “much” stands twice"]),
        (
            S,
            "{ \"grouping\": true }",
            "{ \"grupping\": true }",
            &["fields[1].survey.grupping: can't be read"],
        ),
        (
            S,
            "{ \"grouping\": true }",
            "{ \"options\": { \"yess\": {} } }",
            &["names no category of the field. Did you mean “yes”?"],
        ),
        (
            S,
            "{ \"grouping\": true }",
            "{ \"grouping\": true, \"exclusive\": true }",
            &[
                "column “drinks”: “exclusive” stands on a column that is no option of a question with",
            ],
        ),
        (
            S,
            "\"role\": \"left_out\"",
            "\"role\": \"left_out\", \"exclusive\": true",
            &["column “remark”: “exclusive” stands on a column that is no option"],
        ),
        (
            S,
            "\"option\": \"sugar\",",
            "\"option\": \"sugar\", \"exclusive\": true,",
            &["answers.csv, row 3, column “sugar”: stands alone by its declaration, and another \
               option is ticked beside it. Correct the row, or take “exclusive” away"],
        ),
        (
            S,
            "\"name\": \"liking\"",
            "\"name\": \"drinks\"",
            &["two fields have the same name", "the id “drinks” stands twice"],
        ),
    ];
    check_each(cases);
}

/// As [`check`], for faults that have others in their train.
fn check_each(cases: &[(&str, &str, &str, &[&str])]) {
    for (file, from, to, expected) in cases {
        let package = Package::new();
        package.replace(file, from, to);
        let problems = package.read().expect_err(&format!("{from:?} to {to:?} passed"));
        let said = lines(&problems);
        for part in *expected {
            assert!(said.iter().any(|line| line.contains(part)), "{part:?} is not in {said:#?}");
        }
    }
}

#[test]
fn wrong_published_figures() {
    let cases: &[(&str, &str, &[&str])] = &[
        (
            "80,4,5",
            "60,3,5",
            &[
                "row 2, column “count”: “drinks” is published as 3 of 5 (60%); answers “1” give 4 of 5 (80%)",
            ],
        ),
        ("80,4,5", "81,4,5", &["column “percent”, value “81”: 4 of 5 is 80%, not 81%"]),
        ("80,4,5", ",4,6", &["published as 4 of 6"]),
        // A percentage without a count was taken for published, whatever the answers gave.
        (
            "80,4,5",
            "90,,",
            &[
                "row 2, column “percent”: “drinks” is published as a share (90%); answers “1” give 4 of 5",
            ],
        ),
        ("5,yes\n", "5,count percents\n", &["column “inferred”, value “count percents”"]),
        ("80,4,5", "80,four,5", &["column “count”, value “four”: is not a whole number"]),
        (
            "drinks,yes",
            "drink,yes",
            &["column “question”, value “drink”: there is no question “drink”. Did you"],
        ),
        (
            "drinks,yes",
            "drinks,yess",
            &["column “option”, value “yess”: question “drinks” has no answer"],
        ),
        ("5,yes\n", "5,perhaps\n", &["column “inferred”, value “perhaps”: is neither yes nor no"]),
        ("asked,Six", "drinks,Six", &["row 3, column “id”: the id stands twice"]),
        ("A leaflet,drinks", ",drinks", &["column “source”: is blank"]),
        (
            "inferred\n",
            "inferred,more\n",
            &["the row has 9 cells", "column “more”: the column is not declared. Delete it"],
        ),
    ];
    for (from, to, expected) in cases {
        check(P, from, to, expected);
    }
}

#[test]
fn problems_of_all_files_are_reported_together() {
    let package = Package::new();
    package.replace(D, "\"rests_on\": [\"most\"]", "\"rests_on\": [\"least\"]");
    package.replace(S, "\"role\": \"left_out\"", "\"role\": \"left\"");
    package.replace(A, "E,no,,,not at all", "E,no,,,never");
    package.replace(P, ",no\n", ",maybe\n");
    let said = lines(&package.read().unwrap_err());
    for file in [D, S, A, P] {
        assert!(said.iter().any(|line| line.starts_with(file)), "{file} is not in {said:#?}");
    }
}
