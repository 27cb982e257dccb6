//! A pack's README.txt.

use super::grammar::labelled;

/// Above the files.
pub const FILES: &str = "Files";
/// Above the figures.
pub const FIGURES: &str = "Figures";
/// Above what is said of tables.
pub const TABLES: &str = "Tables";
/// How tables are read.
pub const TABLES_TEXT: &str = "Each CSV file has one heading row and a row for each answer, or for \
    each answer in each part. It is UTF-8 with a byte order mark, so that Excel reads it rightly. A \
    text that a spreadsheet would run begins with an apostrophe. Percentages are whole numbers.";
/// Above the licence.
pub const LICENCE_AND_CITATION: &str = super::about::LICENCE_AND_CITATION;
/// The file of citations.
pub const CITATIONS: &str = "citation.bib has entries for the page, the data and each figure.";
/// Above how the figures can be checked.
pub const CHECK: &str = "To check it";
/// How the figures can be checked.
pub const CHECK_TEXT: &str = "Each figure has a link, in report.html and in its table. Opened, it \
    shows the figure as the explorer has it now, and says whether that is still the same.";

/// The address of all figures.
pub fn see_again(link: &str) -> String {
    labelled("See them again", link)
}

/// The survey's citation.
pub fn cite(citation: &str) -> String {
    labelled("Cite the survey as", citation)
}

/// The survey's version and checksum.
pub fn checksum(version: &str) -> String {
    labelled("The survey and its checksum", version)
}
