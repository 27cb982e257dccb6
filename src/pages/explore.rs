//! The screen on which every question is filtered and broken down.

mod active_filters;
mod display_controls;
mod facet;
mod filters;
mod respondent_picker;
mod side_by_side;

use std::rc::Rc;

use explorer::state::{Action, Place};
use explorer::view::{ExploreView, FigureView, ReceiptView};
use yew::prelude::*;

use crate::components::data_table::data_table;
use crate::components::figure::QuestionFigure;
use crate::components::live_region::LiveRegion;
use crate::components::shared::Shared;
use crate::components::side_by_side::who;
use crate::components::take_away::take_all;
use crate::components::title::TITLE_ID;
use active_filters::{active_filters, going};
use display_controls::display_controls;
use filters::Filters;

/// Filters, what they select, and every question's figure. `second` says that the filters select
/// the second of two selections; `search` is what is typed to find a question.
pub(super) fn explore_screen(shared: &Shared, place: &Place, second: bool, search: &str) -> Html {
    let view = Rc::new(ExploreView::selecting(shared.survey(), place, second));
    html! {
        <>
            <div class="screen-head">
                <h1 id={TITLE_ID} tabindex="-1">{ "Explore the answers" }</h1>
            </div>
            <div class="explore">
                <Filters shared={shared.clone()} view={view.clone()} place={place.clone()} {second} />
                <div class="explore__results">
                    { active_filters(shared, &view) }
                    <LiveRegion message={view.spoken.clone()} />
                    if view.selected == Some(0) && view.sides.is_none() {
                        { empty_reason(shared) }
                    } else {
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
    let noun = &shared.survey().about.respondent.one;
    html! {
        <div class="empty">
            <h2>{ format!("No {noun} matches all of this") }</h2>
            <p>{ "Remove one of the filters above, or clear them all." }</p>
            <button type="button" class="button" onclick={going(shared, Action::ClearFilter)}>
                { "Clear all filters" }
            </button>
        </div>
    }
}

fn figures(shared: &Shared, view: &ExploreView, place: &Place, search: &str) -> Html {
    let found: Vec<&Rc<FigureView>> =
        view.figures.iter().filter(|figure| figure.matches(search)).collect();
    let total = view.selected.unwrap_or_default();
    let (survey, header) = (shared.survey(), &shared.loaded.header);
    html! {
        <>
            if let Some(listing) = &view.listing {
                // Its table is a region of the same name already.
                <section class="figure">
                    <h2 class="figure__headline" id="listing">{ &listing.table.caption }</h2>
                    <p class="figure__measure">
                        { "With nine or fewer selected, the answers of each are shown." }
                    </p>
                    { data_table(&listing.table, true) }
                </section>
            }
            <h2 class="visually-hidden">{ "Figures" }</h2>
            if found.is_empty() {
                <div class="empty">
                    <p>{ format!("No question or answer contains “{}”.", search.trim()) }</p>
                    <button
                        type="button"
                        class="text-button"
                        onclick={shared.sends(Action::Search(String::new()))}
                    >
                        { "Show all questions" }
                    </button>
                </div>
            }
            { for found.into_iter().map(|figure| html! {
                <QuestionFigure
                    key={figure.question.0}
                    figure={Rc::clone(figure)}
                    scale={place.scale}
                    {total}
                    receipt={ReceiptView::new(survey, header, place, figure).map(Rc::new)}
                />
            }) }
        </>
    }
}
