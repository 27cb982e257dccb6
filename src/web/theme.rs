//! The reader's choice of light or dark, kept on their own machine under the key that
//! `assets/boot/theme.js` reads.

use explorer::contract::names::{THEME_EVENT, THEME_KEY};
use gloo::events::EventListener;

const ATTRIBUTE: &str = "data-theme";

/// A choice of colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light.
    #[default]
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Light => Self::Dark,
            Self::Dark => Self::Light,
        }
    }
}

/// The choice that the page shows; `None` leaves it to the reader's system.
pub fn chosen() -> Option<Theme> {
    let name = super::page::document()?.document_element()?.get_attribute(ATTRIBUTE)?;
    [Theme::Light, Theme::Dark].into_iter().find(|theme| theme.name() == name)
}

/// Shows the page in a theme, and remembers it where the browser keeps anything.
pub fn choose(theme: Theme) {
    if let Some(root) = super::page::document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute(ATTRIBUTE, theme.name());
    }
    // With storage turned off the choice lasts as long as the page.
    let storage = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
    if let Some(storage) = storage {
        let _ = storage.set_item(THEME_KEY, theme.name());
    }
    super::page::tell(THEME_EVENT);
}

/// Tells when the page is shown in another theme than before. Stops when dropped.
pub fn listen(on_change: impl Fn() + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, THEME_EVENT, move |_| on_change()))
}
