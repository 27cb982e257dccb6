//! A question asked of those who gave any of several answers tells by its base how many these are.

use crate::built::{Built, Said};

/// Input 1: 20 and 22 do one thing or the other, and 40 were asked how.
pub(super) fn how_well() -> Built {
    Built::new()
        .ticks("does", &["a", "b"], "no")
        .choice(
            "how",
            &["well", "badly"],
            r#""asked_if": { "question": "does", "any_of": ["a", "b"] }"#,
        )
        .rows(20, "n,n,")
        .rows(10, "n,y,badly")
        .rows(10, "n,y,well")
        .rows(9, "y,n,badly")
        .rows(9, "y,n,well")
        .rows(1, "y,y,badly")
        .rows(1, "y,y,well")
}

#[test]
fn who_does_both_of_what_leads_on() {
    let built = how_well();
    built.is_refused(&[
        "rule 6 (union): table “does”, all counted: those with does=a (20) and those with does=b (22) \
         are 2 more than those asked “how” (40): 2 who ticked more than one can be found by \
         subtraction. Withhold “how” (“withhold” of the plan).",
    ]);
    built.withholding("how", None).passes(&["does"]);
}

/// With an answer that leads nowhere the two can be merged, and then tell nothing.
#[test]
fn a_merger_of_what_leads_on_helps() {
    let built = Built::new()
        .ticks("does", &["a", "b", "c"], "no")
        .choice(
            "how",
            &["well", "badly"],
            r#""asked_if": { "question": "does", "any_of": ["a", "b"] }"#,
        )
        .rows(10, "n,n,n,")
        .rows(10, "n,n,y,")
        .rows(10, "n,y,y,badly")
        .rows(10, "n,y,n,well")
        .rows(9, "y,n,y,badly")
        .rows(9, "y,n,n,well")
        .rows(1, "y,y,n,badly")
        .rows(1, "y,y,y,well");
    built.is_refused(&[
        "Withhold “how” (“withhold” of the plan), or merge the answers “a” and “b” of “does” (“merge” \
         of the plan).",
    ]);
    built.merging("does", &["a", "b"]).passes(&["does", "how"]);
}

