//! A text as it stands in a file, and as whoever opens the file reads it.

use std::borrow::Cow;

/// What stands after a mark: the character that is meant, and how many bytes say so.
type Read = fn(&str) -> Option<(char, usize)>;

/// The text itself, and what it is with the entities of HTML, the escapes of JSON and JavaScript, and
/// those of addresses taken for what they stand for.
pub(super) fn of(text: &str) -> Vec<Cow<'_, str>> {
    let mut readings = vec![Cow::Borrowed(text)];
    let ways: [(char, Read); 3] = [('&', entity), ('\\', escape), ('%', percent)];
    for (mark, read) in ways {
        if text.contains(mark) {
            let decoded = decode(text, mark, read);
            if decoded != text {
                readings.push(Cow::Owned(decoded));
            }
        }
    }
    readings
}

/// Puts in the place of each mark and what belongs to it the character that is meant.
fn decode(text: &str, mark: char, read: Read) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(place) = rest.find(mark) {
        decoded.push_str(&rest[..place]);
        let after = &rest[place + mark.len_utf8()..];
        if let Some((c, length)) = read(after) {
            decoded.push(c);
            rest = &after[length..];
        } else {
            decoded.push(mark);
            rest = after;
        }
    }
    decoded + rest
}

/// What stands after the `&` of an entity of HTML: `amp;`, `#39;`, `#x27;`. The character that is meant,
/// and how many bytes say so.
pub fn entity(text: &str) -> Option<(char, usize)> {
    let end = text.bytes().take(9).position(|byte| byte == b';')?;
    let name = &text.as_bytes()[..end];
    let c = match name {
        b"amp" => '&',
        b"lt" => '<',
        b"gt" => '>',
        b"quot" => '"',
        b"apos" => '\'',
        b"nbsp" => '\u{a0}',
        b"shy" => '\u{ad}',
        [b'#', b'x' | b'X', digits @ ..] => number(digits, 16)?,
        [b'#', digits @ ..] => number(digits, 10)?,
        _ => return None,
    };
    Some((c, end + 1))
}

/// What stands after the `\` of an escape of JSON, JavaScript or Rust: `n`, `"`, `u00e9`, `u{e9}`. The
/// character that is meant, and how many bytes say so. Halves of characters beyond the first 65,536 are
/// left alone.
pub fn escape(text: &str) -> Option<(char, usize)> {
    match text.as_bytes() {
        [b'u', b'{', digits @ ..] => {
            let end = digits.iter().take(7).position(|byte| *byte == b'}')?;
            Some((number(&digits[..end], 16)?, end + 3))
        }
        [b'u', digits @ ..] => Some((number(digits.get(..4)?, 16)?, 5)),
        [b'x', digits @ ..] => Some((number(digits.get(..2)?, 16)?, 3)),
        [b'n' | b'r' | b't' | b'b' | b'f' | b'0', ..] => Some((' ', 1)),
        [c @ (b'"' | b'\'' | b'\\' | b'/'), ..] => Some((char::from(*c), 1)),
        _ => None,
    }
}

/// `20`, and characters of several bytes: `C3%A9`.
fn percent(text: &str) -> Option<(char, usize)> {
    let bytes = text.as_bytes();
    let byte = |place: usize| -> Option<u8> {
        let digits = std::str::from_utf8(bytes.get(place..place + 2)?).ok()?;
        u8::from_str_radix(digits, 16).ok()
    };
    let first = byte(0)?;
    let many = match first {
        0..0x80 => 1,
        0xc0..0xe0 => 2,
        0xe0..0xf0 => 3,
        0xf0.. => 4,
        _ => return None,
    };
    let mut character = vec![first];
    for more in 1..many {
        let mark = 3 * more - 1;
        if bytes.get(mark) != Some(&b'%') {
            return None;
        }
        character.push(byte(mark + 1)?);
    }
    let c = std::str::from_utf8(&character).ok()?.chars().next()?;
    Some((c, 3 * many - 1))
}

fn number(digits: &[u8], radix: u32) -> Option<char> {
    char::from_u32(u32::from_str_radix(std::str::from_utf8(digits).ok()?, radix).ok()?)
}
