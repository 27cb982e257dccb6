//! The reader's clipboard.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    // Where a page is not served safely there is no clipboard; that is an error like a refusal.
    #[wasm_bindgen(js_namespace = ["navigator", "clipboard"], js_name = writeText, catch)]
    async fn write_text(text: &str) -> Result<JsValue, JsValue>;
}

/// Puts a text into the clipboard. Whether the browser let it.
pub async fn copy(text: &str) -> bool {
    write_text(text).await.is_ok()
}
