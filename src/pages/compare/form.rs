//! The survey's questions, to be answered.

use explorer::state::Action;
use explorer::state::own::{MOST, Own, OwnAction};
use explorer::view::{CompareView, FormAnswer, FormQuestion};
use explorer::words::compare as words;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::components::choice::{Choice, select};
use crate::components::package_text::package_text;
use crate::components::parts::{text_button, visually_hidden};
use crate::components::shared::Shared;
use crate::web::focus;

const NAME_ID: &str = "own-name";

pub(super) fn form(shared: &Shared, own: &Own, view: &CompareView) -> Html {
    html! {
        <>
            <h2 id="answers-heading">{ words::YOUR_ANSWERS }</h2>
            { entries(shared, own, view) }
            <p class="compare__progress">
                <progress
                    max={view.answered.0.to_string()}
                    value={view.answered.1.to_string()}
                    aria-labelledby="own-progress"
                />
                <span id="own-progress">{ &view.progress }</span>
                if view.results.is_some() || view.peers.refusal.is_some() {
                    <button type="button" class="text-button compare__jump" onclick={to_results()}>
                        { words::SEE_WHERE_YOU_STAND }
                    </button>
                }
            </p>
            { for view.questions.iter().map(|asked| question(shared, asked)) }
            { more(shared, own) }
        </>
    }
}

fn to_results() -> Callback<MouseEvent> {
    Callback::from(|_| {
        focus::scroll_to("results");
        focus::focus("results");
    })
}

/// Which entry is on the form, and its name.
fn entries(shared: &Shared, own: &Own, view: &CompareView) -> Html {
    let use_entry = shared.dispatch.reform(|chosen: usize| Action::Own(OwnAction::Use(chosen)));
    let numbers: Vec<String> = (0..view.names.len()).map(|entry| entry.to_string()).collect();
    let options: Vec<(&str, &str, bool)> = numbers
        .iter()
        .zip(&view.names)
        .enumerate()
        .map(|(entry, (value, name))| (value.as_str(), name.as_str(), entry == own.current))
        .collect();
    let rename = shared.dispatch.reform(|event: InputEvent| {
        let name = event.target_unchecked_into::<HtmlInputElement>().value();
        Action::Own(OwnAction::Rename(name))
    });
    html! {
        <div class="controls">
            if view.names.len() > 1 {
                { select("own-entry", words::ANSWERING_FOR, &options, &use_entry, None) }
            }
            <div class="controls__item">
                <label class="controls__label" for={NAME_ID}>
                    { words::NAME }
                </label>
                <input
                    class="govuk-input"
                    id={NAME_ID}
                    autocomplete="off"
                    maxlength="60"
                    value={own.entries[own.current].name.clone()}
                    oninput={rename}
                />
            </div>
        </div>
    }
}

fn question(shared: &Shared, asked: &FormQuestion) -> Html {
    let id = format!("own-{}", asked.id);
    let kind = if asked.multiple { "checkboxes" } else { "radios" };
    let answer = |(position, answer): (usize, &FormAnswer)| {
        let give = OwnAction::Give(asked.question, answer.then.clone());
        let element = format!("{id}-{position}");
        let view = if asked.multiple {
            Choice::checkbox(element, answer.chosen)
        } else {
            Choice::radio(id.clone(), element, answer.chosen)
        };
        view.show(package_text(shared, &answer.label), shared.sends(Action::Own(give)))
    };
    // The button goes with the answer, so the keyboard moves to the question.
    let take_back = {
        let (id, question) = (id.clone(), asked.question);
        shared.dispatch.reform(move |_: MouseEvent| {
            focus::focus(&id);
            Action::Own(OwnAction::Give(question, None))
        })
    };
    html! {
        <fieldset
            key={asked.id.clone()}
            class="question govuk-fieldset"
            id={id.clone()}
            tabindex="-1"
            data-question={asked.id.clone()}
        >
            <legend class="question__text">{ package_text(shared, &asked.text) }</legend>
            if asked.multiple {
                <p class="question__hint">{ words::TICK_ALL }</p>
            }
            <div class={format!("govuk-{kind} govuk-{kind}--small")}>
                { for asked.answers.iter().enumerate().map(answer) }
            </div>
            if asked.answered {
                <button type="button" class="text-button" onclick={take_back}>
                    { words::TAKE_BACK }
                    { visually_hidden(&format!(": {}", asked.text)) }
                </button>
            }
        </fieldset>
    }
}

/// One entry more, or one less.
fn more(shared: &Shared, own: &Own) -> Html {
    let noun = &shared.survey().about().respondent.one;
    let to_name = |action: OwnAction| {
        shared.dispatch.reform(move |_: MouseEvent| {
            focus::scroll_to("answers-heading");
            focus::focus(NAME_ID);
            Action::Own(action.clone())
        })
    };
    html! {
        <p class="compare__more">
            if own.entries.len() < MOST && !own.is_blank() {
                <button
                    type="button"
                    class="text-button"
                    id="add-entry"
                    onclick={to_name(OwnAction::Add)}
                >
                    { words::answer_for_another(noun) }
                </button>
            }
            if own.entries.len() > 1 {
                { text_button(&words::remove_this(noun), to_name(OwnAction::Remove)) }
            }
        </p>
    }
}
