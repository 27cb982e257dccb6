//! What must be known before any figure, on every screen; it can't be dismissed.

use explorer::state::{Action, Place, Screen};
use explorer::view::provenance_title;
use explorer::view::wording::first_sentence;
use yew::prelude::*;

use super::shared::Shared;

/// The provenance banner, and under it that the data are not those of today, and the sentence on a
/// broken address: `in_doubt` says that the
/// address held something that could not be used.
pub(crate) fn banner(shared: &Shared, place: &Place, in_doubt: bool) -> Html {
    let about = shared.survey().about();
    let (lead, rest) = first_sentence(&about.banner);
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
                                { provenance_title(about.provenance) }
                            </a>
                        }
                    </p>
                </aside>
            }
            if shared.loaded.earlier {
                <p class="notice">
                    { format!("You see an earlier version of the data: {} {}. ", about.name, about.version) }
                    <a href={shared.link_of_today(place)}>{ "See the data of today" }</a>
                </p>
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
