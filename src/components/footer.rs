//! The foot of every screen.

use yew::prelude::*;

use super::shared::Shared;

/// Licence, version and the promise.
pub(super) fn footer(shared: &Shared) -> Html {
    let about = &shared.survey().about;
    let checksum = shared.loaded.header.checksum_text();
    html! {
        <footer class="footer">
            <div class="page-width">
                <p class="footer__banner">{ &about.banner }</p>
                <p>{ "Nothing you do here leaves your browser: no account, no cookies, no tracking." }</p>
                <p>
                    { format!("Data: {} {}, {}. The survey file’s checksum begins ", about.name, about.version, about.licence) }
                    <code>{ &checksum[..12] }</code>
                    { "." }
                </p>
            </div>
        </footer>
    }
}
