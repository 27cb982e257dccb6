//! What a figure shows, in a sentence. `whom` is a base in words ("the 51 teams that answered"),
//! `does` what those do who gave an answer ("screen for trauma"), `part` how many of a base that has
//! been said ("19 (37%)").

use survey::Phrase;

use super::grammar::{list, thousands};

/// Nobody of a base.
pub const NONE: &str = "none";
/// Both of a base of two.
pub const BOTH: &str = "both";
/// The answer that was given most, after what was said of it.
pub const MOST_COMMON: &str = ", the most common answer";

/// A whole sentence.
pub fn ended(clause: &str) -> String {
    format!("{clause}.")
}

/// All that were selected by an answer gave it.
pub fn only_selected(whom: &str, count: u32) -> String {
    format!("Only {whom} {} selected", if count == 1 { "is" } else { "are" })
}

/// Two answers that share the first place.
pub fn and_as_many(first: &str, part: &str, does: &str) -> String {
    format!("{first}, and {part} {does}")
}

/// Everybody of a base of more than two.
pub fn all(count: u32) -> String {
    format!("all {}", thousands(count))
}

/// Everybody of a base: "all 51 teams".
pub fn every(count: u32, noun: &str) -> String {
    if count == 2 { format!("{BOTH} {noun}") } else { format!("all {} {noun}", thousands(count)) }
}

/// A subject, `whom` in upper case, and what it does.
pub fn subject(whom: &str, does: &str) -> String {
    format!("{whom} {does}")
}

/// A part of a base whose words are long.
pub fn part_of(whom: &str, part: &str, does: &str) -> String {
    format!("Of {whom}, {part} {does}")
}

/// Nobody of a base; `words` tell it from others.
pub fn none_of(base: u32, noun: &str, words: &str, does: &str) -> String {
    format!("None of the {} {noun}{words} {does}", thousands(base))
}

/// Some of a base: "19 of 51 teams (37%) screen for trauma". `share` may be empty.
pub fn some_of(
    [count, base]: [u32; 2],
    noun: &str,
    words: &str,
    share: &str,
    does: &str,
) -> String {
    format!("{} of {} {noun}{words}{share} {does}", thousands(count), thousands(base))
}

/// What the one of a base did that gave no answer to a question with several.
pub fn gave_none(question: &str) -> String {
    format!("gave none of the answers to “{question}”")
}

/// What nobody of a base did.
pub fn gave_any(question: &str) -> String {
    format!("gave any of the answers to “{question}”")
}

/// What everybody of a base did, with the answers counted.
pub fn gave_the_same(answers: usize, question: &str) -> String {
    format!("gave the same {answers} answers to “{question}”")
}

/// The same with the answers named.
pub fn gave_all(answers: &[String], question: &str) -> String {
    format!("gave the answers {} to “{question}”", list(answers))
}

/// The least common of several answers, after the most common one.
pub fn least_common(part: &str, does: &str, answers: usize) -> String {
    format!(", and {part} {does}: the most and the least common of {answers} answers")
}

/// Several answers share the first place; `gave` says how often they were given.
pub fn no_leader(question: &str, whom: &str, gave: &str) -> String {
    format!("No answer to “{question}” leads: of {whom}, {gave}")
}

/// How often many answers were given.
pub fn answers_given(answers: usize, part: &str) -> String {
    format!("{answers} answers were given by {part} each")
}

/// How often one answer was given.
pub fn gave(part: &str, answer: &str) -> String {
    format!("{part} gave {answer}")
}

/// Groups that are large enough for words.
pub fn groups_of(fewest: u32, noun_other: &str) -> String {
    format!("{fewest} {noun_other} or more")
}

/// No gap between groups.
pub fn no_answer_differs(by: &str, groups: &str) -> String {
    format!("By “{by}”, no answer differs between groups of {groups}.")
}

/// The widest gap between groups: what was said of the first group, then the second one.
pub fn widest_gap(first: &str, second: u32, words: &str, part: &str, groups: &str) -> String {
    format!(
        "{first}. Of the {}{words}, {part}. This is the widest gap between groups of {groups}. Some \
         of many gaps are wide by chance.",
        thousands(second)
    )
}

/// Nobody is selected.
pub fn there_is_none(noun: &str, words: &str) -> String {
    format!("There is no {noun}{words}.")
}

/// Nobody of several answered.
pub fn answered_by_none(question: &str, whom: &str, count: u32) -> String {
    match count {
        1 => format!("“{question}” was answered not, by {whom}."),
        _ => format!("“{question}” was answered by none of {whom}."),
    }
}

/// Nobody of the selected was asked; `asked` is what those do who were.
pub fn not_put(question: &str, whom: &str, count: u32, noun: &Phrase, asked: &str) -> String {
    let any = if count == 1 { "" } else { "any of " };
    format!("“{question}” was not put to {any}{whom}: only to {} that {asked}.", noun.other)
}

/// Those that answered a question of whose answers nothing may be claimed.
pub fn answered_by(question: &str, whom: &str) -> String {
    format!("“{question}” was answered by {whom}.")
}

/// The answers of a base that are real; each with what was counted of it.
pub fn real_answers(whom: &str, each: &[String]) -> String {
    format!("Of {whom}, {}.", list(each))
}

/// After that, how many more there are; nothing where there are none.
pub fn more_real_numbers(more: usize) -> String {
    match more {
        0 => String::new(),
        1 => " The table has another real number.".to_owned(),
        _ => format!(" The table has {more} more real numbers."),
    }
}

/// At the end of a sentence that is copied: the publication.
pub fn source(publication: &str) -> String {
    format!("({publication})")
}
