//! What readers take away is made by a part of the program, which scripts ask by one function.

use js_sys::Array;
use wasm_bindgen::prelude::*;

use super::program_part::in_part;

/// Answers what the script in `assets/takeaway` asks, once the part has arrived.
///
/// # Errors
/// When it can't be answered.
#[wasm_bindgen]
pub fn take_away(question: &str, given: &Array) -> Result<JsValue, JsValue> {
    answer(question, given)
}

in_part! {
    "takeaway", 0,
    fn answer(question: &str, given: &Array) -> Result<JsValue, JsValue> = takeaway::browser::answer;
}
