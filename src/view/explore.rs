//! The screen on which every question is filtered and broken down.

use std::rc::Rc;

use survey::{Pick, Survey};

use super::facet::{FacetView, facet};
use super::figure::{Asked, FigureView, figure, order};
use super::listing::{ListingView, listing};
use super::offer::{OfferView, offer};
use super::selection::Selection;
use super::sentence::heard;
use super::wording::thousands;
use crate::state::{Action, Place};

/// Everything on the screen that the answers decide.
#[derive(Clone, Debug, PartialEq)]
pub struct ExploreView {
    /// How many are selected; `None` where that is not available.
    pub selected: Option<u32>,
    /// "10 of 58 teams".
    pub selected_line: String,
    /// What is active, each with what takes it away.
    pub chips: Vec<Chip>,
    /// What can be asked beside this.
    pub offer: OfferView,
    /// The filters that are offered, in the codebook's order.
    pub facets: Vec<FacetView>,
    /// The figures, in the codebook's order.
    pub figures: Vec<Rc<FigureView>>,
    /// The selected respondents' own answers, where they are few.
    pub listing: Option<ListingView>,
    /// What is spoken when the view has changed.
    pub spoken: String,
}

/// An active narrowing.
#[derive(Clone, Debug, PartialEq)]
pub struct Chip {
    /// Its words.
    pub label: String,
    /// What takes it away.
    pub remove: Action,
}

impl ExploreView {
    /// Counts and words for a place.
    pub fn new(survey: &Survey, place: &Place) -> Self {
        let source = survey.draws[place.draw].source();
        let snapshot = source.answer(&place.filter);
        let total = source.respondents();
        let selected = snapshot.selected.ok();
        let noun = &survey.about.respondent;
        let selected_line = match selected {
            Some(selected) => {
                format!("{} of {} {}", thousands(selected), thousands(total), noun.other)
            }
            None => survey::NotAvailable.to_string(),
        };
        let selection = Selection::new(survey, survey.draws[place.draw].ids(), &place.filter);
        let figures = survey.codebook.iter().map(|(ix, question)| {
            let by = place.by.filter(|&by| by != ix);
            let breakdown = by.map(|by| (by, source.breakdown(&place.filter, ix, by)));
            let asked = Asked {
                survey,
                question: ix,
                selected: selected.unwrap_or_default(),
                selection: &selection,
                everybody: place.filter.is_empty(),
                order: &order(question, source.total(ix)),
                picked: &|option| place.filter.has(ix, Pick::Option(option)),
            };
            let breakdown = breakdown.as_ref().map(|(by, counts)| (*by, counts));
            figure(&asked, &snapshot.tallies[ix.0], breakdown)
        });
        let offer = offer(survey, place);
        let facets = offer.filters.iter().map(|&ix| {
            facet(ix, survey.codebook.question(ix), &snapshot.facets[ix.0], &place.filter)
        });
        Self {
            selected,
            figures: figures.collect(),
            facets: facets.collect(),
            offer,
            listing: source
                .records()
                .filter(|_| !place.filter.is_empty())
                .and_then(|records| listing(survey, records, &place.filter)),
            spoken: spoken(
                survey,
                place,
                &selected_line,
                &heard(&selection, selected.unwrap_or(2)),
            ),
            chips: chips(survey, place),
            selected_line,
        }
    }
}

fn chips(survey: &Survey, place: &Place) -> Vec<Chip> {
    let mut chips = Vec::new();
    for (ix, clause) in place.filter.clauses() {
        let question = survey.codebook.question(ix);
        for &pick in clause.picks() {
            let words = match pick {
                Pick::Option(option) => &question.options[option].label,
                Pick::Group(group) => &question.groups[group].label,
            };
            chips.push(Chip {
                label: format!("{}: {words}", question.label),
                remove: Action::TogglePick(ix, pick),
            });
        }
    }
    let ids = survey.draws[place.draw].ids();
    for &row in place.filter.respondents() {
        if let Some(id) = ids.get(row as usize) {
            chips.push(Chip { label: id.clone(), remove: Action::ToggleRespondent(row) });
        }
    }
    chips
}

/// What is selected and by what: any change of a filter changes these words, so that it is heard.
fn spoken(survey: &Survey, place: &Place, selected_line: &str, those: &str) -> String {
    let filtered = if those.is_empty() { String::new() } else { format!(": {those}") };
    let broken_down = place.by.map_or_else(String::new, |by| {
        format!(" Broken down by {}.", survey.codebook.question(by).label)
    });
    format!("{selected_line} selected{filtered}.{broken_down}")
}
