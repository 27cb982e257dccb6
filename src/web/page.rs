//! What the page around the app offers it: see `assets/boot`.

use gloo::net::http::Request;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(js_namespace = findings)]
extern "C" {
    /// Tells the page that the app has taken over from the prerendered text.
    pub fn started();
    /// Puts the prerendered text back and says why the interactive part does not run; `reason` is a
    /// clause without a full stop.
    pub fn failed(reason: &str);
    #[wasm_bindgen(js_name = surveyAddress, catch)]
    fn survey_address() -> Result<String, JsValue>;
}

/// The survey's file.
///
/// # Errors
/// A clause for readers: why it did not arrive.
pub async fn survey_file() -> Result<Vec<u8>, String> {
    let missing = |_| "its survey file is not named in the page".to_owned();
    let address = survey_address().map_err(missing)?;
    let lost = |_| "its survey file did not arrive".to_owned();
    let response = Request::get(&address).send().await.map_err(lost)?;
    if !response.ok() {
        return Err(format!("its survey file did not arrive (status {})", response.status()));
    }
    response.binary().await.map_err(lost)
}

/// The page's title.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// The document, where there is one: not while text is prerendered.
pub(super) fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}
