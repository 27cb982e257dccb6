//! Figures in texts: digits of any script, and numbers in words in English. No program can tell what
//! they disclose, so it must not miss one; a false alarm costs a look.

mod words;

use survey::Phrase;
use unicode_normalization::UnicodeNormalization;

use crate::search::is_unseen;

/// What must be known of a survey to tell a year from a count.
#[derive(Clone, Copy, Debug)]
pub struct Respondents<'a> {
    /// What they are called.
    pub word: &'a Phrase,
    /// The most that a count of them could be.
    pub most: u32,
}

/// Numbers that letters stand for in Chinese and Japanese, which Unicode does not class as numbers.
const NUMERALS: &str = "〇一二三四五六七八九十百千万億兩两零壹貳贰叁參肆伍陸陆柒捌玖拾佰仟";
/// The months' names, as texts have them in small letters. The first three letters are short for each.
pub const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
/// After these, and after months, a year is a year.
const BEFORE_YEARS: [&str; 14] = [
    "in",
    "since",
    "until",
    "during",
    "spring",
    "summer",
    "autumn",
    "winter",
    "early",
    "late",
    "mid",
    "©",
    "year",
    "copyright",
];

/// Every figure in a text, as it stands there.
pub fn figures(text: &str, respondents: Respondents<'_>) -> Vec<String> {
    let seen: String = text.nfkc().filter(|c| !is_unseen(*c)).collect();
    let mut figures: Vec<String> = digits(&seen, respondents.most);
    for found in words::numbers(&seen, respondents.word) {
        if !figures.contains(&found) {
            figures.push(found);
        }
    }
    // A number that reads as letters.
    let lost = text.chars().filter(|c| is_figure(*c) && !c.nfkc().any(is_figure));
    figures.extend(lost.map(String::from));
    figures
}

/// The number that a figure stands for, where it is a whole one.
pub fn value(figure: &str) -> Option<u32> {
    let digits = figure.trim_end_matches('%').replace(',', "");
    digits.parse().ok().or_else(|| words::value(figure))
}

fn is_figure(c: char) -> bool {
    c.is_numeric() || NUMERALS.contains(c)
}

/// A piece of a text: letters and digits in a row, and what stands between it and the piece before.
struct Piece<'t> {
    gap: &'t str,
    text: &'t str,
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    loop {
        let start = rest.find(char::is_alphanumeric).unwrap_or(rest.len());
        let (gap, from) = rest.split_at(start);
        let end = from.find(|c: char| !c.is_alphanumeric()).unwrap_or(from.len());
        let (piece, after) = from.split_at(end);
        if piece.is_empty() {
            return pieces;
        }
        pieces.push(Piece { gap, text: piece });
        rest = after;
    }
}

fn digits(text: &str, most: u32) -> Vec<String> {
    let pieces = pieces(text);
    let mut figures = Vec::new();
    let mut year_before = None;
    for (place, piece) in pieces.iter().enumerate() {
        if !piece.text.chars().any(is_figure) {
            year_before = None;
            continue;
        }
        let before = place.checked_sub(1).map(|before| pieces[before].text.to_lowercase());
        let year = year(piece, before.as_deref(), year_before, most);
        if year.is_none() {
            figures.push(piece.text.to_owned());
        }
        year_before = year;
    }
    figures
}

/// A year after a word that years follow, and too large to be a count of respondents; or the second
/// year of a span, such as 2022–23.
fn year(piece: &Piece<'_>, before: Option<&str>, span_from: Option<u32>, most: u32) -> Option<u32> {
    let number: u32 = piece.text.parse().ok()?;
    if !piece.text.is_ascii() {
        return None;
    }
    if let Some(from) = span_from {
        let next = from + 1;
        let is_span = ["-", "–", "/"].contains(&piece.gap);
        let short = piece.text.len() == 2 && number == next % 100;
        return (is_span && (short || number == next)).then_some(next);
    }
    let is_year = piece.text.len() == 4 && (1900..2100).contains(&number) && number > most;
    let is_apart = piece.gap.chars().all(|c| c.is_whitespace() || c == '-');
    let leads = |word| BEFORE_YEARS.contains(&word) || MONTHS.contains(&word);
    let follows = before.is_some_and(leads) && is_apart;
    (is_year && follows).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, most: u32) -> Vec<String> {
        let word = Phrase { one: "team".to_owned(), other: "teams".to_owned() };
        figures(text, Respondents { word: &word, most })
    }

    #[test]
    fn digits_of_any_script_are_found_and_years_are_not() {
        let cases: &[(&str, &[&str])] = &[
            ("In 2022 most did.", &[]),
            ("Of 58 teams 51 did.", &["58", "51"]),
            ("96%", &["96"]),
            ("in 2022–23", &[]),
            ("in 2022-2023", &[]),
            ("in 2022–59", &["59"]),
            ("2022–23", &["2022", "23"]),
            ("since March 2021", &[]),
            ("Of 2000 asked, 1999 said yes", &["2000", "1999"]),
            ("1,999 of 2,000", &["1", "999", "2", "000"]),
            ("１ of ６０", &["1", "60"]),
            ("١ of ٦٠", &["١", "٦٠"]),
            ("①", &["1"]),
            ("½", &["1", "2"]),
            ("Ⅳ", &["Ⅳ"]),
            ("¹⁄₆₀", &["1", "60"]),
            ("6\u{ad}0", &["60"]),
            ("三", &["三"]),
            ("१", &["१"]),
            ("1-of-60-kent-said-no", &["1", "60"]),
        ];
        for (text, expected) in cases {
            assert_eq!(found(text, 60), *expected, "{text}");
        }
    }

    #[test]
    fn a_year_that_could_be_a_count_is_one() {
        assert!(found("in 2022 it was so", 2021).is_empty());
        assert_eq!(found("in 2022 it was so", 2022), ["2022"]);
    }

    #[test]
    fn figures_have_values() {
        for (figure, expected) in
            [("60", Some(60)), ("95%", Some(95)), ("four", Some(4)), ("half", None)]
        {
            assert_eq!(value(figure), expected, "{figure}");
        }
    }
}
