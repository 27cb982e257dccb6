//! What was counted.

/// The counts of one question among the selected respondents. A plain record: the gate makes tallies
/// that are no survey's. Those that a [`Source`](crate::Source) answers with add up.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tally {
    /// How many were asked.
    pub asked: u32,
    /// How many of those answered: the base of every share. Who answers a multiple response with
    /// "none of these" has answered.
    pub answered: u32,
    /// How many gave each answer, in the codebook's order.
    pub counts: Vec<u32>,
    /// How many gave at least one answer of each group of options.
    pub groups: Vec<u32>,
    /// The same by weight, where the survey's respondents are weighted.
    pub weighted: Option<Weighted>,
}

/// Sums of respondents' weights.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Weighted {
    /// The weight of those who answered.
    pub answered: f64,
    /// The weight behind each answer.
    pub counts: Vec<f64>,
}

impl Tally {
    /// How many were asked and did not answer.
    pub fn not_answered(&self) -> u32 {
        self.asked - self.answered
    }
}

/// A question's counts for each answer of another.
#[derive(Clone, Debug, PartialEq)]
pub struct Breakdown {
    /// A tally for each option of the question broken down by, in order. Of a multiple response,
    /// one respondent can be in several.
    pub parts: Vec<Tally>,
    /// The tally of the respondents who gave none of those options an answer.
    pub rest: Tally,
    /// The selected respondents in each part, whether or not they were asked the question.
    pub sizes: Vec<u32>,
}
