//! Rule 1, columns: only answers to declared questions are counted. Weights, dates, and questions
//! whose "answers" are names, addresses or nearly as many as there are respondents are refused, also
//! where they were declared by mistake. Columns in nobody's schema are refused before, by the package's
//! reader; free text has no declared answers and is read only to look for it in the packed file.

use crate::disclosure::gate::{Case, Outcome, Rule, Stage};

pub(super) const RULE: Rule = Rule {
    name: "columns",
    number: 1,
    demands: "No column that is published holds free text, identifiers, dates, addresses or weights.",
    exact: "Declared types are exact; addresses, dates and numbers in answers are recognised by their form.",
    stage: Stage::Release,
    counts_only: false,
    check,
};

/// Types of the Table Schema that no question with declared answers needs.
const DATES: [&str; 7] = ["date", "time", "datetime", "year", "yearmonth", "duration", "geopoint"];
/// A question with more answers than this, for each respondent, tells respondents apart.
const ANSWERS_TO_RESPONDENTS: usize = 2;

fn check(case: &Case<'_>) -> Outcome {
    let mut outcome = Outcome::default();
    for column in case.columns {
        outcome.examined += 1;
        let place = format!("column {}", column.name);
        let fix = "Give the column the role “left_out”.";
        if column.is_weight {
            outcome.breach(None, place, "weights tell respondents apart", fix);
        } else if DATES.contains(&column.kind.as_str()) {
            let what = format!("is of type “{}”: such values tell respondents apart", column.kind);
            outcome.breach(None, place, what, fix);
        }
    }
    for (_, question) in case.sample.codebook.iter() {
        let place = format!("question {}", question.id);
        let fix = "Give its columns the role “left_out”, or declare answers that are groups.";
        if question.options.len() * ANSWERS_TO_RESPONDENTS > case.sample.rows() {
            let what = format!(
                "has {} answers for {} respondents, as an identifier has",
                question.options.len(),
                case.sample.rows()
            );
            outcome.breach(None, place.clone(), what, fix);
        }
        for option in &question.options {
            if let Some(form) = identifying_form(&option.label) {
                let what = format!("the answer “{}” has the form of {form}", option.label);
                outcome.breach(None, place.clone(), what, fix);
            }
        }
    }
    outcome
}

/// Whether a text looks like something that belongs to one person, place or machine.
fn identifying_form(text: &str) -> Option<&'static str> {
    let words = || text.split(|c: char| c.is_whitespace() || "()[]<>,;\"".contains(c));
    let is_email = |word: &str| {
        word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
    };
    let is_network = |word: &str| word.parse::<std::net::IpAddr>().is_ok();
    let is_link = |word: &str| word.contains("://") || word.starts_with("www.");
    let digits = |word: &str| word.chars().filter(char::is_ascii_digit).count();
    let is_day = |word: &str| {
        let parts: Vec<&str> = word.split(['-', '/', '.']).collect();
        let numbers =
            parts.iter().all(|part| part.bytes().all(|b| b.is_ascii_digit()) && !part.is_empty());
        parts.len() == 3 && numbers && (6..=8).contains(&digits(word))
    };
    let plain = text.chars().filter(|c| !" +-()".contains(*c)).collect::<String>();
    let is_number = plain.len() >= 9 && plain.bytes().all(|byte| byte.is_ascii_digit());
    let is_uuid = |word: &str| {
        word.len() == 36
            && word.bytes().filter(|byte| *byte == b'-').count() == 4
            && digits(word) > 0
    };
    if words().any(is_email) {
        Some("an e-mail address")
    } else if words().any(is_network) {
        Some("a network address")
    } else if words().any(is_link) {
        Some("a web address")
    } else if words().any(is_day) {
        Some("a date")
    } else if words().any(is_uuid) || is_number {
        Some("a number that belongs to one respondent")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::identifying_form;

    #[test]
    fn forms_of_identifiers_are_recognised() {
        let cases = [
            ("Yes", false),
            ("$100,000 – $149,999", false),
            ("2021-22", false),
            ("1.5 to 2", false),
            ("10.1.2", false),
            ("More than 9 in 10", false),
            ("ask jo@team.example", true),
            ("192.168.1.20", true),
            ("2001:db8::1", true),
            ("https://team.example/", true),
            ("2022-01-20", true),
            ("20/1/2022", true),
            ("020 7946 0123", true),
            ("3f2a44aa-0000-4a1b-9f00-5e1d2c3b4a59", true),
        ];
        for (text, expected) in cases {
            assert_eq!(identifying_form(text).is_some(), expected, "{text}");
        }
    }
}
