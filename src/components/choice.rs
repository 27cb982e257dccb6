//! The controls that choose: radio buttons, checkboxes and lists. Each is made in one place, because
//! their elements weigh more than anything else on the page.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// How a radio button or a checkbox stands.
pub(crate) struct Choice {
    /// What the radio buttons of a group share; `None` is a checkbox.
    name: Option<String>,
    id: String,
    chosen: bool,
    disabled: bool,
}

impl Choice {
    /// One of several that exclude each other; `name` is theirs, `id` its own.
    pub(crate) fn radio(name: impl Into<String>, id: impl Into<String>, chosen: bool) -> Self {
        Self { name: Some(name.into()), ..Self::checkbox(id, chosen) }
    }

    /// One that is chosen or not by itself.
    pub(crate) fn checkbox(id: impl Into<String>, chosen: bool) -> Self {
        Self { name: None, id: id.into(), chosen, disabled: false }
    }

    /// In sight, but not to be chosen.
    pub(crate) fn disabled(self, disabled: bool) -> Self {
        Self { disabled, ..self }
    }

    /// The control with its label.
    pub(crate) fn show(self, label: Html, onchange: Callback<Event>) -> Html {
        let Self { name, id, chosen, disabled } = self;
        let (kind, control) =
            if name.is_some() { ("radios", "radio") } else { ("checkboxes", "checkbox") };
        html! {
            <div class={format!("govuk-{kind}__item")}>
                <input
                    class={format!("govuk-{kind}__input")}
                    type={control}
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
}

/// A list to choose one from, of values, words and whether each is chosen, with its label and what
/// is said below it. `on_chosen` is told the position of what was chosen.
pub(crate) fn select(
    id: &'static str,
    label: &'static str,
    options: &[(&str, &str, bool)],
    on_chosen: &Callback<usize>,
    hint: Option<&'static str>,
) -> Html {
    let onchange = on_chosen.reform(|event: Event| {
        let chosen = event.target_unchecked_into::<HtmlSelectElement>().selected_index();
        usize::try_from(chosen).unwrap_or_default()
    });
    let hint_id = format!("{id}-hint");
    html! {
        <div class="controls__item">
            <label class="controls__label" for={id}>{ label }</label>
            <select
                class="govuk-select"
                {id}
                aria-describedby={hint.map(|_| hint_id.clone())}
                {onchange}
            >
                { for options.iter().map(|(value, words, chosen)| html! {
                    <option value={(*value).to_owned()} selected={*chosen} dir="auto">{ *words }</option>
                }) }
            </select>
            if let Some(hint) = hint {
                <p class="filters__hint" id={hint_id}>{ hint }</p>
            }
        </div>
    }
}
