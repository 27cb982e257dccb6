//! The findings explorer: a survey's findings, answered in the reader's browser.

use wasm_bindgen::prelude::wasm_bindgen;
use yew::{Html, component, html};

#[wasm_bindgen(js_namespace = findings)]
extern "C" {
    /// Tells the page that the app has taken over from the prerendered text.
    fn started();
}

/// The whole app.
#[component]
pub fn App() -> Html {
    html! {
        <main id="main">
            <h1>{ "Trauma-informed care in children’s social care" }</h1>
            <p>{ "Findings of a survey." }</p>
        </main>
    }
}

/// Mounts the app in `#app`, in place of the prerendered text.
pub fn start() {
    let root = web_sys::window().and_then(|window| window.document()?.get_element_by_id("app"));
    if let Some(root) = root {
        yew::Renderer::<App>::with_root(root).render();
        started();
    }
}
