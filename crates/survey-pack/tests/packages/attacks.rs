//! Attacks on a release. Each fails to get through, and gets through as soon as the rule that is
//! there against it is taken away.

mod list;
mod questionnaires;
pub(crate) mod releases;
pub(crate) mod surveys;

use disclosure::Rule;
use disclosure::rules::RULES;
use survey_pack::package;
use survey_pack::release::{Refusal, Release, release, release_by};

use self::list::{ATTACKS, Attack};
use self::questionnaires::{linked_beside_none, linked_beside_routing};
pub(crate) use self::surveys::publish;
use self::surveys::*;
use super::confidential::{self, calm};

pub(crate) const D: &str = "datapackage.json";
pub(crate) const S: &str = "answers.schema.json";
pub(crate) const PLAN: &str = "\"earlier\": []";

/// These, and those of several releases.
fn all() -> impl Iterator<Item = &'static Attack> {
    ATTACKS.iter().chain(&releases::ATTACKS)
}

fn gets_through(outcome: &Result<Release, Refusal>, attack: &Attack) -> bool {
    let Ok(release) = outcome else { return false };
    let Some((question, by)) = attack.needs else { return true };
    let tables = &release.findings.tables;
    let find = |id: &str| tables.codebook.find(id);
    match (find(question), find(by)) {
        (Some(question), Some(by)) => tables.find(question, by).is_some(),
        (Some(question), None) => tables.totals[question.position()].is_some(),
        _ => false,
    }
}

/// All rules but one. The proof is a second line behind those on counts, so it goes as well; two
/// bandings in two releases are also taken for one question under another name; and some answers of the
/// calm survey lie in others, so that few by group are also found as a recode.
fn without(left_out: &str) -> Vec<Rule> {
    let second = match left_out {
        "recodes" => "earlier releases",
        "differences" => "recodes",
        _ => "witnesses",
    };
    let gone = [left_out, second, "witnesses"];
    RULES.iter().copied().filter(|rule| !gone.contains(&rule.name)).collect()
}

#[test]
fn no_attack_gets_through() {
    for attack in all() {
        let (survey, history) = (attack.survey)();
        let package = package::open(survey.path()).unwrap();
        let outcome = release(&package, &history);
        assert!(!gets_through(&outcome, attack), "{} got through", attack.what);
    }
}

#[test]
fn each_attack_gets_through_without_its_rule() {
    for attack in all() {
        let rules = without(attack.rule);
        let (survey, history) = (attack.survey)();
        let package = package::open(survey.path()).unwrap();
        let outcome = release_by(&package, &history, &rules);
        let why = outcome.as_ref().err().map(|refusal| &refusal.problems);
        assert!(gets_through(&outcome, attack), "{} is stopped by others: {why:#?}", attack.what);
    }
}

/// What is packed can't be spoiled from a package, so the rule on the explorer has its own tests
/// beside it; that on the output has [`a_name_in_a_text_is_found_in_the_packed_bytes`]. What comes through
/// without the proof by witnesses is found by drawing surveys (`crates/attack/tests/promise`).
#[test]
fn each_rule_has_an_attack() {
    let elsewhere = ["output", "explorer", "witnesses"];
    for rule in RULES.iter().filter(|rule| !elsewhere.contains(&rule.name)) {
        assert!(all().any(|attack| attack.rule == rule.name), "{}", rule.name);
    }
}

#[test]
fn all_rules_are_run() {
    let survey = confidential::package();
    let release = release(&package::open(survey.path()).unwrap(), &[]).unwrap();
    let run: Vec<(u8, &str)> =
        release.findings.outcomes.iter().map(|(rule, _)| (rule.number, rule.name)).collect();
    let expected = [
        (1, "columns"),
        (2, "groups"),
        (3, "bases"),
        (4, "threshold"),
        (4, "bases by group"),
        (5, "prior publication"),
        (5, "texts"),
        (6, "differences"),
        (6, "recodes"),
        (6, "surplus"),
        (6, "union"),
        (6, "bounds"),
        (6, "collusion"),
        (6, "earlier releases"),
        (7, "output"),
        (8, "explorer"),
        (9, "witnesses"),
    ];
    assert_eq!(run, expected);
}

#[test]
fn a_calm_survey_passes_and_every_table_is_there() {
    let survey = confidential::package();
    let release = release(&package::open(survey.path()).unwrap(), &[]).unwrap();
    assert!(release.findings.absent.is_empty(), "{:?}", release.findings.absent);
    assert_eq!(release.findings.tables.names().len(), 7);
    assert_eq!(release.findings.tables.respondents, 60);
}

#[test]
fn a_name_in_a_text_is_found_in_the_packed_bytes() {
    let survey = confidential::package();
    survey.replace(D, "to test with.", "to test with, by office 07.");
    confidential::sign_texts(&survey);
    let opened = package::open(survey.path()).unwrap();
    let said = format!("{:?}", release(&opened, &[]).unwrap_err().problems);
    assert!(
        said.contains(
            "rule 7 (output): column office: the packed file or its report would hold “Office 07”"
        ),
        "{said}"
    );
    let rules: Vec<_> = RULES.iter().copied().filter(|rule| rule.name != "output").collect();
    assert!(release_by(&opened, &[], &rules).is_ok());
}

#[test]
fn an_earlier_release_that_is_named_must_be_at_hand() {
    let (survey, history) = one_more();
    let opened = package::open(survey.path()).unwrap();
    for history in [&[][..], &history[..]] {
        let problems = release(&opened, history).unwrap_err().problems;
        assert!(problems[0].to_string().contains("rule 6 (earlier releases)"), "{problems:?}");
    }
    let other = earlier(&confidential::package());
    let problems =
        release(&package::open(confidential::package().path()).unwrap(), &[other]).unwrap_err();
    assert!(problems.problems[0].what.contains("the plan does not name this earlier release"));
}

