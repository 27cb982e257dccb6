//! Small elements that stand in many places: each is made in one, where it weighs once.

use yew::prelude::*;

/// Words for those who hear the page, and for nobody else.
pub(crate) fn visually_hidden(words: &str) -> Html {
    html! { <span class="visually-hidden">{ words }</span> }
}

/// What is said under a control.
pub(crate) fn hint(words: &str) -> Html {
    html! { <p class="filters__hint">{ words }</p> }
}

/// What a group of controls is called.
pub(crate) fn facet_legend(words: Html) -> Html {
    html! { <legend class="facet__legend">{ words }</legend> }
}

/// A button that looks like a link.
pub(crate) fn text_button(words: &str, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" class="text-button" {onclick}>{ words }</button> }
}
