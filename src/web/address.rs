//! The address bar: the part after `#`, which no server is sent.

use std::cell::Cell;

use explorer::contract::names::PLACE_EVENT;
use gloo::events::EventListener;
use wasm_bindgen::JsValue;

/// The part of the address after `#`, with it; empty where there is none.
pub fn fragment() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Puts a fragment into the address in place of the one there, without a new entry in the history.
pub fn replace(fragment: &str) {
    if fragment == self::fragment() {
        return;
    }
    let history = web_sys::window().and_then(|window| window.history().ok());
    if let Some(history) = history {
        // A browser may refuse where changes come too fast; the next change brings the address up
        // to date.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(fragment));
    }
}

/// Changes that follow each other faster than this, in milliseconds, are one step of the history.
const ONE_STEP: f64 = 1_000.0;

thread_local! {
    /// When the last entry of the history was made.
    static LAST_STEP: Cell<f64> = const { Cell::new(f64::NEG_INFINITY) };
}

/// Puts a fragment into the address as a new entry of the history, so that going back undoes what led to
/// it. Changes in quick succession, such as a tick and its taking back, are one entry.
pub fn push(fragment: &str) {
    if fragment == self::fragment() {
        return;
    }
    let now = js_sys::Date::now();
    if now - LAST_STEP.replace(now) < ONE_STEP {
        return replace(fragment);
    }
    let history = web_sys::window().and_then(|window| window.history().ok());
    if let Some(history) = history {
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(fragment));
    }
}

/// Tells the page's scripts that the address says what is shown: `assets/embed/frame.js` passes it on.
pub fn announce() {
    super::page::tell(PLACE_EVENT);
}

/// Where the whole page is, seen from an embed: beside it, and of the same version of the data.
pub fn whole_page() -> String {
    let search = web_sys::window().and_then(|window| window.location().search().ok());
    let search = search.unwrap_or_default();
    let pinned = search.trim_start_matches('?').split('&').find(|part| part.starts_with("data="));
    pinned.map_or_else(|| "./".to_owned(), |pinned| format!("./?{pinned}"))
}

/// Tells when the reader changed the fragment: by a link, by going back or forward, or by hand.
/// Stops when dropped.
pub fn listen(on_change: impl Fn(String) + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "hashchange", move |_| on_change(fragment())))
}
