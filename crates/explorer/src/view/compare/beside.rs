//! All of the reader's entries beside the peers, as a table for a meeting.

use survey::{Kind, Question, QuestionIx, Response};

use super::compared::Compared;
use crate::view::order::by_count;
use crate::view::table::{TableRow, TableView};
use crate::view::wording::count_of_base;
use crate::words::{compare as words, table as headed};

/// A column for each entry and one for the peers; a row for each question, or for each of its
/// answers where several can be given. Only where there are several entries.
pub(super) fn table(compared: &Compared, peers: &str) -> Option<TableView> {
    let own = compared.own;
    if own.entries.len() < 2 {
        return None;
    }
    let noun = &compared.survey.about().respondent;
    let names = (0..own.entries.len()).map(|entry| own.name(entry, &noun.one));
    Some(TableView {
        caption: words::each_of_yours(&noun.other, peers),
        columns: std::iter::once(headed::ANSWER.to_owned())
            .chain(names)
            .chain(std::iter::once(words::PEERS.to_owned()))
            .collect(),
        rows: compared.questions.iter().flat_map(|ix| rows(compared, *ix)).collect(),
    })
}

fn rows(compared: &Compared, ix: QuestionIx) -> Vec<TableRow> {
    let question = compared.survey.codebook().question(ix);
    let row = |heading: String, cell: &dyn Fn(&Response) -> String, peers: String| TableRow {
        heading,
        cells: compared
            .own
            .entries
            .iter()
            .map(|entry| cell(&entry.response))
            .chain(std::iter::once(peers))
            .collect(),
        mark: None,
    };
    let peers = |option: usize| match &compared.tallies[ix.position()] {
        Ok(tally) => count_of_base(tally.counts[option], tally.answered),
        Err(not_available) => not_available.to_string(),
    };
    match question.kind {
        Kind::Multiple => {
            let of = |option: usize| {
                let heading = headed::answer_of(&question.label, &question.options[option].label);
                let cell = |response: &Response| {
                    given(compared, response, ix, &|chosen| yes_or_no(chosen.contains(&option)))
                };
                row(heading, &cell, peers(option))
            };
            (0..question.options.len()).map(of).collect()
        }
        Kind::Single | Kind::Ordered => {
            let cell = |response: &Response| {
                given(compared, response, ix, &|chosen| label(question, chosen.first().copied()))
            };
            let most = compared.tallies[ix.position()].as_ref().ok().and_then(|tally| {
                let top = *by_count(&tally.counts).first()?;
                Some(words::most(&question.options[top].label, &peers(top)))
            });
            vec![row(question.label.clone(), &cell, most.unwrap_or_else(|| peers(0)))]
        }
    }
}

/// An entry's answer, or why it has none.
fn given(
    compared: &Compared,
    response: &Response,
    ix: QuestionIx,
    words: &dyn Fn(&[usize]) -> String,
) -> String {
    let codebook = compared.survey.codebook();
    match response.answer(codebook, ix) {
        Some(chosen) => words(chosen),
        None if response.is_asked(codebook, ix) => headed::NOT_ANSWERED.to_owned(),
        None => headed::NOT_ASKED.to_owned(),
    }
}

fn yes_or_no(yes: bool) -> String {
    if yes { headed::YES } else { headed::NO }.to_owned()
}

fn label(question: &Question, option: Option<usize>) -> String {
    option.map_or_else(String::new, |option| question.options[option].label.clone())
}
