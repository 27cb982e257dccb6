//! How many are selected and by what; in sight while the figures scroll.

use explorer::state::{Action, Place};
use explorer::view::{Chip, ExploreView};
use explorer::words::explore as words;
use yew::prelude::*;

use crate::components::parts::{text_button, visually_hidden};
use crate::components::shared::Shared;
use crate::web::focus;

/// The heading of the selected respondents' own answers.
pub(super) const LISTING_ID: &str = "listing";

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
pub(super) fn active_filters(shared: &Shared, view: &ExploreView, place: &Place) -> Html {
    let narrowed = place.against.is_some() || place.by.is_some();
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
            if let Some(listing) = &view.listing {
                { text_button(&listing.table.caption, Callback::from(|_| focus::go_to(LISTING_ID))) }
            }
            if !view.chips.is_empty() {
                <ul class="selected__chips" aria-label={words::ACTIVE_FILTERS}>
                    { for view.chips.iter().map(chip) }
                </ul>
            }
            if !view.chips.is_empty() || narrowed {
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
