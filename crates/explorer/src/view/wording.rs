//! How numbers are put into words. The count comes first, the base is always said.

use survey::{Phrase, Question};
use survey_stats::{BaseRule, percent};

/// "19 of 51 (37%)", without the percentage where the base does not allow one.
pub fn count_of_base(count: u32, base: u32) -> String {
    format!("{} of {}{}", thousands(count), thousands(base), in_brackets(count, base))
}

/// The same without the flag of a small base.
pub fn short_count_of_base(count: u32, base: u32) -> String {
    count_of_base(count, base).replace(", small base", "")
}

/// " (37%)", " (45%, small base)" or nothing, as the base allows.
pub(super) fn in_brackets(count: u32, base: u32) -> String {
    match (BaseRule::of(base), percent(count, base)) {
        (BaseRule::Full, Some(percent)) => format!(" ({percent}%)"),
        (BaseRule::SmallBase, Some(percent)) => format!(" ({percent}%, small base)"),
        _ => String::new(),
    }
}

/// "58 teams", "1 team".
pub fn counted(count: u32, noun: &Phrase) -> String {
    format!("{} {}", thousands(count), noun.for_count(u64::from(count)))
}

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

/// How large a part is, in words. Words are for bases of
/// [`SMALLEST_FOR_WORDS`](survey::limits::SMALLEST_FOR_WORDS) or more; below, a count says more.
pub fn quantifier(count: u32, base: u32) -> &'static str {
    let (count, base) = (u64::from(count), u64::from(base));
    match 100 * count {
        0 => "None",
        _ if count == base => "All",
        part if part < 10 * base => "Very few",
        part if part <= 25 * base => "Few",
        part if part < 45 * base => "Some",
        part if part <= 55 * base => "About half",
        part if part < 90 * base => "Most",
        _ => "Nearly all",
    }
}

/// What respondents who gave an answer do: "train their staff". Without such words in the codebook,
/// answer and question are quoted.
pub fn predicate(question: &Question, option: usize, count: u32) -> String {
    let option = &question.options[option];
    match &option.says {
        Some(says) => says.for_count(u64::from(count)).to_owned(),
        None => format!("answered “{}” to “{}”", option.label, question.label),
    }
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

/// A text's first sentence, and the rest with the space before it.
pub fn first_sentence(text: &str) -> (String, String) {
    match text.split_once(". ") {
        Some((first, rest)) => (format!("{first}."), format!(" {rest}")),
        None => (text.to_owned(), String::new()),
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
    fn the_base_decides_what_is_said() {
        let cases = [
            ((0, 51), "0 of 51 (0%)"),
            ((19, 51), "19 of 51 (37%)"),
            ((1, 19), "1 of 19"),
            ((10, 20), "10 of 20 (50%, small base)"),
            ((0, 0), "0 of 0"),
            ((1_058, 12_345), "1,058 of 12,345 (9%)"),
        ];
        for ((count, base), expected) in cases {
            assert_eq!(count_of_base(count, base), expected);
        }
    }

    #[test]
    fn parts_have_words() {
        let cases = [
            (0, "None"),
            (9, "Very few"),
            (10, "Few"),
            (25, "Few"),
            (26, "Some"),
            (44, "Some"),
            (45, "About half"),
            (55, "About half"),
            (56, "Most"),
            (89, "Most"),
            (90, "Nearly all"),
            (99, "Nearly all"),
            (100, "All"),
        ];
        for (count, expected) in cases {
            assert_eq!(quantifier(count, 100), expected, "{count} of 100");
        }
    }

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
