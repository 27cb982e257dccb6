//! The page's figures, counted from a bundle on the command line.

mod words;

use serde::Serialize;
use survey::bundle::Bundle;
use survey::{Filter, NotAvailable, Provenance, Question, QuestionIx, Standing, Survey, Tally};
use survey_stats as stats;

pub use self::words::describe;
use crate::problem::suggest;
use crate::selection::{self, SelectionError};

/// What is to be counted.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// The set of answers; the first one without it.
    pub draw: Option<String>,
    /// The question.
    pub question: String,
    /// The question it is broken down by.
    pub by: Option<String>,
    /// Selections in words, as in [`selection::add_words`].
    pub selections: Vec<String>,
    /// Selected respondents by name; none selects everybody.
    pub respondents: Vec<String>,
}

/// What was counted.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// The set of answers.
    pub draw: String,
    /// Where the answers come from.
    pub provenance: &'static str,
    /// What a respondent is called, for several.
    pub respondents: String,
    /// How many there are in all.
    pub total: u32,
    /// How many are selected.
    pub selected: u32,
    /// The question's id.
    pub question: String,
    /// Its short name.
    pub label: String,
    /// The counts of all selected respondents.
    #[serde(flatten)]
    pub figure: Figure,
    /// The counts for each answer of the question broken down by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<By>,
}

/// A breakdown.
#[derive(Clone, Debug, Serialize)]
pub struct By {
    /// The question broken down by.
    pub question: String,
    /// Its answers in order.
    pub parts: Vec<Part>,
    /// Those who gave none of its answers.
    pub rest: Figure,
}

/// One answer of the question broken down by.
#[derive(Clone, Debug, Serialize)]
pub struct Part {
    /// The answer's id.
    pub id: String,
    /// Its words.
    pub label: String,
    /// How many of the selected gave it.
    pub size: u32,
    /// The counts among them.
    #[serde(flatten)]
    pub figure: Figure,
}

/// The counts of a question.
#[derive(Clone, Debug, Serialize)]
pub struct Figure {
    /// How many were asked; protected tables do not tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asked: Option<u32>,
    /// How many answered: the base.
    pub answered: u32,
    /// How many were asked and did not answer; protected tables do not tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_answered: Option<u32>,
    /// Whether the base is so small that percentages come with a warning.
    pub small_base: bool,
    /// How many were invited, where the bounds and intervals are of all of them: everybody is
    /// counted, and everybody was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub invited: Option<u32>,
    /// The weight of those who answered, where respondents are weighted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weight_answered: Option<f64>,
    /// The answers in order.
    pub options: Vec<Count>,
    /// The groups of answers, where there are any: how many gave at least one of each.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<Count>,
}

/// How many gave an answer.
#[derive(Clone, Debug, Serialize)]
pub struct Count {
    /// The answer's or group's id.
    pub id: String,
    /// Its words.
    pub label: String,
    /// How many.
    pub count: u32,
    /// The weight behind them, where respondents are weighted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weight: Option<f64>,
    /// Of the base, in whole per cent; absent where the base is too small for one.
    pub percent: Option<u32>,
    /// The share of all invited, had none or all of those who did not answer given the answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bounds: Option<Limits<Of>>,
    /// The 95% interval, as proportions: if those who answered were a random sample.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interval: Option<Limits<f64>>,
    /// `published`, `worked out`, `invented`, `protected` or `reported`.
    pub evidence: &'static str,
    /// Whether the count behind a published share was worked out and never published.
    pub inferred: bool,
}

/// From here to there.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Limits<T> {
    /// From.
    pub low: T,
    /// To.
    pub high: T,
}

/// So many of so many.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Of {
    /// How many.
    pub count: u32,
    /// Of how many.
    pub base: u32,
    /// In whole per cent.
    pub percent: u32,
}

impl From<stats::Share> for Of {
    fn from(share: stats::Share) -> Self {
        Self { count: share.count(), base: share.base(), percent: share.percent() }
    }
}

