//! How many are selected and by what; in sight while the figures scroll.

use std::rc::Rc;

use yew::prelude::*;

use super::shared::use_shared;
use crate::state::Action;
use crate::view::{Chip, ExploreView};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct ActiveFiltersProps {
    pub(super) view: Rc<ExploreView>,
}

/// "10 of 58 teams", and a button for each narrowing that takes it away.
#[component]
pub(super) fn ActiveFilters(props: &ActiveFiltersProps) -> Html {
    let shared = use_shared();
    let view = &props.view;
    let chip = |chip: &Chip| {
        html! {
            <li>
                <button type="button" class="chip" onclick={shared.sends(chip.remove.clone())}>
                    <span class="visually-hidden">{ "Remove filter " }</span>
                    { &chip.label }
                    <span aria-hidden="true" class="chip__cross">{ "×" }</span>
                </button>
            </li>
        }
    };
    html! {
        <div class="selected">
            <p class="selected__count" id="selected">{ &view.selected_line }</p>
            if !view.chips.is_empty() {
                <ul class="selected__chips" aria-label="Active filters">
                    { for view.chips.iter().map(chip) }
                </ul>
                <button
                    type="button"
                    class="text-button"
                    id="clear-filters"
                    onclick={shared.sends(Action::ClearFilter)}
                >
                    { "Clear all" }
                </button>
            }
        </div>
    }
}
