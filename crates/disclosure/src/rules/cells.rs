//! Cells of tables, as the rules compare and name them.

use survey::{Codebook, Crossed, QuestionIx, Tally};

use crate::plan::Plan;

/// Whether a difference of two counts tells of nobody, or of enough.
pub(in crate::rules) fn is_safe_difference(plan: &Plan, one: u32, other: u32) -> bool {
    let difference = one.abs_diff(other);
    difference == 0 || difference >= plan.threshold
}

/// The counts of those who are in no group: what the groups leave of the whole.
pub(in crate::rules) fn rest(total: &Tally, crossed: &Crossed) -> Tally {
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
pub(in crate::rules) fn cell(codebook: &Codebook, question: QuestionIx, option: usize) -> String {
    let question = codebook.question(question);
    format!("{}={}", question.id, question.options[option].id)
}

/// A question by its id.
pub(in crate::rules) fn id(codebook: &Codebook, question: QuestionIx) -> &str {
    &codebook.question(question).id
}
