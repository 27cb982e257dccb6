//! Who answered, and what to mind of the counts.

use survey::{Kind, Phrase, Question, ShareStanding, Standing, Tally};
use survey_stats::{BaseRule, SMALLEST_FOR_PERCENTAGES};

use crate::view::asked::{Asked, unweighted};
use crate::view::selection::routing_predicate;
use crate::words::figure as words;

/// Whom the counts are of, in a sentence; `shares` say whether their number was worked out.
pub(super) fn base_summary(
    question: &Question,
    asked: &Asked,
    tally: &Tally,
    shares: &[ShareStanding],
) -> String {
    let noun = &asked.survey.about().respondent;
    let about = shares.iter().any(|share| share.base == Standing::WorkedOut);
    let not_asked = asked.selected.saturating_sub(tally.asked);
    let base = words::Base { answered: tally.answered, of: tally.asked, about };
    match &question.asked_if {
        Some(routing) if not_asked > 0 && !asked.protected() => {
            base.asked_of(noun, &routing_predicate(asked.survey, routing, tally.asked))
        }
        _ => base.answered(noun),
    }
}

/// What to mind of the numbers: that they are too few, or few, for percentages.
pub(super) fn caution(tally: &Tally, noun: &Phrase) -> Option<String> {
    match BaseRule::of(tally.answered) {
        BaseRule::CountsOnly => Some(words::no_percentages(SMALLEST_FOR_PERCENTAGES, &noun.other)),
        BaseRule::SmallBase => Some(words::small_base(
            tally.answered,
            noun,
            (100 + tally.answered / 2) / tally.answered,
        )),
        BaseRule::Nobody | BaseRule::Full => None,
    }
}

/// What to know of the question and its answers.
pub(super) fn notes(asked: &Asked) -> Vec<String> {
    let several = match asked.question().kind {
        Kind::Single | Kind::Ordered => None,
        Kind::Multiple => Some(words::several_answers(&asked.noun().one)),
    };
    let note = asked.question().note.clone();
    unweighted(asked.survey).into_iter().chain(note).chain(several).collect()
}
