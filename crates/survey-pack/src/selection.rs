//! Selections in words: `definition=clear`, `activities=all:training,screening`,
//! `activities=@workforce`.

use survey::{Clause, Codebook, Filter, Matching, Pick, Question, QuestionIx};
use thiserror::Error;

use crate::problem::suggest;

/// Words that name nothing in the codebook, and what might have been meant.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{what}. {fix}")]
#[non_exhaustive]
pub struct SelectionError {
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub fix: String,
}

/// The question with this id.
///
/// # Errors
/// When there is none.
pub fn question(codebook: &Codebook, id: &str) -> Result<QuestionIx, SelectionError> {
    codebook.find(id).ok_or_else(|| SelectionError {
        what: format!("there is no question “{id}”"),
        fix: suggest(id, codebook.questions().iter().map(|question| question.id.as_str())),
    })
}

/// The option of a question with this id.
///
/// # Errors
/// When there is none.
pub fn option(question: &Question, id: &str) -> Result<usize, SelectionError> {
    question.option(id).ok_or_else(|| SelectionError {
        what: format!("question “{}” has no answer “{id}”", question.id),
        fix: suggest(id, question.options.iter().map(|option| option.id.as_str())),
    })
}

/// An option by its id, or a group by its id after an `@`.
///
/// # Errors
/// When the question has neither.
pub fn pick(question: &Question, words: &str) -> Result<Pick, SelectionError> {
    let Some(id) = words.strip_prefix('@') else {
        return option(question, words).map(Pick::Option);
    };
    question.group(id).map(Pick::Group).ok_or_else(|| SelectionError {
        what: format!("question “{}” has no group “{id}”", question.id),
        fix: suggest(id, question.groups.iter().map(|group| group.id.as_str())),
    })
}

/// Adds a clause to a filter, from the question's id and the picks' words.
///
/// # Errors
/// When something is not in the codebook, nothing is picked, or the question has a clause already.
pub fn add_clause<'a>(
    filter: &mut Filter,
    codebook: &Codebook,
    id: &str,
    matching: Matching,
    picks: impl IntoIterator<Item = &'a str>,
) -> Result<(), SelectionError> {
    let ix = question(codebook, id)?;
    let asked = codebook.question(ix);
    let picks: Vec<Pick> =
        picks.into_iter().map(|words| pick(asked, words)).collect::<Result<_, _>>()?;
    let clause = Clause::new(matching, picks);
    if clause.picks().is_empty() {
        let what = format!("no answer of “{id}” is picked");
        return Err(SelectionError { what, fix: "Name at least one.".into() });
    }
    if filter.clause(ix).is_some() {
        let what = format!("“{id}” is given twice");
        return Err(SelectionError { what, fix: "Put its answers into one.".into() });
    }
    filter.set(ix, clause);
    Ok(())
}

/// Adds a clause in the command's words: `question=pick,pick` or `question=all:pick,pick`.
///
/// # Errors
/// When it is not of that form, and as [`add_clause`].
pub fn add_words(
    filter: &mut Filter,
    codebook: &Codebook,
    words: &str,
) -> Result<(), SelectionError> {
    let (id, picks) = words.split_once('=').ok_or_else(|| SelectionError {
        what: format!("“{words}” is not a selection"),
        fix: "Write question=answer,answer or question=all:answer,@group.".into(),
    })?;
    let (matching, picks) = match picks.strip_prefix("all:") {
        Some(picks) => (Matching::All, picks),
        None => (Matching::Any, picks.strip_prefix("any:").unwrap_or(picks)),
    };
    let picks = picks.split(',').map(str::trim).filter(|words| !words.is_empty());
    add_clause(filter, codebook, id.trim(), matching, picks)
}
