//! Texts that no spreadsheet runs.
//!
//! A spreadsheet that opens a CSV file takes a cell for a formula by its first character, whatever
//! quotes stand around it. An apostrophe before it makes it text. (OWASP, "CSV Injection".)

use std::borrow::Cow;

/// The text with an apostrophe before whatever a spreadsheet would run: at its beginning, and after
/// what another spreadsheet takes for the end of a cell, such as a semicolon where the comma is the
/// decimal sign.
pub fn guarded(text: &str) -> Cow<'_, str> {
    let mut places = Vec::new();
    let mut at_start = true;
    for (position, c) in text.char_indices() {
        // A tab or line break at the very beginning is itself taken for a command.
        if at_start && (runs(c) || (position == 0 && ends_cell(c) && c != ';')) {
            places.push(position);
        }
        at_start = ends_cell(c) || (at_start && is_passed_over(c));
    }
    if places.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + places.len());
    let mut done = 0;
    for place in places {
        safe.push_str(&text[done..place]);
        safe.push('\'');
        done = place;
    }
    safe.push_str(&text[done..]);
    Cow::Owned(safe)
}

/// What makes a formula of a cell; full-width forms do so too in some languages.
fn runs(c: char) -> bool {
    matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠')
}

fn ends_cell(c: char) -> bool {
    matches!(c, ';' | '\t' | '\r' | '\n')
}

/// What a spreadsheet leaves out at the beginning of a cell.
fn is_passed_over(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '"' | '\u{200b}'..='\u{200f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{guarded, runs};

    proptest! {
        #[test]
        fn no_guarded_text_begins_as_a_formula(text in "[ \\t\"=+@a;＝-]{0,8}") {
            let safe = guarded(&text);
            for cell in safe.split([';', '\t', '\r', '\n']) {
                let first = cell.trim_start_matches([' ', '"']).chars().next();
                prop_assert!(!first.is_some_and(runs), "{safe:?}");
            }
            // What was made safe is safe.
            prop_assert_eq!(guarded(&safe), safe.as_ref());
        }
    }

    #[test]
    fn what_a_spreadsheet_would_run_gets_an_apostrophe() {
        let cases = [
            ("=1+1", "'=1+1"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t'=1"),
            ("\tx", "'\tx"),
            ("\r=1", "'\r'=1"),
            ("\nx", "'\nx"),
            (" =1+1", " '=1+1"),
            ("\u{a0}=1", "\u{a0}'=1"),
            ("\u{feff}=1", "\u{feff}'=1"),
            ("＝1+1", "'＝1+1"),
            ("－1", "'－1"),
            ("=cmd|'/C calc'!A0", "'=cmd|'/C calc'!A0"),
            ("\"=1+1\"", "\"'=1+1\""),
            ("a;=1+1", "a;'=1+1"),
            ("a; \"=1", "a; \"'=1"),
            ("a\n=1", "a\n'=1"),
        ];
        for (text, expected) in cases {
            assert_eq!(guarded(text), expected, "{text:?}");
        }
    }

    #[test]
    fn other_texts_stay_as_they_are() {
        for text in
            ["", "Yes", "1 - 2", "a = b", "e-mail@example.org", "3 of 9; 4 of 10", "'", "\"a\""]
        {
            assert_eq!(guarded(text), text);
        }
    }
}
