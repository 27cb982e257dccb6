//! Tells those who hear the page what a change brought, once and politely.

use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct LiveRegionProps {
    /// What the view now says.
    pub(crate) message: AttrValue,
}

/// Silent until the message changes for the first time: what a screen opens with is no change.
#[component]
pub(crate) fn LiveRegion(props: &LiveRegionProps) -> Html {
    let opened_with = use_state(|| props.message.clone());
    let changed = use_mut_ref(|| false);
    let mut changed = changed.borrow_mut();
    *changed |= props.message != *opened_with;
    html! {
        <p class="visually-hidden" role="status" aria-live="polite" id="spoken">
            if *changed { { &props.message } }
        </p>
    }
}
