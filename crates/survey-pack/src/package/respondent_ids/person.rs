//! Names of respondents that belong to one person, by their form.

use disclosure::figures::MONTHS;
use disclosure::identifying::{is_day, is_email, is_network};

/// Words before a number by which an office knows a person.
const FILES: [&str; 9] =
    ["case", "claim", "file", "hospital", "mrn", "nhs", "patient", "ref", "reference"];

/// What a name is by its form, if that is something which one person has. Numbers that services count
/// answers by have none.
pub(super) fn person_form(name: &str) -> Option<&'static str> {
    let mut words = name.split(|c: char| c.is_whitespace() || "()[]<>,;_\"".contains(c));
    if name.split(|c: char| c.is_whitespace() || "()[]<>,;\"".contains(c)).any(is_email) {
        Some("an e-mail address")
    } else if words.clone().any(is_network) {
        Some("a network address")
    } else if words.any(is_day) || has_written_day(name) || has_joined_day(name) {
        Some("a date, as of somebody’s birth")
    } else if is_insurance_number(name) {
        Some("a National Insurance or social security number")
    } else if is_telephone_number(name) {
        Some("a telephone or NHS number")
    } else if is_file_number(name) {
        Some("a case or file number")
    } else {
        None
    }
}

/// “3 May 1984”: a month in words beside a year.
fn has_written_day(name: &str) -> bool {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<String> = words.map(str::to_lowercase).collect();
    let is_month = |word: &String| {
        MONTHS.iter().any(|month| word.starts_with(&month[..3])) && is_of_letters(word)
    };
    let is_day = |word: &String| {
        let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
        digits.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day))
    };
    let is_year = |word: &String| word.parse().is_ok_and(|year: u32| (1900..=2100).contains(&year));
    words.windows(3).any(|three| {
        is_year(&three[2])
            && ((is_day(&three[0]) && is_month(&three[1]))
                || (is_month(&three[0]) && is_day(&three[1])))
    })
}

