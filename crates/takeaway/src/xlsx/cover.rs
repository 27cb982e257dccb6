//! The first sheet: what the workbook is, and what is in it. One column, read from top to bottom.

use explorer::words::{attribution as said, report, workbook as words};
use rust_xlsxwriter::{Worksheet, XlsxError};

use super::looks::Looks;
use super::sheet::Lines;
use crate::{ExportContext, Item, attribution, date};

/// In letters; fits on A4.
const WIDTH: u16 = 72;

pub(super) fn write(
    sheet: &mut Worksheet,
    context: &ExportContext,
    items: &[Item],
    names: &[String],
    looks: &Looks,
) -> Result<(), XlsxError> {
    let about = context.about();
    sheet.set_name(words::COVER)?;
    let mut lines = Lines::new(sheet, looks, WIDTH)?;
    lines.text(&about.title, &looks.title)?;
    lines.text(&about.banner, &looks.strong)?;
    lines.text(&words::lead(items.len(), &date::in_words(context.date)), &looks.text)?;
    lines.text(said::WHOM, &looks.heading)?;
    if let Some(first) = items.first() {
        for (what, whom) in attribution::of_selection(first) {
            lines.labelled(what, &whom)?;
        }
        for note in first.sides.iter().flat_map(|sides| &sides.notes) {
            lines.text(note, &looks.text)?;
        }
    }
    lines.text(words::SHEETS, &looks.heading)?;
    for ((item, name), number) in items.iter().zip(names).zip(1..) {
        // An apostrophe in the name would have to be doubled; names have none.
        lines.url(&format!("internal:'{name}'!A1"), &report::numbered(number, &item.view.label))?;
    }
    if items.iter().any(|item| item.table.absent().next().is_some()) {
        lines.text(said::SYMBOLS, &looks.heading)?;
        for why in crate::Absent::ALL {
            lines.text(&said::symbol_means(why.symbol(), &why.meaning()), &looks.text)?;
        }
    }
    if !about.limits.is_empty() {
        lines.text(said::LIMITS, &looks.heading)?;
        for limit in &about.limits {
            lines.text(limit, &looks.text)?;
        }
    }
    lines.text(said::SOURCE, &looks.heading)?;
    lines.labelled(words::SURVEY, &about.citation)?;
    lines.labelled(said::LICENCE, &about.licence)?;
    lines.labelled(said::VERSION, &context.version())?;
    lines.address(words::SEE_SELECTION, &context.link())
}
