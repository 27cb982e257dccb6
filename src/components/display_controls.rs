//! How the figures are shown, and which.

use survey::QuestionIx;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::shared::Shared;
use super::side_by_side::against_choice;
use crate::state::{Action, Place, Scale, Uncertainty};
use crate::view::OfferView;

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
    if place.against.is_some() {
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
    let choice = |(scale, id, words): (Scale, &'static str, &'static str)| {
        html! {
            <div class="govuk-radios__item">
                <input
                    class="govuk-radios__input"
                    type="radio"
                    name="scale"
                    {id}
                    checked={shown == scale}
                    onchange={shared.sends(Action::ShowAs(scale))}
                />
                <label class="govuk-label govuk-radios__label" for={id}>{ words }</label>
            </div>
        }
    };
    let choices = [
        (Scale::Count, "show-counts", "Counts"),
        (Scale::Percentage, "show-percentages", "Percentages"),
    ];
    html! {
        <fieldset class="controls__item govuk-fieldset">
            <legend>{ "Bars show" }</legend>
            <div class="govuk-radios govuk-radios--small govuk-radios--inline">
                { for choices.into_iter().map(choice) }
            </div>
        </fieldset>
    }
}

fn breakdown_choice(shared: &Shared, offer: &OfferView, by: Option<QuestionIx>) -> Html {
    if offer.breakdowns.is_empty() {
        return html! {
            if let Some(hint) = offer.breakdown_hint {
                <div class="controls__item">
                    <p class="controls__label">{ "Break down by" }</p>
                    <p class="filters__hint">{ hint }</p>
                </div>
            }
        };
    }
    let codebook = &shared.survey().codebook;
    let by_id = {
        let codebook = codebook.clone();
        move |id: String| Action::BreakDownBy(codebook.find(&id))
    };
    let onchange = shared.dispatch.reform(move |event: Event| {
        by_id(event.target_unchecked_into::<HtmlSelectElement>().value())
    });
    html! {
        <div class="controls__item">
            <label class="controls__label" for="breakdown">{ "Break down by" }</label>
            <select class="govuk-select" id="breakdown" {onchange}>
                <option value="" selected={by.is_none()}>{ "No breakdown" }</option>
                { for offer.breakdowns.iter().map(|&ix| {
                    let question = codebook.question(ix);
                    html! {
                        <option value={question.id.clone()} selected={by == Some(ix)}>
                            { &question.label }
                        </option>
                    }
                }) }
            </select>
        </div>
    }
}

fn uncertainty_choice(shared: &Shared, shown: Uncertainty) -> Html {
    let choices = [
        (Uncertainty::None, "none", "Not shown"),
        (Uncertainty::Bounds, "bounds", "If others had answered"),
        (Uncertainty::Interval, "interval", "95% interval"),
    ];
    let onchange = shared.dispatch.reform(move |event: Event| {
        let value = event.target_unchecked_into::<HtmlSelectElement>().value();
        let chosen = choices.iter().find(|(_, name, _)| *name == value);
        Action::ShowUncertainty(chosen.map_or(Uncertainty::None, |(uncertainty, ..)| *uncertainty))
    });
    html! {
        <div class="controls__item">
            <label class="controls__label" for="uncertainty">{ "Uncertainty" }</label>
            <select class="govuk-select" id="uncertainty" {onchange}>
                { for choices.iter().map(|(uncertainty, name, words)| html! {
                    <option value={*name} selected={shown == *uncertainty}>{ *words }</option>
                }) }
            </select>
        </div>
    }
}

fn question_search(shared: &Shared, search: &str) -> Html {
    let oninput = shared.dispatch.reform(|event: InputEvent| {
        Action::Search(event.target_unchecked_into::<HtmlInputElement>().value())
    });
    html! {
        <div class="controls__item">
            <label class="controls__label" for="find-question">{ "Find a question" }</label>
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
