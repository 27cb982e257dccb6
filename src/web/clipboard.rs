//! The reader's clipboard.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    // Where a page is not served safely there is no clipboard: this throws, and gives no promise.
    #[wasm_bindgen(js_namespace = ["navigator", "clipboard"], js_name = writeText, catch)]
    fn write_text(text: &str) -> Result<js_sys::Promise, JsValue>;
}

/// Puts a text into the clipboard. Whether the browser let it.
pub async fn copy(text: &str) -> bool {
    match write_text(text) {
        Ok(writing) => JsFuture::from(writing).await.is_ok(),
        Err(_) => false,
    }
}
