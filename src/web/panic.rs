//! A panic must leave a sentence on the page, never a frozen one. `assets/boot/ended.js` says it, as the
//! program that readers get ends without a word.

/// From now on a panic tells the console what it was, in builds that know.
pub fn tell_console() {
    #[cfg(not(panic = "immediate-abort"))]
    std::panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&info.to_string().into());
    }));
}
