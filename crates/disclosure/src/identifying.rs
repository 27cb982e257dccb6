//! What an e-mail address, a date, a telephone number or the like looks like: things that belong to one
//! person, place or machine, wherever they stand.

mod dates;
mod numbers;

use unicode_normalization::UnicodeNormalization;

pub use self::dates::is_day;

/// The form of something that belongs to one person, place or machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `jo@team.example`, also as `jo [at] team.example`.
    Email,
    /// An address of a machine.
    Network,
    /// A web address.
    Link,
    /// A day, in digits or written out.
    Date,
    /// A postcode of the United Kingdom.
    Postcode,
    /// A telephone number.
    Telephone,
    /// Ten digits; the last checks the others.
    NhsNumber,
    /// A National Insurance number.
    InsuranceNumber,
    /// A number of nine digits or more, or a UUID.
    CaseNumber,
}

impl Form {
    /// Whether nothing but a person's own has this form: no signature can stand for it.
    pub fn is_always_personal(self) -> bool {
        matches!(self, Self::NhsNumber | Self::InsuranceNumber)
    }

    /// The form in words, with its article.
    pub fn words(self) -> &'static str {
        match self {
            Self::Email => "an e-mail address",
            Self::Network => "a network address",
            Self::Link => "a web address",
            Self::Date => "a date",
            Self::Postcode => "a postcode",
            Self::Telephone => "a telephone number",
            Self::NhsNumber => "an NHS number",
            Self::InsuranceNumber => "a National Insurance number",
            Self::CaseNumber => "a number that belongs to one respondent",
        }
    }
}

/// Whether a text looks like something that belongs to one person, place or machine, or holds it. What
/// is always personal comes first.
pub fn identifying_form(text: &str) -> Option<Form> {
    let text: String = text.nfkc().filter(|c| !crate::search::is_unseen(*c)).collect();
    let words = || {
        text.split(|c: char| c.is_whitespace() || "()[]<>,;\"".contains(c))
            .map(|word| word.trim_end_matches(['.', ':', '?', '!']))
    };
    let tests: [(Form, &dyn Fn() -> bool); 9] = [
        (Form::NhsNumber, &|| numbers::holds_nhs_number(&text)),
        (Form::InsuranceNumber, &|| numbers::holds_insurance_number(&text)),
        (Form::Email, &|| words().any(is_email) || is_spelt_email(&text)),
        (Form::Network, &|| words().any(is_network)),
        (Form::Link, &|| words().any(|word| word.contains("://") || word.starts_with("www."))),
        (Form::Date, &|| words().any(is_day) || dates::is_written_out(&text)),
        (Form::Telephone, &|| numbers::holds_telephone(&text)),
        (Form::Postcode, &|| numbers::holds_postcode(&text)),
        (Form::CaseNumber, &|| words().any(is_uuid) || numbers::holds_long_number(&text)),
    ];
    tests.into_iter().find(|(_, holds)| holds()).map(|(form, _)| form)
}

/// `jo@team.example`.
pub fn is_email(word: &str) -> bool {
    word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
}

/// An address of a machine, in either version of the protocol.
pub fn is_network(word: &str) -> bool {
    word.parse::<std::net::IpAddr>().is_ok()
}

/// `jo[at]team.example`, `jo (at) team dot example`.
fn is_spelt_email(text: &str) -> bool {
    let text = text.to_lowercase();
    ["[at]", "(at)", "{at}", "<at>", " at "].iter().any(|at| {
        text.match_indices(at).any(|(place, _)| {
            let name = text[..place].trim_end().chars().next_back();
            let rest = text[place + at.len()..].trim_start();
            let host = rest.split(char::is_whitespace).next().unwrap_or_default();
            let host = host.trim_end_matches(['.', ',', ';', ')']);
            let spelt = ["[dot]", "(dot)", " dot "].iter().any(|dot| {
                rest.split_once(dot).is_some_and(|(host, _)| {
                    !host.trim().is_empty() && !host.trim().contains(char::is_whitespace)
                })
            });
            let dotted = *at != " at " && host.contains('.');
            name.is_some_and(char::is_alphanumeric) && (dotted || spelt)
        })
    })
}

fn is_uuid(word: &str) -> bool {
    word.len() == 36
        && word.bytes().filter(|byte| *byte == b'-').count() == 4
        && word.bytes().any(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_identifiers_are_recognised() {
        let cases = [
            ("Yes", None),
            ("$100,000 – $149,999", None),
            ("2021-22", None),
            ("1.5 to 2", None),
            ("10.1.2", None),
            ("More than 9 in 10", None),
            ("In March 1981", None),
            ("2019 2020 2021", None),
            ("May 10 teams", None),
            ("AB1 to AB12", None),
            ("1234567890", Some(Form::CaseNumber)),
            ("ask jo@team.example", Some(Form::Email)),
            ("jo.bloggs[at]team.example", Some(Form::Email)),
            ("jo (at) team dot example", Some(Form::Email)),
            ("Support ends at home. It does.", None),
            ("192.168.1.20", Some(Form::Network)),
            ("2001:db8::1", Some(Form::Network)),
            ("https://team.example/", Some(Form::Link)),
            ("2022-01-20", Some(Form::Date)),
            ("２０２２-０１-２０", Some(Form::Date)),
            ("20/1/2022", Some(Form::Date)),
            ("born on 12th March 1981 in Kent", Some(Form::Date)),
            ("3 Mar 81", Some(Form::Date)),
            ("12-Mar-1981", Some(Form::Date)),
            ("March 12, 1981", Some(Form::Date)),
            ("the 3rd of May 1981", Some(Form::Date)),
            ("020 7946 0123", Some(Form::Telephone)),
            ("call +44 (0)20 7946 0123.", Some(Form::Telephone)),
            ("07700 900123", Some(Form::Telephone)),
            ("SW1A 1AA", Some(Form::Postcode)),
            ("at me15 6xx", Some(Form::Postcode)),
            ("943 476 5919", Some(Form::NhsNumber)),
            ("no. 9434765919", Some(Form::NhsNumber)),
            ("QQ 12 34 56 C", None),
            ("AB 12 34 56 C", Some(Form::InsuranceNumber)),
            ("ab123456c", Some(Form::InsuranceNumber)),
            ("3f2a44aa-0000-4a1b-9f00-5e1d2c3b4a59", Some(Form::CaseNumber)),
        ];
        for (text, expected) in cases {
            assert_eq!(identifying_form(text), expected, "{text}");
        }
    }
}
