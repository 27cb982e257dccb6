//! The screen on which every question is filtered and broken down.

use super::grammar::{labelled, of, thousands};

/// The screen's title.
pub const TITLE: &str = "Explore the answers";
/// What to do where the filters match nobody.
pub const REMOVE_A_FILTER: &str = "Remove one of the filters above, or clear them all.";
/// The button of that sentence.
pub const CLEAR_ALL_FILTERS: &str = "Clear all filters";
/// Above the figures, for those who hear it.
pub const FIGURES: &str = "Figures";
/// The list of all questions, a line each.
pub const ALL_QUESTIONS: &str = "All questions";
/// The way back from a search.
pub const SHOW_ALL_QUESTIONS: &str = "Show all questions";

/// Before a filter's words on the button that removes it, for those who hear it.
pub const REMOVE_FILTER: &str = "Remove filter ";
/// The list of active filters, for those who hear it.
pub const ACTIVE_FILTERS: &str = "Active filters";
/// The button that removes all filters.
pub const CLEAR_ALL: &str = "Clear all";

/// What the length of bars stands for.
pub const BARS_SHOW: &str = "Bars show";
/// Bars of counts.
pub const COUNTS: &str = "Counts";
/// Bars of percentages.
pub const PERCENTAGES: &str = "Percentages";
/// The question that figures are broken down by.
pub const BREAK_DOWN_BY: &str = "Break down by";
/// None.
pub const NO_BREAKDOWN: &str = "No breakdown";
/// How far off shares may be.
pub const UNCERTAINTY: &str = "Uncertainty";
/// Uncertainty that is not shown.
pub const UNCERTAINTY_NOT_SHOWN: &str = "Not shown";
/// Uncertainty as bounds.
pub const UNCERTAINTY_BOUNDS: &str = "Range if everyone invited had answered";
/// Uncertainty as intervals.
pub const UNCERTAINTY_INTERVAL: &str = "95% interval";
/// The search for a question.
pub const FIND_A_QUESTION: &str = "Find a question";

/// The filters.
pub const FILTERS: &str = "Filters";
/// The filters that are closed at first.
pub const MORE_FILTERS: &str = "More filters";
/// What these are.
pub const ALL_OTHER_QUESTIONS: &str = "All other questions.";
/// How several picks of one question are matched, for those who hear it.
pub const WHEN_SEVERAL_MATCH: &str = "When several are ticked, match";
/// One pick is enough.
pub const ANY_OF_THESE: &str = "Any of these";
/// Every pick is needed.
pub const ALL_OF_THESE: &str = "All of these";

/// The second selection.
pub const COMPARE_WITH: &str = "Compare with";
/// No second selection.
pub const NOBODY: &str = "No one";
/// All who are not selected.
pub const ALL_OTHERS: &str = "All others";
/// All who answered.
pub const EVERYBODY: &str = "Everybody";
/// A second selection by filters.
pub const A_SELECTION_OF_MY_OWN: &str = "A selection of my own";
/// Why there is no breakdown beside two selections.
pub const IN_PLACE_OF_A_BREAKDOWN: &str = "Break down or compare, not both.";
/// Why nobody is compared yet.
pub const CHOOSE_A_FILTER_FIRST: &str = "Nobody is selected yet: choose a filter first.";
/// Before the letters of two groups: which of them the filters change.
pub const CHOOSING_FOR: &str = "Choosing for group";

/// Why filters go, under a breakdown of protected answers.
pub const EITHER_FILTERED_OR_BROKEN_DOWN: &str = "To protect those who answered, figures are either \
    filtered or broken down. Choose “No breakdown” to filter them.";
/// Why other filters go.
pub const ONE_FILTER_AT_A_TIME: &str = "To protect those who answered, only one question filters at a \
    time. Clear it to use another, or to break figures down.";
/// Why there are no filters.
pub const NO_FILTERS: &str =
    "To protect those who answered, the figures of this survey can’t be filtered.";
/// What one filter means.
pub const ONE_FILTER_OR_BREAKDOWN: &str = "To protect those who answered, one question filters at a \
    time, or the figures are broken down by one.";
/// Why there is no breakdown.
pub const CLEAR_FOR_BREAKDOWN: &str = "Clear the filter to break figures down.";

/// How many are selected: "10 of 58 teams".
pub fn selected(count: u32, total: u32, noun_other: &str) -> String {
    format!("{} {noun_other}", of(count, total))
}

/// A filter that is active.
pub fn chip(question: &str, answer: &str) -> String {
    labelled(question, answer)
}

/// What is selected, for those who hear it. `those` says what they have in common; it may be empty.
pub fn spoken(selected: &str, those: &str, by: Option<&str>, compared: Option<&str>) -> String {
    let filtered = if those.is_empty() { String::new() } else { format!(": {those}") };
    let broken_down = by.map_or_else(String::new, |by| format!(" Broken down by {by}."));
    let compared = compared.map_or_else(String::new, |with| format!(" Compared with {with}."));
    format!("{selected} selected{filtered}.{broken_down}{compared}")
}

/// The filters match nobody.
pub fn no_match(noun: &str) -> String {
    format!("No {noun} matches all of this")
}

/// A search that finds nothing.
pub fn no_question_contains(search: &str) -> String {
    format!("No question or answer contains “{search}”.")
}

/// The button that opens the filters on a narrow screen, with how many are active.
pub fn filters(active: usize) -> String {
    if active == 0 { FILTERS.to_owned() } else { format!("{FILTERS} ({active})") }
}

/// An answer that stands for a question in the list of all; of a selection also what all gave.
pub fn overview_line(answer: &str, said: &str, of_all: Option<&str>) -> String {
    let of_all = of_all.map_or_else(String::new, |all| format!(" (all: {all})"));
    labelled(answer, &(said.to_owned() + &of_all))
}

/// The button that closes the filters on a narrow screen: "Show 10 of 58 teams".
pub fn show(selected: &str) -> String {
    format!("Show {selected}")
}

/// The filter that picks respondents by name, closed at first.
pub fn by_name(noun_other: &str) -> String {
    format!("Choose {noun_other} by name")
}

/// The search for respondents.
pub fn find_by_name(noun_other: &str) -> String {
    format!("Find {noun_other} by name")
}

/// A search for respondents that finds none.
pub fn no_name_contains(noun: &str) -> String {
    format!("No {noun}’s name contains this.")
}

/// More respondents are found than are listed.
pub fn more_not_listed(left_out: u32) -> String {
    format!("{} more not listed. Type to narrow the list.", thousands(left_out))
}
