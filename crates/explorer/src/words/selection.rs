//! Whom a figure is about, in words that follow a noun: "teams that train their staff".

use survey::Phrase;

use super::grammar::{either, list, thousands};

/// What those do who are told from those who did not answer.
pub const ANSWERED: &str = "answered";
/// The same after other words.
pub const AND_GAVE_AN_ANSWER: &str = " and gave an answer";
/// Between a noun and what its bearers do.
pub const THAT: &str = " that ";
/// Between two things that they do.
pub const AND_THAT: &str = " and that ";
/// One answer of a question.
pub const ONE_ANSWER: &str = "one answer";

/// Several answers of a question, all of which were given.
pub fn all_of_answers(several: usize) -> String {
    format!("all of {several} answers")
}

/// Several answers of a question, one of which was given.
pub fn any_of_answers(several: usize) -> String {
    format!("any of {several} answers")
}

/// Answers of a question that is named.
pub fn under_question(answers: &str, question: &str) -> String {
    format!("{answers} under “{question}”")
}

/// What the selected do where too many answers are picked to name them.
pub fn matches(chosen: &[String], count: u32) -> String {
    format!("{} {}", if count == 1 { "matches" } else { "match" }, list(chosen))
}

/// An answer of a group was given.
pub fn chose_under(group: &str) -> String {
    format!("chose something under “{group}”")
}

/// Respondents that were picked themselves.
pub fn named(names: &[String], count: u32) -> String {
    format!("{} named {}", is(count), either(names))
}

/// The same where they are too many to name.
pub fn among_picked(many: usize, count: u32) -> String {
    format!("{} among the {many} picked by name", is(count))
}

fn is(count: u32) -> &'static str {
    if count == 1 { "is" } else { "are" }
}

/// A noun with its number and what tells it from others: "the 9 teams that train their staff".
pub fn base(noun: &Phrase, count: u32, words: &str) -> String {
    let number = match count {
        0 => "no".to_owned(),
        1 => "the one".to_owned(),
        several => format!("the {}", thousands(several)),
    };
    format!("{number} {}{words}", noun.for_count(u64::from(count)))
}

/// A selection for those who hear it.
pub fn those(count: u32, words: &str) -> String {
    format!("{}{words}", if count == 1 { "the one" } else { "those" })
}
