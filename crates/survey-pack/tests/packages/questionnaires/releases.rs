//! What two releases, or a release and a figure that was public before, tell together.

use serde_json::json;

use crate::built::Built;

/// Input 4: two bandings of one age, of which two lie between the limits.
fn ages() -> Built {
    Built::new()
        .choice("age_thirty", &["under", "over"], "")
        .choice("age_thirtytwo", &["under", "over"], "")
        .choice("liking", &["much", "little"], "")
        .rows(15, "under,under,much")
        .rows(15, "under,under,little")
        .rows(14, "over,over,much")
        .rows(14, "over,over,little")
        .rows(1, "over,under,much")
        .rows(1, "over,under,little")
}

#[test]
fn two_bandings_in_one_release() {
    ages().is_refused(&[
        "rule 6 (recodes): age_thirtytwo=under and age_thirty=over: “age_thirtytwo” and “age_thirty” \
         overlap so closely that 2 can be found by subtraction. Withhold “age_thirtytwo” or \
         “age_thirty” (“withhold” of the plan), or merge",
    ]);
}

#[test]
fn two_bandings_in_two_releases() {
    let first = ages().withholding("age_thirtytwo", None);
    let second = ages().withholding("age_thirty", None).after(&first);
    second.is_refused(&[
        "rule 6 (recodes): age_thirtytwo=under and age_thirty=over",
        "2 can be found by subtraction. The other is public already. Withhold “age_thirtytwo”",
    ]);
    first.clone().after(&first).passes(&["age_thirty", "liking"]);
    second.withholding("age_thirtytwo", None).passes(&["liking"]);
}

/// The one banding was in a leaflet.
#[test]
fn a_banding_and_a_figure() {
    let built = ages().withholding("age_thirtytwo", None).figure([
        "young",
        "age_thirtytwo",
        "under",
        "32",
        "60",
    ]);
    built.is_refused(&[
        "rule 6 (recodes): age_thirtytwo=under and age_thirty=over",
        "The other is public already. Withhold “age_thirty”",
    ]);
    built.withholding("age_thirty", None).passes(&["liking"]);
}

/// Two do both: the first release tells what they do, the second how many were asked how.
#[test]
fn a_union_over_two_releases() {
    let built = Built::new()
        .ticks("does", &["a", "b", "c"], "no")
        .choice(
            "how",
            &["well", "badly"],
            r#""asked_if": { "question": "does", "any_of": ["a", "b"] }"#,
        )
        .choice("region", &["n", "s"], r#""grouping": true"#)
        .plan("failing", json!("refuse"));
    let half = |built: Built, region: &str| {
        let row = |cells: &str| format!("{cells},{region}");
        built
            .rows(10, &row("n,n,n,"))
            .rows(10, &row("n,n,y,"))
            .rows(10, &row("n,y,y,badly"))
            .rows(10, &row("n,y,n,well"))
            .rows(9, &row("y,n,y,badly"))
            .rows(9, &row("y,n,n,well"))
    };
    let built = half(half(built, "n"), "s")
        .rows(8, "y,y,n,badly,n")
        .rows(8, "y,y,y,well,n")
        .rows(1, "y,y,y,well,s")
        .rows(1, "y,y,n,badly,s");
    // “how” is a grouping of nothing; region tells of both.
    let first = built.withholding("how", Some("region"));
    first.passes(&["does", "does by region", "how", "region"]);
    let second = built.withholding("does", Some("region")).after(&first);
    second.is_refused(&[
        "rule 6 (union): table “does by region”, region=s: those with does=a (20) and those with \
         does=b (22) are 2 more than those asked “how” (40)",
        "Withhold “how by region” (“withhold” of the plan)",
    ]);
    second.withholding("how", Some("region")).passes(&["does", "how", "region"]);
}

/// The counts of a question that is withheld were in a leaflet, all of them.
#[test]
fn a_surplus_of_figures() {
    let figure = |id, count| [id, "does", id, count, "80"];
    let built = super::neither("no")
        .withholding("does", None)
        .figure(figure("a", "30"))
        .figure(figure("b", "31"))
        .figure(figure("none", "20"));
    built.is_refused(&[
        "rule 6 (surplus): table “does”, all counted",
        "All of it is public already by earlier releases or by the published figures",
    ]);
    // Without the last the leaflet does not add up.
    let mut two = built;
    two.forget_figure();
    two.passes(&["region"]);
}

/// How many were asked how stood in a leaflet.
#[test]
fn a_union_by_a_figure() {
    let built = super::routed::how_well()
        .withholding("how", None)
        .figure(["well", "how", "well", "20", "40"]);
    built.is_refused(&[
        "those with does=a (20) and those with does=b (22) are 2 more than those asked “how” (40)",
        "A part of it is public already. Withhold “does” (“withhold” of the plan).",
    ]);
}
