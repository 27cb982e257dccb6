//! What stands elsewhere of the page: in previews of links to it and on a reader's device.

use super::grammar::labelled;

/// The product, where its name stands alone.
pub const PRODUCT: &str = "Findings explorer";

/// The title of the page of a survey.
pub fn title(survey: &str) -> String {
    labelled(survey, super::page::PRODUCT)
}
