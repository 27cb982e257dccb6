//! What stands around a figure as a picture.

use super::grammar::labelled;

/// Too many notes for a picture.
pub const NOTES_ELSEWHERE: &str =
    "What else to mind of this figure stands on the page that it comes from.";

/// The question, and whom its figures are of.
pub fn measure(question: &str, whom: &str) -> String {
    [question, whom].join(" ")
}

/// Before a note.
pub fn note(note: &str) -> String {
    format!("– {note}")
}

/// The address of the figure.
pub fn again(link: &str) -> String {
    labelled(super::attribution::LINK, link)
}

/// Which data it is of, and the day.
pub fn data(name: &str, version: &str, checksum: &str, licence: &str, day: &str) -> String {
    format!("Data: {name} {version}, checksum {checksum}. Licence: {licence}. Downloaded {day}.")
}

/// What each dot means, for those who hear it.
pub fn dots(one_dot: &str, key: &[&str]) -> String {
    format!("{one_dot} {}.", key.join("; "))
}
