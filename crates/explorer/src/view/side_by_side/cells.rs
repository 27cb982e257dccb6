//! What stands in the figures' cells and lines.

use survey::{Survey, Tally};
use survey_stats::{BaseRule, SMALLEST_FOR_PERCENTAGES};

use crate::view::pair::PairView;
use crate::view::wording::{count_of_base, without_flag};
use crate::words::side_by_side as words;

pub(super) fn pair(option: usize, tallies: [&Tally; 2]) -> PairView {
    let counts = tallies.map(|tally| tally.counts[option]);
    let bases = tallies.map(|tally| tally.answered);
    let at_the_end = [0, 1].map(|side| {
        words::at_the_end(side, &without_flag(&count_of_base(counts[side], bases[side])))
    });
    PairView { counts, bases, at_the_end }
}

/// Percentage points between the exact shares, whole, halves up: rounded shares are not subtracted.
pub(super) fn gap(option: usize, tallies: [&Tally; 2]) -> String {
    let [c1, c2] = tallies.map(|tally| u64::from(tally.counts[option]));
    let [n1, n2] = tallies.map(|tally| u64::from(tally.answered));
    let (one, two) = (c1 * n2, c2 * n1);
    let points = (200 * one.abs_diff(two) + n1 * n2) / (2 * n1 * n2);
    let side = usize::from(one < two);
    match points {
        _ if one == two => words::NO_GAP.to_owned(),
        0 => words::under_one_point(side),
        points => words::points(points, side),
    }
}

pub(super) fn answered(side: usize, tally: &Tally) -> String {
    words::answered(side, tally.answered, tally.not_answered())
}

pub(super) fn small_bases(survey: &Survey, tallies: [&Tally; 2]) -> Vec<String> {
    let noun = &survey.about().respondent.other;
    let small = |side: usize| match BaseRule::of(tallies[side].answered) {
        BaseRule::CountsOnly => Some(words::no_percentages(SMALLEST_FOR_PERCENTAGES, noun, side)),
        BaseRule::SmallBase => Some(words::small_base(tallies[side].answered, noun, side)),
        BaseRule::Nobody | BaseRule::Full => None,
    };
    [small(0), small(1)].into_iter().flatten().collect()
}
