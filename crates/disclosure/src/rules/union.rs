//! Rule 6, union: a question that is asked of those who ticked any of some options tells by its base
//! how many these are. Their counts less that base are the ticks that stand beside another (of two
//! options, who ticked both), and the base less one count is who was asked without it. Two
//! of these questions tell of two unions: who is in one and not in the other, or in both, where that follows. In
//! total, in every published group and in what is left of it, all of these are 0 or at least t.
//! Inclusion and exclusion, as in Bonferroni's inequalities; Dobra and Fienberg (2000) have bounds of
//! this kind.

use super::overlaps::{self, Derived, Of, Scope};
use crate::rule::{Case, Outcome, Rule, Stage};

pub(super) const RULE: Rule = Rule {
    name: "union",
    number: 6,
    demands: "What a question’s base tells of the answers that lead to it, together with their counts and other such bases, is 0 or at least the threshold.",
    exact: "Exact for unions of one question’s answers whose sizes are told, in total and by group.",
    stage: Stage::Release,
    counts_only: false,
    of_changes: true,
    check,
};

fn check(case: &Case<'_>) -> Outcome {
    overlaps::examine(case, is_of_routing, |count| (1..case.plan.threshold).contains(&count))
}

fn is_of_routing(scope: &Scope, derived: &Derived) -> bool {
    let places = derived.places();
    let mut of = places.iter().map(|&place| &scope.known[place].of);
    of.any(|of| matches!(of, Of::Asked(_) | Of::AskedEither(..)))
}
