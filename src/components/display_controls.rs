//! How the figures are shown, and which.

use survey::QuestionIx;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::shared::use_shared;
use crate::state::{Action, Place, Scale};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct DisplayControlsProps {
    pub(super) place: Place,
    pub(super) search: String,
}

/// Counts or percentages, breakdown, and a search for a question.
#[component]
pub(super) fn DisplayControls(props: &DisplayControlsProps) -> Html {
    html! {
        <div class="controls">
            <ScaleChoice scale={props.place.scale} />
            <BreakdownChoice by={props.place.by} />
            <Search search={props.search.clone()} />
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ScaleProps {
    scale: Scale,
}

#[component]
fn ScaleChoice(props: &ScaleProps) -> Html {
    let shared = use_shared();
    let choice = |(scale, id, words): (Scale, &'static str, &'static str)| {
        html! {
            <div class="govuk-radios__item">
                <input
                    class="govuk-radios__input"
                    type="radio"
                    name="scale"
                    {id}
                    checked={props.scale == scale}
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
            <legend>{ "Length of bars" }</legend>
            <div class="govuk-radios govuk-radios--small govuk-radios--inline">
                { for choices.into_iter().map(choice) }
            </div>
        </fieldset>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct BreakdownProps {
    by: Option<QuestionIx>,
}

#[component]
fn BreakdownChoice(props: &BreakdownProps) -> Html {
    let shared = use_shared();
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
            <label for="breakdown">{ "Break down by" }</label>
            <select class="govuk-select" id="breakdown" {onchange}>
                <option value="" selected={props.by.is_none()}>{ "Nothing" }</option>
                { for codebook.iter().filter(|(_, question)| question.grouping).map(
                    |(ix, question)| html! {
                        <option value={question.id.clone()} selected={props.by == Some(ix)}>
                            { &question.label }
                        </option>
                    },
                ) }
            </select>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct SearchProps {
    search: String,
}

#[component]
fn Search(props: &SearchProps) -> Html {
    let shared = use_shared();
    let oninput = shared.dispatch.reform(|event: InputEvent| {
        Action::Search(event.target_unchecked_into::<HtmlInputElement>().value())
    });
    html! {
        <div class="controls__item">
            <label for="find-question">{ "Find a question" }</label>
            <input
                class="govuk-input"
                type="search"
                id="find-question"
                autocomplete="off"
                value={props.search.clone()}
                {oninput}
            />
        </div>
    }
}
