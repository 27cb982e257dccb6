//! Rule 5, prior publication: a figure that is public already counts as what a reader knows. One that
//! would not pass (96% of 51 is all but two) needs a signature in the plan. One that tells another
//! count than this release gives the difference away, signed or not; so do several that add up. A
//! percentage is every count that rounds to it.

mod known;
mod sums;

use survey::{PublishedFigure, QuestionIx};

use self::known::{Known, Told};
use crate::disclosure::gate::{Case, Outcome, Rule, Stage};
use crate::disclosure::tables::TableName;

pub(super) const RULE: Rule = Rule {
    name: "prior publication",
    number: 5,
    demands: "Figures published before are as large as the threshold, or signed for; and they and their sums differ from this release, and from everybody, by nothing or by at least the threshold.",
    exact: "Exact for the figures that the package lists. Others that may be public are unknown to it.",
    stage: Stage::Release,
    counts_only: false,
    check,
};

fn check(case: &Case<'_>) -> Outcome {
    let mut outcome = Outcome::default();
    let mut all_known = Vec::new();
    for (position, figure) in case.texts.figures.iter().enumerate() {
        let place = || format!("figure {}", figure.id);
        match Known::of(case, position, figure) {
            Told::Words => {}
            Told::NoCount(percent, base) => {
                let what = format!("{percent}% of {base} is no whole number of respondents");
                outcome.breach(None, place(), what, "Correct it, or give the base that it was of.");
            }
            Told::Counts(known) => {
                let least = match known.base {
                    Some(base) => known.low.min(base.saturating_sub(known.high)),
                    None => known.low,
                };
                outcome.examine(least);
                if least < case.plan.threshold && !is_signed(case, figure) {
                    let what = format!(
                        "{} was published before and is under the threshold on one side",
                        known.words()
                    );
                    let fix =
                        "Sign for it in “overrides” if it is public in fact; otherwise delete it.";
                    outcome.breach(None, place(), what, fix);
                }
                compare(case, &known, &mut outcome);
                all_known.push(known);
            }
        }
    }
    sums::check(case, &all_known, &mut outcome);
    outcome
}

/// The released cell and its base against the published ones.
fn compare(case: &Case<'_>, known: &Known<'_>, outcome: &mut Outcome) {
    let (Some((question, _, option)), Some(base)) = (known.about, known.base) else { return };
    let Some(total) = &case.tables.totals[question.0] else { return };
    let now = (total.counts[option], total.answered);
    let count = known.nearest(now.0);
    // A percentage of the same respondents that the release's count rounds to tells nothing more.
    if known.percent.is_some() && base == now.1 && known.may_be(now.0) {
        return;
    }
    let others = (now.1 - now.0, base.saturating_sub(count));
    for (one, other) in [(now.0, count), (now.1, base), others] {
        if super::apart(case.plan, one, other) {
            continue;
        }
        let what = format!(
            "{} was published before; this release says {} of {}",
            known.words(),
            now.0,
            now.1
        );
        let fix = "Make its base the same by “blocks”, undo the merger, or withhold the question.";
        let table = Some(TableName { question, by: None });
        outcome.breach(table, format!("figure {}", known.figure.id), what, fix);
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
