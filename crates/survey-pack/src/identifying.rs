//! What an e-mail address, a date, a telephone number or the like looks like: things that belong to one
//! person, place or machine, wherever they stand.

/// Whether a text looks like something that belongs to one person, place or machine.
pub fn identifying_form(text: &str) -> Option<&'static str> {
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
