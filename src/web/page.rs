//! What the page around the app offers it: see `assets/boot`.

use explorer::words::start as words;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(js_namespace = findings)]
extern "C" {
    /// Tells the page that the app has taken over from the prerendered text.
    #[wasm_bindgen(js_name = started)]
    pub fn started();
    /// Puts the prerendered text back and says why the interactive part does not run; `reason` is a
    /// clause without a full stop.
    #[wasm_bindgen(js_name = failed)]
    pub fn failed(reason: &str);
    /// Whether the survey is of an earlier version of the data, which the address asked for.
    #[wasm_bindgen(js_name = isEarlier)]
    pub fn is_earlier() -> bool;
    #[wasm_bindgen(js_name = surveyFile, catch)]
    async fn fetch_survey() -> Result<JsValue, JsValue>;
}

/// The survey's file, which the page began to load before the app.
///
/// # Errors
/// A clause for readers: why it did not arrive.
pub async fn survey_file() -> Result<Vec<u8>, String> {
    match fetch_survey().await {
        Ok(bytes) => Ok(js_sys::Uint8Array::new(&bytes).to_vec()),
        Err(reason) => {
            let unknown = || words::SURVEY_MISSING.to_owned();
            Err(reason.as_string().unwrap_or_else(unknown))
        }
    }
}

/// The page's title.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Opens the browser's own dialogue to print the page.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // A browser without one has nothing to say about it.
        let _ = window.print();
    }
}

/// Whether this is the page that other sites show in a frame: `embed.html` says so of itself.
pub fn is_embedded() -> bool {
    let root = document().and_then(|document| document.document_element());
    root.is_some_and(|root| root.has_attribute("data-embed"))
}

/// Tells the page's scripts that something has happened.
pub(super) fn tell(what: &str) {
    if let (Some(window), Ok(event)) = (web_sys::window(), web_sys::Event::new(what)) {
        let _ = window.dispatch_event(&event);
    }
}

/// The document, where there is one: not while text is prerendered.
pub(super) fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}
