//! The bytes of a file as text, or which other encoding they look like.

use crate::problem::{Problem, Problems};

/// The text of a file in UTF-8 without a byte order mark; anything else is a problem that names the
/// encoding it seems to be.
pub(crate) fn of_bytes(file: &str, bytes: Vec<u8>, problems: &mut Problems) -> Option<String> {
    const SAVE: &str = "Save it again as UTF-8 without a byte order mark.";
    let mut refuse = |what: String| {
        problems.add(Problem::new(file, what, SAVE));
        None
    };
    match bytes.as_slice() {
        [0xef, 0xbb, 0xbf, ..] => return refuse("starts with a byte order mark".into()),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => return refuse("is in UTF-16, not UTF-8".into()),
        [_, 0, ..] | [0, _, ..] => {
            return refuse("has zero bytes, as UTF-16 has, and is not UTF-8".into());
        }
        _ => {}
    }
    match String::from_utf8(bytes) {
        Ok(text) => Some(text),
        Err(error) => {
            let position = error.utf8_error().valid_up_to();
            let before = String::from_utf8_lossy(&error.as_bytes()[..position]);
            let line = 1 + before.matches('\n').count();
            let byte = error.as_bytes()[position];
            refuse(format!(
                "is not UTF-8: line {line} has the byte {byte:02X}, as Latin-1 or Windows-1252 has"
            ))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_encodings_are_named() {
        let cases: [(&[u8], &str); 6] = [
            (b"a,b\n", ""),
            (b"\xef\xbb\xbfa,b\n", "byte order mark"),
            (b"\xff\xfea\0,\0", "UTF-16"),
            (b"a\0,\0", "UTF-16"),
            (b"a,b\ncaf\xe9\n", "line 2 has the byte E9"),
            ("a,café\n".as_bytes(), ""),
        ];
        for (bytes, expected) in cases {
            let mut problems = Problems::default();
            let text = of_bytes("a.csv", bytes.to_vec(), &mut problems);
            let found: Vec<String> = problems.into_vec().iter().map(ToString::to_string).collect();
            assert_eq!(text.is_some(), expected.is_empty());
            assert!(found.concat().contains(expected), "{found:?}");
        }
    }
}
