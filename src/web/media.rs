//! What the reader's system asks for: dark or light, motion or none.

use gloo::events::EventListener;
use web_sys::MediaQueryList;

/// A media query that is watched until dropped.
pub struct Media {
    query: MediaQueryList,
    _listener: EventListener,
}

impl Media {
    /// Watches a query; `on_change` hears whether it matches from then on. `None` where the browser
    /// has no media queries.
    pub fn watch(query: &str, on_change: impl Fn(bool) + 'static) -> Option<Self> {
        let query = web_sys::window()?.match_media(query).ok()??;
        let watched = query.clone();
        let listener = EventListener::new(&query, "change", move |_| on_change(watched.matches()));
        Some(Self { query, _listener: listener })
    }

    /// Whether it matches now.
    pub fn matches(&self) -> bool {
        self.query.matches()
    }
}
