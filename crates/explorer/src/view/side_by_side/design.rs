//! Where a gap follows from how the sides were selected.

use survey::{Against, Filter, Kind, Pick, QuestionIx, Survey};

use crate::state::Place;

/// Whether a side is selected by an answer, by another answer that rules it out, or by a question
/// that is put only to those who gave it.
pub(super) fn by_design(
    survey: &Survey,
    place: &Place,
    against: &Against,
    ix: QuestionIx,
    option: usize,
) -> bool {
    let question = survey.codebook().question(ix);
    let names = |pick: &Pick| match *pick {
        Pick::Option(picked) => match question.kind {
            Kind::Single | Kind::Ordered => true,
            Kind::Multiple => picked == option,
        },
        Pick::Group(group) => question.options[option].group == Some(group),
    };
    let picks = |filter: &Filter| {
        let mut picked = filter.clauses().filter(|(_, clause)| !clause.picks().is_empty());
        picked.any(|(by, clause)| {
            by == ix && clause.picks().iter().any(names) || leads_to(survey, ix, by)
        })
    };
    picks(&place.filter) || matches!(against, Against::Filter(second) if picks(second))
}

/// Whether a question decides whom another is put to.
fn leads_to(survey: &Survey, before: QuestionIx, question: QuestionIx) -> bool {
    let routing = survey.codebook().question(question).asked_if.as_ref();
    routing.is_some_and(|routing| {
        routing.question == before || leads_to(survey, before, routing.question)
    })
}