/// Counts what was asked for.
///
/// # Errors
/// When a name is not in the bundle.
pub fn count(bundle: &Bundle, request: &Request) -> Result<Report, SelectionError> {
    let survey = &bundle.survey;
    let draw = draw(survey, request.draw.as_deref())?;
    let source = survey.draws()[draw].source();
    let codebook = survey.codebook();
    let ix = selection::question(codebook, &request.question)?;
    let by = request.by.as_ref().map(|id| selection::question(codebook, id)).transpose()?;
    let mut filter = Filter::default();
    for words in &request.selections {
        selection::add_words(&mut filter, codebook, words)?;
    }
    for id in &request.respondents {
        let records = source.records().ok_or_else(|| not_told(NotAvailable))?;
        filter.toggle_respondent(respondent(records.ids(), id)?);
    }
    let snapshot = source.answer(&filter);
    let selected = snapshot.selected.map_err(not_told)?;
    let tally = snapshot.tallies[ix.position()].clone().map_err(not_told)?;
    let whole = Counted { survey, ix, whole: filter.is_empty() };
    let by = match by {
        None => None,
        Some(by) => {
            let breakdown = source.breakdown(&filter, ix, by).map_err(not_told)?;
            let part = Counted { survey, ix, whole: false };
            let question = codebook.question(by);
            let parts = question.options.iter().zip(&breakdown.parts).zip(&breakdown.sizes);
            let parts = parts.map(|((option, tally), &size)| Part {
                id: option.id.clone(),
                label: option.label.clone(),
                size,
                figure: part.figure(tally),
            });
            let (parts, rest) = (parts.collect(), part.figure(&breakdown.rest));
            Some(By { question: question.id.clone(), parts, rest })
        }
    };
    let question = codebook.question(ix);
    Ok(Report {
        draw: survey.draws()[draw].id.clone(),
        provenance: survey.about().provenance.name(),
        respondents: survey.about().respondent.other.clone(),
        total: source.respondents(),
        selected,
        question: question.id.clone(),
        label: question.label.clone(),
        figure: whole.figure(&tally),
        by,
    })
}

/// The one answer for what a source does not tell.
fn not_told(no: NotAvailable) -> SelectionError {
    SelectionError { what: no.to_string(), fix: "Ask for another figure.".into() }
}

fn draw(survey: &Survey, id: Option<&str>) -> Result<usize, SelectionError> {
    let Some(id) = id else { return Ok(0) };
    survey.draw(id).ok_or_else(|| SelectionError {
        what: format!("there is no set of answers “{id}”"),
        fix: suggest(id, survey.draws().iter().map(|draw| draw.id.as_str())),
    })
}

fn respondent(ids: &[String], id: &str) -> Result<u32, SelectionError> {
    let position = ids.iter().position(|known| known == id);
    position.and_then(|row| u32::try_from(row).ok()).ok_or_else(|| SelectionError {
        what: format!("there is no respondent “{id}”"),
        fix: suggest(id, ids.iter().map(String::as_str)),
    })
}

/// A question whose tallies are put into words.
struct Counted<'a> {
    survey: &'a Survey,
    ix: QuestionIx,
    /// Whether all respondents are counted: only then can a count be a published one.
    whole: bool,
}

impl Counted<'_> {
    fn figure(&self, tally: &Tally) -> Figure {
        let question: &Question = self.survey.codebook().question(self.ix);
        // A confidential survey’s figures do not say who was asked and did not answer.
        let (invented, tells_asked) = match self.survey.about().provenance {
            Provenance::Synthetic => (("invented", false), true),
            Provenance::Public => (("reported", false), true),
            Provenance::Confidential => (("protected", false), false),
        };
        let invited = self.survey.invited_to(self.ix).filter(|_| self.whole);
        let base = tally.answered;
        let count = |id: &String, label: &String, count: u32, (evidence, inferred)| Count {
            id: id.clone(),
            label: label.clone(),
            count,
            weight: None,
            percent: stats::percent_to_show(count, base),
            bounds: invited
                .and_then(|invited| stats::bounds_to_show(count, base, invited))
                .map(|bounds| Limits { low: bounds.low.into(), high: bounds.high.into() }),
            interval: stats::interval_to_show(count, base, invited)
                .map(|interval| Limits { low: interval.low, high: interval.high }),
            evidence,
            inferred,
        };
        let options = question.options.iter().zip(&tally.counts).enumerate();
        let options = options.map(|(position, (option, &many))| {
            let evidence = if self.whole { self.evidence(position) } else { invented };
            let weight = tally.weighted.as_ref().map(|weighted| weighted.counts[position]);
            Count { weight, ..count(&option.id, &option.label, many, evidence) }
        });
        let groups = question.groups.iter().zip(&tally.groups);
        let groups = groups.map(|(group, &many)| count(&group.id, &group.label, many, invented));
        Figure {
            asked: tells_asked.then_some(tally.asked),
            answered: tally.answered,
            not_answered: tells_asked.then(|| tally.not_answered()),
            small_base: stats::BaseRule::of(tally.answered) == stats::BaseRule::SmallBase,
            invited,
            weight_answered: tally.weighted.as_ref().map(|weighted| weighted.answered),
            options: options.collect(),
            groups: groups.collect(),
        }
    }

    fn evidence(&self, option: usize) -> (&'static str, bool) {
        let standing = self.survey.standing(&Filter::default(), self.ix, option);
        let inferred = standing.count == Standing::WorkedOut;
        match standing.count {
            _ if standing.is_published() => ("published", inferred),
            Standing::WorkedOut => ("worked out", false),
            Standing::Invented => ("invented", false),
            Standing::Protected => ("protected", false),
            Standing::Published | Standing::Reported => ("reported", false),
        }
    }
}
