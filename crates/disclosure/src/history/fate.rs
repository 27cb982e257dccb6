//! What became of each question of an earlier release. The same id is the same question, unless the
//! words say otherwise; the plan says the rest (`since`). What nobody says is not guessed at.

use survey::{AnswerOption, Codebook, Question, QuestionIx};

use crate::plan::Plan;

/// Where a question stands in this release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// The question.
    pub question: QuestionIx,
    /// For each of its answers then, where it is now.
    pub options: Vec<usize>,
}

/// What became of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// It has the same answers, perhaps under other ids or in another order.
    Kept(Place),
    /// It is published with other answers, or mergers: what lies between, nobody can tell.
    Changed(QuestionIx),
    /// The plan says that the package does not have it any more.
    Gone,
    /// Its words are those of another question now, and the plan does not say why.
    Moved(QuestionIx),
    /// Nothing in the package has its id, and the plan does not name it.
    Untold,
}

/// The fate of each question of an earlier release, by its place there.
pub(crate) fn fates(then: &Codebook, now: &Codebook, plan: &Plan) -> Vec<Fate> {
    let fates = then.questions().iter().map(|before| {
        let declared = plan.since.iter().find(|since| since.question == before.id);
        let question = match declared.map(|since| since.now) {
            Some(None) => return Fate::Gone,
            Some(Some(question)) => question,
            None => match now.find(&before.id) {
                None => return Fate::Untold,
                Some(question) => match has_words_of(before, question, now) {
                    Some(other) => return Fate::Moved(other),
                    None => question,
                },
            },
        };
        let id_now = |id: &str| {
            let renamed = declared.and_then(|since| since.options.get(id));
            renamed.map_or(id.to_owned(), Clone::clone)
        };
        match options(before, now.question(question), id_now) {
            Some(options) => Fate::Kept(Place { question, options }),
            None => Fate::Changed(question),
        }
    });
    fates.collect()
}

/// Another question that has the name or the wording which this one had, where this one has another.
fn has_words_of(before: &Question, same_id: QuestionIx, now: &Codebook) -> Option<QuestionIx> {
    let is = now.question(same_id);
    let took = |of: fn(&Question) -> &String| {
        let mut all = now.iter().filter(|_| of(is) != of(before));
        all.find(|(_, other)| of(other) == of(before)).map(|(other, _)| other)
    };
    took(|question| &question.label).or_else(|| took(|question| &question.text))
}

/// Where each answer is now: each somewhere else, and nothing left over.
fn options(
    before: &Question,
    now: &Question,
    id_now: impl Fn(&str) -> String,
) -> Option<Vec<usize>> {
    if !before.kind.is_answered_like(now.kind) || before.options.len() != now.options.len() {
        return None;
    }
    let mut places = Vec::new();
    for option in &before.options {
        let place = now.option(&id_now(&option.id))?;
        if places.contains(&place) || is_exchanged(option, place, now) {
            return None;
        }
        places.push(place);
    }
    Some(places)
}

/// Whether another answer has the words that this one had, where this one has new words.
fn is_exchanged(before: &AnswerOption, place: usize, now: &Question) -> bool {
    now.options[place].label != before.label
        && now.options.iter().any(|option| option.label == before.label)
}
