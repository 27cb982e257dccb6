//! Two selections side by side: whom to compare with, and which of them the filters select.

use explorer::state::{Action, Place};
use survey::{Against, Filter};
use yew::prelude::*;

use crate::components::choice::{Choice, select};
use crate::components::shared::Shared;

/// Whom the selected are compared with.
pub(super) fn against_choice(shared: &Shared, place: &Place) -> Html {
    let choices = [
        ("", "Nobody", None),
        ("others", "All others", Some(Against::Others)),
        ("everybody", "Everybody", Some(Against::Everybody)),
        ("own", "A selection of my own", Some(Against::Filter(Filter::default()))),
    ];
    let kind = |against: &Option<Against>| against.as_ref().map(std::mem::discriminant);
    let shown = kind(&place.against);
    let against: Vec<_> = choices.iter().map(|choice| choice.2.clone()).collect();
    let on_chosen = shared
        .dispatch
        .reform(move |chosen: usize| Action::CompareWith(against.get(chosen).cloned().flatten()));
    let options = choices.map(|(value, words, against)| (value, words, kind(&against) == shown));
    let hint = if place.against.as_ref() == place.compared_with() {
        "This takes the place of a breakdown."
    } else {
        "Nobody is selected yet: choose a filter first."
    };
    select("against", "Compare the selected with", &options, &on_chosen, Some(hint))
}

/// Which of two selections the filters select; `second` is the one shown.
pub(super) fn side_switch(shared: &Shared, place: &Place, second: bool) -> Html {
    if !matches!(place.against, Some(Against::Filter(_))) {
        return html! {};
    }
    let choice = |(is_second, id, words): (bool, &'static str, &'static str)| {
        let send = shared.sends(Action::SelectSecond(is_second));
        Choice::radio("side", id, second == is_second).show(html! { words }, send)
    };
    html! {
        <fieldset class="facet govuk-fieldset side-switch">
            <legend class="facet__legend">{ "These filters select" }</legend>
            <div class="govuk-radios govuk-radios--small govuk-radios--inline">
                { for [(false, "side-first", "A"), (true, "side-second", "B")].map(choice) }
            </div>
        </fieldset>
    }
}
