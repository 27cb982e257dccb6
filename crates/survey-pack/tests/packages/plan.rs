//! The release plan of a confidential survey: what it may say, and what is said of mistakes in it.

use super::confidential;

const D: &str = "datapackage.json";
const PLAN: &str = "{ \"earlier\": [] }";

fn check(plan: &str, expected: &[&str]) {
    let package = confidential::package();
    package.replace(D, PLAN, plan);
    let said: Vec<String> = match survey_pack::package::open(package.path()) {
        Ok(_) => Vec::new(),
        Err(problems) => problems.iter().map(ToString::to_string).collect(),
    };
    for part in expected {
        assert!(
            said.iter().any(|line| line.contains(part)),
            "{plan}: {part:?} is not in {said:#?}"
        );
    }
    assert_eq!(said.is_empty(), expected.is_empty(), "{plan}: {said:#?}");
}

#[test]
fn the_shortest_plan_is_the_usual_one() {
    let package = confidential::package();
    let opened = survey_pack::package::open(package.path()).unwrap();
    let plan = opened.plan.unwrap();
    assert_eq!(plan, disclosure::Plan::usual(opened.survey.codebook()));
    assert_eq!((plan.threshold, plan.smallest_group), (5, 10));
}

#[test]
fn plans_and_what_is_said_of_them() {
    let cases: &[(&str, &[&str])] = &[
        (r#"{ "earlier": [], "threshold": 3, "smallest_group": 20, "failing": "refuse" }"#, &[]),
        ("{}", &["at survey.disclosure: “earlier” is missing. Write [] if"]),
        (r#"{ "earlier": ["abc"] }"#, &["disclosure.earlier[0], value “abc”: is not a SHA-256"]),
        (r#"{ "earlier": [], "threshold": 2 }"#, &["disclosure.threshold: 2 is too low. Write 3"]),
        (r#"{ "earlier": [], "smallest_group": 9 }"#, &["smallest_group: 9 is too low. Write 10"]),
        (r#"{ "earlier": [], "failing": "mask" }"#, &["disclosure.failing: can't be read"]),
        (r#"{ "earlier": [], "treshold": 5 }"#, &["“treshold” means nothing here. Did you mean"]),
        (
            r#"{ "earlier": [], "withhold": [{ "question": "drinks", "by": "region" }, { "question": "liking" }] }"#,
            &[],
        ),
        (r#"{ "earlier": [], "withhold": [{ "question": "drink" }] }"#, &["no question “drink”"]),
        (r#"{ "earlier": [], "blocks": [["region", "drinks", "with"], ["liking"]] }"#, &[]),
        (
            r#"{ "earlier": [], "blocks": [["region", "drinks"], ["with", "liking", "region"]] }"#,
            &[
                "value “region”: the question stands in two blocks",
                "“with” is asked after “drinks”",
            ],
        ),
        (
            r#"{ "earlier": [], "blocks": [["region", "drinks", "with"]] }"#,
            &["question “liking” is in no block. Add it to one"],
        ),
        (
            r#"{ "earlier": [], "merge": [{ "question": "liking", "options": ["a-little", "some"], "id": "some", "label": "Some" }] }"#,
            &[],
        ),
        (
            r#"{ "earlier": [], "merge": [{ "question": "liking", "options": ["a-little", "much"], "id": "some", "label": "Some" }] }"#,
            &["disclosure.merge[0]: the answers are not neighbours", "another answer has this id"],
        ),
        (
            r#"{ "earlier": [], "merge": [{ "question": "drinks", "options": ["yes", "no"], "id": "all", "label": "All" }] }"#,
            &["all answers would be one", "“with” is asked after some of these answers"],
        ),
        (
            r#"{ "earlier": [], "merge": [{ "question": "liking", "options": ["much"], "id": "m", "label": "M" }] }"#,
            &["merges fewer than two answers"],
        ),
        (
            r#"{ "earlier": [], "merge": [{ "question": "liking", "options": ["some", "much"], "id": "m", "label": "M" },
                { "question": "liking", "options": ["a-little", "some"], "id": "n", "label": "N" }] }"#,
            &["merge[1], value “some”: the answer is merged twice"],
        ),
        (
            r#"{ "earlier": [], "overrides": [{ "figure": "x", "signed_by": "", "on": "yesterday", "reason": " " }] }"#,
            &[
                "value “x”: no published figure has this id",
                "value “yesterday”: “on” is not a day. Write the day",
                "“signed_by” is empty",
                "“reason” is empty",
            ],
        ),
        (
            r#"{ "earlier": [], "texts": { "signed_by": "A. Officer", "on": "2026-11-20", "reason": "Read." } }"#,
            &[],
        ),
        (r#"{ "earlier": [], "texts": "yes" }"#, &["disclosure.texts: can't be read"]),
    ];
    for (plan, expected) in cases {
        check(plan, expected);
    }
}

#[test]
fn confidential_answers_need_a_plan_and_others_have_none() {
    let package = confidential::package();
    package.replace(D, ",\n    \"disclosure\": { \"earlier\": [] }", "");
    let problems = package.read().unwrap_err();
    assert!(problems[0].to_string().contains("confidential answers have no release plan"));

    let package = confidential::package();
    package.replace(D, "\"confidential\"", "\"synthetic\", \"banner\": \"Invented.\"");
    let problems = package.read().unwrap_err();
    assert!(problems[0].to_string().contains("only confidential answers have a release plan"));
}

#[test]
fn a_confidential_survey_has_one_draw_and_groupings_with_one_answer() {
    let package = confidential::package();
    let one = r#"{ "id": "1", "label": "Answers", "resource": "answers" }"#;
    let two = one.replace("\"1\"", "\"2\"");
    package.replace(D, one, &format!("{one}, {two}"));
    let problems = package.read().unwrap_err();
    assert!(problems[0].to_string().contains("stand in several draws"), "{problems:?}");

    let package = confidential::package();
    let question =
        r#", "questions": [{ "id": "q", "label": "Q", "text": "Q?", "grouping": true }]"#;
    package.replace(D, "\"respondent\"", &format!("{}, \"respondent\"", question[2..].trim()));
    package.replace(
        "answers.schema.json",
        r#"{ "name": "remark", "survey": { "role": "left_out" } }"#,
        r#"{ "name": "remark", "survey": { "question": "q", "option": "o" } }"#,
    );
    let problems = package.read().unwrap_err();
    let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert!(
        said.iter().any(|line| line.contains("“q” is a grouping with several answers")),
        "{said:?}"
    );
}
