//! What the counts of one question with several answers tell together: inclusion and exclusion.
//!
//! The size of a union of answers is told in three ways: one answer by its count; all answers by the
//! base, where everybody ticked something; and the answers that lead to another question by that
//! question's base. Options that nobody ticks beside another are taken away first, as they meet
//! nobody else's. From unions of known size follow, exactly, who is in one and not in a narrower one,
//! how often the parts of one overlap, and who is in both of two (Bonferroni's inequalities, here as
//! equations; Dobra and Fienberg, 2000, on bounds from overlapping margins).

mod mend;
mod merger;
mod scopes;
mod unions;
mod words;

pub(super) use self::scopes::{Scope, scopes};
use self::unions::derive;
pub(super) use self::unions::{Derived, Of};
use self::words::Words;
use crate::rule::{Case, Outcome};

/// Whether a number is only what one count leaves of its base, which the threshold guards.
pub(super) fn is_rest_of_base(scope: &Scope, derived: &Derived) -> bool {
    let Derived::Beyond { wider, narrower, .. } = derived else { return false };
    let (wider, narrower) = (&scope.known[*wider], &scope.known[*narrower]);
    wider.of == Of::Base && wider.less.is_empty() && matches!(narrower.of, Of::Option(_))
}

/// Looks at every number that follows from some unions.
pub(super) fn examine(
    case: &Case<'_>,
    is_wanted: fn(&Scope, &Derived) -> bool,
    is_small: impl Fn(u32) -> bool,
) -> Outcome {
    let mut outcome = Outcome::default();
    for scope in &scopes(case) {
        let words = Words { case, scope };
        let Some(derived) = derive(&scope.known) else {
            let what = "so many questions are asked after it that not all sums can be looked at";
            let fix = "Withhold some of them (“withhold” of the plan).";
            outcome.breach(Some(words.table()), words.place(), what, fix);
            continue;
        };
        for derived in derived.iter().filter(|derived| is_wanted(scope, derived)) {
            let count = derived.count();
            // Nobody is a number only to a rule that minds it.
            if count > 0 || is_small(0) {
                outcome.examine(count);
            }
            if is_small(count) {
                let fix = mend::fix(case, scope, derived);
                outcome.breach(Some(words.table()), words.place(), words.of(derived), fix);
            }
        }
    }
    outcome
}
