//! How cells look: one typeface, sizes that can be read, nothing by colour alone.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, FormatUnderline};

/// How a line of text looks, and how much room it takes.
pub(super) struct Look {
    pub(super) format: Format,
    size: u16,
}

impl Look {
    /// The height of a row, in points, that shows all of a text in a column this wide. Spreadsheets
    /// don't agree on whether they find it out, so it is said; rather too much than too little.
    pub(super) fn height(&self, text: &str, width: u16) -> f64 {
        // A column's width is in wide letters. Lines break between words, not at the edge.
        let letters = usize::from((width * 12 / self.size).saturating_sub(3)).max(1);
        let lines = text.chars().count().div_ceil(letters);
        // A row can't be higher than 409 points.
        let lines = u16::try_from(lines.min(100)).unwrap_or(100);
        f64::from(lines * self.size * 13 / 10 + 3).min(409.0)
    }
}

pub(super) struct Looks {
    pub(super) title: Look,
    pub(super) heading: Look,
    pub(super) strong: Look,
    pub(super) text: Look,
    pub(super) link: Look,
    /// Headings of a table's columns: the first, over words and over numbers.
    pub(super) over_first: Format,
    pub(super) over_words: Format,
    pub(super) over_numbers: Format,
    /// A table's cells. An apostrophe that does not show keeps a text a text when it is edited.
    pub(super) first: Format,
    pub(super) words: Format,
    pub(super) number: Format,
    pub(super) absent: Format,
}

impl Looks {
    pub(super) fn new() -> Self {
        let sized = |size: u16| {
            Format::new().set_font_name("Arial").set_font_size(size).set_align(FormatAlign::Top)
        };
        let plain = |size| Look { format: sized(size).set_text_wrap(), size };
        let bold = |size| Look { format: plain(size).format.set_bold(), size };
        let link = plain(12).format.set_font_color(0x0012_436D);
        let head = bold(12).format.set_align(FormatAlign::Bottom);
        let head = head.set_border_bottom(FormatBorder::Medium);
        let first = plain(12).format.set_quote_prefix();
        Self {
            title: bold(16),
            heading: bold(14),
            strong: bold(12),
            text: plain(12),
            link: Look { format: link.set_underline(FormatUnderline::Single), size: 12 },
            over_first: head.clone(),
            // What stands right of a number stands off it.
            over_words: head.clone().set_align(FormatAlign::Left).set_indent(1),
            over_numbers: head.set_align(FormatAlign::Right),
            words: first.clone().set_align(FormatAlign::Left).set_indent(1),
            first,
            number: sized(12).set_num_format("#,##0"),
            absent: sized(12).set_align(FormatAlign::Right),
        }
    }
}
