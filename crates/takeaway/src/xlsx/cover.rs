//! The first sheet: what the workbook is, and what is in it. One column, read from top to bottom.

use rust_xlsxwriter::{Url, Worksheet, XlsxError};

use super::looks::Looks;
use super::sheet::Lines;
use crate::{Item, Occasion, date, said};

const WIDTH: u16 = 100;

pub(super) fn write(
    sheet: &mut Worksheet,
    occasion: &Occasion,
    items: &[Item],
    names: &[String],
    looks: &Looks,
) -> Result<(), XlsxError> {
    let about = occasion.about();
    sheet.set_name("Cover")?;
    sheet.set_column_width(0, WIDTH)?;
    let mut lines = Lines::new(sheet, looks);
    lines.text(&about.title, &looks.title)?;
    lines.text(&about.banner, &looks.strong)?;
    let many = if items.len() == 1 { "one figure" } else { "several figures" };
    lines.text(
        &format!(
            "Tables of {many}, taken from the findings explorer on {}. Each figure has a sheet of \
             its own, with one table.",
            date::said(occasion.date)
        ),
        &looks.text,
    )?;
    lines.text("Whom the figures are about", &looks.heading)?;
    if let Some(first) = items.first() {
        for (what, words) in said::of_selection(first) {
            lines.labelled(what, &words)?;
        }
        for note in first.sides.iter().flat_map(|sides| &sides.notes) {
            lines.text(note, &looks.text)?;
        }
    }
    lines.text("Sheets", &looks.heading)?;
    for (item, name) in items.iter().zip(names) {
        // An apostrophe in the name would have to be doubled; names have none.
        let to = Url::new(format!("internal:'{name}'!A1"));
        lines.url(to.set_text(format!("{name}: {}", item.view.text)))?;
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
    lines.labelled("Source", &about.citation)?;
    lines.labelled("Licence", &about.licence)?;
    lines.labelled("Version", &occasion.version())?;
    lines.address("This selection in the explorer", &occasion.link())
}
