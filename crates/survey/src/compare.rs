//! Two selections side by side.

use crate::{Available, Filter, Tally};

/// Whom a selection is compared with.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Against {
    /// All respondents that are not in it.
    Others,
    /// All respondents, it included.
    Everybody,
    /// A second selection, which may share respondents with it.
    Filter(Filter),
}

/// The counts of one side. A plain record of what a source answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// How many respondents it has.
    pub size: Available<u32>,
    /// Each question's tally among them, in the codebook's order.
    pub tallies: Vec<Available<Tally>>,
}

/// Everything counted of two selections. A plain record of what a source answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The selection.
    pub first: Side,
    /// What it is compared with.
    pub second: Side,
    /// The respondents that are in both. Without knowing them nothing can be said of chance.
    pub both: Side,
}
