//! Headings and cells of tables.

use survey::Phrase;

use super::grammar::{SMALL_BASE, counted, labelled};

/// Above the answers.
pub const ANSWER: &str = "Answer";
/// Above questions.
pub const QUESTION: &str = "Question";
/// Above the number that a count is of.
pub const OF: &str = "Of";
/// Above percentages.
pub const PERCENTAGE: &str = "Percentage";
/// Above what the other of two invented sets gives.
pub const OTHER_SET: &str = "Other invented set";
/// Above the distance of two selections.
pub const GAP: &str = "Gap";
/// Above what is said of chance.
pub const AS_LARGE_BY_CHANCE: &str = "As large by chance";

/// An answer that was given.
pub const YES: &str = "yes";
/// An answer that was not given.
pub const NO: &str = "no";
/// A part in which nobody answered.
pub const NOBODY: &str = "nobody";
/// A question that was not put.
pub const NOT_ASKED: &str = "not asked";
/// A question that was put, and not answered.
pub const NOT_ANSWERED: &str = "not answered";

/// The heading of a part with a small base.
pub fn of_small_base(part: &str) -> String {
    format!("{part}{SMALL_BASE}")
}

/// A percentage in a cell or a sentence.
pub fn percent(percent: u32) -> String {
    format!("{percent}%")
}

/// One answer of a question with several, as a row's heading.
pub fn answer_of(question: &str, answer: &str) -> String {
    labelled(question, answer)
}

/// The table of a figure.
pub fn counts(question: &str, noun_other: &str) -> String {
    format!("{question}: {noun_other} that gave each answer")
}

/// The table of a figure that is broken down.
pub fn broken_down(question: &str, by: &str, noun_other: &str) -> String {
    counts(&format!("{question} by {by}"), noun_other)
}

/// The table of two selections.
pub fn side_by_side(question: &str) -> String {
    format!("{question}: A and B")
}

/// The table of a few respondents' own answers.
pub fn listing(count: u32, noun: &Phrase) -> String {
    match count {
        1 => format!("All answers of this {}", noun.one),
        _ => format!("All answers of these {}", counted(count, noun)),
    }
}
