//! How the figures are shown, and which.

use explorer::state::{Action, Place, Scale, Uncertainty};
use explorer::view::OfferView;
use explorer::words::explore as words;
use survey::QuestionIx;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::side_by_side::against_choice;
use crate::components::choice::{Choice, select};
use crate::components::parts::hint;
use crate::components::shared::Shared;

/// Counts or percentages, breakdown, and a search for a question.
pub(super) fn display_controls(
    shared: &Shared,
    offer: &OfferView,
    place: &Place,
    search: &str,
) -> Html {
    html! {
        <div class="controls">
            { of_one_selection(shared, place) }
            { breakdown_choice(shared, offer, place.by) }
            { against_choice(shared, place) }
            { question_search(shared, search) }
        </div>
    }
}

/// Two selections are compared by their shares, whatever their sizes, and by chance. One node in
/// either case: what follows keeps its place on the page, and the keyboard its place in it.
fn of_one_selection(shared: &Shared, place: &Place) -> Html {
    if place.compared_with().is_some() {
        return html! {};
    }
    html! {
        <>
            { scale_choice(shared, place.scale) }
            { uncertainty_choice(shared, place.uncertainty) }
        </>
    }
}

fn scale_choice(shared: &Shared, shown: Scale) -> Html {
    let choice = |(scale, id, label): (Scale, &'static str, &'static str)| {
        let send = shared.sends(Action::ShowAs(scale));
        Choice::radio("scale", id, shown == scale).show(html! { label }, send)
    };
    let choices = [
        (Scale::Count, "show-counts", words::COUNTS),
        (Scale::Percentage, "show-percentages", words::PERCENTAGES),
    ];
    html! {
        <fieldset class="controls__item govuk-fieldset">
            <legend>{ words::BARS_SHOW }</legend>
            <div class="govuk-radios govuk-radios--small govuk-radios--inline">
                { for choices.into_iter().map(choice) }
            </div>
        </fieldset>
    }
}

fn breakdown_choice(shared: &Shared, offer: &OfferView, by: Option<QuestionIx>) -> Html {
    if offer.breakdowns.is_empty() {
        return html! {
            if let Some(reason) = offer.breakdown_hint {
                <div class="controls__item">
                    <p class="controls__label">{ words::BREAK_DOWN_BY }</p>
                    { hint(reason) }
                </div>
            }
        };
    }
    let codebook = &shared.survey().codebook();
    let mut options = vec![("", words::NO_BREAKDOWN, by.is_none())];
    options.extend(offer.breakdowns.iter().map(|&ix| {
        let question = codebook.question(ix);
        (question.id.as_str(), question.label.as_str(), by == Some(ix))
    }));
    let breakdowns = offer.breakdowns.clone();
    let on_chosen = shared.dispatch.reform(move |chosen: usize| {
        // The first is none.
        Action::BreakDownBy(chosen.checked_sub(1).and_then(|at| breakdowns.get(at).copied()))
    });
    select("breakdown", words::BREAK_DOWN_BY, &options, &on_chosen, None)
}

fn uncertainty_choice(shared: &Shared, shown: Uncertainty) -> Html {
    let choices = [
        (Uncertainty::None, "none", words::UNCERTAINTY_NOT_SHOWN),
        (Uncertainty::Bounds, "bounds", words::UNCERTAINTY_BOUNDS),
        (Uncertainty::Interval, "interval", words::UNCERTAINTY_INTERVAL),
    ];
    let on_chosen = shared.dispatch.reform(move |chosen: usize| {
        Action::ShowUncertainty(choices.get(chosen).map_or(Uncertainty::None, |choice| choice.0))
    });
    let options = choices.map(|(uncertainty, value, label)| (value, label, uncertainty == shown));
    select("uncertainty", words::UNCERTAINTY, &options, &on_chosen, None)
}

fn question_search(shared: &Shared, search: &str) -> Html {
    let oninput = shared.dispatch.reform(|event: InputEvent| {
        Action::Search(event.target_unchecked_into::<HtmlInputElement>().value())
    });
    html! {
        <div class="controls__item">
            <label class="controls__label" for="find-question">{ words::FIND_A_QUESTION }</label>
            <input
                class="govuk-input"
                type="search"
                id="find-question"
                autocomplete="off"
                value={search.to_owned()}
                {oninput}
            />
        </div>
    }
}
