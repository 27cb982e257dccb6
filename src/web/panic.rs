//! A panic must leave a sentence on the page, never a frozen one.

use std::panic;

use explorer::words::start as words;

use super::page;

/// From now on a panic tells the reader, and the console where it was.
pub fn tell_readers() {
    panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&info.to_string().into());
        page::failed(words::WENT_WRONG);
    }));
}
