//! What a reader is offered to ask. Of protected answers that is little, and why is said.

use survey::{Filter, QuestionIx, Source, Survey};

use crate::state::{Place, offers_filter};
use crate::words::explore as words;

/// What a reader is offered to ask beside what is selected.
#[derive(Clone, Debug, PartialEq)]
pub struct OfferView {
    /// The questions whose answers can be picked.
    pub filters: Vec<QuestionIx>,
    /// The questions that figures can be broken down by.
    pub breakdowns: Vec<QuestionIx>,
    /// Whether respondents themselves can be picked.
    pub respondents: bool,
    /// Why there are no more filters, where there could be.
    pub filters_hint: Option<&'static str>,
    /// Why there is no breakdown, where there could be.
    pub breakdown_hint: Option<&'static str>,
}

/// `filter` is the one that the controls change: of two selections one of them.
pub(super) fn offer(survey: &Survey, place: &Place, filter: &Filter) -> OfferView {
    let source = survey.draws()[place.draw].source();
    let by = place.by;
    let questions = || survey.codebook().iter().map(|(ix, _)| ix);
    let filters: Vec<QuestionIx> =
        questions().filter(|&ix| offers_filter(source, filter, by, ix)).collect();
    let breakdowns = breakdowns(source, questions(), &place.filter);
    let respondents = source.records().is_some();
    let filters_hint = if respondents {
        None
    } else if by.is_some() {
        Some(words::EITHER_FILTERED_OR_BROKEN_DOWN)
    } else if !filter.is_empty() {
        Some(words::ONE_FILTER_AT_A_TIME)
    } else if filters.is_empty() {
        Some(words::NO_FILTERS)
    } else {
        Some(words::ONE_FILTER_OR_BREAKDOWN)
    };
    let could = || !self::breakdowns(source, questions(), &Filter::default()).is_empty();
    let breakdown_hint = (breakdowns.is_empty() && could()).then_some(words::CLEAR_FOR_BREAKDOWN);
    OfferView { filters, breakdowns, respondents, filters_hint, breakdown_hint }
}

fn breakdowns(
    source: &dyn Source,
    questions: impl Iterator<Item = QuestionIx>,
    filter: &Filter,
) -> Vec<QuestionIx> {
    questions.filter(|&ix| source.offers(filter, Some(ix))).collect()
}
