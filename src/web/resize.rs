//! An element's size, as it changes.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, ResizeObserver};

/// Watches an element until dropped.
pub struct Resize {
    observer: ResizeObserver,
    _on_resize: Closure<dyn FnMut(JsValue)>,
}

impl Resize {
    /// Tells the width and height inside the element's border, and the width of its left border, in
    /// whole pixels, at once and after each change of them. `None` where the browser can't watch.
    pub fn watch(element: &Element, on_size: impl Fn([u32; 3]) + 'static) -> Option<Self> {
        let watched = element.clone();
        let mut last = None;
        let mut tell = move || {
            let sizes = [watched.client_width(), watched.client_height(), watched.client_left()];
            let sizes = sizes.map(|pixels| u32::try_from(pixels).unwrap_or(0));
            if last.replace(sizes) != Some(sizes) {
                on_size(sizes);
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
