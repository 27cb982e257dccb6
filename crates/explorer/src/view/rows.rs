//! The answers of a figure, with their counts in words.

use survey::Tally;

use super::asked::Asked;
use super::row::RowView;
use super::uncertainty::Ranges;
use super::wording::{count_of_base, short_count_of_base};

pub(super) fn rows(asked: &Asked, tally: &Tally, ranges: Ranges) -> Vec<RowView> {
    let options = &asked.survey.codebook().question(asked.question).options;
    let row = |&option: &usize| RowView {
        option,
        label: options[option].label.clone(),
        count: tally.counts[option],
        said: count_of_base(tally.counts[option], tally.answered),
        at_the_end: short_count_of_base(tally.counts[option], tally.answered),
        range: ranges.of(tally.counts[option], tally.answered),
        picked: (asked.picked)(option),
    };
    asked.order.iter().map(row).collect()
}
