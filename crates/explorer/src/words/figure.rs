//! A figure and what stands behind it.

use survey::Phrase;

use super::grammar::{capitalised, counted, thousands};

/// The letters of two selections.
pub const SIDES: [&str; 2] = ["A", "B"];

/// What opens to a figure's table.
pub const TABLE: &str = "Table";
/// What opens to what a figure says in words, and to what there is to know of it.
pub const ABOUT_THIS_FIGURE: &str = "About this figure";
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
    format!("{label} ({})", thousands(base))
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

/// The respondents that a figure's shares are of.
#[derive(Clone, Copy, Debug)]
pub struct Base {
    /// How many answered.
    pub answered: u32,
    /// How many were asked.
    pub of: u32,
    /// Whether these numbers were worked out from percentages.
    pub about: bool,
}

impl Base {
    /// Of a question that was put to everybody: "57 of 58 teams answered."
    pub fn answered(self, noun: &Phrase) -> String {
        let answered = self.number(self.answered);
        if self.answered == self.of {
            return format!("{} {} answered.", capitalised(&answered), self.named(noun));
        }
        let (all, named) = (thousands(self.of), noun.for_count(u64::from(self.of)));
        format!("{} of {all} {named} answered.", capitalised(&answered))
    }

    /// Of a question that was put to some; `those` is what they do: "Asked of the 51 teams that use it."
    pub fn asked_of(self, noun: &Phrase, those: &str) -> String {
        let (asked, named) = (thousands(self.of), noun.for_count(u64::from(self.of)));
        let asked = match (self.about, self.of) {
            (true, _) => format!("Asked of {named} that {those}, {ABOUT} {asked}"),
            (false, 1) => format!("Asked of the one {named} that {those}"),
            (false, _) => format!("Asked of the {asked} {named} that {those}"),
        };
        if self.answered == self.of {
            return format!("{asked}.");
        }
        format!("{asked}; {} answered.", thousands(self.answered))
    }

    fn number(self, number: u32) -> String {
        let number = thousands(number);
        if self.about { format!("{ABOUT} {number}") } else { number }
    }

    fn named(self, noun: &Phrase) -> &str {
        noun.for_count(u64::from(self.answered))
    }
}

/// Before a number that was worked out.
const ABOUT: &str = "about";

/// A question with several answers.
pub fn several_answers(noun: &str) -> String {
    format!(
        "Each {noun} could give several answers, so the counts can add up to more than the base."
    )
}

/// A survey whose respondents are weighted.
pub fn unweighted(noun: &str) -> String {
    format!("Each {noun} counts once: the survey’s weights are not used here.")
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

/// What the other of two invented sets gives, after an answer's own count.
pub fn in_the_other_set(count: &str) -> String {
    format!("in the other set {count}")
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
