//! Who answered, and what to mind of the counts.

use survey::{Kind, Phrase, Question, Tally};
use survey_stats::{BaseRule, SMALLEST_FOR_PERCENTAGES};

use crate::view::asked::Asked;
use crate::view::selection::routing_predicate;
use crate::view::wording::counted;

pub(super) fn base_summary(question: &Question, asked: &Asked, tally: &Tally) -> String {
    let noun = &asked.survey.about().respondent;
    let flag =
        if BaseRule::of(tally.answered) == BaseRule::SmallBase { " (a small base)" } else { "" };
    let mut parts = vec![format!("{} answered{flag}", counted(tally.answered, noun))];
    if tally.not_answered() > 0 {
        parts.push(format!("{} did not answer", tally.not_answered()));
    }
    let not_asked = asked.selected.saturating_sub(tally.asked);
    if let (Some(routing), true) = (&question.asked_if, not_asked > 0 && !asked.protected()) {
        let verb = if not_asked == 1 { "was" } else { "were" };
        parts.push(format!(
            "{not_asked} {verb} not asked: this was put only to {} that {}",
            noun.other,
            routing_predicate(asked.survey, routing, 2)
        ));
    }
    format!("{}.", parts.join("; "))
}

pub(super) fn notes(question: &Question, tally: &Tally, noun: &Phrase) -> Vec<String> {
    let mut notes: Vec<String> = question.note.iter().cloned().collect();
    match question.kind {
        Kind::Single | Kind::Ordered => {}
        Kind::Multiple => notes.push(format!(
            "Each {} could give several answers, so the counts can add up to more than the base.",
            noun.one
        )),
    }
    match BaseRule::of(tally.answered) {
        BaseRule::CountsOnly => notes.push(format!(
            "Fewer than {SMALLEST_FOR_PERCENTAGES} {} answered, so no percentages are shown.",
            noun.other
        )),
        BaseRule::SmallBase => notes.push(format!(
            "Only {} answered: one {} more or less moves a percentage by about {} points.",
            counted(tally.answered, noun),
            noun.one,
            (100 + tally.answered / 2) / tally.answered
        )),
        BaseRule::Nobody | BaseRule::Full => {}
    }
    notes
}
