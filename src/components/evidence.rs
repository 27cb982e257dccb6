//! Whether figures are real: a mark, and the sentence that says which.

use yew::prelude::*;

use crate::view::{EvidenceView, Mark};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct MarkedProps {
    pub(super) mark: Mark,
}

/// The mark *published* or *invented*.
#[component]
pub(super) fn Marked(props: &MarkedProps) -> Html {
    let word = props.mark.word();
    html! { <span class={classes!("mark", format!("mark--{word}"))}>{ word }</span> }
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct EvidenceProps {
    pub(super) evidence: EvidenceView,
}

/// A figure's marks with their sentence.
#[component]
pub(super) fn EvidenceLine(props: &EvidenceProps) -> Html {
    let EvidenceView { marks, sentence, .. } = &props.evidence;
    if marks.is_empty() {
        return html! {};
    }
    html! {
        <p class="evidence">
            { for marks.iter().map(|mark| html! { <><Marked mark={*mark} />{ " " }</> }) }
            <span class="evidence__sentence">{ sentence }</span>
        </p>
    }
}
