//! What stands around a screen in a page of another site.

use super::grammar::labelled;

/// The link to the whole page.
pub const OPEN_IN_FULL: &str = "Open in full";
/// After that link, for those who hear it.
pub const IN_A_NEW_TAB: &str = " in a new tab";
/// Above one figure, for those who hear it.
pub const FIGURE: &str = "Figure";

/// What a frame shows, for those who hear it.
pub fn frame_title(shown: &str) -> String {
    labelled(super::elsewhere::PRODUCT, shown)
}
