//! Numbers that are given to one person, household or line: with their spaces and hyphens.

/// Runs of digits with what may stand between them; each as its digits.
fn runs(text: &str) -> impl Iterator<Item = (String, &str)> {
    let part = |c: char| c.is_ascii_digit() || " +-().".contains(c);
    text.split(move |c: char| !part(c)).map(|run| {
        let run = run.trim();
        (run.chars().filter(char::is_ascii_digit).collect(), run)
    })
}

/// Ten digits whose last one checks the others by weights from 10 to 2, modulo 11.
pub(super) fn holds_nhs_number(text: &str) -> bool {
    runs(text).any(|(digits, _)| {
        digits.len() == 10 && {
            let values: Vec<u32> = digits.chars().filter_map(|c| c.to_digit(10)).collect();
            let sum: u32 = values.iter().zip((2..=10).rev()).map(|(digit, by)| digit * by).sum();
            // A telephone number begins with 0 and may pass the check by chance; it is found as one.
            values[0] != 0 && (11 - sum % 11) % 11 == values[9]
        }
    })
}

/// Ten or eleven digits that begin with 0 or the country's code.
pub(super) fn holds_telephone(text: &str) -> bool {
    runs(text).any(|(digits, run)| {
        let abroad = run.contains('+') && (10..=14).contains(&digits.len());
        abroad || (digits.starts_with('0') && (10..=11).contains(&digits.len()))
    })
}

/// Nine digits or more in a row, or a text of nothing else.
pub(super) fn holds_long_number(text: &str) -> bool {
    const LONG: usize = 9;
    let unbroken = text.split(|c: char| !c.is_ascii_digit()).any(|run| run.len() >= LONG);
    let is_part = |c: char| c.is_ascii_digit() || " +-()".contains(c);
    let years = || {
        text.split_whitespace()
            .all(|word| word.len() == 4 && (word.starts_with("19") || word.starts_with("20")))
    };
    let whole = text.chars().all(is_part)
        && text.bytes().filter(u8::is_ascii_digit).count() >= LONG
        && !years();
    unbroken || whole
}

/// Letters and digits of ASCII in a row.
fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

/// Two letters, six digits and a letter; some letters are never given out.
pub(super) fn holds_insurance_number(text: &str) -> bool {
    const NOT_FIRST: &str = "dfiquv";
    const NOT_SECOND: &str = "dfioquv";
    let text = text.to_lowercase();
    let words = words(&text);
    (0..words.len()).any(|start| {
        (1..=5).filter_map(|many| words.get(start..start + many)).any(|words| {
            let joined = words.concat();
            let [one, two, digits @ .., last] = joined.as_bytes() else { return false };
            joined.len() == 9
                && one.is_ascii_lowercase()
                && !NOT_FIRST.contains(char::from(*one))
                && two.is_ascii_lowercase()
                && !NOT_SECOND.contains(char::from(*two))
                && digits.iter().all(u8::is_ascii_digit)
                && (b'a'..=b'd').contains(last)
        })
    })
}

/// An outward and an inward code: SW1A 1AA.
pub(super) fn holds_postcode(text: &str) -> bool {
    let text = text.to_lowercase();
    let words = words(&text);
    let pair = words.windows(2).any(|pair| is_outward(pair[0]) && is_inward(pair[1]));
    let joined = words.iter().any(|word| {
        word.len() >= 5 && {
            let (outward, inward) = word.split_at(word.len() - 3);
            is_outward(outward) && is_inward(inward)
        }
    });
    pair || joined
}

fn is_outward(word: &str) -> bool {
    let letters = word.bytes().take_while(u8::is_ascii_lowercase).count();
    let rest = &word.as_bytes()[letters.min(word.len())..];
    (1..=2).contains(&letters)
        && match rest {
            [digit] => digit.is_ascii_digit(),
            [digit, last] => digit.is_ascii_digit() && last.is_ascii_alphanumeric(),
            _ => false,
        }
}

fn is_inward(word: &str) -> bool {
    let is_letter = |byte: &u8| byte.is_ascii_lowercase() && !b"cikmov".contains(byte);
    matches!(word.as_bytes(), [digit, one, two]
        if digit.is_ascii_digit() && is_letter(one) && is_letter(two))
}
