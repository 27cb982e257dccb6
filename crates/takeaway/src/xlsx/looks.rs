//! How cells look: one typeface, sizes that can be read, nothing by colour alone.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

pub(super) struct Looks {
    pub(super) title: Format,
    pub(super) heading: Format,
    pub(super) strong: Format,
    pub(super) text: Format,
    pub(super) link: Format,
    /// Headings of a table's columns, over words and over numbers.
    pub(super) over_words: Format,
    pub(super) over_numbers: Format,
    /// A table's cells. An apostrophe that does not show keeps a text a text when it is edited.
    pub(super) words: Format,
    pub(super) number: Format,
    pub(super) absent: Format,
}

impl Looks {
    pub(super) fn new() -> Self {
        let base =
            Format::new().set_font_name("Arial").set_font_size(12).set_align(FormatAlign::Top);
        let wrapped = base.clone().set_text_wrap();
        let head = wrapped
            .clone()
            .set_bold()
            .set_align(FormatAlign::Bottom)
            .set_border_bottom(FormatBorder::Medium);
        Self {
            title: wrapped.clone().set_bold().set_font_size(16),
            heading: wrapped.clone().set_bold().set_font_size(14),
            strong: wrapped.clone().set_bold(),
            link: wrapped
                .clone()
                .set_font_color(0x0012_436D)
                .set_underline(rust_xlsxwriter::FormatUnderline::Single),
            over_words: head.clone(),
            over_numbers: head.set_align(FormatAlign::Right),
            words: wrapped.clone().set_quote_prefix(),
            number: base.clone().set_num_format("#,##0"),
            absent: base.set_align(FormatAlign::Right),
            text: wrapped,
        }
    }
}
