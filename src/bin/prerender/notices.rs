//! What the page says of itself until the app runs, and where it can't.

use explorer::words::start as words;
use yew::prelude::*;

/// Which page it is.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct NoticesProps {
    /// Whether other sites show it in a frame, without the findings as text.
    pub(crate) embedded: bool,
}

/// That scripts are off, and that the app loads. `assets/boot/notice.js` moves the bar and takes the
/// notice away.
#[component]
pub(crate) fn Notices(props: &NoticesProps) -> Html {
    let [no_scripts, loading] = if props.embedded {
        [words::NO_SCRIPTS_EMBEDDED, words::LOADING_EMBEDDED]
    } else {
        [words::NO_SCRIPTS, words::LOADING]
    };
    html! {
        <>
            <noscript><p class="notice">{ no_scripts }</p></noscript>
            <div id="status" class="notice" role="status">
                <p>{ loading }</p>
                <progress id="progress" aria-label={words::PROGRESS} max="100" value="0" />
            </div>
        </>
    }
}
