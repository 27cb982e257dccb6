//! Whether figures are real: a mark, and the sentence that says which.

use explorer::view::{EvidenceView, Mark};
use yew::prelude::*;

/// The mark *published* or *invented*.
pub(crate) fn marked(mark: Mark) -> Html {
    let word = mark.word();
    html! { <span class={classes!("mark", format!("mark--{word}"))}>{ word }</span> }
}

/// A figure's marks with their sentence.
pub(crate) fn evidence_line(evidence: &EvidenceView) -> Html {
    if evidence.marks.is_empty() {
        return html! {};
    }
    html! {
        <p class="evidence">
            { for evidence.marks.iter().map(|mark| html! { <>{ marked(*mark) }{ " " }</> }) }
            { &evidence.sentence }
        </p>
    }
}
