//! Text in a drawing: nothing that XML can't hold.

use html_escape::encode_double_quoted_attribute;

/// The text as it may stand in an element or between double quotation marks. What no XML file may
/// hold is left out.
pub(super) fn escaped(text: &str) -> String {
    let text: String = text.chars().filter(|&c| allowed(c)).collect();
    encode_double_quoted_attribute(&text).into_owned()
}

/// Extensible Markup Language (XML) 1.0, production 2.
pub(super) fn allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_hold_is_escaped_or_left_out() {
        assert_eq!(escaped("<a b=\"c\">&'"), "&lt;a b=&quot;c&quot;&gt;&amp;'");
        assert_eq!(escaped("a\u{0}\u{1}\u{b}\u{1f}\u{fffe}b\u{e000}\t😀"), "ab\u{e000}\t😀");
    }
}
