//! How wide texts are, estimated from their letters: how tall a chart is must be known before
//! anything is drawn, in the page, in embeds and in pictures alike.

use crate::wrap::lines;

/// How wide a text is at 16 pixels, in pixels, where digits are `letters` percent as wide as common
/// sans-serif ones: be it that all letters are wider, or that the reader wants space between them.
pub(super) fn width(text: &str, letters: u32) -> u32 {
    // Space is as wide for narrow letters as for digits, and who wants it wants more between words.
    let space = DIGIT * letters.saturating_sub(100) / 100;
    let wide = |letter: char| {
        let spaces = if letter == ' ' { 5 * space / 2 } else { space };
        (hundredths(letter) + spaces).max(hundredths(letter) * letters / 100)
    };
    text.chars().map(wide).sum::<u32>() * 16 / 100 + 2
}

/// A digit's width in hundredths of the type's size.
const DIGIT: u32 = 56;

/// A letter's width in hundredths of the type's size.
fn hundredths(letter: char) -> u32 {
    match letter {
        'i' | 'j' | 'l' | '.' | ',' | ':' | '\'' | '’' | ' ' => 28,
        'f' | 't' | 'r' | '(' | ')' | '-' | '/' | 'I' => 36,
        'm' | 'w' | 'M' | 'W' | '%' => 88,
        'A'..='Z' => 70,
        '\u{2e80}'.. => 100,
        _ => DIGIT,
    }
}

/// A text in lines that are no wider than `room` pixels, how many these are, and how wide the widest
/// of them is.
pub(super) fn wrapped(text: &str, room: u32, letters: u32) -> (String, u32, u32) {
    let lines = lines(text, f64::from(room), &|part| f64::from(width(part, letters)));
    let widest = lines.iter().map(|line| width(line, letters)).max().unwrap_or_default();
    (lines.join("\n"), u32::try_from(lines.len().max(1)).unwrap_or(u32::MAX), widest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_labels_are_broken_between_words_or_within_one_that_is_too_long() {
        let text = "Cross-agency collaboration and referral";
        let whole = width(text, 100);
        assert_eq!(wrapped(text, whole, 100), (text.to_owned(), 1, whole));
        let (broken, lines, widest) = wrapped(text, 200, 100);
        assert_eq!((broken.as_str(), lines), ("Cross-agency\ncollaboration and referral", 2));
        assert!(widest <= 200);
        // With wide spaces between letters.
        assert_eq!(wrapped(text, 200, 200).1, 5);
        let (broken, lines, widest) = wrapped("a Metropolitan b", 60, 100);
        assert_eq!((broken.as_str(), lines), ("a\nMetrop\nolitan b", 3));
        assert!(widest <= 60);
        assert_eq!(wrapped("", 60, 100), (String::new(), 1, 0));
    }

    /// Liberation Sans, which is as wide as Arial, in hundredths of pixels at 16 pixels.
    #[test]
    fn a_text_is_about_as_wide_as_in_common_type() {
        for (text, measured) in [
            ("Cross-agency collaboration and referral", 28_366),
            ("about 5,836 of 5,836 (100%)", 19_919),
            ("Screening for trauma or adverse childhood experiences", 39_313),
        ] {
            let estimate = 100 * width(text, 100);
            assert!((measured..measured * 112 / 100).contains(&estimate), "{text}: {estimate}");
        }
    }
}
