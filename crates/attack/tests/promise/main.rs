//! What is promised, tried on surveys drawn by lot as holders bring them.
//!
//! `draw` makes surveys as plain data, with a bias to small counts; `package` writes them and
//! `release` packs them by the gate. The judge (`reader`, `targets`, `swaps`, `judge`) has the packed
//! bytes and the questionnaire, shares no code with the gate, and says which small counts of two
//! answers are pinned down. The true answers tell it only which counts are small.
//!
//! `PROMISE_SURVEYS` says how many surveys are drawn, `PROMISE_SEED` from which seed on: each survey
//! has a seed of its own, so that one can be looked at again.

#![allow(
    clippy::unwrap_used,
    reason = "in a test a panic is the report, also outside of `#[test]`"
)]

mod columns;
mod draw;
mod features;
mod found;
mod judge;
mod package;
mod plant;
mod reader;
mod release;
mod releases;
mod search;
mod shrink;
mod survey;
mod swaps;
mod tables;
mod targets;
mod truth;
mod world;

use std::collections::BTreeSet;
use std::ops::Range;

use disclosure::Rule;
use disclosure::rules::RULES;

use crate::draw::draw;
use crate::search::{Found, search};
use crate::shrink::shrink;

/// How many surveys are drawn where nothing else is said, and from which seed on.
fn seeds(usual: u64) -> Range<u64> {
    let number = |name: &str| std::env::var(name).ok().map(|text| text.parse().expect("a number"));
    let first = number("PROMISE_SEED").unwrap_or(0);
    first..first + number("PROMISE_SURVEYS").unwrap_or(usual)
}

fn is_long() -> bool {
    std::env::var("PROMISE_SURVEYS").is_ok()
}

fn without(names: &[&str]) -> Vec<Rule> {
    RULES.into_iter().filter(|rule| !names.contains(&rule.name)).collect()
}

#[test]
fn no_small_count_is_pinned_down() {
    let seeds = seeds(1000);
    let found = search(seeds, &RULES);
    println!("{found}");
    let told = told(&found, &RULES);
    assert!(told.is_empty(), "{told}");
    assert_eq!(found.undecided, [] as [&str; 0]);
    // One survey may be looked at alone; many must be worth their name.
    if found.drawn >= 1000 {
        for (feature, [drawn, passed]) in &found.features {
            assert!(*passed >= found.drawn / 250, "{feature}: {drawn} drawn, only {passed} passed");
        }
        assert_eq!(found.features.len(), features::NAMES, "something is never drawn");
        assert!(found.passed >= found.drawn / 3, "only {} of {} passed", found.passed, found.drawn);
        assert!(found.tables[1] >= found.drawn, "only {} tables by groupings", found.tables[1]);
    }
}

/// The search is worth something only if it finds what the rules are there against. Each rule is
/// taken away, alone and together with the proof by witnesses, which finds most of what rules find.
#[test]
fn without_a_rule_small_counts_are_pinned_down() {
    let proof = "witnesses";
    println!(
        "rule taken away: surveys that give a small count away; by this rule alone, without the proof"
    );
    for rule in RULES.map(|rule| rule.name) {
        let needed = NEEDED.contains(&rule);
        if !needed && !is_long() {
            continue;
        }
        let (mut alone, mut unproved, mut looked_at) = (Found::default(), BTreeSet::new(), 0);
        let all: Vec<u64> = seeds(100).collect();
        let all = if is_long() { &all[..all.len() / 10] } else { &all };
        for some in all.chunks(100) {
            let some = some[0]..some[0] + some.len() as u64;
            looked_at += some.end - some.start;
            if rule == proof || is_long() {
                alone = alone.and(search(some.clone(), &without(&[rule])));
            }
            // What comes through with the rule as well is not by its absence. The proof stands behind
            // rules that find the same: these go too.
            let others = if rule == proof { &["surplus", "union"][..] } else { &[proof] };
            let both = search(some, &without(&[&[rule], others].concat())).slipped();
            let others = without(others);
            let by_others = |seed: &u64| !search(*seed..*seed + 1, &others).slipped().is_empty();
            unproved.extend(both.into_iter().filter(|seed| !by_others(seed)));
            if !unproved.is_empty() && !is_long() {
                break;
            }
        }
        println!(
            "{rule}: {}; {} of {looked_at} {:?}",
            alone.kinds(),
            unproved.len(),
            unproved.iter().take(4).collect::<Vec<_>>()
        );
        assert!(!needed || !unproved.is_empty(), "nothing comes through without {rule}");
    }
}

/// Rules without which some survey gives a small count away, among the first that are drawn.
const NEEDED: [&str; 5] = ["bases", "threshold", "differences", "recodes", "witnesses"];

/// For each kind of slip the smallest survey that was found for it.
fn told(found: &Found, rules: &[Rule]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let told = found.slips.iter().map(|(kind, slips)| {
        let seeds: Vec<u64> = slips.iter().map(|(seed, _)| *seed).collect();
        let smallest = seeds.iter().min_by_key(|seed| draw(**seed).rows.len()).unwrap();
        let (survey, what) = shrink(draw(*smallest), kind, rules, folder.path());
        let found = serde_json::json!({ "what": what, "kind": kind, "survey": survey });
        format!("\n{kind}: seeds {seeds:?}; seed {smallest}, made smaller:\n{found}\n")
    });
    told.collect()
}
