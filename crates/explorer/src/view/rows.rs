//! The answers of a figure, with their counts in words.

use survey::Tally;

use super::asked::Asked;
use super::row::{OtherSet, RowView};
use super::standing::{Mark, StandingView, share_in_words};
use super::uncertainty::Ranges;
use super::wording::without_flag;

pub(super) fn rows(
    asked: &Asked,
    tally: &Tally,
    ranges: Ranges,
    standing: &StandingView,
) -> Vec<RowView> {
    let options = &asked.survey.codebook().question(asked.question).options;
    let row = |&option: &usize| {
        let count = tally.counts[option];
        let said = share_in_words(standing.shares[option], count, tally.answered);
        let mark = standing.options[option];
        let is_invented = mark.is_some_and(|mark| mark.mark == Mark::Invented);
        let other_set = asked.other_set.filter(|other| is_invented && other.answered > 0);
        RowView {
            option,
            id: options[option].id.clone(),
            label: options[option].label.clone(),
            count,
            at_the_end: without_flag(&said),
            said,
            range: ranges.of(count, tally.answered).filter(|_| !is_invented),
            mark,
            other_set: other_set
                .map(|other| OtherSet { count: other.counts[option], base: other.answered }),
            is_off_scale: options[option].off_scale,
            picked: (asked.picked)(option),
        }
    };
    asked.order.iter().map(row).collect()
}
