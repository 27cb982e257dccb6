//! Headlines that are made from counts. `whom` tells a base from others (" that use it") and may be
//! empty; `does` is what those do who gave an answer.

use super::grammar::{lower_first, thousands};

/// No more than the question's name, with how many answered ("51 teams").
pub fn name_and_base(question: &str, counted: &str) -> String {
    format!("{question}, {counted}")
}

/// A question broken down by another one.
pub fn by(question: &str, by: &str) -> String {
    format!("{question} by {}", lower_first(by))
}

/// The answer that leads without being given by many; `of` is empty or " of the 30 teams that …".
pub fn most_common(of: &str, answer: &str) -> String {
    format!("The most common answer{of}: {answer}")
}

/// A base, after what was said of it.
pub fn of(whom: &str) -> String {
    format!(" of {whom}")
}

/// The most and the least frequent of several answers.
pub fn most_and_least(most: &str, part: &str, does: &str) -> String {
    format!("{most}, {} {does}", part.to_lowercase())
}

/// Nobody of a base.
pub fn none_of(base: u32, teams: &str, whom: &str, does: &str) -> String {
    format!("None of the {} {teams}{whom} {does}", thousands(base))
}

/// A count of a base.
pub fn count_of(count: u32, base: u32, teams: &str, whom: &str, does: &str) -> String {
    format!("{} of {} {teams}{whom} {does}", thousands(count), thousands(base))
}

/// A part in words of all who were asked.
pub fn part_of_all(part: &str, teams: &str, does: &str) -> String {
    let the = if part == super::quantity::ABOUT_HALF { " the" } else { "" };
    format!("{part}{the} {teams} {does}")
}

/// A part in words of a base.
pub fn part_of(part: &str, base: u32, teams: &str, whom: &str, does: &str) -> String {
    let of = if part == super::quantity::ALL { "" } else { " of the" };
    format!("{part}{of} {} {teams}{whom} {does}", thousands(base))
}
