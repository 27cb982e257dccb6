//! Two selections side by side: whom to compare with, and which of them the filters select.

use explorer::state::{Action, Place};
use explorer::words::{explore as words, figure};
use survey::{Against, Filter};
use yew::prelude::*;

use crate::components::choice::{Choice, select};
use crate::components::parts::facet_legend;
use crate::components::shared::Shared;

/// Whom the selected are compared with.
pub(super) fn against_choice(shared: &Shared, place: &Place) -> Html {
    let choices = [
        ("", words::NOBODY, None),
        ("others", words::ALL_OTHERS, Some(Against::Others)),
        ("everybody", words::EVERYBODY, Some(Against::Everybody)),
        ("own", words::A_SELECTION_OF_MY_OWN, Some(Against::Filter(Filter::default()))),
    ];
    let kind = |against: &Option<Against>| against.as_ref().map(std::mem::discriminant);
    let shown = kind(&place.against);
    let against: Vec<_> = choices.iter().map(|choice| choice.2.clone()).collect();
    let on_chosen = shared
        .dispatch
        .reform(move |chosen: usize| Action::CompareWith(against.get(chosen).cloned().flatten()));
    let options = choices.map(|(value, label, against)| (value, label, kind(&against) == shown));
    let hint = if place.against.as_ref() == place.compared_with() {
        words::IN_PLACE_OF_A_BREAKDOWN
    } else {
        words::CHOOSE_A_FILTER_FIRST
    };
    select("against", words::COMPARE_WITH, &options, &on_chosen, Some(hint))
}

/// Which of two selections the filters select; `second` is the one shown.
pub(super) fn side_switch(shared: &Shared, place: &Place, second: bool) -> Html {
    if !matches!(place.against, Some(Against::Filter(_))) {
        return html! {};
    }
    let [a, b] = figure::SIDES;
    let choice = |(is_second, id, letter): (bool, &'static str, &'static str)| {
        let send = shared.sends(Action::SelectSecond(is_second));
        Choice::radio("side", id, second == is_second).show(html! { letter }, send)
    };
    html! {
        <fieldset class="facet govuk-fieldset side-switch">
            { facet_legend(words::CHOOSING_FOR.into()) }
            <div class="govuk-radios govuk-radios--small govuk-radios--inline">
                { for [(false, "side-first", a), (true, "side-second", b)].map(choice) }
            </div>
        </fieldset>
    }
}
