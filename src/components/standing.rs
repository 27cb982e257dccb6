//! Where numbers come from: a mark, and the line that names the publications.

use explorer::view::{ShareMark, StandingView};
use yew::prelude::*;

/// A mark with its words.
pub(crate) fn marked(mark: ShareMark) -> Html {
    html! {
        <span class={classes!("mark", format!("mark--{}", mark.mark.name()))}>{ mark.words }</span>
    }
}

/// Where the numbers of a figure come from, with links to what can be read.
pub(crate) fn standing_line(standing: &StandingView) -> Html {
    if standing.sentence.is_empty() {
        return html! {};
    }
    html! {
        <p class="standing-line">
            if let Some(mark) = standing.mark {
                { marked(mark) }{ " " }
            }
            { for standing.linked().into_iter().map(|(text, address)| linked(text, address)) }
        </p>
    }
}

/// A text, as a link where it can be read.
pub(crate) fn linked(text: &str, address: Option<&str>) -> Html {
    address.map_or_else(
        || html! { { text } },
        |address| html! { <a href={address.to_owned()} rel="external">{ text }</a> },
    )
}
