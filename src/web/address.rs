//! The address bar: the part after `#`, which no server is sent.

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

/// Tells when the reader changed the fragment: by a link, by going back or forward, or by hand.
/// Stops when dropped.
pub fn listen(on_change: impl Fn(String) + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "hashchange", move |_| on_change(fragment())))
}
