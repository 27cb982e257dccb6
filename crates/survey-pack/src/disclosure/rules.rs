//! The rules of the gate, in the order of `docs/disclosure.md`. Each file names the rule, where it
//! comes from and what it catches.

mod bases;
mod bases_by_group;
mod bounds;
mod collusion;
mod columns;
mod differences;
mod explorer;
mod groups;
mod history;
mod output;
mod overlaps;
mod prior;
mod recodes;
mod splits;
mod surplus;
mod texts;
mod threshold;
mod told;
mod union;
mod witnesses;

use survey::{Codebook, Crossed, QuestionIx, Tally};

pub(in crate::disclosure) use self::prior::is_overridden;
use super::gate::Rule;
use super::plan::Plan;

/// All rules.
pub const RULES: [Rule; 17] = [
    columns::RULE,
    groups::RULE,
    bases::RULE,
    threshold::RULE,
    bases_by_group::RULE,
    prior::RULE,
    texts::RULE,
    differences::RULE,
    recodes::RULE,
    surplus::RULE,
    union::RULE,
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

/// The counts of those who are in no group: what the groups leave of the whole.
fn rest(total: &Tally, crossed: &Crossed) -> Tally {
    let mut rest = total.clone();
    for part in &crossed.parts {
        rest.answered = rest.answered.saturating_sub(part.answered);
        for (left, count) in rest.counts.iter_mut().zip(&part.counts) {
            *left = left.saturating_sub(*count);
        }
    }
    rest
}

/// An answer by its ids: `liking=much`.
fn cell(codebook: &Codebook, question: QuestionIx, option: usize) -> String {
    let question = codebook.question(question);
    format!("{}={}", question.id, question.options[option].id)
}

fn id(codebook: &Codebook, question: QuestionIx) -> &str {
    &codebook.question(question).id
}
