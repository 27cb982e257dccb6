//! The screen on which every question is filtered and broken down.

use std::rc::Rc;

use survey::{Filter, Pick, Survey};

use super::asked::{Asked, other_set};
use super::facet::{FacetView, facet};
use super::figure::FigureView;
use super::listing::{ListingView, listing};
use super::offer::{OfferView, offer};
use super::order::order;
use super::overview::{OverviewRow, overview};
use super::question_figure::figure;
use super::selection::Selection;
use super::sentence::screen_reader_text;
use super::side_by_side::{SideBySide, SideBySideView};
use crate::state::{Action, Place};
use crate::words::{explore as words, side_by_side};

/// Everything on the screen that the answers decide.
#[derive(Clone, Debug, PartialEq)]
pub struct ExploreView {
    /// How many are selected; `None` where that is not available.
    pub selected: Option<u32>,
    /// "10 of 58 teams"; of two selections both.
    pub selected_line: String,
    /// Who is compared, where two selections are.
    pub sides: Option<SideBySideView>,
    /// What is active, each with what takes it away.
    pub chips: Vec<Chip>,
    /// What can be asked beside this.
    pub offer: OfferView,
    /// The filters that are offered, in the codebook's order.
    pub facets: Vec<FacetView>,
    /// All questions, a line each; none of two selections.
    pub overview: Vec<OverviewRow>,
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
        Self::selecting(survey, place, false)
    }

    /// The same, with filters that select the second of two selections where `second` says so.
    pub fn selecting(survey: &Survey, place: &Place, second: bool) -> Self {
        let source = survey.draws()[place.draw].source();
        let snapshot = source.answer(&place.filter);
        let total = source.respondents();
        let selected = snapshot.selected.ok();
        let noun = &survey.about().respondent;
        let line = |selected: Option<u32>| match selected {
            Some(selected) => words::selected(selected, total, &noun.other),
            None => survey::NotAvailable.to_string(),
        };
        let selection = Selection::new(survey, survey.draws()[place.draw].ids(), &place.filter);
        let against = place.compared_with();
        let sides = against.map(|against| SideBySide::new(survey, place, against, &selection));
        let selected_line = match &sides {
            Some(sides) => side_by_side::both(&line(selected), &line(sides.second_size())),
            None => line(selected),
        };
        let picking = place.picking(second);
        let facets = if second { source.answer(picking).facets } else { snapshot.facets };
        let plain = sides.is_none() && place.by.is_none();
        let other = other_set(survey, place.draw, &place.filter).filter(|_| plain);
        let other = other.map(|source| source.answer(&place.filter).tallies);
        let figures = survey.codebook().iter().map(|(ix, _)| {
            if let Some(sides) = &sides {
                return sides.figure(ix);
            }
            let by = place.by.filter(|&by| by != ix);
            let breakdown = by.map(|by| (by, source.breakdown(&place.filter, ix, by)));
            let asked = Asked {
                survey,
                question: ix,
                selected: selected.unwrap_or_default(),
                selection: &selection,
                filter: &place.filter,
                other_set: other.as_ref().and_then(|all| all[ix.position()].as_ref().ok()),
                uncertainty: place.uncertainty,
                order: &order(survey, ix, source.total(ix)),
                picked: &|option| place.filter.has(ix, Pick::Option(option)),
            };
            let breakdown = breakdown.as_ref().map(|(by, counts)| (*by, counts));
            figure(&asked, &snapshot.tallies[ix.position()], breakdown)
        });
        let offer = offer(survey, place, picking);
        let shown = offer
            .filters
            .iter()
            .map(|&ix| facet(ix, survey.codebook().question(ix), &facets[ix.position()], picking));
        let figures: Vec<_> = figures.collect();
        Self {
            selected,
            overview: overview(survey, source, &place.filter, &figures),
            figures,
            facets: shown.collect(),
            offer,
            listing: source
                .records()
                .filter(|_| !place.filter.is_empty() && sides.is_none())
                .and_then(|records| listing(survey, records, &place.filter)),
            spoken: spoken(
                survey,
                place,
                &line(selected),
                &screen_reader_text(&selection, selected.unwrap_or(2)),
                sides.as_ref(),
            ),
            chips: chips(survey, place.draw, picking),
            sides: sides.map(|sides| sides.view()),
            selected_line,
        }
    }
}

fn chips(survey: &Survey, draw: usize, filter: &Filter) -> Vec<Chip> {
    let mut chips = Vec::new();
    for (ix, clause) in filter.clauses() {
        let question = survey.codebook().question(ix);
        for &pick in clause.picks() {
            let answer = match pick {
                Pick::Option(option) => &question.options[option].label,
                Pick::Group(group) => &question.groups[group].label,
            };
            chips.push(Chip {
                label: words::chip(&question.label, answer),
                remove: Action::TogglePick(ix, pick),
            });
        }
    }
    let ids = survey.draws()[draw].ids();
    for &row in filter.respondents() {
        if let Some(id) = ids.get(row as usize) {
            chips.push(Chip { label: id.clone(), remove: Action::ToggleRespondent(row) });
        }
    }
    chips
}

/// What is selected and by what: any change of a filter changes these words, so that it is heard.
fn spoken(
    survey: &Survey,
    place: &Place,
    selected_line: &str,
    those: &str,
    sides: Option<&SideBySide>,
) -> String {
    let by = place.by.map(|by| survey.codebook().question(by).label.as_str());
    let compared = sides.map(SideBySide::screen_reader_text);
    words::spoken(selected_line, those, by, compared.as_deref())
}
