//! The ways to take a figure away: an element of the page's own, `assets/boot/take-away.js`.

use yew::prelude::*;

/// The ways to take a figure away. `figure` is its name in `assets/takeaway`, `sentence` what it says,
/// `of` what tells it from others, for those who hear it.
pub(crate) fn take_away(figure: String, sentence: String, of: &str) -> Html {
    let of = of.to_owned();
    // Before the app is there, nothing is taken away: the page's first bytes are spared the sentence.
    #[cfg(not(target_family = "wasm"))]
    {
        drop(sentence);
        html! { <take-away class="needs-app" {figure} {of} /> }
    }
    #[cfg(target_family = "wasm")]
    html! { <take-away class="needs-app" {figure} {sentence} {of} /> }
}

/// What is made of the whole screen: `pack`, `share` or `cite`.
pub(crate) fn take_all(what: &'static str) -> Html {
    html! { <take-away class="needs-app" {what} /> }
}
