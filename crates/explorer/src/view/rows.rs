//! The answers of a figure, with their counts in words.

use survey::Tally;

use super::asked::Asked;
use super::row::RowView;
use super::standing::{StandingView, share_in_words};
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
        RowView {
            option,
            id: options[option].id.clone(),
            label: options[option].label.clone(),
            count,
            at_the_end: without_flag(&said),
            said,
            range: ranges.of(count, tally.answered),
            mark: standing.options[option],
            picked: (asked.picked)(option),
        }
    };
    asked.order.iter().map(row).collect()
}
