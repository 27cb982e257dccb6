//! Figures that were public before: as percentages, in words, and added up.

use super::has;
use super::places::said;
use crate::attacks::publish;
use crate::confidential;

/// 60 offices: “not at all” 30, “a little” 7, “some” 5, “much” 18.
fn liking(office: usize) -> [&'static str; 4] {
    let [region, drinks, with, _] = confidential::calm(office);
    let liking = match office {
        0..30 => "not at all",
        30..37 => "a little",
        37..42 => "some",
        _ => "much",
    };
    [region, drinks, with, liking]
}

/// As before with 2 of “much”.
fn few(office: usize) -> [&'static str; 4] {
    let [region, drinks, with, answer] = liking(office);
    [region, drinks, with, if (42..58).contains(&office) { "not at all" } else { answer }]
}

const BY_REGION: &str = r#""withhold": [{ "question": "liking", "by": "region" }], "earlier": []"#;
const MERGE: &str = r#""merge": [{ "question": "liking", "options": ["a-little", "some", "much"], "id": "more", "label": "More" }],
    "withhold": [{ "question": "liking", "by": "region" }], "earlier": []"#;

fn check(answer: confidential::Answer, plan: &str, figures: &str, expected: &[&str]) {
    let package = confidential::package_of(60, answer);
    publish(&package, figures);
    package.replace("datapackage.json", "\"earlier\": []", plan);
    let said = said(&package);
    assert_eq!(said.is_empty(), expected.is_empty(), "{figures}: {said:#?}");
    for part in expected {
        assert!(has(&said, &["rule 5 (", part]), "{figures}: {part} is not in {said:#?}");
    }
}

#[test]
fn a_percentage_is_every_count_that_rounds_to_it() {
    let cases: [(&str, &[&str]); 9] = [
        ("x,Few have closed.,A leaflet,,,3,,60,no", &["3% of 60, which is 2 was published before"]),
        ("x,Few have closed.,A leaflet,,,3,,,no", &["3% of 60, which is 2 was published before"]),
        ("x,Most are open.,A leaflet,,,99,,,no", &["99% of 60 is no whole number"]),
        ("x,Most are open.,A leaflet,,,97,,,no", &["97% of 60, which is 58 was published before"]),
        (
            "x,Few have closed.,A leaflet,,,1,,300,no",
            &["1% of 300, which is from 2 to 4 was published"],
        ),
        ("x,Some have closed.,A leaflet,,,10,,300,no", &[]),
        ("x,Some have closed.,A leaflet,,,50,,60,no", &[]),
        ("x,Much liked.,A leaflet,liking,much,30,,60,no", &[]),
        (
            "x,Much liked.,A leaflet,liking,much,30,,61,no",
            &["30% of 61", "this release says 18 of 60"],
        ),
    ];
    for (figures, expected) in cases {
        check(liking, BY_REGION, figures, expected);
    }
}

#[test]
fn figures_in_statements_are_those_of_their_columns() {
    let cases: [(&str, &[&str]); 5] = [
        ("x,18 of 60 like it much (30%).,A leaflet,liking,much,30,18,60,no", &[]),
        (
            "x,18 of 60 like it much and 2 hate it.,A leaflet,liking,much,30,18,60,no",
            &["figure x, statement: holds figures (2)"],
        ),
        (
            "x,Only two have no kettle.,A leaflet,,,,,,no",
            &["figure x, statement: holds figures (two)"],
        ),
        ("x,3% have no kettle.,A leaflet,,,,,,no", &["figure x, statement: holds figures (3)"]),
        (
            "x,Few have no kettle.,A leaflet of 3 pages,,,,,,no",
            &["figure x, source: holds figures (3)"],
        ),
    ];
    for (figures, expected) in cases {
        check(liking, BY_REGION, figures, expected);
    }
}

#[test]
fn figures_are_added_up() {
    let little = "a,Some like it a little.,A leaflet,liking,a-little,12,7,60,no";
    let some = "b,Some like it some.,A leaflet,liking,some,8,5,60,no";
    let none = "c,Many do not like it.,A leaflet,liking,not-at-all,77,46,60,no";
    // 7 and 5 of a merged 14 leave 2.
    check(
        few,
        MERGE,
        &format!("{little}\n{some}"),
        &[
            "liking=more: “a” (7 of 60), “b” (5 of 60) are parts of an answer of which this release says 14: that leaves 2",
        ],
    );
    // And so without any release of the question.
    let withheld = r#""withhold": [{ "question": "liking" }], "earlier": []"#;
    check(
        few,
        withheld,
        &format!("{little}\n{some}\n{none}"),
        &["“c” (46 of 60) were published of the same 60: that leaves 2 for all other answers"],
    );
    // By percentages too: 12% and 8% of 60 are 7 and 5.
    let shares = "a,Some like it a little.,A leaflet,liking,a-little,12,,60,no\nb,Some like it some.,A leaflet,liking,some,8,,60,no";
    check(few, MERGE, shares, &["that leaves 2"]);
    // Of a merged 30 they leave 18.
    check(liking, MERGE, &format!("{little}\n{some}"), &[]);
    // All three parts are the whole.
    let much = "d,Some like it much.,A leaflet,liking,much,30,18,60,no";
    check(liking, MERGE, &format!("{little}\n{some}\n{much}"), &[]);
}

#[test]
fn a_count_without_a_base_is_looked_at_too() {
    check(
        liking,
        BY_REGION,
        "x,Few have closed.,A leaflet,,,,2,,no",
        &["2 was published before and is under"],
    );
    check(liking, BY_REGION, "x,Many were asked.,A leaflet,,,,80,,no", &[]);
}

#[test]
fn nobody_answers_who_was_not_invited() {
    for (package, schema) in
        [(confidential::package(), "confidential"), (crate::small::Package::new(), "synthetic")]
    {
        package.replace("datapackage.json", "\"citation\"", "\"invited\": 5, \"citation\"");
        let problems = package.read().unwrap_err();
        let line = problems[0].to_string();
        let rows = if schema == "synthetic" { 6 } else { 60 };
        assert!(
            line.contains(&format!(
                "survey.invited: 5 are said to be invited, and the answers “1” have {rows} rows"
            )),
            "{line}"
        );
    }
}
