//! Where the reader is on the page.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

fn element(id: &str) -> Option<HtmlElement> {
    super::page::document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Moves the keyboard to an element, without scrolling.
pub fn focus(id: &str) {
    if let Some(element) = element(id) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// Brings an element to the top of the window.
pub fn scroll_to(id: &str) {
    if let Some(element) = element(id) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Start);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Moves the reader to an element, with the keyboard.
pub fn go_to(id: &str) {
    scroll_to(id);
    focus(id);
}

/// Shows the top of the page.
pub fn scroll_to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}
