//! Text in a drawing: lines that fit, and nothing that XML can't hold.

/// The text as it may stand in an element or between double quotation marks. What no XML file may
/// hold is left out.
pub(super) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            c if allowed(c) => safe.push(c),
            _ => {}
        }
    }
    safe
}

/// Extensible Markup Language (XML) 1.0, production 2.
pub(super) fn allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

/// The text in lines no wider than `room`, broken between words; a word that is wider than a line is
/// broken where it must be.
pub(super) fn lines(text: &str, room: f64, width: &dyn Fn(&str) -> f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if width(&longer) <= room {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        line = broken(word, room, width, &mut lines);
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// Puts all but the last line of a word into `lines` and gives the last.
fn broken(word: &str, room: f64, width: &dyn Fn(&str) -> f64, lines: &mut Vec<String>) -> String {
    let mut rest = word;
    while width(rest) > room {
        // The longest part that fits, by halving: at least one letter.
        let ends: Vec<usize> =
            rest.char_indices().skip(1).map(|(at, _)| at).chain([rest.len()]).collect();
        let fits = ends.partition_point(|&end| width(&rest[..end]) <= room).max(1);
        let end = ends[fits - 1];
        if end == rest.len() {
            break;
        }
        lines.push(rest[..end].to_owned());
        rest = &rest[end..];
    }
    rest.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every letter is ten pixels wide.
    fn width(text: &str) -> f64 {
        10.0 * f64::from(u32::try_from(text.chars().count()).unwrap_or(u32::MAX))
    }

    #[test]
    fn lines_are_broken_between_words_or_within_one_that_is_too_wide() {
        let cases: [(&str, &[&str]); 7] = [
            ("", &[]),
            (" \n ", &[]),
            ("to be or not", &["to be or", "not"]),
            ("to  be\nor", &["to be or"]),
            ("abcdefghijklmnopqrst", &["abcdefghi", "jklmnopqr", "st"]),
            ("a bcdefghijklm n", &["a", "bcdefghij", "klm n"]),
            ("ééééééééééé", &["ééééééééé", "éé"]),
        ];
        for (text, expected) in cases {
            assert_eq!(lines(text, 90.0, &width), expected, "{text:?}");
        }
        // Where not even one letter fits, there is still an end.
        assert_eq!(lines("abc", 1.0, &width), ["a", "b", "c"]);
    }

    #[test]
    fn what_xml_cannot_hold_is_escaped_or_left_out() {
        assert_eq!(escaped("<a b=\"c\">&'"), "&lt;a b=&quot;c&quot;&gt;&amp;'");
        assert_eq!(escaped("a\u{0}\u{1}\u{b}\u{1f}\u{fffe}b\u{e000}\t😀"), "ab\u{e000}\t😀");
    }
}
