//! Numbers, lists and the forms of words, as every sentence has them.

use survey::Phrase;

/// "1,058".
pub fn thousands(number: u32) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// "58 teams", "1 team".
pub fn counted(count: u32, noun: &Phrase) -> String {
    format!("{} {}", thousands(count), noun.for_count(u64::from(count)))
}

/// "19 of 51".
pub fn of(count: u32, base: u32) -> String {
    format!("{} of {}", thousands(count), thousands(base))
}

/// After a count, its share: " (37%)".
pub fn share(percent: u32) -> String {
    format!(" ({percent}%)")
}

/// The same of a small base.
pub fn share_of_small_base(percent: u32) -> String {
    format!(" ({percent}%{SMALL_BASE})")
}

/// The flag of a small base beside a percentage.
pub const SMALL_BASE: &str = ", small base";

/// A text with what it is: "Licence: CC BY 4.0".
pub fn labelled(label: &str, text: &str) -> String {
    [label, ": ", text].concat()
}

/// What is not the interface's own: an answer, a question's name, what a reader typed.
pub fn quoted(text: &str) -> String {
    format!("“{text}”")
}

/// What respondents do who gave an answer for which the package has no words.
pub fn answered_to(answer: &str, question: &str) -> String {
    format!("answered “{answer}” to “{question}”")
}

/// "a, b and c".
pub fn list(items: &[String]) -> String {
    joined(items, "and")
}

/// "a, b or c".
pub fn either(items: &[String]) -> String {
    joined(items, "or")
}

fn joined(items: &[String], word: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {word} {last}", first.join(", ")),
    }
}

/// The text with its first letter in upper case, where that is one of a to z.
pub fn capitalised(text: &str) -> String {
    with_first(text, char::to_ascii_uppercase)
}

/// The text with its first letter in lower case, where that is one of A to Z.
pub fn lower_first(text: &str) -> String {
    with_first(text, char::to_ascii_lowercase)
}

fn with_first(text: &str, change: fn(&char) -> char) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| std::iter::once(change(&first)).chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_and_thousands_read_as_written() {
        assert_eq!(list(&["a".into(), "b".into(), "c".into()]), "a, b and c");
        assert_eq!(list(&["a".into()]), "a");
        assert_eq!(either(&["a".into(), "b".into()]), "a or b");
        assert_eq!([0, 999, 1_000, 1_234_567].map(thousands), ["0", "999", "1,000", "1,234,567"]);
        assert_eq!(capitalised("teams"), "Teams");
        assert_eq!(lower_first("Élan vital"), "Élan vital");
    }
}
