//! A radio button or a checkbox with its label.

use yew::prelude::*;

/// How a choice stands.
pub(super) struct Choice {
    /// Whether several of its kind can be chosen.
    pub(super) several: bool,
    /// What its kind share.
    pub(super) name: String,
    /// The element.
    pub(super) id: String,
    /// Whether it is chosen.
    pub(super) chosen: bool,
    /// Whether it can't be.
    pub(super) disabled: bool,
}

/// One place for all of them: their elements weigh more than anything else on the page.
pub(super) fn choice(choice: Choice, label: Html, onchange: Callback<Event>) -> Html {
    let Choice { several, name, id, chosen, disabled } = choice;
    let kind = if several { "checkboxes" } else { "radios" };
    html! {
        <div class={format!("govuk-{kind}__item")}>
            <input
                class={format!("govuk-{kind}__input")}
                type={if several { "checkbox" } else { "radio" }}
                {name}
                id={id.clone()}
                checked={chosen}
                {disabled}
                {onchange}
            />
            <label class={format!("govuk-label govuk-{kind}__label")} for={id}>{ label }</label>
        </div>
    }
}
