//! The screen of the findings.

use survey::Phrase;

use super::grammar::{labelled, of as count_of_number, share, thousands};

/// Dots of those that gave another answer.
pub const ANSWERED_OTHERWISE: &str = "answered otherwise";
/// Dots of those that gave none.
pub const DID_NOT_ANSWER: &str = "did not answer";
/// Dots of those that were not asked.
pub const NOT_ASKED: &str = "not asked";

/// The link to the screen Explore.
pub const EXPLORE: &str = "Explore the answers";
/// Above the recommendations.
pub const RECOMMENDATIONS: &str = "What the authors recommend";
/// Between a recommendation and the findings that it rests on.
pub const BASED_ON: &str = "Based on";
/// The link from a finding to its figures.
pub const EXPLORE_THIS: &str = "Explore this";
/// The list of what each look of a dot means, for those who hear it.
pub const LOOKS: &str = "Key";

/// The link to the screen Compare.
pub const SEE_WHERE_YOU_STAND: &str = "See where you stand";

/// Above a finding's headline.
pub fn number(number: usize) -> String {
    format!("Finding {number}")
}

/// A link to a finding.
pub fn number_and_headline(number: usize, headline: &str) -> String {
    format!("Finding {number}: {headline}")
}

/// Under a finding of whose figures no number was published.
pub const NOTHING_PUBLISHED: &str =
    "The publication says this in words. It gives no number that the figure here could show.";

/// Above what can be made of the findings for others.
pub const TAKE_IT_AWAY: &str = "Take it away";
/// The link to the screen with citation and package.
pub const CITE_OR_DOWNLOAD: &str = "Cite it, or download the data";

/// Where a finding or a figure is from.
pub const SOURCE: &str = "Source: ";

/// The same in one text.
pub fn source(source: &str) -> String {
    labelled("Source", source)
}

/// How many respondents a dot stands for.
pub fn one_dot(each: u32, noun: &Phrase) -> String {
    if each == 1 {
        format!("Each dot is one {}.", noun.one)
    } else {
        format!("Each dot is about {} {}.", thousands(each), noun.other)
    }
}

/// A picture of dots, for those who hear it.
pub fn dots(one_dot: &str, sentence: &str) -> String {
    format!("{one_dot} {sentence}")
}

/// How many a look of a dot stands for, and what they did.
pub fn look(count: u32, what: &str) -> String {
    format!("{} {what}", thousands(count))
}

/// How many answered of those invited; `percent` where it is known.
pub fn response(answered: u32, invited: u32, noun: &Phrase, percent: Option<u32>) -> String {
    let counts = count_of_number(answered, invited);
    let share = percent.map(share).unwrap_or_default();
    format!("{counts} {} invited answered{share}.", noun.other)
}

/// The report that the survey is known from.
pub const REPORT: &str = "Report: ";
/// The list of key figures, for those who hear it.
pub const KEY_FIGURES: &str = "Key figures";

/// A number of a key figure; `about` where it was worked out.
pub fn number_of(number: u32, about: bool) -> String {
    let number = thousands(number);
    if about { format!("about {number}") } else { number }
}

/// Under a percentage: its count and base.
pub fn count_of(count: &str, base: u32, noun: &Phrase) -> String {
    format!("{count} of {} {}", thousands(base), noun.for_count(u64::from(base)))
}

/// Under a count: its base.
pub fn of(number: &str, base: u32, noun: &Phrase) -> String {
    format!("of {number} {}", noun.for_count(u64::from(base)))
}
