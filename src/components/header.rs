//! The top of every screen: name, navigation, colours.

use yew::prelude::*;

use super::shared::use_shared;
use super::surroundings::use_surroundings;
use crate::state::{Place, Screen};
use crate::web::theme::{self, Theme};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct HeaderProps {
    pub(super) place: Place,
    /// Called when the colours have changed.
    pub(super) on_theme: Callback<()>,
}

/// The top of every screen.
#[component]
pub(super) fn Header(props: &HeaderProps) -> Html {
    let shared = use_shared();
    let link = |screen: &Screen| {
        let current = *screen == props.place.screen;
        html! {
            <li>
                <a
                    href={shared.link(&props.place.on(*screen))}
                    aria-current={current.then_some("page")}
                >
                    { screen.name() }
                </a>
            </li>
        }
    };
    html! {
        <>
            <a href="#main" class="skip-link" onclick={skip()}>{ "Skip to main content" }</a>
            <header class="header">
                <div class="page-width header__inner">
                    <p class="header__name">
                        <span>{ &shared.survey().about.title }</span>
                        { " " }
                        <span class="header__product">{ "findings explorer" }</span>
                    </p>
                    <nav class="header__nav" aria-label="Screens">
                        <ul>{ for Screen::ALL.iter().map(link) }</ul>
                    </nav>
                    <ThemeButton on_change={props.on_theme.clone()} />
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

#[derive(Clone, PartialEq, Properties)]
struct ThemeButtonProps {
    on_change: Callback<()>,
}

#[component]
fn ThemeButton(props: &ThemeButtonProps) -> Html {
    let shown = use_surroundings().theme;
    let on_change = props.on_change.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        theme::choose(shown.other());
        on_change.emit(());
    });
    let words = match shown {
        Theme::Light => "Dark colours",
        Theme::Dark => "Light colours",
    };
    html! { <button type="button" class="header__theme" {onclick}>{ words }</button> }
}
