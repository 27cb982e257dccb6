//! Who answers a filter: records, or another kind of source that may decline.

use thiserror::Error;

use crate::{Against, Breakdown, Codebook, Comparison, Filter, QuestionIx, Records, Tally};

/// The one answer for what a source does not tell, whether it was withheld, is empty or was never
/// declared: a reader can't tell these apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not available for this survey")]
pub struct NotAvailable;

/// A figure, or the one answer for what is not told.
pub type Available<T> = Result<T, NotAvailable>;

/// Everything the screens show of one filter, counted at once. A plain record of what a source
/// answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    /// How many respondents are selected.
    pub selected: Available<u32>,
    /// Each question's tally among them, in the codebook's order.
    pub tallies: Vec<Available<Tally>>,
    /// Each question's tally for its own filter: what picking an answer would bring.
    pub facets: Vec<Available<Tally>>,
}

/// What can be asked about a survey's answers.
pub trait Source {
    /// The questions it answers.
    fn codebook(&self) -> &Codebook;

    /// How many respondents there are in all.
    fn respondents(&self) -> u32;

    /// A question's tally of all respondents.
    ///
    /// # Errors
    /// [`NotAvailable`] where the source does not tell.
    fn total(&self, question: QuestionIx) -> Available<&Tally>;

    /// Whether readers are offered to ask for these respondents, broken down by this question or not
    /// at all. What is offered has an answer for some question; one that has none is a figure that
    /// is [`NotAvailable`]. The screens offer, and addresses may ask for, nothing else.
    fn offers(&self, filter: &Filter, by: Option<QuestionIx>) -> bool;

    /// All questions' tallies for a filter.
    fn answer(&self, filter: &Filter) -> Snapshot;

    /// A question's tallies for each answer of another, among the selected.
    ///
    /// # Errors
    /// [`NotAvailable`] where the source does not tell.
    fn breakdown(
        &self,
        filter: &Filter,
        question: QuestionIx,
        by: QuestionIx,
    ) -> Available<Breakdown>;

    /// All questions' tallies for a filter, for whom it is compared with, and for those in both.
    fn compare(&self, filter: &Filter, against: &Against) -> Comparison;

    /// The records themselves, where the source holds any and may show them.
    fn records(&self) -> Option<&Records>;
}
