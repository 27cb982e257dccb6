//! What must be known before any figure, on every screen; it can't be dismissed.

use yew::prelude::*;

use super::shared::Shared;
use crate::state::{Action, Place, Screen};

/// The provenance banner, and under it the sentence on a broken address: `in_doubt` says that the
/// address held something that could not be used.
pub(super) fn banner(shared: &Shared, place: &Place, in_doubt: bool) -> Html {
    let (lead, rest) = lead_sentence(&shared.survey().about.banner);
    let more = place.screen != Screen::About;
    html! {
        <div class="page-width">
            if !lead.is_empty() {
                <aside class="banner" aria-label="About these figures">
                    <p>
                        <strong>{ lead }</strong>
                        { rest }
                        if more {
                            { " " }
                            <a class="needs-app" href={shared.link(&place.on(Screen::About))}>
                                { "What is real and what is invented" }
                            </a>
                        }
                    </p>
                </aside>
            }
            <div role="status">
                if in_doubt {
                    <div class="notice" id="address-notice">
                        <p>
                            { "Part of this link could not be used and was left out. \
                               The rest is shown." }
                        </p>
                        <button
                            type="button"
                            class="text-button"
                            onclick={shared.sends(Action::DismissAddressNotice)}
                        >
                            { "Hide this message" }
                        </button>
                    </div>
                }
            </div>
        </div>
    }
}

/// The banner's first sentence, which stands out, and the rest.
fn lead_sentence(banner: &str) -> (String, String) {
    match banner.split_once(". ") {
        Some((lead, rest)) => (format!("{lead}."), format!(" {rest}")),
        None => (banner.to_owned(), String::new()),
    }
}
