//! Rule 9, witnesses: no small count of two answers together follows from all that is known, shown by
//! other surveys that fit it all. The step itself is `disclosure::witness`.

use crate::rule::{Case, Outcome, Rule, Stage};
use crate::witness;

pub(super) const RULE: Rule = Rule {
    name: "witnesses",
    number: 9,
    demands: "For every small count of two answers together that no table shows, two other surveys give all tables and disagree about it by the threshold.",
    exact: "Each witness is checked in full. Counts of three answers and whole respondents are not looked at.",
    stage: Stage::Proof,
    counts_only: false,
    of_changes: false,
    check,
};

fn check(case: &Case<'_>) -> Outcome {
    let proof = witness::prove(case);
    let mut outcome = Outcome {
        examined: proof.numbers.pairs,
        least: proof.numbers.narrowest,
        ..Outcome::default()
    };
    for (table, why) in proof.removed {
        let fix = "The table is left out. To keep it, merge answers of its questions, or withhold another of their tables.";
        outcome.breach(Some(table), String::new(), why, fix);
    }
    for why in proof.refused {
        let fix = "Merge these answers, or withhold one of their questions.";
        outcome.breach(None, String::new(), why, fix);
    }
    outcome.proof = Some(proof.numbers);
    outcome
}
