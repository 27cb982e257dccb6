//! What the screen Compare puts side by side.

use survey::{Available, Filter, QuestionIx, Survey, Tally};

use crate::state::own::Own;

/// What is compared: one entry's answers with one group of peers.
pub(super) struct Compared<'a> {
    pub(super) survey: &'a Survey,
    pub(super) own: &'a Own,
    pub(super) filter: &'a Filter,
    /// Of each question, the peers' tally.
    pub(super) tallies: &'a [Available<Tally>],
    /// The questions compared: not those that all peers answer alike because they were chosen so.
    pub(super) questions: Vec<QuestionIx>,
}
