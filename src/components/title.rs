//! The title of a screen, as the keyboard finds it.

/// The element that a change of screen moves the keyboard to.
pub(crate) const TITLE_ID: &str = "title";
