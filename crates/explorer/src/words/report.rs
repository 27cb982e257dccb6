//! The report of a pack, and the pack's list of files.

use super::grammar::labelled;

/// Before the survey's citation.
pub const SURVEY: &str = "Survey";
/// Before the report's own citation.
pub const CITE: &str = "To cite this page";
/// Before the survey's version.
pub const VERSION: &str = "Version of the survey";
/// To the contents, past the head.
pub const SKIP: &str = "Skip to contents";
/// The link to all figures.
pub const SEE_AGAIN: &str = "See all of it again";
/// Above the contents.
pub const CONTENTS: &str = "Contents";
/// Above how figures are read.
pub const METHOD: &str = "How to read the figures";
/// Above source and licence.
pub const SOURCE: &str = "Source, licence and citation";
/// How marks of invented and published figures are read.
pub const MARKS: &str = "“Published” marks a figure that was published. “Invented” marks one that \
    was made up, and is evidence of nothing. “Worked out” marks one that follows from what was \
    published.";

/// In a pack: the report.
pub const FILE_REPORT: &str = "the figures with their tables; opens in any browser, and prints";
/// In a pack: the workbook.
pub const FILE_TABLES: &str = "all tables as a spreadsheet, a sheet for each figure";
/// In a pack: tables as text.
pub const FILE_CSV: &str = "the same tables, a file for each figure";
/// In a pack: what their columns hold.
pub const FILE_METADATA: &str = "what each column holds, for programs (CSVW)";
/// In a pack: drawings.
pub const FILE_SVG: &str = "the charts, sharp at any size";
/// In a pack: pictures.
pub const FILE_PNG: &str = "the charts, for programs that take no SVG";
/// In a pack: citations.
pub const FILE_CITATION: &str = "citations for BibTeX";

/// The report's title.
pub fn title(survey: &str) -> String {
    format!("{survey}: figures")
}

/// A figure in the contents.
pub fn entry(label: &str, headline: &str) -> String {
    labelled(label, headline)
}

/// A figure's headline with its number.
pub fn numbered(number: usize, headline: &str) -> String {
    format!("{number}. {headline}")
}

/// A chart, for those who hear it.
pub fn chart(label: &str) -> String {
    format!("Chart: {label}. The table has its figures.")
}

/// How a figure is read.
pub fn count_and_base(noun_other: &str) -> String {
    format!("A figure is a count and its base: how many {noun_other} answered the question.")
}

/// How percentages are read: none below `fewest`, of a small base below `full`.
pub fn percentages(fewest: u32, full: u32) -> String {
    format!(
        "Percentages are whole numbers. Below a base of {fewest} there are none; from {fewest} to {} \
         the base is called small.",
        full - 1
    )
}

/// How marks of protected figures are read.
pub fn protected(not_available: &str) -> String {
    format!(
        "“Protected” marks figures of confidential answers. What is “{not_available}” was left out, \
         would be empty or was never planned; the words do not tell which."
    )
}

/// The survey's licence.
pub fn licence(licence: &str) -> String {
    format!("Licence of the survey’s data: {licence}.")
}
