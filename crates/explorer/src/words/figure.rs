//! A figure and what stands behind it.

use survey::Phrase;

use super::grammar::counted;

/// The letters of two selections.
pub const SIDES: [&str; 2] = ["A", "B"];

/// What opens to a figure's table.
pub const TABLE: &str = "Table";
/// The link to data that have been replaced.
pub const DATA_AS_THEY_WERE: &str = "Look for the data as they were";
/// Above two selections, for those who hear it.
pub const WHO_IS_COMPARED: &str = "Who is compared";

/// A question whose counts are not told.
pub fn not_available(question: &str, not_available: &str) -> String {
    format!("“{question}” is {not_available}.")
}

/// The same of a breakdown.
pub fn breakdown_not_available(question: &str, by: &str, not_available: &str) -> String {
    format!("“{question}” by “{by}” is {not_available}.")
}

/// A part of a breakdown, as the axis of a chart has it.
pub fn part(label: &str, base: u32) -> String {
    format!("{label} ({base})")
}

/// What the colours of a table of shares mean: each is of its column.
pub const KEY_OF_SHARES: &str = "Share of column";
/// What the colours of a table of counts mean.
pub const KEY_OF_COUNTS: &str = "Number in column";

/// A percentage in a bar; of somebody it is never nothing.
pub fn percent_of_some(percent: u32, some: bool) -> String {
    if some && percent == 0 { "<1%".to_owned() } else { format!("{percent}%") }
}

/// Whom the parts of a breakdown leave out.
pub fn not_in_parts(rest: u32, noun: &Phrase, by: &str) -> String {
    format!("{} not shown: no answer to “{by}”, or not asked.", counted(rest, noun))
}

/// Parts that are too small for words.
pub fn groups_not_compared(fewest: u32, noun_other: &str) -> String {
    format!(" Groups of fewer than {fewest} {noun_other} are not compared.")
}

/// Parts that are too small for percentages.
pub fn counts_are_drawn(fewest: u32, noun_other: &str) -> String {
    format!("A group has fewer than {fewest} {noun_other} that answered, so counts are drawn.")
}

/// How many answered, and whether that is a small base.
pub fn answered(count: u32, noun: &Phrase, small: bool) -> String {
    format!("{} answered{}", counted(count, noun), if small { " (a small base)" } else { "" })
}

/// How many did not.
pub fn did_not_answer(count: u32) -> String {
    format!("{count} did not answer")
}

/// How many were not asked; `asked` is what those do who were.
pub fn were_not_asked(count: u32, noun_other: &str, asked: &str) -> String {
    let verb = if count == 1 { "was" } else { "were" };
    format!("{count} {verb} not asked: this was put only to {noun_other} that {asked}")
}

/// All of these in a line.
pub fn base_summary(parts: &[String]) -> String {
    format!("{}.", parts.join("; "))
}

/// A question with several answers.
pub fn several_answers(noun: &str) -> String {
    format!(
        "Each {noun} could give several answers, so the counts can add up to more than the base."
    )
}

/// Too few for percentages.
pub fn no_percentages(fewest: u32, noun_other: &str) -> String {
    format!("Fewer than {fewest} {noun_other} answered, so no percentages are shown.")
}

/// Few: `points` is what one more or less moves.
pub fn small_base(answered: u32, noun: &Phrase, points: u32) -> String {
    format!(
        "Only {} answered: one {} more or less moves a percentage by about {points} points.",
        counted(answered, noun),
        noun.one
    )
}

/// An answer with its count, for those who hear it; `range` may be empty.
pub fn spoken_row(label: &str, count: &str, range: &str) -> String {
    let comma = if range.is_empty() { "" } else { ", " };
    format!("{label}: {count}{comma}{range}")
}

/// A cell of a breakdown, for those who hear it.
pub fn spoken_cell(part: &str, cell: &str) -> String {
    format!("{part} {cell}")
}

/// A whole figure, for those who hear it; `range` may be empty.
pub fn spoken(finding: &str, range: &str, answers: &[String]) -> String {
    let range = if range.is_empty() { String::new() } else { format!(" {range}") };
    format!("{finding}{range} All answers: {}.", answers.join("; "))
}
