//! Whoever is in no group of a grouping is a group to a reader, who sees “none of these”.

use serde_json::json;
use survey_pack::package;
use survey_pack::release::forecast;

use crate::built::Built;

/// Input 5, with so many who do not use it, half of whom like it much.
fn kinds(threshold: u32, others: usize) -> Built {
    let built = Built::new()
        .choice("uses", &["yes", "no"], "")
        .choice(
            "kind",
            &["a", "b"],
            r#""grouping": true, "asked_if": { "question": "uses", "any_of": ["yes"] }"#,
        )
        .choice("liking", &["much", "little"], "")
        .plan("threshold", json!(threshold));
    ["a", "b"]
        .iter()
        .fold(built, |built, kind| {
            built.rows(13, &format!("yes,{kind},much")).rows(13, &format!("yes,{kind},little"))
        })
        .rows(others / 2, "no,,much")
        .rows(others - others / 2, "no,,little")
}

#[test]
fn eight_in_none_of_the_groups() {
    let released = kinds(3, 8).passes(&["uses", "kind", "liking"]);
    let tables = &released.findings.tables;
    let said: Vec<String> = released
        .findings
        .absent
        .iter()
        .filter(|(_, breach)| {
            breach.table.is_some_and(|table| table.ids(&tables.codebook) == "liking by kind")
        })
        .map(|(rule, breach)| {
            format!("{}: {}: {} {}", rule.name, breach.cell, breach.what, breach.fix)
        })
        .collect();
    let expected = "groups: in no group of “kind”: 8 are in none of the groups; the least is 10, or \
                    nobody The table is left out. To keep it, everybody must be in a group of “kind”, \
                    or 10 or more in none.";
    assert_eq!(said, [expected]);
}

#[test]
fn ten_in_none_of_the_groups() {
    kinds(3, 10).passes(&["uses", "kind", "liking", "liking by kind"]);
    kinds(5, 10).passes(&["uses", "kind", "liking", "liking by kind"]);
    // Six and five of eleven, where six are needed.
    kinds(6, 11).passes(&["uses", "kind", "liking"]);
}

/// Two of the fourteen in no group like it some: a merger of answers helps them as it helps groups.
#[test]
fn mergers_are_suggested_for_them_too() {
    let built = Built::new()
        .choice("kind", &["a", "b"], r#""grouping": true"#)
        .choice("liking", &["much", "some", "little"], "")
        .plan("blocks", json!([["kind"], ["liking"]]))
        .rows(10, "a,much")
        .rows(10, "a,some")
        .rows(10, "a,little")
        .rows(10, "b,much")
        .rows(10, "b,some")
        .rows(10, "b,little")
        .rows(6, ",much")
        .rows(2, ",some")
        .rows(6, ",little");
    built.passes(&["kind", "liking"]);
    let (folder, history) = built.parts();
    let (page, _) = forecast::forecast(&package::open(folder.path()).unwrap(), &history, None);
    assert!(page.contains(r#""options":["much","some"],"question":"liking"}"#), "{page}");
    built.merging("liking", &["much", "some"]).passes(&["kind", "liking", "liking by kind"]);
}
