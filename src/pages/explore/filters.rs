//! All filters: the prominent ones first, the others behind "More filters", respondents by name last.

use std::rc::Rc;

use explorer::state::Place;
use explorer::view::{ExploreView, FacetView};
use explorer::words::explore as words;
use yew::prelude::*;

use super::facet::facet;
use super::respondent_picker::RespondentPicker;
use super::side_by_side::side_switch;
use crate::components::parts::hint;
use crate::components::shared::Shared;

#[derive(Clone, Properties)]
pub(super) struct FiltersProps {
    pub(super) shared: Shared,
    pub(super) view: Rc<ExploreView>,
    pub(super) place: Place,
    /// Whether they select the second of two selections.
    pub(super) second: bool,
}

/// The view is made anew for each render of the screen, so there is nothing to compare.
impl PartialEq for FiltersProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.view, &other.view)
    }
}

/// The filters. On a narrow screen a button opens them above the figures.
#[component]
pub(super) fn Filters(props: &FiltersProps) -> Html {
    let shared = &props.shared;
    let offer = &props.view.offer;
    let open = use_state(|| false);
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let filter = props.place.picking(props.second);
    let active = filter.len();
    let facet = |view: &FacetView| facet(shared, view);
    // Protected answers have few filters: all stand in sight.
    let (prominent, others): (Vec<_>, Vec<_>) =
        props.view.facets.iter().partition(|facet| facet.prominent || !offer.respondents);
    // What is picked at the start can't be closed out of sight.
    let picks_respondents = use_state(|| !filter.respondents().is_empty());
    let noun = &shared.survey().about().respondent;
    let more_open = use_state(|| others.iter().any(|facet| facet.picked > 0));
    html! {
        <section class="explore__filters" aria-labelledby="filters-heading">
            <button
                type="button"
                class="button filters__toggle"
                aria-expanded={open.to_string()}
                aria-controls="filters"
                onclick={toggle.clone()}
            >
                { words::filters(active) }
            </button>
            <div id="filters" class={classes!("filters", open.then_some("filters--open"))}>
                <h2 id="filters-heading">{ words::FILTERS }</h2>
                { side_switch(shared, &props.place, props.second) }
                if let Some(reason) = offer.filters_hint {
                    { hint(reason) }
                }
                { for prominent.into_iter().map(facet) }
                if !others.is_empty() {
                    <details class="details" open={*more_open}>
                        <summary>{ words::MORE_FILTERS }</summary>
                        { hint(words::ALL_OTHER_QUESTIONS) }
                        { for others.into_iter().map(facet) }
                    </details>
                }
                if offer.respondents {
                    <details class="details" open={*picks_respondents}>
                        <summary>{ words::by_name(&noun.other) }</summary>
                        <RespondentPicker
                            shared={shared.clone()}
                            draw={props.place.draw}
                            picked={filter.respondents().to_vec()}
                        />
                    </details>
                }
                <button type="button" class="button filters__toggle" onclick={toggle}>
                    { words::show(&props.view.selected_line) }
                </button>
            </div>
        </section>
    }
}
