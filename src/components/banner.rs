//! What must be known before any figure, on every screen; it can't be dismissed.

use explorer::state::{Action, Place, Screen};
use explorer::view::BannerView;
use explorer::words::page as words;
use yew::prelude::*;

use super::package_text::package_text;
use super::parts::text_button;
use super::shared::Shared;

/// The provenance banner, and under it that the data are not those of today, and the sentence on a
/// broken address: `in_doubt` says that the
/// address held something that could not be used.
pub(crate) fn banner(shared: &Shared, place: &Place, in_doubt: bool) -> Html {
    let about = shared.survey().about();
    html! {
        <div class="page-width">
            if let Some(BannerView { lead, rest, more }) = BannerView::new(shared.survey(), place.screen) {
                <aside class="banner" aria-label={words::ABOUT_THESE_FIGURES}>
                    <p>
                        <strong>{ package_text(shared, &lead) }</strong>
                        { package_text(shared, &rest) }
                        if let Some(more) = more {
                            { " " }
                            <a class="needs-app" href={shared.link(&place.on(Screen::About))}>
                                { more }
                            </a>
                        }
                    </p>
                </aside>
            }
            if shared.loaded.earlier {
                <p class="notice">
                    { words::earlier_data(&about.name, &about.version) }
                    <a href={shared.link_of_today(place)}>{ words::SEE_TODAY }</a>
                </p>
            }
            <div role="status">
                if in_doubt {
                    <div class="notice" id="address-notice">
                        <p>{ words::ADDRESS_IN_DOUBT }</p>
                        { text_button(words::HIDE_MESSAGE, shared.sends(Action::DismissAddressNotice)) }
                    </div>
                }
            </div>
        </div>
    }
}
