//! What lines are called that go with a figure wherever it goes, and what every file of it says.

use super::grammar::labelled;

/// The question as it was put.
pub const QUESTION: &str = "Question";
/// What the figure shows.
pub const SENTENCE: &str = "In a sentence";
/// How many answered.
pub const BASE: &str = "Base";
/// What is real.
pub const EVIDENCE: &str = "Evidence";
/// How far off shares may be.
pub const RANGES: &str = "Ranges";
/// Who is selected.
pub const SELECTION: &str = "Selection";
/// What symbols mean.
pub const SYMBOLS: &str = "Symbols";
/// What to mind.
pub const NOTE: &str = "Note";
/// What must be known before any figure is used.
pub const CAUTION: &str = super::page::ABOUT_THESE_FIGURES;
/// How to cite the survey.
pub const SOURCE: &str = "Source";
/// The survey's licence.
pub const LICENCE: &str = "Licence";
/// The address of the figure.
pub const LINK: &str = "Link";
/// The survey's package and its version.
pub const VERSION: &str = "Version";
/// The day.
pub const TAKEN_ON: &str = "Downloaded";

/// Above whom the figures are about.
pub const WHOM: &str = "Whom the figures are about";
/// Above the survey's limits.
pub const LIMITS: &str = super::about::LIMITS;

/// A number that the survey does not tell.
pub const NOT_AVAILABLE: &str = "not available for this survey";
/// A number of nobody.
pub const NOT_APPLICABLE: &str = "not applicable: nobody answered, or it is invented";

/// The months, from January on.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A day; `month` is one of [`MONTHS`].
pub fn day(year: u16, month: &str, day: u8) -> String {
    format!("{day} {month} {year}")
}

/// A number that would mislead.
pub fn low_reliability(fewest: u32) -> String {
    format!("not shown, because fewer than {fewest} answered")
}

/// A line with what it is.
pub fn line(what: &str, words: &str) -> String {
    labelled(what, words)
}

/// What each symbol means, in a line.
pub fn symbols(meanings: &[String]) -> String {
    format!("{}.", meanings.join("; "))
}

/// What one symbol means, in that line.
pub fn symbol(symbol: &str, meaning: &str) -> String {
    format!("{symbol} {meaning}")
}

/// The same as a sentence.
pub fn symbol_means(symbol: &str, meaning: &str) -> String {
    format!("{symbol} means: {meaning}.")
}

/// What a file is, and the day.
pub fn taken_on(day: &str) -> String {
    format!("Taken from the findings explorer on {day}.")
}

/// A figure and whom it is about.
pub fn of_what(question: &str, whom: &str) -> String {
    format!("{question}; {whom}")
}

/// Everybody; `counted` is their number with the noun.
pub fn everybody(counted: &str) -> String {
    format!("all {counted}")
}
