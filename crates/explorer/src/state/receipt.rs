//! What a link to a figure remembers of it, so that whoever opens it later can see whether the
//! figure is still the same.

use std::fmt;

/// Which data a figure was made from, and its counts. It tells apart; it proves nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The first 8 bytes of the survey's checksum.
    pub data: u64,
    /// The first 4 bytes of the checksum of the figure's counts.
    pub figure: u32,
}

impl Receipt {
    /// Reads `0123456789abcdef.01234567`; `None` for anything else.
    pub(super) fn read(text: &str) -> Option<Self> {
        let (data, figure) = text.split_once('.')?;
        let hexadecimal = |text: &str, digits: usize| {
            text.len() == digits
                && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
        };
        if !hexadecimal(data, 16) || !hexadecimal(figure, 8) {
            return None;
        }
        Some(Self {
            data: u64::from_str_radix(data, 16).ok()?,
            figure: u32::from_str_radix(figure, 16).ok()?,
        })
    }
}

impl fmt::Display for Receipt {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:016x}.{:08x}", self.data, self.figure)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_receipt_is_read_as_it_was_written_and_nothing_else_is_one() {
        let receipt = Receipt { data: 0x00ab_cdef_0123_4567, figure: 0x89ab };
        assert_eq!(receipt.to_string(), "00abcdef01234567.000089ab");
        assert_eq!(Receipt::read("00abcdef01234567.000089ab"), Some(receipt));
        let refused = [
            "",
            ".",
            "00abcdef01234567",
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
