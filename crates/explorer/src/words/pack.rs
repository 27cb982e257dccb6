//! The dialogue of a pack for a board paper.

/// What a pack holds.
pub const HOLDS: &str = "One ZIP file for a report or a committee’s papers: a report that opens in \
    any browser, and of each figure its picture and its table, for spreadsheets and as CSV. With \
    source, citation, licence, caveats and links that show each figure again. It is made in this \
    browser.";
/// Above the figures to choose from.
pub const FIGURES: &str = "Figures of this view";
/// Chooses every figure.
pub const CHOOSE_ALL: &str = "Choose all";
/// Chooses no figure.
pub const CHOOSE_NONE: &str = "Choose none";
/// Nothing is chosen.
pub const CHOOSE_ONE: &str = "Choose at least one figure.";
/// Begins.
pub const MAKE: &str = "Make the pack";
/// Ends early.
pub const STOP: &str = "Stop";
/// Closes a dialogue.
pub const CLOSE: &str = "Close";
/// It has begun.
pub const MAKING: &str = "Making the pack.";
/// All figures are in it.
pub const PUTTING_TOGETHER: &str = "Putting the pack together";
/// It was ended early.
pub const STOPPED: &str = "Stopped. Nothing was saved.";
/// It failed.
pub const NOT_MADE: &str = "The pack could not be made. Please reload the page and try again.";

/// How far it is.
pub fn figure_of(number: &str, all: &str) -> String {
    format!("Figure {number} of {all}")
}
