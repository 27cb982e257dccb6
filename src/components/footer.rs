//! The foot of every screen.

use explorer::words::page as words;
use yew::prelude::*;

use super::package_text::package_text;
use super::shared::Shared;

/// Licence, version and the promise. In print it stands on every page, with the banner's words and the
/// page's address, which `assets/boot/print.js` fills in.
pub(crate) fn footer(shared: &Shared) -> Html {
    let about = shared.survey().about();
    let checksum = shared.loaded.header.checksum_text();
    html! {
        <footer class="footer">
            <div class="page-width">
                <p class="footer__print">{ package_text(shared, &about.banner) }</p>
                <p class="footer__promise">{ words::PROMISE }</p>
                <p>
                    <span class="footer__print">
                        { package_text(shared, &about.title) }
                        { words::PRINTED_PRODUCT }
                    </span>
                    { words::data(&about.name, &about.version, &about.licence) }
                    <code>{ &checksum[..12] }</code>
                    { "." }
                </p>
                <p class="footer__print" id="printed-address"></p>
            </div>
        </footer>
    }
}
