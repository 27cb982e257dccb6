//! Two selections side by side: whom to compare with, which of them the filters select, who they are.

use survey::{Against, Filter};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::shared::Shared;
use crate::state::{Action, Place};
use crate::view::SidesView;

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
    let onchange = shared.dispatch.reform(move |event: Event| {
        let chosen = event.target_unchecked_into::<HtmlSelectElement>().selected_index();
        let chosen = usize::try_from(chosen).ok().and_then(|chosen| against.get(chosen));
        Action::CompareWith(chosen.cloned().flatten())
    });
    html! {
        <div class="controls__item">
            <label class="controls__label" for="against">{ "Compare the selected with" }</label>
            <select class="govuk-select" id="against" aria-describedby="against-hint" {onchange}>
                { for choices.iter().map(|(value, words, against)| html! {
                    <option value={*value} selected={kind(against) == shown}>{ words }</option>
                }) }
            </select>
            <p class="filters__hint" id="against-hint">{ "This takes the place of a breakdown." }</p>
        </div>
    }
}

/// Which of two selections the filters select; `second` is the one shown.
pub(super) fn side_switch(shared: &Shared, place: &Place, second: bool) -> Html {
    if !matches!(place.against, Some(Against::Filter(_))) {
        return html! {};
    }
    let choice = |(is_second, id, words): (bool, &'static str, &'static str)| {
        html! {
            <div class="govuk-radios__item">
                <input
                    class="govuk-radios__input"
                    type="radio"
                    name="side"
                    {id}
                    checked={second == is_second}
                    onchange={shared.sends(Action::SelectSecond(is_second))}
                />
                <label class="govuk-label govuk-radios__label" for={id}>{ words }</label>
            </div>
        }
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

/// Who is compared, and what to mind of it.
pub(super) fn who(view: &SidesView) -> Html {
    let sides = [("a", "A", &view.sides[0]), ("b", "B", &view.sides[1])];
    html! {
        <section class="sides" aria-label="Who is compared">
            <ul class="sides__who">
                { for sides.iter().map(|(look, letter, words)| html! {
                    <li>
                        <span class={classes!("side", format!("side--{look}"))}>{ letter }</span>
                        { " " }
                        { words }
                    </li>
                }) }
            </ul>
            <ul class="figure__notes">
                { for view.notes.iter().map(|note| html! { <li>{ note }</li> }) }
            </ul>
        </section>
    }
}
