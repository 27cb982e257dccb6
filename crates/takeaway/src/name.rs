//! Names of files that every system can write.

/// A name's longest part before its ending.
const LONGEST: usize = 80;

/// The text as part of a file's name: small letters of a to z, digits, `-` and `_`.
pub(crate) fn plain(text: &str) -> String {
    let letter = |c: char| match c.to_ascii_lowercase() {
        c @ ('a'..='z' | '0'..='9' | '-' | '_') => c,
        _ => '-',
    };
    let name: String = text.chars().map(letter).take(LONGEST).collect();
    // What Windows keeps for devices is the whole name before the first dot.
    let device = matches!(name.as_str(), "con" | "prn" | "aux" | "nul" | "")
        || name.strip_prefix("com").or(name.strip_prefix("lpt")).is_some_and(|n| n.len() == 1);
    if device { format!("figure-{name}") } else { name }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn names_can_be_written_everywhere() {
        let cases = [
            ("uses_tic", "uses_tic"),
            ("Uses TIC?", "uses-tic-"),
            ("../../etc/passwd", "------etc-passwd"),
            ("CON", "figure-con"),
            ("com1", "figure-com1"),
            ("", "figure-"),
            ("a\u{0}b", "a-b"),
        ];
        for (text, expected) in cases {
            assert_eq!(plain(text), expected, "{text:?}");
        }
        assert_eq!(plain(&"a".repeat(300)).len(), 80);
    }
}
