//! A figure's sentence for the reader's own texts.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::web::clipboard;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct CopySentenceProps {
    /// What is copied.
    pub(super) sentence: AttrValue,
    /// What tells this button from the others, for those who hear it.
    pub(super) of: AttrValue,
}

/// What came of the last press.
#[derive(Clone, PartialEq)]
struct Outcome {
    copied: bool,
    /// Counts presses, so that each is spoken.
    press: u32,
    sentence: AttrValue,
}

/// A button that copies a sentence and says so. Where the browser refuses, the sentence is shown to
/// be copied by hand.
#[component]
pub(super) fn CopySentence(props: &CopySentenceProps) -> Html {
    let outcome = use_state(|| None::<Outcome>);
    // What was copied of another selection is no longer what the figure says.
    let shown = outcome.as_ref().filter(|outcome| outcome.sentence == props.sentence);
    let onclick = {
        let (sentence, set) = (props.sentence.clone(), outcome.setter());
        let press = shown.map_or(0, |outcome| outcome.press) + 1;
        Callback::from(move |_: MouseEvent| {
            let (sentence, set) = (sentence.clone(), set.clone());
            spawn_local(async move {
                let copied = clipboard::copy(&sentence).await;
                set.set(Some(Outcome { copied, press, sentence }));
            });
        })
    };
    html! {
        <div class="copy needs-app">
            <button type="button" class="text-button" {onclick}>
                { "Copy sentence" }
                <span class="visually-hidden">{ format!(": {}", props.of) }</span>
            </button>
            <span role="status">{ for shown.map(said) }</span>
        </div>
    }
}

fn said(outcome: &Outcome) -> Html {
    let again = if outcome.press > 1 { " again" } else { "" };
    if outcome.copied {
        return html! { <span key={outcome.press}>{ format!("Copied{again}.") }</span> };
    }
    html! {
        <span key={outcome.press}>
            { "Your browser does not let this page copy. Please copy it from here: " }
            <q>{ &outcome.sentence }</q>
        </span>
    }
}
