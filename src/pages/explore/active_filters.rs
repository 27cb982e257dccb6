//! How many are selected and by what; in sight while the figures scroll.

use explorer::state::Action;
use explorer::view::{Chip, ExploreView};
use explorer::words::explore as words;
use yew::prelude::*;

use crate::components::parts::visually_hidden;
use crate::components::shared::Shared;
use crate::web::focus;

/// The element that says how many are selected.
const SELECTED_ID: &str = "selected";

/// Sends an action that takes the pressed button away, and moves the keyboard to what it changed.
pub(super) fn going(shared: &Shared, action: Action) -> Callback<MouseEvent> {
    shared.dispatch.reform(move |_| {
        focus::focus(SELECTED_ID);
        action.clone()
    })
}

/// "10 of 58 teams", and a button for each narrowing that takes it away.
pub(super) fn active_filters(shared: &Shared, view: &ExploreView) -> Html {
    let chip = |chip: &Chip| {
        html! {
            <li>
                <button type="button" class="chip" onclick={going(shared, chip.remove.clone())}>
                    { visually_hidden(words::REMOVE_FILTER) }
                    { &chip.label }
                    <span aria-hidden="true" class="chip__cross">{ "×" }</span>
                </button>
            </li>
        }
    };
    html! {
        <div class="selected">
            <p class="selected__count" id={SELECTED_ID} tabindex="-1">{ &view.selected_line }</p>
            if !view.chips.is_empty() {
                <ul class="selected__chips" aria-label={words::ACTIVE_FILTERS}>
                    { for view.chips.iter().map(chip) }
                </ul>
                <button
                    type="button"
                    class="text-button"
                    id="clear-filters"
                    onclick={going(shared, Action::ClearFilter)}
                >
                    { words::CLEAR_ALL }
                </button>
            }
        </div>
    }
}
