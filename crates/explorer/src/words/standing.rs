//! Where numbers come from: printed, worked out from what was printed, counted, or made up.

use super::grammar::{list, quoted, thousands};

/// The number was printed.
pub const PUBLISHED: &str = "published";
/// Of a share, the percentage was printed.
pub const PERCENTAGE_PUBLISHED: &str = "percentage published, count worked out";
/// Of a share, the count was printed.
pub const COUNT_PUBLISHED: &str = "count published, percentage worked out";
/// The number follows from what was printed.
pub const WORKED_OUT: &str = "worked out";
/// The number was made up.
pub const INVENTED: &str = "invented";
/// The number gives nobody away.
pub const PROTECTED: &str = "protected";
/// The number was counted from public answers.
pub const REPORTED: &str = "reported";

/// Below a drawing all of whose numbers were made up.
pub const INVENTED_NUMBERS: &str = "Invented numbers";
/// No number of a question was printed.
pub const NOTHING_PUBLISHED: &str = "Invented: no number of this question was published.";
/// Numbers of a selection, a breakdown or a comparison.
pub const INVENTED_TOGETHER: &str = "Invented: how one answer relates to another is made up.";
/// After what was printed: how the other numbers of these answers came to be.
pub const COUNTS_WORKED_OUT: &str = " Counts are worked out.";
/// Below a drawing with hollow bars.
pub const HOLLOW_BARS: &str = "Hollow bars are invented.";
/// The same where each has a tick.
pub const HOLLOW_BARS_AND_TICKS: &str =
    "Hollow bars are invented. │ marks what the other invented set gives.";

/// What was printed of one answer: "89% for “Yes”".
pub fn number_for(number: &str, answer: &str) -> String {
    format!("{number} for {}", quoted(answer))
}

/// What was printed of many answers.
pub fn numbers_for(answers: usize, are_percentages: bool) -> String {
    format!("{answers} {}", if are_percentages { "percentages" } else { "numbers" })
}

/// What was printed, and where.
pub fn published(numbers: &[String], sources: &str) -> String {
    format!("Published: {} ({sources}).", list(numbers))
}

/// Words that were printed in the place of a number, and where.
pub fn published_in_words(statement: &str, sources: &str) -> String {
    format!("Published in words: {} ({sources}).", quoted(statement))
}

/// Protected answers.
pub fn protected(noun: &str) -> String {
    format!("Protected: figures that could give a {noun} away are not published.")
}

/// A percentage that was printed, with its count that was not: "89%, about 51 of 57".
pub fn percentage_first(percent: u32, count: u32, base: u32) -> String {
    format!("{percent}%, {}", about(count, base))
}

/// The same within a sentence: "89% (about 51 of 57)".
pub fn percentage_with_count(percent: u32, count: u32, base: u32) -> String {
    format!("{percent}% ({})", about(count, base))
}

/// A count that was printed, of a base that was not: "2 of about 51". `share` may be empty.
pub fn of_about(count: u32, base: u32, share: &str) -> String {
    format!("{} of about {}{share}", thousands(count), thousands(base))
}

/// A count that was worked out.
pub fn about(count: u32, base: u32) -> String {
    format!("about {} of {}", thousands(count), thousands(base))
}
