//! All filters: the prominent ones first, the others behind "More filters".

use std::rc::Rc;

use yew::prelude::*;

use super::facet::Facet;
use super::respondent_picker::RespondentPicker;
use super::shared::use_shared;
use crate::state::Place;
use crate::view::{ExploreView, FacetView};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct FiltersProps {
    pub(super) view: Rc<ExploreView>,
    pub(super) place: Place,
}

/// The filters. On a narrow screen a button opens them above the figures.
#[component]
pub(super) fn Filters(props: &FiltersProps) -> Html {
    let open = use_state(|| false);
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let active = props.place.filter.len();
    let words = if active == 0 { "Filters".to_owned() } else { format!("Filters ({active})") };
    let facet = |facet: &FacetView| {
        html! {
            <Facet key={facet.question.0} facet={facet.clone()} />
        }
    };
    let (prominent, others): (Vec<_>, Vec<_>) =
        props.view.facets.iter().partition(|facet| facet.prominent);
    let picked_in_others = others.iter().any(|facet| facet.picked > 0);
    html! {
        <section class="explore__filters" aria-labelledby="filters-heading">
            <button
                type="button"
                class="button filters__toggle"
                aria-expanded={open.to_string()}
                aria-controls="filters"
                onclick={toggle}
            >
                { words }
            </button>
            <div id="filters" class={classes!("filters", open.then_some("filters--open"))}>
                <h2 id="filters-heading">{ "Filters" }</h2>
                { for prominent.into_iter().map(facet) }
                <RespondentPicker draw={props.place.draw} picked={props.place.filter.respondents().clone()} />
                if !others.is_empty() {
                    <MoreFilters open={picked_in_others}>
                        { for others.into_iter().map(facet) }
                    </MoreFilters>
                }
            </div>
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct MoreFiltersProps {
    /// Whether something in it is picked, so that it can't be closed out of sight at the start.
    open: bool,
    children: Html,
}

#[component]
fn MoreFilters(props: &MoreFiltersProps) -> Html {
    let opened_with = use_state(|| props.open);
    let noun = use_shared().survey().about.respondent.one.clone();
    html! {
        <details class="details" open={*opened_with}>
            <summary>{ "More filters" }</summary>
            <p class="filters__hint">
                { format!("Every other question. A {noun} must match one answer of each.") }
            </p>
            { props.children.clone() }
        </details>
    }
}
