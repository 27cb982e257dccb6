//! The first sheet: what the workbook is, and what is in it. One column, read from top to bottom.

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
    sheet.set_name("Cover")?;
    let mut lines = Lines::new(sheet, looks, WIDTH)?;
    lines.text(&about.title, &looks.title)?;
    lines.text(&about.banner, &looks.strong)?;
    let many = if items.len() == 1 { "one figure" } else { "several figures" };
    lines.text(
        &format!(
            "Tables of {many}, taken from the findings explorer on {}. Each figure has a sheet of \
             its own, with one table.",
            date::in_words(context.date)
        ),
        &looks.text,
    )?;
    lines.text("Whom the figures are about", &looks.heading)?;
    if let Some(first) = items.first() {
        for (what, words) in attribution::of_selection(first) {
            lines.labelled(what, &words)?;
        }
        for note in first.sides.iter().flat_map(|sides| &sides.notes) {
            lines.text(note, &looks.text)?;
        }
    }
    lines.text("Sheets", &looks.heading)?;
    for ((item, name), number) in items.iter().zip(names).zip(1..) {
        // An apostrophe in the name would have to be doubled; names have none.
        lines.url(&format!("internal:'{name}'!A1"), &format!("{number}. {}", item.view.label))?;
    }
    if items.iter().any(|item| item.table.absent().next().is_some()) {
        lines.text("Symbols", &looks.heading)?;
        for why in crate::Absent::ALL {
            lines.text(&format!("{} means: {}.", why.symbol(), why.meaning()), &looks.text)?;
        }
    }
    if !about.limits.is_empty() {
        lines.text("What these figures can’t say", &looks.heading)?;
        for limit in &about.limits {
            lines.text(limit, &looks.text)?;
        }
    }
    lines.text("Source", &looks.heading)?;
    lines.labelled("Survey", &about.citation)?;
    lines.labelled("Licence", &about.licence)?;
    lines.labelled("Version", &context.version())?;
    lines.address("See this selection again in the explorer", &context.link())
}
