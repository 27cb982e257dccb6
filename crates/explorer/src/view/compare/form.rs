//! The form, made from the codebook: only what the routing asks, in the order of the codebook but
//! for the question that decides the usual peers, which comes first.

use survey::{Kind, Question, QuestionIx, Response, Survey};

use crate::state::own::kind_question;

/// One question to answer.
#[derive(Clone, Debug, PartialEq)]
pub struct FormQuestion {
    /// The question.
    pub question: QuestionIx,
    /// Its id, for the elements of the form.
    pub id: String,
    /// The question as it was put.
    pub text: String,
    /// Whether several answers can be ticked.
    pub multiple: bool,
    /// The answers; of several, the last is "none of these".
    pub answers: Vec<FormAnswer>,
    /// Whether it has an answer, which can be taken back.
    pub answered: bool,
}

/// One answer to choose.
#[derive(Clone, Debug, PartialEq)]
pub struct FormAnswer {
    /// Its words.
    pub label: String,
    /// Whether it is chosen.
    pub chosen: bool,
    /// The whole answer to the question once this one is clicked.
    pub then: Option<Vec<usize>>,
}

pub(super) fn form(survey: &Survey, response: &Response) -> Vec<FormQuestion> {
    let codebook = survey.codebook();
    let first = kind_question(codebook);
    let rest = codebook.iter().map(|(ix, _)| ix).filter(|ix| Some(*ix) != first);
    first
        .into_iter()
        .chain(rest)
        .filter(|ix| response.is_asked(codebook, *ix))
        .map(|ix| question(ix, codebook.question(ix), response.answer(codebook, ix)))
        .collect()
}

fn question(ix: QuestionIx, question: &Question, given: Option<&[usize]>) -> FormQuestion {
    let chosen = |option: usize| given.is_some_and(|given| given.contains(&option));
    let mut answers: Vec<FormAnswer> = question
        .options
        .iter()
        .enumerate()
        .map(|(option, words)| FormAnswer {
            label: words.label.clone(),
            chosen: chosen(option),
            then: match question.kind {
                Kind::Single | Kind::Ordered => Some(vec![option]),
                Kind::Multiple => {
                    let options = 0..question.options.len();
                    let after: Vec<usize> =
                        options.filter(|o| chosen(*o) != (*o == option)).collect();
                    // Unticking the last one leaves the question unanswered; "none" is said, not meant.
                    Some(after).filter(|after| !after.is_empty())
                }
            },
        })
        .collect();
    let multiple = match question.kind {
        Kind::Single | Kind::Ordered => false,
        Kind::Multiple => true,
    };
    if multiple {
        let none = given.is_some_and(<[usize]>::is_empty);
        answers.push(FormAnswer {
            label: crate::words::compare::NONE_OF_THESE.to_owned(),
            chosen: none,
            then: if none { None } else { Some(Vec::new()) },
        });
    }
    FormQuestion {
        question: ix,
        id: question.id.clone(),
        text: question.text.clone(),
        multiple,
        answers,
        answered: given.is_some(),
    }
}
