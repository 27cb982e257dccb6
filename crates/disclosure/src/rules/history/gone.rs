//! Tables of questions that the package does not have any more, or has with other answers, still bound
//! what this release does not publish: the rule on bounds looks at them as well.

use crate::history::with_former_questions;
use crate::rule::{Case, Outcome};

pub(super) fn bound(case: &Case<'_>, outcome: &mut Outcome) {
    let all = with_former_questions(case.known, case.history, case.plan);
    if all.codebook == case.known.codebook {
        return;
    }
    let Some(bounds) = case.rules.iter().find(|rule| rule.name == "bounds") else { return };
    let known = (bounds.check)(case);
    let found = (bounds.check)(&Case { known: &all, ..*case });
    outcome.examined += found.examined.saturating_sub(known.examined);
    for breach in found.breaches {
        let is_its_own = known
            .breaches
            .iter()
            .any(|known| (&known.cell, &known.what) == (&breach.cell, &breach.what));
        if !is_its_own {
            let what = format!(
                "with what earlier releases told of questions that are gone, {}",
                breach.what
            );
            let fix = "Withhold one of this release’s tables that are named, or merge answers.";
            outcome.breach(None, breach.cell, what, fix);
        }
    }
}
