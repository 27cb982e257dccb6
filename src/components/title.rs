//! The title of a screen, as the keyboard finds it.

use yew::prelude::*;

/// The element that a change of screen moves the keyboard to.
pub(crate) const TITLE_ID: &str = "title";

/// The title itself.
pub(crate) fn title(words: impl Into<Html>) -> Html {
    html! { <h1 id={TITLE_ID} tabindex="-1">{ words.into() }</h1> }
}
