//! What `check` says would help does help.

use serde_json::Value;
use survey_pack::package;
use survey_pack::release::forecast::forecast;
use survey_pack::release::release;

use super::attacks::surveys::plan;
use super::confidential::{self, calm};

/// Four like it much: too few for a table.
fn rare() -> super::small::Package {
    confidential::package_of(60, |office| {
        let [region, drinks, with, _] = calm(office);
        let liking = if office % 15 == 0 {
            "much"
        } else {
            ["not at all", "a little", "some"][office / 3 % 3]
        };
        [region, drinks, with, liking]
    })
}

#[test]
fn a_merger_that_is_suggested_can_stand_in_the_plan_and_brings_the_table_back() {
    let survey = rare();
    let opened = package::open(survey.path()).unwrap();
    let before = release(&opened, &[]).unwrap().findings.tables;
    let liking = before.codebook.find("liking").unwrap();
    assert!(before.totals[liking.position()].is_none());

    let (page, problems) = forecast(&opened, &[], None);
    assert!(problems.is_empty(), "{problems:?}");
    let (_, helps) = page.split_once("What would help, cheapest first").expect("a remedy");
    let (_, entry) = helps.split_once("\"merge\": ").unwrap();
    let entry: Value = serde_json::from_str(entry.lines().next().unwrap()).unwrap();
    assert_eq!(entry["question"], "liking");

    plan(&survey, &format!("\"earlier\": [], \"merge\": [{entry}]"));
    let after = release(&package::open(survey.path()).unwrap(), &[]).unwrap().findings.tables;
    assert!(after.totals[liking.position()].is_some(), "{entry}");
    assert!(after.names().len() > before.names().len());
}

#[test]
fn nothing_is_suggested_where_nothing_is_left_out() {
    let survey = confidential::package();
    let (page, _) = forecast(&package::open(survey.path()).unwrap(), &[], None);
    assert!(!page.contains("What would help"), "{page}");
    assert!(
        page.ends_with("surveys were checked).\n") || page.contains("none has a count"),
        "{page}"
    );
}