fn is_of_letters(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// “SMITH19840503”, “jsmith03051984”: a name with a day joined to it.
fn has_joined_day(name: &str) -> bool {
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let mut runs = name.split(|c: char| !c.is_ascii_digit()).filter(|run| run.len() == 8);
    let number = |text: &str| text.parse::<u32>().unwrap_or_default();
    let is_day = |year: &str, one: &str, other: &str| {
        let (one, other) = (number(one), number(other));
        (1900..=2030).contains(&number(year))
            && (1..=31).contains(&one.max(other))
            && (1..=12).contains(&one.min(other))
    };
    letters >= 3
        && runs.any(|run| {
            is_day(&run[..4], &run[4..6], &run[6..]) || is_day(&run[4..], &run[..2], &run[2..4])
        })
}

/// Its parts between separators, as `a` for letters and `9` for digits: “020 7946” is `999 9999`.
fn shape(name: &str) -> String {
    let sign = |c: char| match c {
        '0'..='9' => '9',
        'a'..='z' | 'A'..='Z' => 'a',
        '-' | '.' | ' ' | '/' => ' ',
        other => other,
    };
    name.trim().chars().map(sign).collect()
}

fn is_insurance_number(name: &str) -> bool {
    ["aa999999a", "aa 99 99 99 a", "aa 999999 a", "999 99 9999"].contains(&shape(name).as_str())
}

/// With a nought or a plus before it, or in groups as numbers are spoken.
fn is_telephone_number(name: &str) -> bool {
    let rest = name.trim();
    let digits = rest.chars().filter(char::is_ascii_digit).count();
    let plain = rest.chars().all(|c| c.is_ascii_digit() || " +-().".contains(c));
    let international = rest.starts_with('+') || rest.starts_with("00");
    let spoken = ["999 999 9999", "(999) 999 9999"].contains(&shape(rest).as_str());
    plain
        && ((international && (9..=15).contains(&digits))
            || (rest.starts_with(['0', '(']) && (10..=11).contains(&digits))
            || spoken)
}

/// “Case 20456”, “21/00345/FUL”, “2021/0456”.
fn is_file_number(name: &str) -> bool {
    let parts: Vec<String> = name
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|part| !part.is_empty())
        .map(str::to_lowercase)
        .collect();
    let digits = |part: &str| part.len() >= 3 && part.bytes().all(|byte| byte.is_ascii_digit());
    let of_file = |part: &str| {
        let word = part.trim_end_matches(|c: char| c.is_ascii_digit());
        FILES.contains(&word) && (word.len() == part.len() || digits(&part[word.len()..]))
    };
    let slashed = name.split('/').map(str::trim).collect::<Vec<_>>();
    let is_year = |part: &str| {
        (part.len() == 2 || (part.len() == 4 && (part.starts_with("19") || part.starts_with("20"))))
            && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    parts.first().is_some_and(|first| of_file(first))
        && parts.iter().any(|part| part.bytes().filter(u8::is_ascii_digit).count() >= 3)
        || slashed
            .windows(2)
            .any(|two| (is_year(two[0]) && digits(two[1])) || (digits(two[0]) && is_year(two[1])))
}

/// Ten digits; the last checks the others, modulo 11.
pub(super) fn has_nhs_check_digit(name: &str) -> bool {
    let digits: Vec<u32> = name.trim().chars().filter_map(|c| c.to_digit(10)).collect();
    if digits.len() != 10 || name.trim().len() != 10 {
        return false;
    }
    let sum: u32 = digits[..9].iter().zip((2..=10).rev()).map(|(digit, by)| digit * by).sum();
    (11 - sum % 11) % 11 == digits[9]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_one_person_has_are_known_by_their_form() {
        let cases = [
            ("jo@team.example", "an e-mail address"),
            ("Jo Smith <jo.smith@team.example>", "an e-mail address"),
            ("192.168.1.20", "a network address"),
            ("Jo Smith 1984-05-03", "a date"),
            ("smith_03/05/1984", "a date"),
            ("Jo Smith, 3 May 1984", "a date"),
            ("Jo Smith, May 3rd, 1984", "a date"),
            ("SMITH19840503", "a date"),
            ("jsmith03051984", "a date"),
            ("QQ123456C", "a National Insurance"),
            ("QQ 12 34 56 C", "a National Insurance"),
            ("123-45-6789", "a National Insurance"),
            ("020 7946 0123", "a telephone"),
            ("07700900123", "a telephone"),
            ("+44 7700 900123", "a telephone"),
            ("(212) 555-0100", "a telephone"),
            ("943 476 5919", "a telephone or NHS"),
            ("Case 20456", "a case"),
            ("CASE-2021-00123", "a case"),
            ("case20456", "a case"),
            ("NHS 4857773456", "a case"),
            ("21/00345/FUL", "a case"),
            ("2021/0456", "a case"),
            ("Team 7", ""),
            ("Kent", ""),
            ("Kent (42)", ""),
            ("Hall 01", ""),
            ("team-001", ""),
            ("R_3fXk2Pq9LmN0aBc", ""),
            ("3436139758", ""),
            ("114029470822", ""),
            ("10.5", ""),
            ("Case studies team", ""),
            ("Smith & Jones 2021", ""),
            ("3f2a44aa-0000-4a1b-9f00-5e1d2c3b4a59", ""),
            ("May 2021", ""),
            ("Ward 3/12", ""),
            ("E09000001", ""),
            ("", ""),
        ];
        for (name, expected) in cases {
            let form = person_form(name);
            assert_eq!(form.is_none(), expected.is_empty(), "{name}: {form:?}");
            assert!(form.unwrap_or_default().starts_with(expected), "{name}: {form:?}");
        }
    }

    #[test]
    fn nhs_numbers_check_themselves() {
        for (number, is_one) in [
            ("9434765919", true),
            ("4010232137", true),
            ("9434765918", false),
            ("3436139758", false),
            ("943476591", false),
            ("943 476 5919", false),
        ] {
            assert_eq!(has_nhs_check_digit(number), is_one, "{number}");
        }
    }
}
