//! Rule 5, prior publication: a figure that is public already counts as what a reader knows. One that
//! would not pass (96% of 51 is all but two) needs a signature in the plan. One that tells another
//! count than this release gives the difference away, signed or not.

use survey::{PublishedFigure, QuestionIx};

use crate::disclosure::gate::{Case, Outcome, Rule, Stage};
use crate::disclosure::tables::TableName;

pub(super) const RULE: Rule = Rule {
    name: "prior publication",
    number: 5,
    demands: "Figures published before are as large as the threshold, or signed for; and they differ from this release by nothing, or by at least the threshold.",
    exact: "Exact for the figures that the package lists. Others that may be public are unknown to it.",
    stage: Stage::Release,
    counts_only: false,
    check,
};

fn check(case: &Case<'_>) -> Outcome {
    let mut outcome = Outcome::default();
    for figure in case.texts.figures {
        let about = figure
            .about
            .map(|(question, option)| (question, case.sample.places[question.0][option]));
        let base = figure
            .base
            .or_else(|| about.map(|(question, _)| case.sample.bases[question.0].count()));
        let (Some(count), Some(base)) = (figure.count, base) else { continue };
        let rest = base.saturating_sub(count);
        outcome.examine(count.min(rest));
        if count.min(rest) < case.plan.threshold && !is_signed(case, figure) {
            let what = format!(
                "{count} of {base} was published before and is under the threshold on one side"
            );
            let fix = "Sign for it in “overrides” if it is public in fact; otherwise delete it.";
            outcome.breach(None, format!("figure {}", figure.id), what, fix);
        }
        if let Some((question, option)) = about {
            compare(case, figure, (question, option), (count, base), &mut outcome);
        }
    }
    outcome
}

/// The released cell and its base against the published ones.
fn compare(
    case: &Case<'_>,
    figure: &PublishedFigure,
    (question, option): (QuestionIx, usize),
    (count, base): (u32, u32),
    outcome: &mut Outcome,
) {
    let Some(total) = &case.tables.totals[question.0] else { return };
    let now = (total.counts[option], total.answered);
    let others = (now.1 - now.0, base.saturating_sub(count));
    for (one, other) in [(now.0, count), (now.1, base), others] {
        if super::apart(case.plan, one, other) {
            continue;
        }
        let what = format!(
            "{count} of {base} was published before; this release says {} of {}",
            now.0, now.1
        );
        let fix = "Make its base the same by “blocks”, undo the merger, or withhold the question.";
        let table = Some(TableName { question, by: None });
        outcome.breach(table, format!("figure {}", figure.id), what, fix);
        return;
    }
}

fn is_signed(case: &Case<'_>, figure: &PublishedFigure) -> bool {
    case.plan.overrides.iter().any(|signed| signed.figure == figure.id)
}

/// Whether a cell of a question's own table is a signed figure, or the other of two answers, and so
/// public whatever is packed.
pub(in crate::disclosure) fn is_overridden(
    case: &Case<'_>,
    question: QuestionIx,
    option: usize,
) -> bool {
    let Some(total) = &case.tables.totals[question.0] else { return false };
    let asked = case.tables.codebook.question(question);
    let is_the_other = |of: usize| asked.options.len() == 2 && !asked.is_multiple() && of != option;
    case.texts.figures.iter().filter(|figure| is_signed(case, figure)).any(|figure| {
        let Some((about, of)) = figure.about else { return false };
        let of = case.sample.places.get(about.0).map(|places| places[of]);
        about == question
            && of.is_some_and(|of| {
                (of == option || is_the_other(of))
                    && figure.count == Some(total.counts[of])
                    && figure.base == Some(total.answered)
            })
    })
}
