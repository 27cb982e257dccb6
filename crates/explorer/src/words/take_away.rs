//! What readers take away of figures and screens, and what is said of it.

/// Copies what a figure says in a sentence.
pub const SENTENCE: &str = "Sentence";
/// Copies a figure's table.
pub const TABLE: &str = "Table";
/// Copies a link to a figure.
pub const LINK: &str = "Link";
/// Copies a figure's citation.
pub const CITATION: &str = "Citation";
/// Saves a figure in pixels.
pub const PNG: &str = "Picture (PNG)";
/// Saves a figure as a drawing.
pub const SVG: &str = "Drawing (SVG)";
/// Saves a figure's table as a spreadsheet.
pub const XLSX: &str = "Spreadsheet (XLSX)";
/// Saves a figure's table as text.
pub const CSV: &str = "Table (CSV)";
/// Opens the dialogue of the pack; also its title.
pub const PACK: &str = "Make a board-paper pack";
/// Opens the dialogue of links and embeds for the screen.
pub const SHARE: &str = "Share";
/// The same for a figure; also the dialogue's title.
pub const SHARE_FIGURE: &str = "Share or embed";
/// Copies the page's citation.
pub const CITE_PAGE: &str = "Copy a citation of this page";
/// Copies the data's citation.
pub const CITE_DATA: &str = "Copy a citation of the data";
/// Either citation for BibTeX.
pub const SAME_FOR_BIBTEX: &str = "The same for BibTeX";

/// While it is made.
pub const PREPARING: &str = "Preparing …";
/// It is on the clipboard.
pub const COPIED: &str = "Copied.";
/// The browser refused the clipboard.
pub const COPYING_REFUSED: &str = "Your browser does not let this page copy.";
/// What it is made with is not there.
pub const NOT_ARRIVED: &str =
    "What is needed for this did not arrive. Check your connection, then try again.";
/// It failed.
pub const NOT_MADE: &str = "This could not be made. Please reload the page and try again.";

/// The browser refused the clipboard, so the text is shown.
pub fn copy_from_here(text: &str) -> String {
    format!("{COPYING_REFUSED} Please copy it from here: “{text}”")
}

/// A file was saved.
pub fn saved(name: &str) -> String {
    format!("Saved as {name}, where your browser puts downloads.")
}
