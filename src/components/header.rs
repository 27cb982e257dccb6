//! The top of every screen: name, navigation, sharing, colours.

use explorer::state::{Place, Screen};
use explorer::words::page as words;
use yew::prelude::*;

use super::package_text::package_text;
use super::shared::Shared;
use super::take_away::take_all;
use crate::web::theme::{self, Theme};

/// The top of every screen. `theme` is the one shown.
pub(crate) fn header(shared: &Shared, place: &Place, theme: Theme) -> Html {
    let link = |screen: &Screen| {
        let current = *screen == place.screen;
        html! {
            <li>
                <a
                    href={shared.link(&place.on(*screen))}
                    aria-current={current.then_some("page")}
                >
                    { screen.name() }
                </a>
            </li>
        }
    };
    html! {
        <>
            <a href="#main" class="skip-link" onclick={skip()}>{ words::SKIP }</a>
            <header class="header">
                <div class="page-width header__inner">
                    <p class="header__name">
                        { package_text(shared, &shared.survey().about().title) }
                        { " " }
                        <span class="header__product">{ words::PRODUCT }</span>
                    </p>
                    <nav class="header__nav needs-app" aria-label={words::SCREENS}>
                        <ul>{ for Screen::ALL.iter().map(link) }</ul>
                    </nav>
                    <div class="header__actions">
                        { take_all("share") }
                        { theme_button(theme) }
                    </div>
                </div>
            </header>
        </>
    }
}

/// Moves the keyboard past the navigation. The address stays as it is: it is the view's.
fn skip() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        event.prevent_default();
        crate::web::focus::focus("main");
        crate::web::focus::scroll_to("main");
    })
}

fn theme_button(shown: Theme) -> Html {
    let onclick = Callback::from(move |_: MouseEvent| theme::choose(shown.other()));
    let label = match shown {
        Theme::Light => words::DARK_COLOURS,
        Theme::Dark => words::LIGHT_COLOURS,
    };
    html! { <button type="button" class="header__theme needs-app" {onclick}>{ label }</button> }
}
