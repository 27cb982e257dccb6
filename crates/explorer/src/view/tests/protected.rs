//! Over protected answers nothing is offered that can't be answered, and what is not told is said in
//! the same words everywhere.

use survey::{Against, Filter, Pick, Survey};

use super::super::*;
use super::{activities, authority_type, definition, page};
use crate::state::{Action, AppState, Place, apply};
use crate::test_survey::{protected_survey, uses};

/// An answer to any question where the others are asked for and there are none.
const NOBODY_LEFT: &str = "Choose some teams first.";

fn explored(survey: &Survey, place: &Place) -> ExploreView {
    ExploreView::new(survey, place)
}

fn county() -> Place {
    let mut filter = Filter::default();
    filter.toggle(authority_type(), Pick::Option(0));
    Place { filter, ..Place::default() }
}

fn by_type() -> Place {
    Place { by: Some(authority_type()), ..Place::default() }
}

#[test]
fn everybody() {
    insta::assert_snapshot!(page(&explored(&protected_survey(), &Place::default())));
}

#[test]
fn filtered() {
    insta::assert_snapshot!(page(&explored(&protected_survey(), &county())));
}

#[test]
fn broken_down() {
    insta::assert_snapshot!(page(&explored(&protected_survey(), &by_type())));
}

#[test]
fn only_what_has_tables_is_offered() {
    let survey = protected_survey();
    let offers = |place: &Place| {
        let offer = explored(&survey, place).offer;
        (offer.filters, offer.breakdowns, offer.respondents)
    };
    assert_eq!(
        offers(&Place::default()),
        (vec![uses(), authority_type()], vec![uses(), authority_type()], false)
    );
    assert_eq!(offers(&county()), (vec![authority_type()], vec![], false));
    assert_eq!(offers(&by_type()), (vec![], vec![uses(), authority_type()], false));
}

/// Everything that a reader can get to by what is offered, with the filters' side.
fn reachable(survey: &Survey) -> Vec<AppState> {
    let mut states = vec![AppState::default()];
    let mut next = 0;
    while let Some(state) = states.get(next).cloned() {
        next += 1;
        let view = ExploreView::selecting(survey, &state.place, state.selects_second);
        let mut actions: Vec<Action> =
            view.offer.breakdowns.iter().map(|&by| Action::BreakDownBy(Some(by))).collect();
        for facet in &view.facets {
            let entries = facet.entries.iter();
            actions.extend(entries.map(|entry| Action::TogglePick(facet.question, entry.pick)));
        }
        let own = Against::Filter(Filter::default());
        let against = [None, Some(Against::Others), Some(Against::Everybody), Some(own)];
        actions.extend(against.map(Action::CompareWith));
        if matches!(state.place.against, Some(Against::Filter(_))) {
            actions.extend([true, false].map(Action::SelectSecond));
        }
        for action in actions {
            let state = apply(&state, action);
            if !states.contains(&state) {
                states.push(state);
            }
        }
    }
    states
}

#[test]
fn whatever_is_offered_has_an_answer() {
    let survey = protected_survey();
    let states = reachable(&survey);
    // Everybody, or any of two answers to either of two groupings: seven selections. Alone, beside
    // the others, beside everybody, or, with the filters on either side, beside each of the seven.
    // And everybody broken down by either.
    assert_eq!(states.len(), 7 + 7 + 7 + 2 * 7 * 7 + 2);
    for state in states {
        let place = &state.place;
        let view = ExploreView::selecting(&survey, place, state.selects_second);
        assert!(view.selected.is_some(), "{place:?}");
        assert!(view.listing.is_none(), "{place:?}");
        let entries = view.facets.iter().flat_map(|facet| &facet.entries);
        assert!(entries.clone().all(|entry| entry.count > Some(0)), "{place:?}");
        // Of everybody, and of all who answered a question, too few others are left to tell of.
        if state.place.against == Some(Against::Others) && view.selected >= Some(117) {
            continue;
        }
        let told = view.figures.iter().filter(|figure| figure.shape.is_drawn());
        // Besides the question's own figure.
        assert!(told.count() > 1, "{place:?}");
    }
}

#[test]
fn what_is_not_told_is_not_told_in_any_way() {
    let survey = protected_survey();
    for state in reachable(&survey) {
        let view = explored(&survey, &state.place);
        if view.figures[0].spoken == NOBODY_LEFT {
            continue;
        }
        // Activities are withheld; clarity has a table by type, and none by use, where one part of it
        // would be of nobody.
        for ix in [activities(), definition()] {
            let figure = &view.figures[ix.position()];
            let Shape::Nothing(reason) = &figure.shape else {
                assert_eq!(ix, definition());
                continue;
            };
            assert!(reason.ends_with("is not available for this survey."), "{reason}");
            assert_eq!((&figure.spoken, &figure.sentence.whole()), (reason, reason));
            assert_eq!(figure.headline, figure.label);
            assert_eq!((figure.base, figure.base_summary.as_str()), (0, ""));
            assert!(figure.rows.is_empty() && figure.table == TableView::default());
        }
    }
}

#[test]
fn findings_lead_only_to_what_is_told() {
    let mut parts = protected_survey().into_parts();
    let link = &mut parts.findings[0].explore;
    link.filter.toggle(authority_type(), Pick::Option(1));
    link.filter.toggle(activities(), Pick::Option(1));
    let survey = survey::Survey::new(parts).unwrap();
    let view = FindingsView::new(&survey, 0);
    let finding = &view.findings[0];
    let mut unitary = Filter::default();
    unitary.toggle(authority_type(), Pick::Option(1));
    assert_eq!((&finding.explore.filter, finding.explore.by), (&unitary, None));
    let FindingFigureView::Dots(dots) = &finding.figures[0] else { panic!("the first is told") };
    assert_eq!((dots.gave, dots.other, dots.not_answered, dots.not_asked), (90, 27, 0, 0));
    let FindingFigureView::Bars(bars) = &finding.figures[1] else { panic!("bars") };
    assert_eq!(bars.spoken, "“Activities” is not available for this survey.");
}
