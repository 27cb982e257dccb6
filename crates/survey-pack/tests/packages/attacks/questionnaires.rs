//! Surveys whose questionnaire gives somebody away: what may be ticked together, who is asked what,
//! what two releases ask.

use disclosure::history::Earlier;

use crate::built::Built;
use crate::small::Package;

/// Twelve who do not use it are of no kind, where groups must be of 15.
pub(super) fn rest_of_twelve() -> (Package, Vec<Earlier>) {
    let routed = r#""grouping": true, "asked_if": { "question": "uses", "any_of": ["yes"] }"#;
    Built::new()
        .choice("uses", &["yes", "no"], "")
        .choice("kind", &["a", "b"], routed)
        .choice("liking", &["much", "little"], "")
        .plan("smallest_group", 15.into())
        .rows(13, "yes,a,much")
        .rows(13, "yes,a,little")
        .rows(13, "yes,b,much")
        .rows(13, "yes,b,little")
        .rows(6, "no,,much")
        .rows(6, "no,,little")
        .parts()
}

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

pub(super) fn bandings_in_time() -> (Package, Vec<Earlier>) {
    let before = ages().withholding("age_thirtytwo", None);
    ages().withholding("age_thirty", None).after(&before).parts()
}

pub(super) fn banding_and_figure() -> (Package, Vec<Earlier>) {
    let figure = ["young", "age_thirtytwo", "under", "32", "60"];
    ages().withholding("age_thirtytwo", None).figure(figure).parts()
}

/// Two drink both.
pub(super) fn made_up_of_two() -> (Package, Vec<Earlier>) {
    Built::new()
        .choice("tea", &["yes", "no"], "")
        .choice("coffee", &["yes", "no"], "")
        .choice("any", &["yes", "no"], "")
        .rows(20, "yes,no,yes")
        .rows(20, "no,yes,yes")
        .rows(2, "yes,yes,yes")
        .rows(20, "no,no,no")
        .parts()
}

pub(super) fn one_does_both() -> (Package, Vec<Earlier>) {
    Built::new()
        .ticks("does", &["a", "b", "none"], "no")
        .rows(29, "y,n,n")
        .rows(30, "n,y,n")
        .rows(1, "y,y,n")
        .rows(20, "n,n,y")
        .parts()
}

/// Six do both, one of them in the south.
pub(super) fn one_in_the_south() -> (Package, Vec<Earlier>) {
    let half = |built: Built, region: &str| {
        built
            .rows(15, &format!("y,n,n,{region}"))
            .rows(15, &format!("n,y,n,{region}"))
            .rows(10, &format!("n,n,y,{region}"))
    };
    let built = Built::new().ticks("does", &["a", "b", "none"], "blank");
    let built = built.choice("region", &["n", "s"], r#""grouping": true"#);
    half(half(built, "n"), "s").rows(5, "y,y,n,n").rows(1, "y,y,n,s").parts()
}

/// Two do both, which is seen from how many were asked how.
pub(super) fn two_asked() -> (Package, Vec<Earlier>) {
    let routed = r#""asked_if": { "question": "does", "any_of": ["a", "b"] }"#;
    Built::new()
        .ticks("does", &["a", "b"], "no")
        .choice("how", &["well", "badly"], routed)
        .rows(20, "n,n,")
        .rows(10, "n,y,badly")
        .rows(10, "n,y,well")
        .rows(9, "y,n,badly")
        .rows(9, "y,n,well")
        .rows(1, "y,y,badly")
        .rows(1, "y,y,well")
        .parts()
}

/// Two questions after overlapping options, and everybody ticked something: three do the first and the
/// third and not what is common to both.
pub(super) fn two_bases() -> (Package, Vec<Earlier>) {
    let after = |of: &str| format!(r#""asked_if": {{ "question": "does", "any_of": [{of}] }}"#);
    Built::new()
        .ticks("does", &["a", "b", "c"], "blank")
        .choice("how", &["well", "badly"], &after(r#""a", "b""#))
        .choice("why", &["need", "want"], &after(r#""b", "c""#))
        .rows(10, "y,,,well,")
        .rows(10, "y,,,badly,")
        .rows(10, ",,y,,need")
        .rows(10, ",,y,,want")
        .rows(10, ",y,,well,want")
        .rows(10, ",y,,badly,need")
        .rows(5, "y,y,,badly,need")
        .rows(5, ",y,y,badly,need")
        .rows(3, "y,,y,well,need")
        .parts()
}

/// Everybody who does one of the two does “a”, and some do “b” as well.
pub(super) fn all_do_the_same() -> (Package, Vec<Earlier>) {
    Built::new()
        .ticks("does", &["a", "b", "none"], "no")
        .rows(20, "y,n,n")
        .rows(20, "y,y,n")
        .rows(20, "n,n,y")
        .parts()
}

/// Ticks by two groupings of two halves, and an option that excludes the others: without those who
/// chose it the tables leave one number only.
pub(super) fn linked_beside_none() -> (Package, Vec<Earlier>) {
    let half = r#""grouping": true"#;
    let mut built = Built::new()
        .choice("region", &["north", "south"], half)
        .choice("half", &["first", "second"], half)
        .ticks("does", &["a", "b", "none"], "no")
        .exclusive("none")
        .rows(10, "north,first,y,y,n")
        .rows(10, "north,second,y,y,n")
        .rows(5, "north,first,y,n,n")
        .rows(5, "south,first,y,n,n")
        .rows(5, "north,second,n,y,n")
        .rows(5, "south,second,n,y,n")
        .rows(10, "south,first,n,n,n")
        .rows(10, "south,second,n,n,n");
    for group in ["north,first", "north,second", "south,first", "south,second"] {
        built = built.rows(10, &format!("{group},n,n,y"));
    }
    built.withholding("region", Some("half")).withholding("half", Some("region")).parts()
}

/// The same of a tick and of an answer to what is asked after another tick.
pub(super) fn linked_beside_routing() -> (Package, Vec<Earlier>) {
    let half = r#""grouping": true"#;
    let routed = r#""asked_if": { "question": "does", "any_of": ["a"] }"#;
    Built::new()
        .choice("region", &["north", "south"], half)
        .choice("half", &["first", "second"], half)
        .ticks("does", &["a", "b"], "no")
        .choice("how", &["well", "badly"], routed)
        .rows(10, "north,first,y,y,well")
        .rows(10, "north,second,y,y,well")
        .rows(5, "north,first,y,n,well")
        .rows(5, "south,first,y,n,well")
        .rows(5, "north,second,y,y,badly")
        .rows(5, "south,second,y,y,badly")
        .rows(10, "south,first,y,n,badly")
        .rows(10, "south,second,y,n,badly")
        .rows(5, "north,second,n,y,")
        .rows(5, "south,first,n,n,")
        .withholding("region", Some("half"))
        .withholding("half", Some("region"))
        .parts()
}
