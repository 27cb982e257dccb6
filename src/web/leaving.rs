//! The browser's own question before a page is left.

use gloo::events::{EventListener, EventListenerOptions};

/// Has the browser ask before the page is closed or loaded again, until dropped.
pub fn ask() -> Option<EventListener> {
    let window = web_sys::window()?;
    let options = EventListenerOptions::enable_prevent_default();
    Some(EventListener::new_with_options(
        window.as_ref(),
        "beforeunload",
        options,
        web_sys::Event::prevent_default,
    ))
}
