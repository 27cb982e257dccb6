//! The columns of tables that are taken away, what is said of each, and what stands in them.

use super::grammar::labelled;

/// An answer's column: its heading and what is said of it.
pub const ANSWER: [&str; 2] = ["Answer", "The answer, as it was offered"];
/// The question's.
pub const QUESTION: [&str; 2] = ["Question", "The question, as it was put"];
/// The selection's.
pub const SELECTION: [&str; 2] = ["Whom it is about", "Who is selected"];
/// That of notes.
pub const NOTES: [&str; 2] = ["Notes", "What to mind of the figure"];
/// That of the survey's banner.
pub const CAUTION: [&str; 2] = [super::page::ABOUT_THESE_FIGURES, "What to know before using them"];
/// That of the survey's citation.
pub const SOURCE: [&str; 2] = ["Source", "How to cite the survey"];
/// That of the address.
pub const LINK: [&str; 2] = ["Link", "The address that shows the figure again"];
/// That of the version.
pub const VERSION: [&str; 2] = ["Version", "The survey’s package and its version"];
/// That of the checksum.
pub const CHECKSUM: [&str; 2] =
    ["Checksum", "The survey’s checksum (SHA-256), as the explorer shows it"];
/// That of the day.
pub const DATE: [&str; 2] = ["Date", "The day on which it was taken away"];
/// That of percentages.
pub const PERCENTAGE: [&str; 2] = ["Percentage", "The count in percent of the base, rounded"];
/// That of the lower bound.
pub const LOWER_BOUND: &str = "Percentage if no other did";
/// That of the upper bound.
pub const UPPER_BOUND: &str = "Percentage if every other did";
/// That of an interval's lower end.
pub const INTERVAL_FROM: &str = "95% interval from percentage";
/// That of its upper end.
pub const INTERVAL_TO: &str = "95% interval to percentage";
/// What is said of these four.
pub const IN_PERCENT: &str = "In percent, rounded";
/// The heading over bases.
pub const BASE: &str = "Base";
/// That over the sizes of bases.
pub const SIZE: &str = "Size of base";
/// The column of what is real.
pub const EVIDENCE: [&str; 2] =
    ["Evidence", "Whether the row’s numbers are published, worked out or invented"];
/// What is said of gaps.
pub const GAP: &str = "Whose share is larger, and by how many percentage points";
/// What is said of chance.
pub const CHANCE: &str = "How often sides that were shuffled differ as much";

/// A base of nobody.
pub const NOBODY: &str = "nobody answered";
/// A base too small for percentages.
pub const COUNTS_ONLY: &str = "counts only";
/// A small base.
pub const SMALL: &str = "small";
/// Any other.
pub const LARGE_ENOUGH: &str = "large enough";
/// A gap that the selections fix.
pub const NOT_CHECKED: &str = "not checked";

/// What is said of counts.
pub fn count(noun_other: &str) -> String {
    format!("How many {noun_other} gave the answer")
}

/// What is said of bases.
pub fn base(noun_other: &str) -> String {
    format!("How many {noun_other} answered the question")
}

/// What is said of the sizes of bases.
pub fn size(full: u32, fewest: u32) -> String {
    format!("What a base of this size allows: below {full} it is small, below {fewest} only counts")
}

/// The heading over parts, where another column has the question's name.
pub fn part(question: &str) -> String {
    labelled("Part", question)
}

/// What is said of parts.
pub fn answer_to(question: &str) -> String {
    format!("The answer to “{question}”")
}

/// A heading of one selection's column.
pub fn of_side(letter: &str, title: &str) -> String {
    labelled(letter, title)
}

/// What is said of it.
pub fn about_side(letter: &str, about: &str) -> String {
    format!("{about} (selection {letter})")
}
