//! What a link to a figure remembers of it, so that whoever opens it later can see whether the
//! figure is still the same.

use std::fmt;

/// Which data a figure was made from, and its counts. It tells apart; it proves nothing.
///
/// A figure of protected tables has only the data: a checksum of its counts fits few of the tables that
/// its totals allow, and a link can't be withdrawn when the table is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The first 8 bytes of the survey's checksum.
    pub data: u64,
    /// The first 4 bytes of the checksum of the figure's counts; none of a protected table.
    pub figure: Option<u32>,
}

impl Receipt {
    /// Reads `0123456789abcdef.01234567` or `0123456789abcdef`; `None` for anything else.
    pub(super) fn read(text: &str) -> Option<Self> {
        let hexadecimal = |text: &str, digits: usize| {
            let all = text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
            u64::from_str_radix(text, 16).ok().filter(|_| all && text.len() == digits)
        };
        let (data, figure) = match text.split_once('.') {
            Some((data, figure)) => (data, Some(u32::try_from(hexadecimal(figure, 8)?).ok()?)),
            None => (text, None),
        };
        Some(Self { data: hexadecimal(data, 16)?, figure })
    }
}

impl fmt::Display for Receipt {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:016x}", self.data)?;
        self.figure.map_or(Ok(()), |figure| write!(formatter, ".{figure:08x}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_receipt_is_read_as_it_was_written_and_nothing_else_is_one() {
        let receipt = Receipt { data: 0x00ab_cdef_0123_4567, figure: Some(0x89ab) };
        assert_eq!(receipt.to_string(), "00abcdef01234567.000089ab");
        assert_eq!(Receipt::read("00abcdef01234567.000089ab"), Some(receipt));
        let protected = Receipt { figure: None, ..receipt };
        assert_eq!(protected.to_string(), "00abcdef01234567");
        assert_eq!(Receipt::read("00abcdef01234567"), Some(protected));
        let refused = [
            "",
            ".",
            ".000089ab",
            "0abcdef01234567",
            "00abcdef012345678",
            "00abcdef01234567.",
            "00abcdef01234567.89ab",
            "0abcdef01234567.000089ab",
            "+0abcdef01234567.000089ab",
            "00ABCDEF01234567.000089ab",
            "00abcdef01234567.000089ab.0",
            "00abcdef0123456é.000089ab",
        ];
        for text in refused {
            assert_eq!(Receipt::read(text), None, "{text}");
        }
    }
}
