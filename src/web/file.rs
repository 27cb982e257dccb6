//! Text files of the reader's own disk. Nothing is sent anywhere: the browser writes and reads.

use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, HtmlAnchorElement, HtmlInputElement, Url};

/// Larger files are not read: a reader's answers are a few kilobytes.
const LARGEST: f64 = 1_000_000.0;

/// Offers text to be saved as a file. Whether it was, the browser tells nobody.
///
/// # Errors
/// What the browser refused.
pub fn save(name: &str, text: &str) -> Result<(), JsValue> {
    let url = Url::create_object_url_with_blob(&Blob::new_with_str_sequence(
        &js_sys::Array::of1(&JsValue::from_str(text)),
    )?)?;
    let document = super::page::document().ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The browser is done with it by then; after that nothing keeps the text.
    let forget = Closure::once_into_js(move || Url::revoke_object_url(&url));
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    window.set_timeout_with_callback_and_timeout_and_arguments_0(forget.unchecked_ref(), 1_000)?;
    Ok(())
}

/// Reads the file chosen in an input and hands over its text, or `None` where it could not be read
/// or is too large. The input is emptied, so that the same file can be chosen again.
pub fn open(input: &HtmlInputElement, then: impl FnOnce(Option<String>) + 'static) {
    let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
    input.set_value("");
    spawn_local(async move { then(read(&file).await) });
}

async fn read(file: &Blob) -> Option<String> {
    if file.size() > LARGEST {
        return None;
    }
    JsFuture::from(file.text()).await.ok()?.as_string()
}
