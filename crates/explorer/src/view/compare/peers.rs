//! Whom the reader's answers are compared with, and why not where the group is too small.

use survey::limits::FEWEST_PEERS;
use survey::{Clause, Filter, Kind, Pick, Question, QuestionIx, Source, Survey};

use crate::state::own::{Own, Peers, widened};
use crate::view::wording::counted;
use crate::words::compare;

/// The choice of peers.
#[derive(Clone, Debug, PartialEq)]
pub struct PeersView {
    /// What can be chosen.
    pub choices: Vec<PeersChoice>,
    /// What can be ticked for peers by traits; empty unless these are chosen.
    pub traits: Vec<Trait>,
    /// "22 teams with the same authority type (Unitary)".
    pub line: String,
    /// Why they are not compared with.
    pub refusal: Option<Refusal>,
}

/// One choice of peers.
#[derive(Clone, Debug, PartialEq)]
pub struct PeersChoice {
    /// What choosing it means.
    pub peers: Peers,
    /// Its words.
    pub label: String,
    /// How many it would be, where that is known yet and available.
    pub size: Option<u32>,
    /// Whether it is the one that holds.
    pub chosen: bool,
}

/// A question whose answers make traits of peers.
#[derive(Clone, Debug, PartialEq)]
pub struct Trait {
    /// The question.
    pub question: QuestionIx,
    /// Its id, for the elements of the form.
    pub id: String,
    /// Its short name.
    pub label: String,
    /// Its answers, and whether each is ticked.
    pub options: Vec<(String, bool)>,
}

/// A group that is not compared with.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    /// Why.
    pub why: String,
    /// The nearest larger group: its words, and the filter that makes it.
    pub offer: Option<(String, Filter)>,
}

pub(super) fn peers(survey: &Survey, source: &dyn Source, own: &Own, filter: &Filter) -> PeersView {
    let codebook = survey.codebook();
    let noun = &survey.about().respondent;
    let chosen = own.chosen_peers(codebook);
    let size = |filter: &Filter| source.answer(filter).selected.ok();
    let choice = |peers, label, filter: Option<Filter>| PeersChoice {
        peers,
        label,
        size: filter.as_ref().and_then(size),
        chosen: chosen == peers,
    };
    let mut choices = vec![choice(
        Peers::Everybody,
        compare::all_that_answered(&noun.other),
        Some(Filter::default()),
    )];
    let groupings = codebook.iter().filter(|(_, question)| question.grouping);
    choices.extend(groupings.filter_map(|(ix, question)| {
        let same = own.same(codebook, ix).filter(|same| source.offers(same, None))?;
        let clause = same.clause(ix)?;
        let label = compare::as_yours(&question.label, &picks(question, clause));
        Some(choice(Peers::Same(ix), label, Some(same)))
    }));
    // Tables that were declared answer for one trait; any mixture of them needs records.
    if source.records().is_some() {
        let label = compare::of_a_kind(&noun.other);
        choices.push(choice(Peers::Traits, label, None));
    }
    let traits = if chosen == Peers::Traits { traits(survey, own) } else { Vec::new() };
    let size = size(filter);
    let line = match size {
        Some(size) if filter.is_empty() => compare::all(&counted(size, noun)),
        Some(size) => compare::group(&counted(size, noun), &words(survey, filter)),
        None => survey::NotAvailable.to_string(),
    };
    PeersView { choices, traits, line, refusal: refusal(survey, source, filter, size) }
}

fn traits(survey: &Survey, own: &Own) -> Vec<Trait> {
    let groupings = survey.codebook().iter().filter(|(_, question)| question.grouping);
    groupings
        .map(|(question, asked)| Trait {
            question,
            id: asked.id.clone(),
            label: asked.label.clone(),
            options: (0..)
                .zip(&asked.options)
                .map(|(o, option)| {
                    (option.label.clone(), own.traits.has(question, Pick::Option(o)))
                })
                .collect(),
        })
        .collect()
}

/// Groups under the limit are refused, with the nearest larger one on offer.
fn refusal(
    survey: &Survey,
    source: &dyn Source,
    filter: &Filter,
    size: Option<u32>,
) -> Option<Refusal> {
    let noun = &survey.about().respondent;
    let Some(size) = size else {
        let why = compare::group_not_available(&noun.other, &survey::NotAvailable.to_string());
        return Some(Refusal { why, offer: None });
    };
    if size >= FEWEST_PEERS {
        return None;
    }
    let why = compare::too_few(size, noun, &words(survey, filter), FEWEST_PEERS);
    let (larger, larger_size) = widened(filter, source);
    let offer = (larger_size >= FEWEST_PEERS).then(|| {
        let traits = words(survey, &larger);
        let offered = compare::compare_with(&counted(larger_size, noun), &traits);
        (offered, larger)
    });
    Some(Refusal { why, offer })
}

/// "Unitary or County; clarity of definition: Partial".
fn words(survey: &Survey, filter: &Filter) -> String {
    let clauses = filter.clauses().map(|(ix, clause)| {
        let question = survey.codebook().question(ix);
        let picks = picks(question, clause);
        match question.kind {
            // An answer such as "None" or "High" says nothing without its question.
            Kind::Ordered => compare::answer_under(&question.label, &picks),
            Kind::Single | Kind::Multiple => picks,
        }
    });
    clauses.collect::<Vec<_>>().join("; ")
}

fn picks(question: &Question, clause: &Clause) -> String {
    let picks = clause.picks().iter().filter_map(|pick| match *pick {
        Pick::Option(option) => Some(question.options[option].label.as_str()),
        Pick::Group(_) => None,
    });
    compare::any_of(&picks.collect::<Vec<_>>())
}
