//! Rule 6, surplus: where everybody who answered a question ticked something, the sum of its counts
//! less its base is how many ticks stand beside another: of two options, who ticked both. Where an
//! option excludes the others (“none of these”), its count is first taken from the base; what is left
//! less another option's count is who ticked only others, or nothing. In total, in every published
//! group and in what is left of it, all of these are 0 or at least t. Inclusion and exclusion, as in
//! Bonferroni's inequalities; Dobra and Fienberg (2000) have bounds of this kind.
//!
//! That everybody ticked something, and which options exclude others, is taken from the package's
//! declarations and from the answers: it can be guessed from a question's words.

use super::overlaps::{self, Derived, Of, Scope};
use crate::rule::{Case, Outcome, Rule, Stage};

pub(super) const RULE: Rule = Rule {
    name: "surplus",
    number: 6,
    demands: "What the counts of a question with several answers are more than its base, and what its excluding options leave of it, is 0 or at least the threshold.",
    exact: "Exact for sums of one question’s counts and its base, in total and by group; who ticked more than one of three or more options is known by bounds only.",
    stage: Stage::Release,
    counts_only: false,
    of_changes: true,
    check,
};

fn check(case: &Case<'_>) -> Outcome {
    overlaps::examine(case, is_surplus, |count| (1..case.plan.threshold).contains(&count))
}

/// What is left of a whole base is the threshold's matter.
fn is_surplus(scope: &Scope, derived: &Derived) -> bool {
    let places = derived.places();
    let mut of = places.iter().map(|&place| &scope.known[place].of);
    let is_of_ticks = of.all(|of| matches!(of, Of::Option(_) | Of::Base));
    is_of_ticks && !overlaps::is_rest_of_base(scope, derived)
}
