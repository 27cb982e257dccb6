//! How many answers the reader gave to a question with several, and how many its peers.

use survey::{Kind, Question, QuestionIx, Source};

use super::compared::Compared;
use crate::view::table::{TableRow, TableView};
use crate::view::wording::{capitalised, counted, thousands};
use crate::words::compare as words;

/// More respondents than this at one number are drawn as a bar, not as dots.
const MOST_DOTS: u32 = 30;

/// A distribution with the reader's own place in it.
#[derive(Clone, Debug, PartialEq)]
pub struct SpreadView {
    /// The question.
    pub question: QuestionIx,
    /// "How many of the 10 activities".
    pub title: String,
    /// Where the reader stands.
    pub sentence: String,
    /// At `n`, how many peers gave exactly `n` answers.
    pub peers: Vec<u32>,
    /// How many the reader gave.
    pub own: usize,
    /// Whether each peer is a dot; otherwise they are bars.
    pub dots: bool,
    /// The same as a table.
    pub table: TableView,
}

/// A view for each such question that the reader answered, where the source holds records.
pub(super) fn spreads(compared: &Compared, source: &dyn Source) -> Vec<SpreadView> {
    let codebook = compared.survey.codebook();
    let Some(records) = source.records() else { return Vec::new() };
    compared
        .questions
        .iter()
        .filter(|ix| match codebook.question(**ix).kind {
            Kind::Single | Kind::Ordered => false,
            Kind::Multiple => true,
        })
        .filter_map(|&ix| {
            let own = compared.own.response().answer(codebook, ix)?.len();
            let peers = records.spread(compared.filter, ix);
            (peers.iter().sum::<u32>() > 0)
                .then(|| spread(compared, ix, codebook.question(ix), own, peers))
        })
        .collect()
}

fn spread(
    compared: &Compared,
    ix: QuestionIx,
    question: &Question,
    own: usize,
    peers: Vec<u32>,
) -> SpreadView {
    let noun = &compared.survey.about().respondent;
    let row = |(number, count): (usize, &u32)| TableRow {
        heading: if number == own { words::number_of_yours(number) } else { number.to_string() },
        cells: vec![thousands(*count)],
        mark: None,
    };
    let title = words::how_many_of(&question.label, question.options.len());
    SpreadView {
        question: ix,
        sentence: sentence(compared, question, own, &peers),
        table: TableView {
            caption: words::how_many_have_each(&title, &noun.other),
            columns: vec![words::NUMBER.to_owned(), capitalised(&noun.other)],
            rows: peers.iter().enumerate().map(row).collect(),
        },
        dots: peers.iter().all(|count| *count <= MOST_DOTS),
        title,
        own,
        peers,
    }
}

/// "Activities: you have 6 of 10. Of 22 teams, 14 have fewer, 3 as many and 5 more. …"
fn sentence(compared: &Compared, question: &Question, own: usize, peers: &[u32]) -> String {
    let noun = &compared.survey.about().respondent;
    let (below, rest) = peers.split_at(own.min(peers.len()));
    let counts = [
        below.iter().sum(),
        rest.first().copied().unwrap_or_default(),
        rest.iter().skip(1).sum::<u32>(),
    ];
    let peers = counted(counts.iter().sum(), noun);
    words::standing(&question.label, own, question.options.len(), &peers, counts)
}
