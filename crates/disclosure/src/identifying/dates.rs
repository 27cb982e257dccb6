//! Days, in digits and written out.

use crate::figures::MONTHS;

/// A day in digits: 2022-01-20, 20/1/2022, 20.01.22.
pub fn is_day(word: &str) -> bool {
    let parts: Vec<&str> = word.split(['-', '/', '.']).collect();
    let is_number = |part: &&str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    parts.len() == 3 && parts.iter().all(is_number) && (6..=8).contains(&digits)
}

/// A day, a month in letters and a year, in either order: 12th March 1981, Mar 3, 81. A month and a
/// year alone are nobody's.
pub(super) fn is_written_out(text: &str) -> bool {
    let text = text.to_lowercase();
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty() && !["of", "the"].contains(word))
        .collect();
    words.windows(3).any(|words| {
        is_year(words[2])
            && (is_day_of_month(words[0]) && is_month(words[1])
                || is_month(words[0]) && is_day_of_month(words[1]))
    })
}

fn is_month(word: &str) -> bool {
    word == "sept" || MONTHS.iter().any(|month| word == *month || word == &month[..3])
}

fn is_day_of_month(word: &str) -> bool {
    let ordinal = ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending));
    let number = ordinal.unwrap_or(word);
    number.len() <= 2 && number.parse().is_ok_and(|day: u32| (1..=31).contains(&day))
}

fn is_year(word: &str) -> bool {
    matches!(word.len(), 2 | 4) && word.bytes().all(|byte| byte.is_ascii_digit())
}
