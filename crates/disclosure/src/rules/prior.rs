//! Rule 5, prior publication: a figure that is public already counts as what a reader knows. One that
//! would not pass (96% of 51 is all but two) needs a signature in the plan. One that tells another
//! count than this release gives the difference away, signed or not; so do several that add up. A
//! percentage is every count that rounds to it.

mod known;
mod sums;

use survey::PublishedFigure;

use self::known::{FigureContent, Known};
use super::cells;
use crate::rule::{Case, Outcome, Rule, Stage};
use crate::signed::is_signed;
use crate::tables::TableName;

pub(super) const RULE: Rule = Rule {
    name: "prior publication",
    number: 5,
    demands: "Figures published before are as large as the threshold, or signed for; and they and their sums differ from this release, and from everybody, by nothing or by at least the threshold.",
    exact: "Exact for the figures that the package lists. Others that may be public are unknown to it.",
    stage: Stage::Release,
    counts_only: false,
    of_changes: false,
    check,
};

fn check(case: &Case<'_>) -> Outcome {
    let mut outcome = Outcome::default();
    let mut all_known = Vec::new();
    for figure in case.texts.figures {
        let place = || format!("figure {}", figure.id);
        match Known::of(case, figure) {
            FigureContent::Words => {}
            FigureContent::NoCount(percent, base) => {
                let what = format!("{percent}% of {base} is no whole number of respondents");
                outcome.breach(None, place(), what, "Correct it, or give the base that it was of.");
            }
            FigureContent::Counts(known) => {
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

/// The count that a figure tells, where it is one.
pub(super) fn count(case: &Case<'_>, figure: &PublishedFigure) -> Option<u32> {
    match Known::of(case, figure) {
        FigureContent::Counts(known) => (known.low == known.high).then_some(known.low),
        FigureContent::Words | FigureContent::NoCount(..) => None,
    }
}

/// The released cell and its base against the published ones.
fn compare(case: &Case<'_>, known: &Known<'_>, outcome: &mut Outcome) {
    let (Some((question, _, option)), Some(base)) = (known.about, known.base) else { return };
    let Some(total) = &case.tables.totals[question.position()] else { return };
    let now = (total.counts[option], total.answered);
    let count = known.nearest(now.0);
    // A percentage of the same respondents that the release's count rounds to tells nothing more.
    if known.percent.is_some() && base == now.1 && known.may_be(now.0) {
        return;
    }
    let others = (now.1 - now.0, base.saturating_sub(count));
    for (one, other) in [(now.0, count), (now.1, base), others] {
        if cells::is_safe_difference(case.plan, one, other) {
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
