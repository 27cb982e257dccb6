//! Several releases of one survey: what is said of those that give somebody away, and which pass.

mod drawn;
mod formats;
mod places;

use disclosure::history::Earlier;
use survey_pack::package;
use survey_pack::release::{Release, release};

use super::attacks::S;
use super::attacks::releases::*;
use super::attacks::surveys::{earlier, plan};
use super::confidential::{self, calm};
use super::small::Package;

/// What the gate says of a release.
fn said((survey, history): &(Package, Vec<Earlier>)) -> Vec<String> {
    let opened = package::open(survey.path()).unwrap();
    match release(&opened, history) {
        Ok(_) => Vec::new(),
        Err(refusal) => refusal.problems.iter().map(ToString::to_string).collect(),
    }
}

fn released((survey, history): &(Package, Vec<Earlier>)) -> Release {
    let opened = package::open(survey.path()).unwrap();
    release(&opened, history).unwrap_or_else(|refusal| panic!("{:#?}", refusal.problems))
}

#[test]
fn each_attack_is_refused_for_what_it_is() {
    type Attack = fn() -> (Package, Vec<Earlier>);
    let cases: [(Attack, &[&str]); 16] = [
        (
            five_of_one_mind,
            &[
                "table “drinks”, drinks=yes: those who joined or left since release",
                "which rule 4 (threshold) refuses: 5 of 5, where both 5 and 0 must be 5 or more",
            ],
        ),
        (many_of_one_mind, &["rule 4 (threshold) refuses: 60 of 60"]),
        (seven_joined, &["rule 2 (groups) refuses: only 7 are counted, fewer than 10"]),
        (twelve_left, &["drinks=yes: those who joined or left", "refuses: 12 of 12, where both"]),
        (
            fifteen_replaced,
            &["table “drinks”, drinks: some counts rose since", "Withhold the table"],
        ),
        (
            renamed_in_silence,
            &[
                "drinks: release",
                "has this question, and the package has none of that id",
                r#""since": { "drinks": "its id now" }, or { "drinks": null }"#,
            ],
        ),
        (renamed_and_said, &["takes=yes was 30 in release", "and is 31: a difference of 1"]),
        (
            renamed_and_said_to_be_gone,
            &[
                "“drinks” of release",
                "is taken to be “takes” under another name",
                "takes=yes was 30",
                "leave the columns of “drinks” in the package, with the answers it had",
            ],
        ),
        (grouping_renamed, &["“region” of release", "is taken to be “area”", "was 20"]),
        (reworded_and_said_to_be_gone, &["as many answers, with counts that are nearly the same"]),
        (answers_renamed, &["drinks=often was 30 in release"]),
        (
            first_the_north,
            &[
                "region=north of this release beside everybody of release",
                "who may be the same but for a few",
            ],
        ),
        (
            remade_and_said_to_be_gone,
            &[
                "is taken to be “likes” under another name: it has the same words with other answers",
            ],
        ),
        (
            taken_apart_and_said_to_be_gone,
            &["“with” of release", "is taken to be “has-milk” under another name"],
        ),
        (
            copied_of_more,
            &[
                "“drinks” of release",
                "is taken to be “copy” under another name: not copy=yes was 30",
            ],
        ),
        (
            copied_merged_and_withheld,
            &["“liking” of release", "is taken to be “copy” under another name: copy="],
        ),
    ];
    for (position, (attack, expected)) in cases.iter().enumerate() {
        let said = said(&attack());
        for part in *expected {
            assert!(
                said.iter().any(|line| line.contains(part)),
                "{position}: {part:?} in {said:#?}"
            );
        }
    }
}

/// Not found by the new tables alone: what is gone pins them down.
#[test]
fn tables_of_what_is_gone_are_linked_too() {
    let (survey, history) = linked_with_what_is_gone();
    let said = said(&(survey, history));
    let all = said.iter().all(|line| line.contains("told of questions that are gone"));
    assert!(all && said[0].contains("“likes-before-1”"), "{said:#?}");
}

fn again(offices: usize, answer: confidential::Answer, since: &str) -> (Package, Vec<Earlier>) {
    let history = vec![earlier(&confidential::package())];
    let survey = confidential::package_of(offices, answer);
    after(&survey, &history, since);
    (survey, history)
}

#[test]
fn sixty_more_of_all_kinds_pass() {
    let release = released(&again(120, calm, ""));
    assert_eq!(release.findings.tables.respondents, 120);
    // Of which then only half are left.
    let history = vec![earlier(&confidential::package_of(120, calm))];
    let survey = confidential::package();
    after(&survey, &history, "");
    released(&(survey, history));
}

