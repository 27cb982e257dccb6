//! Whether a gap between two selections could be chance.

use super::grammar::thousands;

/// How often a shuffle gives a gap as large.
pub const NEARLY_ALL: &str = "nearly all";

/// The same in tenths.
pub fn of_ten(some: u32) -> String {
    format!("about {some} of 10")
}

/// The same, more rarely.
pub fn one_of(many: u32) -> String {
    format!("about 1 of {}", thousands(many))
}

/// The same, hardly ever.
pub fn fewer_than_one_of(many: u32) -> String {
    format!("fewer than 1 of {}", thousands(many))
}

/// What is said of a gap; `often` is how often a shuffle gives it, `family` how many gaps are judged
/// together.
pub fn sentence(often: &str, unlikely: bool, family: usize) -> String {
    let verdict = match (unlikely, family) {
        (true, 1) => "it is unlikely to be chance alone".to_owned(),
        (true, _) => format!("even among {family} comparisons it is unlikely to be chance alone"),
        (false, 1) => "it could easily be chance".to_owned(),
        (false, _) => format!("among {family} comparisons it could easily be chance"),
    };
    format!("A gap this size appears in {often} random shuffles; {verdict}.")
}

/// The same in a table.
pub fn cell(often: &str, unlikely: bool) -> String {
    let verdict = if unlikely { "unlikely to be chance alone" } else { "could easily be chance" };
    format!("{often} shuffles: {verdict}")
}
