//! What stands in the figures' cells and lines.

use survey::{Survey, Tally};
use survey_stats::BaseRule;

use crate::view::pair::PairView;
use crate::view::wording::{short_count_of_base, thousands};

pub(super) fn pair(option: usize, tallies: [&Tally; 2]) -> PairView {
    let counts = tallies.map(|tally| tally.counts[option]);
    let bases = tallies.map(|tally| tally.answered);
    let at_the_end = [0, 1].map(|side| {
        format!("{} {}", ["A", "B"][side], short_count_of_base(counts[side], bases[side]))
    });
    PairView { counts, bases, at_the_end }
}

/// Percentage points between the exact shares, whole, halves up: rounded shares are not subtracted.
pub(super) fn gap(option: usize, tallies: [&Tally; 2]) -> String {
    let [c1, c2] = tallies.map(|tally| u64::from(tally.counts[option]));
    let [n1, n2] = tallies.map(|tally| u64::from(tally.answered));
    let (one, two) = (c1 * n2, c2 * n1);
    let points = (200 * one.abs_diff(two) + n1 * n2) / (2 * n1 * n2);
    let side = if one > two { "A" } else { "B" };
    match points {
        _ if one == two => "none".to_owned(),
        0 => format!("under 1 point more in {side}"),
        1 => format!("1 point more in {side}"),
        several => format!("{several} points more in {side}"),
    }
}

pub(super) fn answered(side: &str, tally: &Tally) -> String {
    let missing = match tally.not_answered() {
        0 => String::new(),
        some => format!("; {} did not answer", thousands(some)),
    };
    format!("{side}: {} answered{missing}", thousands(tally.answered))
}

pub(super) fn small_bases(survey: &Survey, tallies: [&Tally; 2]) -> Vec<String> {
    let noun = &survey.about().respondent.other;
    let small = |side: usize| match BaseRule::of(tallies[side].answered) {
        BaseRule::CountsOnly => {
            Some(format!("Fewer than 20 {noun} of {} answered: no percentages.", ["A", "B"][side]))
        }
        BaseRule::SmallBase => Some(format!(
            "Only {} {noun} of {} answered: a small base.",
            tallies[side].answered,
            ["A", "B"][side]
        )),
        BaseRule::Nobody | BaseRule::Full => None,
    };
    [small(0), small(1)].into_iter().flatten().collect()
}
