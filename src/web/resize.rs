//! An element's width, as it changes.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, ResizeObserver};

/// Watches an element until dropped.
pub struct Resize {
    observer: ResizeObserver,
    _on_resize: Closure<dyn FnMut(JsValue)>,
}

impl Resize {
    /// Tells the element's width in whole pixels, at once and after each change of it. A change of
    /// height is no news. `None` where the browser can't watch.
    pub fn watch(element: &Element, on_width: impl Fn(u32) + 'static) -> Option<Self> {
        let watched = element.clone();
        let mut last = None;
        let mut tell = move || {
            let width = u32::try_from(watched.client_width()).unwrap_or(0);
            if last.replace(width) != Some(width) {
                on_width(width);
            }
        };
        // The browser tells nothing to a frame out of sight, whose height is wanted before it is seen.
        tell();
        let on_resize = Closure::<dyn FnMut(JsValue)>::new(move |_| tell());
        let observer = ResizeObserver::new(on_resize.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Self { observer, _on_resize: on_resize })
    }
}

impl Drop for Resize {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