/// Eight do both, seven of them in the north.
#[test]
fn who_does_both_in_one_group() {
    let built = Built::new()
        .choice("region", &["n", "s"], r#""grouping": true"#)
        .ticks("does", &["a", "b"], "no")
        .choice(
            "how",
            &["well", "badly"],
            r#""asked_if": { "question": "does", "any_of": ["a", "b"] }"#,
        )
        .rows(10, "n,n,n,")
        .rows(10, "s,n,n,")
        .rows(5, "n,n,y,badly")
        .rows(5, "n,n,y,well")
        .rows(5, "n,y,n,badly")
        .rows(5, "n,y,n,well")
        .rows(5, "s,n,y,badly")
        .rows(5, "s,n,y,well")
        .rows(5, "s,y,n,badly")
        .rows(5, "s,y,n,well")
        .rows(4, "n,y,y,badly")
        .rows(3, "n,y,y,well")
        .rows(1, "s,y,y,badly");
    let Said(said) = built.is_refused(&[
        "rule 6 (union): table “does by region”, region=s: those with does=a (11) and those with \
         does=b (11) are 1 more than those asked “how” (21)",
        "Withhold “how by region” (“withhold” of the plan)",
    ]);
    assert!(!said.contains("all counted"), "{said}");
    built.withholding("how", Some("region")).passes(&["region", "does", "does by region", "how"]);
}

/// Who was asked without having ticked the one: 26 less 22.
#[test]
fn who_was_asked_for_the_rarer_answer_alone() {
    Built::new()
        .ticks("does", &["a", "b"], "no")
        .choice(
            "how",
            &["well", "badly"],
            r#""asked_if": { "question": "does", "any_of": ["a", "b"] }"#,
        )
        .rows(20, "n,n,")
        .rows(8, "y,y,well")
        .rows(14, "n,y,badly")
        .rows(4, "y,n,well")
        .is_refused(&[
            "rule 6 (union): table “does”, all counted: those asked “how” are 26, those with does=b \
             22: the other 4 can be found by subtraction",
        ]);
}

/// Two questions asked after different sets, of which one lies within the other.
#[test]
fn two_questions_by_nested_sets() {
    let asked =
        |any_of: &str| format!(r#""asked_if": {{ "question": "does", "any_of": [{any_of}] }}"#);
    let built = Built::new()
        .ticks("does", &["a", "b", "c"], "no")
        .choice("how", &["well", "badly"], &asked(r#""a", "b""#))
        .choice("why", &["need", "want"], &asked(r#""a", "b", "c""#))
        .rows(20, "n,n,n,,")
        .rows(10, "y,n,n,well,need")
        .rows(10, "n,y,n,badly,want")
        .rows(6, "y,y,n,badly,need")
        .rows(6, "y,n,y,well,want")
        .rows(6, "n,y,y,well,want")
        .rows(2, "n,n,y,,want");
    built.is_refused(&[
        "those asked “why” are 40, those asked “how” 38: the other 2 can be found by subtraction. \
         Withhold one of “how”, “why” (“withhold” of the plan)",
    ]);
    built.withholding("how", None).passes(&["does", "why"]);
}

/// Two questions by overlapping sets, and everybody ticked something: who is in both unions.
#[test]
fn two_questions_by_overlapping_sets() {
    let asked =
        |any_of: &str| format!(r#""asked_if": {{ "question": "does", "any_of": [{any_of}] }}"#);
    Built::new()
        .ticks("does", &["a", "b", "c"], "blank")
        .choice("how", &["well", "badly"], &asked(r#""a", "b""#))
        .choice("why", &["need", "want"], &asked(r#""b", "c""#))
        .rows(10, "y,,,well,")
        .rows(10, "y,,,badly,")
        .rows(10, ",,y,,need")
        .rows(10, ",,y,,want")
        .rows(10, ",y,,well,want")
        .rows(10, ",y,,badly,need")
        .rows(5, "y,y,,badly,need")
        .rows(5, ",y,y,badly,need")
        .rows(3, "y,,y,well,need")
        .is_refused(&[
            "those asked “how” (53) and those asked “why” (53) are together those counted for “does” \
             (73): 3 who are both, and not those with does=b, can be found by subtraction",
        ]);
}

/// A table of two routed questions is of those who were asked both: with it the union is known, and
/// so is who does the third alone.
#[test]
fn a_table_of_two_routed_questions() {
    let asked =
        |any_of: &str| format!(r#""asked_if": {{ "question": "does", "any_of": ["{any_of}"] }}"#);
    let mut built = Built::new()
        .ticks("does", &["a", "b", "c"], "blank")
        .choice("how", &["well", "badly"], &asked("a"))
        .choice("why", &["need", "want"], &format!(r#""grouping": true, {}"#, asked("b")));
    for how in ["well", "badly"] {
        built = built.rows(6, &format!("y,,,{how},")).rows(6, &format!("y,,y,{how},"));
        for why in ["need", "want"] {
            built =
                built.rows(5, &format!("y,y,,{how},{why}")).rows(5, &format!("y,y,y,{how},{why}"));
        }
    }
    for why in ["need", "want"] {
        built = built.rows(6, &format!(",y,,,{why}")).rows(6, &format!(",y,y,,{why}"));
    }
    let built = built.rows(2, ",,y,,").withholding("does", Some("why"));
    built.is_refused(&[
        "rule 6 (union): table “does”, all counted: those counted for “does” are 90, those asked “how” \
         or “why” 88: the other 2 can be found by subtraction. Withhold one of “how”, “why”",
    ]);
    built.withholding("how", Some("why")).passes(&["does", "how", "why"]);
}

/// A chain: what a routed question with several answers leads to.
#[test]
fn routing_over_routing() {
    let built = Built::new()
        .choice("uses", &["yes", "no"], "")
        .ticks("does", &["a", "b"], "no")
        .choice(
            "how",
            &["well", "badly"],
            r#""asked_if": { "question": "does", "any_of": ["a", "b"] }"#,
        )
        .asked_if("does", "uses", "yes")
        .rows(20, "no,,,")
        .rows(20, "yes,n,n,")
        .rows(10, "yes,n,y,badly")
        .rows(10, "yes,n,y,well")
        .rows(9, "yes,y,n,badly")
        .rows(9, "yes,y,n,well")
        .rows(2, "yes,y,y,badly");
    built.is_refused(&["rule 6 (union): table “does”, all counted: those with does=a (20)"]);
    built.withholding("how", None).passes(&["uses", "does"]);
}

/// One answer each: three of them lead on, and nothing overlaps.
#[test]
fn three_answers_of_one_lead_on() {
    Built::new()
        .choice("place", &["home", "office", "field", "none"], "")
        .choice(
            "how",
            &["well", "badly"],
            r#""asked_if": { "question": "place", "any_of": ["home", "office", "field"] }"#,
        )
        .rows(8, "home,well")
        .rows(8, "home,badly")
        .rows(8, "office,well")
        .rows(8, "office,badly")
        .rows(8, "field,well")
        .rows(8, "field,badly")
        .rows(12, "none,")
        .passes(&["place", "how"]);
}
