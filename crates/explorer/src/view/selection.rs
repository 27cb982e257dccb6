//! Whom a figure is about, in words that follow a noun: "teams that train their staff".

use survey::{
    Clause, Filter, Matching, Phrase, Pick, Provenance, Question, Routing, Survey, Tally,
};

use super::wording::{either, list, predicate};
use crate::words::selection as words;
pub(super) use words::ANSWERED;

/// With more answers than this the questions are named, not the answers.
const MOST_ANSWERS: usize = 4;
/// More respondents than this are counted, not named.
const MOST_NAMES: usize = 3;

/// The respondents that a share is of.
pub(super) struct Base {
    /// How many they are.
    pub(super) count: u32,
    /// What tells them from the others, each as "train their staff"; none of everybody.
    pub(super) traits: Vec<String>,
}

impl Base {
    /// " that train their staff and that use it", or nothing.
    pub(super) fn words(&self) -> String {
        let mut text = String::new();
        for of in &self.traits {
            text += match (text.is_empty(), of == ANSWERED) {
                (true, _) => words::THAT,
                (_, true) => return text + words::AND_GAVE_AN_ANSWER,
                _ => words::AND_THAT,
            };
            text += of;
        }
        text
    }
}

/// What the selected have in common, for one of them and for several.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Selection {
    one: Vec<String>,
    other: Vec<String>,
}

impl Selection {
    /// A filter in words; `ids` are the respondents' names, by row.
    pub(super) fn new(survey: &Survey, ids: &[String], filter: &Filter) -> Self {
        Self { one: traits(survey, ids, filter, 1), other: traits(survey, ids, filter, 2) }
    }

    /// The same for so many.
    pub(super) fn base(&self, count: u32) -> Base {
        Base { count, traits: if count == 1 { self.one.clone() } else { self.other.clone() } }
    }

    /// Those of the selection that answered a question; `size` is how many are selected. `part`
    /// narrows them to those who gave an answer of another question.
    pub(super) fn answered(
        &self,
        survey: &Survey,
        question: &Question,
        tally: &Tally,
        size: u32,
        part: Option<(&Question, usize)>,
    ) -> Base {
        let mut base = self.base(tally.answered);
        if let (Some(routing), true) = (&question.asked_if, tally.asked < size) {
            base.traits.push(routing_predicate(survey, routing, tally.answered));
        }
        base.traits.extend(part.map(|(by, option)| predicate(by, option, tally.answered)));
        let untold = match survey.about().provenance {
            Provenance::Synthetic | Provenance::Public => question.asked_if.is_none(),
            // It does not tell those who were not asked from those who did not answer.
            Provenance::Confidential => true,
        };
        if tally.not_answered() > 0 || (untold && tally.answered < size) {
            base.traits.push(ANSWERED.to_owned());
        }
        base
    }
}

/// What those do whom a question was put to: "use it".
pub(super) fn routing_predicate(survey: &Survey, routing: &Routing, count: u32) -> String {
    let before = survey.codebook().question(routing.question);
    let answers: Vec<String> =
        routing.any_of.iter().map(|&option| predicate(before, option, count)).collect();
    either(&answers)
}

fn traits(survey: &Survey, ids: &[String], filter: &Filter, count: u32) -> Vec<String> {
    let mut traits: Vec<String> =
        picked_by_name(ids, filter.respondents(), count).into_iter().collect();
    let clauses: Vec<(&Question, &Clause)> = filter
        .clauses()
        .filter(|(_, clause)| !clause.picks().is_empty())
        .map(|(ix, clause)| (survey.codebook().question(ix), clause))
        .collect();
    let answers: usize = clauses.iter().map(|(_, clause)| clause.picks().len()).sum();
    if answers > MOST_ANSWERS {
        let chosen = |(question, clause): &(&Question, &Clause)| {
            let answers = match clause.picks().len() {
                1 => words::ONE_ANSWER.to_owned(),
                several if clause.matching == Matching::All => words::all_of_answers(several),
                several => words::any_of_answers(several),
            };
            words::under_question(&answers, &question.label)
        };
        let chosen: Vec<String> = clauses.iter().map(chosen).collect();
        traits.push(words::matches(&chosen, count));
        return traits;
    }
    for (question, clause) in clauses {
        let picks: Vec<String> = clause
            .picks()
            .iter()
            .map(|pick| match *pick {
                Pick::Option(option) => predicate(question, option, count),
                Pick::Group(group) => words::chose_under(&question.groups[group].label),
            })
            .collect();
        traits.push(match clause.matching {
            Matching::All => list(&picks),
            Matching::Any => either(&picks),
        });
    }
    traits
}

fn picked_by_name(ids: &[String], rows: &[u32], count: u32) -> Option<String> {
    let names: Vec<String> =
        rows.iter().filter_map(|&row| ids.get(row as usize)).cloned().collect();
    match names.len() {
        0 => None,
        1..=MOST_NAMES => Some(words::named(&names, count)),
        many => Some(words::among_picked(many, count)),
    }
}

/// A noun with its base and what tells it from others: "the 9 teams that train their staff".
pub(super) fn base_phrase(noun: &Phrase, base: &Base) -> String {
    words::base(noun, base.count, &base.words())
}
