//! Who answered, and what to mind of the counts.

use survey::{Kind, Question, Tally};
use survey_stats::{BaseRule, SMALLEST_FOR_PERCENTAGES};

use crate::view::asked::{Asked, unweighted};
use crate::view::selection::routing_predicate;
use crate::words::figure as words;

pub(super) fn base_summary(question: &Question, asked: &Asked, tally: &Tally) -> String {
    let noun = &asked.survey.about().respondent;
    let small = BaseRule::of(tally.answered) == BaseRule::SmallBase;
    let mut parts = vec![words::answered(tally.answered, noun, small)];
    if tally.not_answered() > 0 {
        parts.push(words::did_not_answer(tally.not_answered()));
    }
    let not_asked = asked.selected.saturating_sub(tally.asked);
    if let (Some(routing), true) = (&question.asked_if, not_asked > 0 && !asked.protected()) {
        let asked = routing_predicate(asked.survey, routing, 2);
        parts.push(words::were_not_asked(not_asked, &noun.other, &asked));
    }
    words::base_summary(&parts)
}

pub(super) fn notes(asked: &Asked, tally: &Tally) -> Vec<String> {
    let (question, noun) = (asked.question(), asked.noun());
    let mut notes: Vec<String> = question.note.iter().cloned().collect();
    notes.extend(unweighted(asked.survey));
    match question.kind {
        Kind::Single | Kind::Ordered => {}
        Kind::Multiple => notes.push(words::several_answers(&noun.one)),
    }
    match BaseRule::of(tally.answered) {
        BaseRule::CountsOnly => {
            notes.push(words::no_percentages(SMALLEST_FOR_PERCENTAGES, &noun.other));
        }
        BaseRule::SmallBase => notes.push(words::small_base(
            tally.answered,
            noun,
            (100 + tally.answered / 2) / tally.answered,
        )),
        BaseRule::Nobody | BaseRule::Full => {}
    }
    notes
}
