//! The screen on which a reader's own answers stand beside those of peers.

mod beside;
mod compared;
mod form;
mod peers;
mod rows;
mod spread;

use survey::{Provenance, QuestionIx, Source, Survey};

pub use form::{FormAnswer, FormQuestion};
pub use peers::{PeersChoice, PeersView, Refusal, Trait};
pub use rows::{CompareRow, RowGroup};
pub use spread::SpreadView;

use compared::Compared;

use super::table::TableView;
use crate::state::own::Own;
use crate::words::compare as words;

/// Everything on the screen that the answers decide.
#[derive(Clone, Debug, PartialEq)]
pub struct CompareView {
    /// "4 of 7 questions answered".
    pub progress: String,
    /// How many questions are asked, and how many of these are answered.
    pub answered: (usize, usize),
    /// The questions that are asked.
    pub questions: Vec<FormQuestion>,
    /// What each of the reader's entries is called.
    pub names: Vec<String>,
    /// Whom the answers are compared with.
    pub peers: PeersView,
    /// What the comparison says; `None` where nothing is compared yet and where the peers are
    /// refused.
    pub results: Option<ResultsView>,
    /// What is spoken when the view has changed.
    pub spoken: String,
}

/// What the comparison says.
#[derive(Clone, Debug, PartialEq)]
pub struct ResultsView {
    /// "Your team beside 22 teams with the same authority type".
    pub heading: String,
    /// Where the entry on the form stands, a sentence each.
    pub summary: Vec<String>,
    /// What to know of the peers' answers before the figures are used.
    pub caveat: String,
    /// Whether all of the peers' counts are invented.
    pub invented: bool,
    /// The answers, by how they stand to most peers'.
    pub groups: Vec<RowGroup>,
    /// Of each question with several answers, how many the peers gave.
    pub spreads: Vec<SpreadView>,
    /// All of the reader's entries beside the peers, where there are several: a heading and a table.
    pub beside: Option<(String, TableView)>,
}

impl CompareView {
    /// Counts and words for the reader's answers, over one set of the survey's.
    pub fn new(survey: &Survey, draw: usize, own: &Own) -> Self {
        let source = survey.draws()[draw].source();
        let codebook = survey.codebook();
        let (asked, answered) = own.response().progress(codebook);
        let progress = words::progress(answered, asked);
        let filter = own.peers_filter(codebook);
        let snapshot = source.answer(&filter);
        let peers = peers::peers(survey, source, own, &filter);
        let results = peers.refusal.is_none().then(|| {
            let chosen = |ix: &QuestionIx| filter.clause(*ix).is_some();
            let compared = Compared {
                survey,
                own,
                filter: &filter,
                tallies: &snapshot.tallies,
                questions: codebook.iter().map(|(ix, _)| ix).filter(|ix| !chosen(ix)).collect(),
            };
            results(&compared, source, &peers)
        });
        let results = results.filter(|results| !results.summary.is_empty());
        // A tick changes much: only the first sentence is read out.
        let spoken = match (&results, &peers.refusal) {
            (Some(results), _) => words::spoken(&progress, &results.summary[0]), // never empty
            (None, Some(refusal)) => refusal.why.clone(),
            (None, None) => progress.clone(),
        };
        Self {
            answered: (asked, answered),
            questions: form::form(survey, own.response()),
            names: (0..own.entries.len())
                .map(|entry| own.name(entry, &survey.about().respondent.one))
                .collect(),
            progress,
            peers,
            results,
            spoken,
        }
    }
}

fn results(compared: &Compared, source: &dyn Source, peers: &PeersView) -> ResultsView {
    let groups = rows::groups(compared);
    let spreads = spread::spreads(compared, source);
    let name = compared.own.name(compared.own.current, &compared.survey.about().respondent.one);
    let mut summary = rows::summary(&groups);
    summary.extend(spreads.iter().map(|spread| spread.sentence.clone()));
    ResultsView {
        heading: words::beside(&name, &peers.line),
        summary,
        caveat: caveat(compared),
        invented: match compared.survey.about().provenance {
            Provenance::Synthetic => !compared.filter.is_empty(),
            Provenance::Public | Provenance::Confidential => false,
        },
        spreads,
        beside: beside::table(compared, &peers.line).map(|table| {
            let noun = &compared.survey.about().respondent;
            (words::side_by_side(&noun.other), table)
        }),
        groups,
    }
}

/// What is real of the peers' answers.
fn caveat(compared: &Compared) -> String {
    let noun = &compared.survey.about().respondent;
    match compared.survey.about().provenance {
        Provenance::Synthetic => {}
        Provenance::Public | Provenance::Confidential => {
            return words::counted_among_peers(noun);
        }
    }
    if compared.filter.is_empty() { words::INVENTED_BUT_PUBLISHED } else { words::ALL_INVENTED }
        .to_owned()
}

#[cfg(test)]
mod tests;
