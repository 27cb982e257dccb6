//! Text in lines, for what is drawn: a browser breaks lines of text on the page by itself.

/// The text in lines no wider than `room`, broken between words; a word that is wider than a line is
/// broken where it must be.
pub fn lines(text: &str, room: f64, width: &dyn Fn(&str) -> f64) -> Vec<String> {
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
}
