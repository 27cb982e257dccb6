//! How far off shares may be.

use survey::Phrase;

use super::grammar::{counted, labelled, list, thousands};

/// Above the lower bound.
pub const IF_NO_OTHER: &str = "If no other did";
/// Above the upper bound.
pub const IF_EVERY_OTHER: &str = "If every other did";
/// Above an interval.
pub const INTERVAL: &str = "95% interval";

/// Why there are no ranges: all numbers were made up.
pub const INVENTED_HAVE_NONE: &str =
    "No ranges are shown: these numbers are invented, so there is nothing to be unsure of.";
/// After what ranges are, where some numbers were made up.
pub const INVENTED_AMONG_OTHERS: &str = " Invented numbers have none.";

/// Of whom nobody knows how many of those that did not answer there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// Of each part of a breakdown.
    Part,
    /// Of the selection.
    Selection,
    /// Of those that were asked.
    Asked,
}

/// The bounds of a share.
pub fn bounds(low: u32, high: u32) -> String {
    format!("{low}% if no other did, {high}% if every other did")
}

/// The interval of a share.
pub fn interval(low: i32, high: i32) -> String {
    format!("{low}% to {high}%")
}

/// The bounds of the answers that a sentence names, in its order.
pub fn bounds_of(noun: &str, low: &[String], high: &[String]) -> String {
    format!("If no other {noun} did, {}; if every other did, {}.", list(low), list(high))
}

/// The intervals of the answers that a sentence names; `invited` where the figure is of all of them.
pub fn intervals_of(noun_other: &str, invited: Option<u32>, intervals: &[String]) -> String {
    format!("If {}: {}.", random_sample(noun_other, invited), list(intervals))
}

/// Where ranges are drawn.
pub fn line_on_each_bar(meaning: &str) -> String {
    labelled("The line on each bar", meaning)
}

/// Where they stand in the table alone.
pub fn in_the_table(meaning: &str) -> String {
    labelled("In the table", meaning)
}

/// Where another choice would draw them.
pub fn in_the_table_or_as_a_line(meaning: &str) -> String {
    format!("In the table: {meaning} Choose “Percentages” to see it as a line.")
}

/// What bounds are.
pub fn meaning_of_bounds(invited: u32, noun: &Phrase) -> String {
    format!(
        "the share of all {} invited, if no other gave the answer and if every other did.",
        counted(invited, noun)
    )
}

/// Why there are no bounds: too few answered.
pub fn too_few_for_bounds(fewest: u32, noun_other: &str) -> String {
    format!("Fewer than {fewest} {noun_other} answered, so no bounds are shown.")
}

/// Why there are no bounds: some number is not known.
pub fn no_bounds(noun_other: &str, unknown: Unknown) -> String {
    let what = match unknown {
        Unknown::Part => "belong to each part",
        Unknown::Selection => "belong to this selection",
        Unknown::Asked => "would have been asked this",
    };
    format!(
        "No bounds are shown: of the {noun_other} that did not answer, nobody knows how many {what}."
    )
}

/// Why there are no bounds: the number of those invited is not known.
pub fn no_bounds_without_invited(noun_other: &str) -> String {
    format!("No bounds are shown: how many {noun_other} were invited is not known.")
}

/// What intervals are.
pub fn meaning_of_intervals(noun_other: &str, invited: Option<u32>) -> String {
    format!("95% interval, if {}.", random_sample(noun_other, invited))
}

/// After that, of a breakdown.
pub fn small_parts_have_none(fewest: u32, noun_other: &str) -> String {
    format!(" Parts of fewer than {fewest} {noun_other} have none.")
}

/// Why there are no intervals.
pub fn too_few_for_intervals(fewest: u32, noun_other: &str) -> String {
    format!("Fewer than {fewest} {noun_other} answered, so no intervals are shown.")
}

fn random_sample(noun_other: &str, invited: Option<u32>) -> String {
    let of = invited
        .map_or_else(String::new, |invited| format!(" of the {} invited", thousands(invited)));
    format!("the {noun_other} that answered were a random sample{of}")
}
