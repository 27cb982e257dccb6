//! Figures that were public before, and that somebody has signed for in the plan.

use survey::{Kind, PublishedFigure, QuestionIx};

use crate::rule::Case;

/// Whether somebody has signed for a figure.
pub(crate) fn is_signed(case: &Case<'_>, figure: &PublishedFigure) -> bool {
    case.plan.overrides.iter().any(|signed| signed.figure == figure.id)
}

/// Whether a cell of a question's own table is a signed figure, or the other of two answers, and so
/// public whatever is packed.
pub(crate) fn is_overridden(case: &Case<'_>, question: QuestionIx, option: usize) -> bool {
    let Some(total) = &case.tables.totals[question.position()] else { return false };
    let asked = case.tables.codebook.question(question);
    let is_the_other = |of: usize| match asked.kind {
        Kind::Single | Kind::Ordered => asked.options.len() == 2 && of != option,
        Kind::Multiple => false,
    };
    case.texts.figures.iter().filter(|figure| is_signed(case, figure)).any(|figure| {
        let Some((about, of)) = figure.about else { return false };
        let of = case.sample.places.get(about.position()).map(|places| places[of]);
        about == question
            && of.is_some_and(|of| {
                (of == option || is_the_other(of))
                    && figure.count == Some(total.counts[of])
                    && figure.base == Some(total.answered)
            })
    })
}
