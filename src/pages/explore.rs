//! The screen on which every question is filtered and broken down.

mod active_filters;
mod display_controls;
mod facet;
mod filters;
mod overview;
mod respondent_picker;
mod side_by_side;

use std::rc::Rc;

use explorer::state::{Action, Place};
use explorer::view::{ExploreView, FigureView, ReceiptView, Search};
use explorer::words::explore as words;
use yew::prelude::*;

use crate::components::data_table::data_table;
use crate::components::figure::QuestionFigure;
use crate::components::live_region::LiveRegion;
use crate::components::parts::text_button;
use crate::components::shared::Shared;
use crate::components::side_by_side::who;
use crate::components::take_away::take_all;
use crate::components::title::title;
use active_filters::{LISTING_ID, active_filters, going};
use display_controls::display_controls;
use filters::Filters;
use overview::overview;

/// Filters, what they select, and every question's figure. `second` says that the filters select
/// the second of two selections; `search` is what is typed to find a question.
pub(super) fn explore_screen(shared: &Shared, place: &Place, second: bool, search: &str) -> Html {
    let view = Rc::new(ExploreView::selecting(shared.survey(), place, second));
    html! {
        <>
            <div class="screen-head">
                { title(words::TITLE) }
            </div>
            <div class="explore">
                <Filters shared={shared.clone()} view={view.clone()} place={place.clone()} {second} />
                <div class="explore__results">
                    { active_filters(shared, &view, place) }
                    <LiveRegion message={view.spoken.clone()} />
                    if view.selected == Some(0) && view.sides.is_none() {
                        { empty_reason(shared) }
                    } else {
                        { overview(shared, &view.overview) }
                        { display_controls(shared, &view.offer, place, search) }
                        { take_all("pack") }
                        { view.sides.as_ref().map_or_else(Html::default, who) }
                        { figures(shared, &view, place, search) }
                    }
                </div>
            </div>
        </>
    }
}

/// Nobody is selected: said, with the way out.
fn empty_reason(shared: &Shared) -> Html {
    let noun = &shared.survey().about().respondent.one;
    html! {
        <div class="empty">
            <h2>{ words::no_match(noun) }</h2>
            <p>{ words::REMOVE_A_FILTER }</p>
            <button type="button" class="button" onclick={going(shared, Action::ClearFilter)}>
                { words::CLEAR_ALL_FILTERS }
            </button>
        </div>
    }
}

fn figures(shared: &Shared, view: &ExploreView, place: &Place, search: &str) -> Html {
    let wanted = Search::of(search);
    let found: Vec<&Rc<FigureView>> =
        view.figures.iter().filter(|figure| figure.matches(&wanted)).collect();
    let total = view.selected.unwrap_or_default();
    let (survey, header) = (shared.survey(), &shared.loaded.header);
    html! {
        <>
            <h2 class="visually-hidden">{ words::FIGURES }</h2>
            if found.is_empty() {
                <div class="empty">
                    <p>{ words::no_question_contains(search.trim()) }</p>
                    { text_button(
                        words::SHOW_ALL_QUESTIONS,
                        shared.sends(Action::Search(String::new())),
                    ) }
                </div>
            }
            { for found.into_iter().map(|figure| html! {
                <QuestionFigure
                    key={figure.question.position()}
                    figure={Rc::clone(figure)}
                    scale={place.scale}
                    language={survey.about().language.clone()}
                    {total}
                    receipt={ReceiptView::new(survey, header, place, figure).map(Rc::new)}
                />
            }) }
            // Below the figures: what comes and goes with a tick moves nothing that is looked at.
            if let Some(listing) = &view.listing {
                // Its table is a region of the same name already.
                <section class="figure">
                    <h2 class="figure__headline" id={LISTING_ID} tabindex="-1">
                        { &listing.table.caption }
                    </h2>
                    { data_table(&listing.table, true) }
                </section>
            }
        </>
    }
}
