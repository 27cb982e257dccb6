//! How many are selected and by what; in sight while the figures scroll.

use yew::prelude::*;

use super::shared::Shared;
use crate::state::Action;
use crate::view::{Chip, ExploreView};

/// "10 of 58 teams", and a button for each narrowing that takes it away.
pub(super) fn active_filters(shared: &Shared, view: &ExploreView) -> Html {
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