/// By id, and not by position: with the answers in another order nothing has changed, and where one
/// office has, it is that answer’s count which is named.
#[test]
fn answers_are_compared_by_their_ids() {
    let turned = |answer| {
        let (survey, history) = again(60, answer, "");
        survey.replace(S, "[\"yes\", \"no\"]", "[\"no\", \"yes\"]");
        survey.replace(S, "[\"north\", \"south\", \"west\"]", "[\"west\", \"north\", \"south\"]");
        (survey, history)
    };
    released(&turned(calm));
    let said = said(&turned(one_changed));
    assert!(said.iter().any(|line| line.contains("drinks=yes was 30")), "{said:#?}");
    assert!(said.iter().any(|line| line.contains("drinks=yes, region=south was 10")), "{said:#?}");
    assert!(!said.iter().any(|line| line.contains("region=north was")), "{said:#?}");
}

/// Everything has another id, and everybody said what they had said.
fn renamed_throughout(since: &str) -> (Package, Vec<Earlier>) {
    let (survey, history) = again(60, calm, since);
    for (from, to) in [("drinks", "takes"), ("region", "area"), ("liking", "likes")] {
        survey.replace(S, &format!("\"{from}\""), &format!("\"{to}\""));
        survey.replace("answers.csv", from, to);
    }
    survey.replace(S, "\"yes\"", "\"often\"");
    survey.replace("answers.csv", ",yes,", ",often,");
    (survey, history)
}

