//! The screen on which a reader's own answers stand beside those of peers.

mod compared;
mod form;
mod peers;
mod rows;
mod spread;

use survey::{Provenance, QuestionIx, Source, Survey};

pub use form::{FormAnswer, FormQuestion};
pub use peers::{PeersChoice, PeersView, Refusal, Trait};
pub use rows::{CompareRow, Given, RowGroup};
pub use spread::SpreadView;

use compared::Compared;
use rows::{Compare, compare};

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
    /// "You beside 22 teams with the same authority type".
    pub heading: String,
    /// How many answers of the entry on the form differ from most peers'; empty where nothing is known
    /// of the peers.
    pub summary: String,
    /// What to know of the peers' answers before the figures are used.
    pub caveat: String,
    /// Whether all of the peers' counts are invented.
    pub invented: bool,
    /// The answers, by how they stand to most peers'.
    pub groups: Vec<RowGroup>,
    /// Of each question with several answers, how many the peers gave.
    pub spreads: Vec<SpreadView>,
    /// What each of the reader's entries is called: a column each.
    pub names: Vec<String>,
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
        let results = results.filter(|results| !results.groups.is_empty());
        // A tick changes much: only one sentence is read out.
        let spoken = match (&results, &peers.refusal) {
            (Some(results), _) if results.summary.is_empty() => {
                words::spoken(&progress, &results.caveat)
            }
            (Some(results), _) => words::spoken(&progress, &results.summary),
            (None, Some(refusal)) => refusal.why.clone(),
            (None, None) => progress.clone(),
        };
        Self {
            answered: (asked, answered),
            questions: form::form(survey, own.response()),
            names: (0..own.entries.len()).map(|entry| own.name(entry)).collect(),
            progress,
            peers,
            results,
            spoken,
        }
    }
}

fn results(compared: &Compared, source: &dyn Source, peers: &PeersView) -> ResultsView {
    let Compare { groups, differing } = compare(compared);
    let spreads = spread::spreads(compared, source);
    let name = |entry| compared.own.name(entry);
    ResultsView {
        heading: words::beside(&name(compared.own.current), &peers.line),
        summary: differing.map_or_else(String::new, |(differing, of)| {
            let some_invented =
                groups.iter().flat_map(|group| &group.rows).any(|row| !row.is_real());
            words::you_differ(differing, of, some_invented)
        }),
        caveat: caveat(compared),
        invented: match compared.survey.about().provenance {
            Provenance::Synthetic => !compared.filter.is_empty(),
            Provenance::Public | Provenance::Confidential => false,
        },
        names: (0..compared.own.entries.len()).map(name).collect(),
        spreads,
        groups,
    }
}

/// What is real of the peers' answers.
fn caveat(compared: &Compared) -> String {
    let noun = &compared.survey.about().respondent;
    match compared.survey.about().provenance {
        Provenance::Synthetic => {}
        Provenance::Public | Provenance::Confidential => {
            return words::counted_among_peers(&noun.other);
        }
    }
    if compared.filter.is_empty() { words::INVENTED_BUT_PUBLISHED } else { words::ALL_INVENTED }
        .to_owned()
}

#[cfg(test)]
mod tests;
