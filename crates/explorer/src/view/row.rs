//! One answer of a figure.

use super::standing::{Mark, ShareMark};
use super::wording::{count_of_base, without_flag};

/// One answer's counts.
#[derive(Clone, Debug, PartialEq)]
pub struct RowView {
    /// The option's position in the codebook.
    pub option: usize,
    /// The option's id.
    pub id: String,
    /// The answer.
    pub label: String,
    /// How many gave it.
    pub count: u32,
    /// "19 of 51 (37%)".
    pub said: String,
    /// The same as short as it can be, for a bar's end: a small base is flagged above the bars.
    pub at_the_end: String,
    /// How far off the share may be, where that was asked for and can be said.
    pub range: Option<RangeView>,
    /// Where its numbers come from; none where answers are public.
    pub mark: Option<ShareMark>,
    /// What the other invented set gives, where there is one and this number was made up too: what
    /// moves from set to set is no finding.
    pub other_set: Option<OtherSet>,
    /// Whether it is no step of the scale: “don’t know”.
    pub is_off_scale: bool,
    /// Whether the filter picks it.
    pub picked: bool,
}

impl RowView {
    /// Whether its numbers were made up.
    pub fn is_invented(&self) -> bool {
        self.mark.is_some_and(|mark| mark.mark == Mark::Invented)
    }
}

/// One answer's counts in the other of two invented sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OtherSet {
    /// How many gave it.
    pub count: u32,
    /// Of how many.
    pub base: u32,
}

impl OtherSet {
    /// "12 of 51 (24%)".
    pub fn said(self) -> String {
        without_flag(&count_of_base(self.count, self.base))
    }
}

/// From where to where a share may lie.
#[derive(Clone, Debug, PartialEq)]
pub struct RangeView {
    /// Both ends in percent with fractions, for lengths only.
    pub ends: [f64; 2],
    /// "25% to 51%", or "34% if no other did, 96% if every other did".
    pub said: String,
    /// Both ends as they are said, in whole percent.
    pub percents: [u32; 2],
    /// The cells of a table, a cell for each of `Ranges::columns`.
    pub(super) cells: Vec<String>,
}
