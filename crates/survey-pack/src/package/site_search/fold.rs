//! One form for a text, however a file writes it.

use std::ops::Range;

/// Shorter values stand in any file by chance, as parts of longer words and numbers.
const LONG: usize = 8;

/// Lower-case letters and digits; whatever stands between, a blank. What HTML, JSON, CSV and our own
/// code write for a character is that character.
pub(super) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (character, length) = match first {
            '&' => entity(rest),
            '\\' => escape(rest),
            _ => None,
        }
        .unwrap_or((first, first.len_utf8()));
        rest = &rest[length..];
        if character.is_alphanumeric() {
            folded.extend(character.to_lowercase());
        } else if !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    folded.trim().to_owned()
}

/// `&#39;`, `&#x2019;`. Named ones that matter are of no letter: `&amp;` is a blank.
fn entity(text: &str) -> Option<(char, usize)> {
    let end = text.char_indices().take(10).find(|(_, c)| *c == ';')?.0;
    let name = &text[1..end];
    if ["amp", "lt", "gt", "quot", "apos", "nbsp"].contains(&name) {
        return Some((' ', end + 1));
    }
    let number = name.strip_prefix('#')?;
    let code = match number.strip_prefix(['x', 'X']) {
        Some(number) => u32::from_str_radix(number, 16).ok()?,
        None => number.parse().ok()?,
    };
    Some((char::from_u32(code)?, end + 1))
}

/// `\n` and `\u00f6`, as in JSON; `\u{f6}`, as in Rust.
fn escape(text: &str) -> Option<(char, usize)> {
    let mut characters = text.chars().skip(1);
    match characters.next()? {
        'n' | 'r' | 't' | 'b' | 'f' | '0' => Some((' ', 2)),
        'u' if text[2..].starts_with('{') => {
            let end = text.find('}')?;
            let code = u32::from_str_radix(text.get(3..end)?, 16).ok()?;
            Some((char::from_u32(code)?, end + 1))
        }
        'u' => {
            let code = u32::from_str_radix(text.get(2..6)?, 16).ok()?;
            Some((char::from_u32(code)?, 6))
        }
        _ => None,
    }
}

/// Whether a folded value has enough in it to be somebody’s own: “12” and “no” stand everywhere.
pub(super) fn is_rare(folded: &str) -> bool {
    let letters = folded.chars().filter(|c| c.is_alphanumeric()).count();
    let digits = folded.chars().filter(char::is_ascii_digit).count();
    letters >= 6 || (letters >= 4 && digits > 0 && digits < letters)
}

/// Whether a folded value is found by chance within longer words.
pub(super) fn needs_bounds(folded: &str) -> bool {
    folded.chars().count() < LONG || folded.chars().all(|c| c.is_ascii_digit() || c == ' ')
}

/// Whether a place in a folded text begins and ends where words do.
pub(super) fn is_bounded(text: &str, place: Range<usize>) -> bool {
    !text[..place.start].ends_with(char::is_alphanumeric)
        && !text[place.end..].starts_with(char::is_alphanumeric)
}