#[test]
fn what_is_only_renamed_passes_when_the_plan_says_so() {
    let questions = r#""region": "area", "liking": "likes""#;
    let drinks = r#""drinks": { "question": "takes", "options": { "yes": "often" } }"#;
    let all = renamed_throughout(&format!(r#", "since": {{ {questions}, {drinks} }}"#));
    assert_eq!(released(&all).findings.tables.names().len(), 7);
    let without = renamed_throughout(&format!(r#", "since": {{ {questions} }}"#));
    let said = said(&without);
    assert!(said.len() == 1 && said[0].contains("has none of that id"), "{said:#?}");
}

#[test]
fn a_question_with_other_answers_is_refused_or_withheld() {
    let merged = |more: &str| {
        let merge = r#"{ "question": "liking", "options": ["some", "much"], "id": "more", "label": "More" }"#;
        again(60, calm, &format!(", \"merge\": [{merge}]{more}"))
    };
    let said = said(&merged(""));
    assert!(said[0].contains("its answers are not those of release"), "{said:#?}");
    assert!(
        said[0].contains(r#"{ "liking": { "options": { "id before": "id now" } } }"#),
        "{said:#?}"
    );
    let release = released(&merged(r#", "withhold": [{ "question": "liking" }]"#));
    assert_eq!(release.findings.tables.names().len(), 5);
}

/// A question in the place of another is published, if the one that is gone is not like it, or is kept
/// in the package to be told apart from it.
#[test]
fn what_is_gone_makes_way_for_what_is_unlike_it() {
    let before = confidential::package();
    plan(
        &before,
        r#""earlier": [], "withhold": [{ "question": "drinks" }, { "question": "with" }]"#,
    );
    let history = vec![earlier(&before)];
    let survey = confidential::package();
    let liking = "{\n      \"name\": \"liking\",\n      \"categories\": [\"not at all\", \"a little\", \"some\", \"much\"],\n      \"categoriesOrdered\": true\n    }";
    survey.replace(S, liking, r#"{ "name": "liking", "survey": { "role": "left_out" } }"#);
    after(&survey, &history, r#", "since": { "liking": null }"#);
    let release = released(&(survey, history));
    assert_eq!(release.findings.tables.names().len(), 5);
}

/// What an earlier release told stays told: it may be withheld now, and new ones stand beside it.
#[test]
fn what_is_withheld_now_was_told_before() {
    let withheld = again(60, calm, r#", "withhold": [{ "question": "liking" }]"#);
    assert_eq!(released(&withheld).findings.tables.names().len(), 5);
    let more = again(120, calm, r#", "withhold": [{ "question": "liking" }]"#);
    assert_eq!(released(&more).findings.tables.names().len(), 5);
}

#[test]
fn exchanged_ids_are_seen_by_the_words() {
    let titled = |survey: &Package, drinks: &str, extra: &str| {
        survey.replace(
            S,
            "\"name\": \"drinks\",",
            &format!("\"name\": \"drinks\", \"title\": \"{drinks}\","),
        );
        survey.replace(
            S,
            "\"name\": \"liking\",",
            &format!("\"name\": \"liking\", \"title\": \"{extra}\","),
        );
    };
    let before = confidential::package();
    titled(&before, "Tea", "Coffee");
    let history = vec![earlier(&before)];
    let after_all = |since: &str| {
        let survey = confidential::package();
        titled(&survey, "Coffee", "Tea");
        after(&survey, &history, since);
        said(&(survey, history.clone()))
    };
    let silent = after_all("");
    assert!(
        silent.iter().any(|line| line.contains("drinks: has other words than in release")
            && line.contains(r#""since": { "drinks": "liking" }, or { "drinks": "drinks" }"#)),
        "{silent:#?}"
    );
    // Said to be the same: then their counts are, too.
    assert_eq!(after_all(r#", "since": { "drinks": "drinks", "liking": "liking" }"#), [""; 0]);
}

#[test]
fn the_plan_names_only_what_was_there_and_each_once() {
    let unknown = said(&again(60, calm, r#", "since": { "drink": null }"#));
    assert!(
        unknown[0].contains("drink: “since” of the plan names a question that no earlier"),
        "{unknown:#?}"
    );
    let twice = said(&again(
        60,
        calm,
        r#", "since": { "liking": { "question": "drinks", "options": {} } }"#,
    ));
    assert!(twice.iter().any(|line| line.contains("its answers are not those of")), "{twice:#?}");
    let (survey, history) = again(
        60,
        calm,
        r#", "since": { "with": { "question": "drinks",
        "options": { "milk": "yes", "nothing": "no" } } }"#,
    );
    let twice = said(&(survey, history));
    assert!(twice.iter().any(|line| line.contains("two questions of release")), "{twice:#?}");
}

/// Three releases, each with another id for the same question: the third is held against both.
#[test]
fn names_are_followed_through_a_chain_of_releases() {
    let named = |id: &str, offices: usize, answer, history: &[Earlier], since: &str| {
        let survey = confidential::package_of(offices, answer);
        survey.replace(S, "\"drinks\"", &format!("\"{id}\""));
        survey.replace("answers.csv", "drinks", id);
        after(&survey, history, since);
        (survey, history.to_vec())
    };
    let next = |case: &(Package, Vec<Earlier>)| {
        let release = released(case);
        [&case.1[..], &[Earlier::read(&release.bytes).unwrap().unwrap()]].concat()
    };
    let first = next(&named("drinks", 60, calm, &[], ""));
    let second = next(&named("takes", 120, calm, &first, r#", "since": { "drinks": "takes" }"#));
    assert_eq!(second.len(), 2);
    let since = r#", "since": { "drinks": "sips", "takes": "sips" }"#;
    released(&named("sips", 180, calm, &second, since));
    released(&named("sips", 60, calm, &second, since));
    // One office less than in the second, one other answer than in the first.
    for (offices, answer, whose) in [(119, calm as confidential::Answer, 1), (60, one_changed, 0)] {
        let said = said(&named("sips", offices, answer, &second, since));
        let sum = second[whose].header.checksum_text();
        assert!(said.iter().any(|line| line.contains("sips=") && line.contains(&sum)), "{said:#?}");
    }
    let said = said(&named("sips", 180, calm, &second, r#", "since": { "drinks": "sips" }"#));
    assert!(said.len() == 1 && said[0].contains("takes: release"), "{said:#?}");
}

/// What the first release told of a question under its old id is known in the third, which links it.
#[test]
fn what_was_told_under_another_id_is_known() {
    let (survey, history) = linked_under_another_id();
    let said = said(&(survey, history));
    assert!(
        said.iter().any(|line| line.contains("rule 6 (bounds)") && line.contains("takes")),
        "{said:#?}"
    );
}

#[test]
fn slips_in_since_are_reported() {
    let check = |since: &str, expected: &str| {
        let survey = confidential::package();
        plan(&survey, &format!("\"earlier\": [], \"since\": {since}"));
        let problems = package::open(survey.path()).unwrap_err();
        assert!(problems[0].to_string().contains(expected), "{problems:?}");
    };
    check("[\"drinks\"]", "disclosure.since: is not a map of ids. Write it as");
    check(r#"{ "x": "drink" }"#, "disclosure.since.x: there is no question “drink”. Did you mean");
    check(r#"{ "x": 3 }"#, "disclosure.since.x: can't be read");
    check(r#"{ "drinks": { "option": {} } }"#, "disclosure.since.drinks");
}
