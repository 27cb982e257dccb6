//! One form for a text, however a file writes it.

use std::ops::Range;

use disclosure::search::{entity, escape};

/// Shorter values stand in any file by chance, as parts of longer words and numbers.
const LONG: usize = 8;

/// Lower-case letters and digits; whatever stands between, a blank. What HTML, JSON, CSV and our own
/// code write for a character is that character.
pub(super) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        rest = &rest[first.len_utf8()..];
        let meant = match first {
            '&' => entity(rest),
            '\\' => escape(rest),
            _ => None,
        };
        let (character, length) = meant.unwrap_or((first, 0));
        rest = &rest[length..];
        if character.is_alphanumeric() {
            folded.extend(character.to_lowercase());
        } else if !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    folded.trim().to_owned()
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
