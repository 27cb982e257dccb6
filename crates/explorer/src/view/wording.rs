//! How numbers are put into words. The count comes first, the base is always said.

use survey::Question;
use survey_stats::{BaseRule, percent};

use crate::words::{grammar, quantity};
pub use grammar::{capitalised, counted, either, list, lower_first, thousands};

/// "19 of 51 (37%)", without the percentage where the base does not allow one.
pub fn count_of_base(count: u32, base: u32) -> String {
    grammar::of(count, base) + &in_brackets(count, base)
}

/// The same without the flag of a small base.
pub fn without_flag(said: &str) -> String {
    said.replace(grammar::SMALL_BASE, "")
}

/// " (37%)", " (45%, small base)" or nothing, as the base allows.
pub(super) fn in_brackets(count: u32, base: u32) -> String {
    match (BaseRule::of(base), percent(count, base)) {
        (BaseRule::Full, Some(percent)) => grammar::share(percent),
        (BaseRule::SmallBase, Some(percent)) => grammar::share_of_small_base(percent),
        _ => String::new(),
    }
}

/// How large a part is, in words. Words are for bases of
/// [`SMALLEST_FOR_WORDS`](survey::limits::SMALLEST_FOR_WORDS) or more; below, a count says more.
pub fn quantifier(count: u32, base: u32) -> &'static str {
    let (count, base) = (u64::from(count), u64::from(base));
    match 100 * count {
        0 => quantity::NONE,
        _ if count == base => quantity::ALL,
        part if part < 10 * base => quantity::VERY_FEW,
        part if part <= 25 * base => quantity::FEW,
        part if part < 45 * base => quantity::SOME,
        part if part <= 55 * base => quantity::ABOUT_HALF,
        part if part < 90 * base => quantity::MOST,
        _ => quantity::NEARLY_ALL,
    }
}

/// What respondents who gave an answer do: "train their staff". Without such words in the codebook,
/// answer and question are quoted.
pub fn predicate(question: &Question, option: usize, count: u32) -> String {
    let option = &question.options[option];
    match &option.says {
        Some(says) => says.for_count(u64::from(count)).to_owned(),
        None => grammar::answered_to(&option.label, &question.label),
    }
}

/// A text's first sentence, and the rest with the space before it.
pub fn first_sentence(text: &str) -> (String, String) {
    match text.split_once(". ") {
        Some((first, rest)) => (format!("{first}."), format!(" {rest}")),
        None => (text.to_owned(), String::new()),
    }
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
}
