//! Texts that TeX prints as they are.

use std::fmt::Write;

/// The text for a field of BibTeX. Backslash, tilde and caret have no short escape.
pub(super) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => safe.push_str("\\textbackslash{}"),
            '~' => safe.push_str("\\textasciitilde{}"),
            '^' => safe.push_str("\\textasciicircum{}"),
            '{' | '}' | '$' | '&' | '#' | '%' | '_' => {
                safe.push('\\');
                safe.push(c);
            }
            // Braces that are escaped still count for BibTeX, and one may stand alone; a line break
            // is a space to TeX.
            c if c.is_control() => safe.push(' '),
            c => safe.push(c),
        }
    }
    balanced(&safe)
}

/// BibTeX counts braces, escaped ones too: where they don't pair, they go.
fn balanced(text: &str) -> String {
    let mut open = 0_i32;
    for c in text.chars() {
        open += i32::from(c == '{') - i32::from(c == '}');
        if open < 0 {
            break;
        }
    }
    if open == 0 { text.to_owned() } else { text.replace("\\{", "(").replace("\\}", ")") }
}

/// An address for the field `url`, which TeX takes as it is: only what could end it is encoded.
pub(super) fn address(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '{' | '}' | '\\' | '"') || c.is_control() || c.is_whitespace() {
            // Writing to a string can't fail.
            let _ = write!(safe, "%{:02X}", u32::from(c));
        } else {
            safe.push(c);
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::{address, escaped};

    #[test]
    fn what_tex_would_run_is_printed() {
        let cases = [
            ("50% & more", "50\\% \\& more"),
            ("a_b^c~d", "a\\_b\\textasciicircum{}c\\textasciitilde{}d"),
            ("\\input{secret}", "\\textbackslash{}input\\{secret\\}"),
            ("$x$ #1", "\\$x\\$ \\#1"),
            ("}, evil = {x", "), evil = (x"),
            ("“Zoë’s”", "“Zoë’s”"),
            ("two\nlines", "two lines"),
        ];
        for (text, expected) in cases {
            assert_eq!(escaped(text), expected, "{text:?}");
        }
    }

    #[test]
    fn addresses_stay_within_their_field() {
        let cases = [
            (
                "https://a.example/#/explore?in.x=a_b%20c",
                "https://a.example/#/explore?in.x=a_b%20c",
            ),
            ("https://a.example/}\\x{", "https://a.example/%7D%5Cx%7B"),
            ("file:///C:/a b.html", "file:///C:/a%20b.html"),
        ];
        for (text, expected) in cases {
            assert_eq!(address(text), expected);
        }
    }
}
