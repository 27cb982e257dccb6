//! Ordinary questionnaires whose counts tell more than they say: exclusive options, ticks that
//! everybody must make, questions asked after several answers, groupings that not everybody is
//! asked, two bandings of one thing in two releases. Each is refused with a sentence that says what to
//! change, and passes once that is done.

mod releases;
mod remainders;
mod routed;

use super::built::{Built, Said};

/// Input 2: two do both, or neither; only one does both, and it is in the north.
fn neither(unticked: &str) -> Built {
    let blank = unticked == "blank";
    let no = if blank { "" } else { "n" };
    let cells = |ticks: [bool; 3], region: &str| {
        let ticks = ticks.map(|tick| if tick { "y" } else { no });
        format!("{},{region}", ticks.join(","))
    };
    let (a, b, none) = ([true, false, false], [false, true, false], [false, false, true]);
    Built::new()
        .ticks("does", &["a", "b", "none"], unticked)
        .choice("region", &["n", "s"], r#""grouping": true"#)
        .rows(15, &cells(a, "s"))
        .rows(14, &cells(a, "n"))
        .rows(1, &cells([true, true, false], "n"))
        .rows(15, &cells(b, "s"))
        .rows(15, &cells(b, "n"))
        .rows(10, &cells(none, "s"))
        .rows(10, &cells(none, "n"))
}

#[test]
fn who_does_both_where_the_rest_does_neither() {
    for unticked in ["no", "blank"] {
        let built = neither(unticked);
        built.is_refused(&[
            "rule 6 (surplus): table “does”, all counted: those with does=a (30) and those with does=b \
             (31) are 1 more than those counted for “does” without does=none (60): 1 who ticked more \
             than one can be found by subtraction. Withhold “does” (“withhold” of the plan), or merge \
             the answers “a” and “b” of “does” (“merge” of the plan).",
            "rule 6 (surplus): table “does by region”, region=n: those with does=a (15) and those with",
        ]);
        built.merging("does", &["a", "b"]).passes(&["does", "does by region", "region"]);
        built.withholding("does", None).passes(&["region"]);
    }
}

/// The same where the third option is something real, and nobody without a tick answered.
#[test]
fn who_does_both_where_everybody_does_something() {
    neither("blank").replace("\"none\"", "\"c\"").is_refused(&["rule 6 (surplus)"]);
}

/// Six do both, all of them in the north but one: harmless in total.
#[test]
fn who_does_both_in_one_group() {
    let built = neither("no").rows(4, "y,y,n,n").rows(1, "y,y,n,s").rows(5, "n,n,y,s");
    let Said(said) = built.is_refused(&[
        "table “does by region”, region=s: those with does=a (16) and those with does=b (16) are 1 \
         more than those counted for “does” without does=none (31)",
        "Withhold “does by region” (“withhold” of the plan)",
    ]);
    assert!(!said.contains("all counted"), "{said}");
    built.withholding("does", Some("region")).passes(&["does", "region"]);
}

/// One ticked nothing, so the answers alone do not say that “none” excludes the others.
#[test]
fn a_declared_option_excludes_the_others() {
    Built::new()
        .ticks("does", &["a", "b", "none"], "no")
        .exclusive("none")
        .rows(24, "y,y,n")
        .rows(20, "y,n,n")
        .rows(3, "n,y,n")
        .rows(1, "n,n,n")
        .rows(12, "n,n,y")
        .is_refused(&[
            "rule 6 (surplus): table “does”, all counted: those counted for “does” without does=none \
             are 48, those with does=a 44: the other 4 can be found by subtraction. Withhold “does”",
        ]);
}

/// Both options exclude each other: a question with one answer in two columns.
#[test]
fn options_that_exclude_each_other_tell_nothing() {
    Built::new()
        .ticks("does", &["a", "b", "none"], "no")
        .rows(20, "y,n,n")
        .rows(20, "n,y,n")
        .rows(20, "n,n,y")
        .passes(&["does"]);
}

/// All who do something do “a”: nobody's tick of “b” needs any more finding out.
#[test]
fn all_who_do_something_do_the_same() {
    Built::new()
        .ticks("does", &["a", "b", "none"], "no")
        .rows(20, "y,n,n")
        .rows(20, "y,y,n")
        .rows(20, "n,n,y")
        .is_refused(&["rule 6 (collusion): table “does”"]);
}

/// Two answers of one question of which one lies within the other but for two.
#[test]
fn nested_answers() {
    Built::new()
        .ticks("does", &["a", "b"], "no")
        .rows(30, "y,y")
        .rows(2, "y,n")
        .rows(28, "n,n")
        .is_refused(&["rule 6 (recodes): not does=b and does=a: its answers overlap so closely that 2 can be found", "Withhold “does”"]);
}

/// An answer to one question against an answer of several.
#[test]
fn an_answer_that_lies_within_a_tick() {
    Built::new()
        .ticks("does", &["a", "b"], "no")
        .choice("kind", &["x", "z"], "")
        .rows(15, "y,y,x")
        .rows(15, "y,n,x")
        .rows(2, "y,n,z")
        .rows(14, "n,y,z")
        .rows(14, "n,n,z")
        .is_refused(&["rule 6 (recodes): kind=z and does=a", "2 can be found by subtraction"]);
}

/// “any” is said by who said yes to one of two questions; two said yes to both.
#[test]
fn an_answer_that_two_others_make_up() {
    let built = Built::new()
        .choice("tea", &["yes", "no"], "")
        .choice("coffee", &["yes", "no"], "")
        .choice("any", &["yes", "no"], "")
        .rows(20, "yes,no,yes")
        .rows(20, "no,yes,yes")
        .rows(2, "yes,yes,yes")
        .rows(20, "no,no,no");
    built.is_refused(&[
        "rule 6 (recodes): ",
        "“any”, “coffee” and “tea” fit together so closely that 2 can be found by subtraction",
        "Withhold one of the three",
    ]);
    built.withholding("any", None).passes(&["tea", "coffee"]);
}
