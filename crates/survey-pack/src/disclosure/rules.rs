//! The rules of the gate, in the order of `docs/disclosure.md`. Each file names the rule, where it
//! comes from and what it catches.

mod bases;
mod bounds;
mod collusion;
mod columns;
mod differences;
mod explorer;
mod groups;
mod history;
mod output;
mod prior;
mod recodes;
mod texts;
mod threshold;
mod witnesses;

pub(in crate::disclosure) use self::prior::is_overridden;
use survey::{Codebook, QuestionIx};

use super::gate::Rule;
use super::plan::Plan;

/// All rules.
pub const RULES: [Rule; 14] = [
    columns::RULE,
    groups::RULE,
    bases::RULE,
    threshold::RULE,
    prior::RULE,
    texts::RULE,
    differences::RULE,
    recodes::RULE,
    bounds::RULE,
    collusion::RULE,
    history::RULE,
    output::RULE,
    explorer::RULE,
    witnesses::RULE,
];

/// Whether a difference of two counts tells of nobody, or of enough.
fn apart(plan: &Plan, one: u32, other: u32) -> bool {
    let difference = one.abs_diff(other);
    difference == 0 || difference >= plan.threshold
}

/// An answer by its ids: `liking=much`.
fn cell(codebook: &Codebook, question: QuestionIx, option: usize) -> String {
    let question = codebook.question(question);
    format!("{}={}", question.id, question.options[option].id)
}

fn id(codebook: &Codebook, question: QuestionIx) -> &str {
    &codebook.question(question).id
}
