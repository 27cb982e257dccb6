//! What the page says of a new version of itself.

/// It can be used.
pub const NEW_VERSION: &str = "A new version of this page is ready.";
/// The button that uses it.
pub const USE_NOW: &str = "Use it now";
/// The button that hides what was said.
pub const HIDE: &str = super::page::HIDE_MESSAGE;
/// Answers of the reader's own would be lost.
pub const WOULD_FORGET: &str =
    "The new version would forget your answers under Compare. Save or forget them first.";
/// Another tab holds the old version.
pub const OPEN_ELSEWHERE: &str = "This page is open in another tab or window too. Close it there \
    first, or carry on: the new version comes once all are closed.";