#[test]
fn the_same_release_again_passes_with_its_history() {
    let survey = confidential::package();
    let before = earlier(&survey);
    plan(&survey, &format!("\"earlier\": [\"{}\"]", before.header.checksum_text()));
    assert!(release(&package::open(survey.path()).unwrap(), &[before]).is_ok());
}

#[test]
fn linked_tables_are_named() {
    let (survey, _) = linked();
    let problems = release(&package::open(survey.path()).unwrap(), &[]).unwrap_err().problems;
    for expected in [
        "the tables of both by “half”, “region” put the count between 20 and 20",
        "half=first and region=north: the tables of both by “drinks”, “likes” put the count between 15",
    ] {
        assert!(problems.iter().any(|problem| problem.what.contains(expected)), "{problems:#?}");
    }
}

#[test]
fn failing_tables_can_stop_the_release() {
    let (survey, _) = rare_answer();
    plan(&survey, "\"earlier\": [], \"failing\": \"refuse\"");
    let problems = release(&package::open(survey.path()).unwrap(), &[]).unwrap_err().problems;
    assert!(
        problems[0].to_string().contains("table “liking”, liking=much: 4 of 60"),
        "{problems:?}"
    );
}

/// “drinks” is said by 57 of 60: public for long, signed for, and part of the release.
#[test]
fn a_signed_figure_is_published_and_its_small_groups_are_not() {
    let survey = confidential::package_of(60, |office| {
        let [region, _, _, liking] = calm(office);
        let drinks = if office % 20 == 0 { "no" } else { "yes" };
        [
            region,
            drinks,
            if drinks == "no" { "" } else { ["milk", "nothing"][office / 3 % 2] },
            liking,
        ]
    });
    publish(&survey, "drinks,Nearly all drink tea.,A leaflet,drinks,yes,95,57,60,no");
    let outcome = release(&package::open(survey.path()).unwrap(), &[]);
    let said = format!("{:?}", outcome.unwrap_err().problems);
    assert!(said.contains("rule 5 (prior publication): figure drinks: 57 of 60"), "{said}");

    let signed = r#""overrides": [{ "figure": "drinks", "signed_by": "A. Officer", "on": "2026-11-20",
        "reason": "In a leaflet since 2020." }], "withhold": [{ "question": "with" }]"#;
    plan(&survey, &format!("{PLAN}, {signed}"));
    let release = release(&package::open(survey.path()).unwrap(), &[]).unwrap();
    let tables = &release.findings.tables;
    let (drinks, region) =
        (tables.codebook.find("drinks").unwrap(), tables.codebook.find("region").unwrap());
    assert_eq!(tables.totals[drinks.position()].as_ref().unwrap().counts, [57, 3]);
    assert!(tables.find(drinks, region).is_none(), "one office in each region does not drink");
}

/// A signature is for the figure that was published, of its base and no other.
#[test]
fn a_signature_is_no_leave_for_another_base() {
    let survey = confidential::package_of(70, |office| {
        let [region, _, _, liking] = calm(office);
        let drinks = if office % 20 == 0 && office < 60 { "no" } else { "yes" };
        let liking = if office >= 60 { "" } else { liking };
        [
            region,
            drinks,
            if drinks == "no" { "" } else { ["milk", "nothing"][office / 3 % 2] },
            liking,
        ]
    });
    publish(&survey, "drinks,Nearly all drink tea.,A leaflet,drinks,no,4,3,70,no");
    let signed = r#""overrides": [{ "figure": "drinks", "signed_by": "A. Officer", "on": "2026-11-20",
        "reason": "In a leaflet since 2020." }], "withhold": [{ "question": "with" }]"#;
    plan(&survey, &format!("{PLAN}, {signed}"));
    let release = release(&package::open(survey.path()).unwrap(), &[]).unwrap();
    let tables = &release.findings.tables;
    assert_eq!(tables.respondents, 60);
    assert!(tables.totals[tables.codebook.find("drinks").unwrap().position()].is_none());
}

/// What the reports and the forecast say of a question that is asked after one that fails.
#[test]
fn what_goes_with_an_absent_table_is_listed_too() {
    let survey = confidential::package_of(60, |office| {
        let [region, _, _, liking] = calm(office);
        let drinks = if office % 15 == 0 { "no" } else { "yes" };
        [
            region,
            drinks,
            if drinks == "no" { "" } else { ["milk", "nothing"][office / 3 % 2] },
            liking,
        ]
    });
    let release = release(&package::open(survey.path()).unwrap(), &[]).unwrap();
    let tables = &release.findings.tables;
    let absent: Vec<String> = release
        .findings
        .absent
        .iter()
        .filter_map(|(_, breach)| Some(breach.table?.ids(&tables.codebook)))
        .collect();
    assert!(
        absent.contains(&"drinks".to_owned()) && absent.contains(&"with".to_owned()),
        "{absent:?}"
    );
    let text = String::from_utf8_lossy(&release.bytes).into_owned();
    assert!(!text.contains("milk"), "the words of a question without a table are not packed");
}

/// Each by the pair that is meant.
#[test]
fn linked_ticks_are_named() {
    for (attack, expected) in [
        (
            linked_beside_none as fn() -> _,
            "does=b and does=a: the tables of both by “half”, “region”",
        ),
        (linked_beside_routing, "how=well and does=b: the tables of both by “half”, “region”"),
    ] {
        let (survey, _) = attack();
        let problems = release(&package::open(survey.path()).unwrap(), &[]).unwrap_err().problems;
        assert!(problems.iter().any(|problem| problem.what.contains(expected)), "{problems:#?}");
    }
}
