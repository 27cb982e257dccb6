//! Figures as a workbook that a spreadsheet opens and a screen reader reads: a cover sheet, and a
//! sheet for each figure with its title in A1, what to know of it, and one marked-up table. No merged
//! cells, no empty rows or columns. (After the UK government's guidance on accessible spreadsheets.)
//!
//! Texts are written as texts, so nothing in them is run.

mod cover;
mod looks;
mod sheet;

use explorer::view::wording::first_sentence;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};
use thiserror::Error;

use explorer::contract::FileKind;
use explorer::words::{LANGUAGE, elsewhere, workbook as words};

use crate::name::plain;
use crate::{ExportContext, File, Item, date};
use looks::Looks;

/// Why there is no workbook.
#[derive(Debug, Error)]
#[error("the spreadsheet could not be written: {0}")]
pub struct NotWritten(#[from] XlsxError);

/// The figures as one workbook.
///
/// # Errors
/// What the format can't hold: more figures than a workbook has sheets.
pub fn file(context: &ExportContext, items: &[Item]) -> Result<File, NotWritten> {
    let (kind, bytes) = (FileKind::Xlsx, bytes(context, items)?);
    if let [one] = items {
        return Ok(one.file(context, kind, bytes));
    }
    let name = format!("{}-tables.{}", plain(&context.about().name), kind.ending());
    Ok(File { name, mime: kind.mime(), bytes })
}

fn bytes(context: &ExportContext, items: &[Item]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(context)?);
    let looks = Looks::new();
    let names: Vec<String> =
        items.iter().zip(1..).map(|(item, n)| sheet_name(n, &item.view.label)).collect();
    let cover = workbook.add_worksheet();
    on_paper(cover, context);
    cover::write(cover, context, items, &names, &looks)?;
    for ((item, name), number) in items.iter().zip(&names).zip(1_usize..) {
        let sheet = workbook.add_worksheet();
        sheet.set_name(name)?;
        on_paper(sheet.set_landscape(), context);
        sheet::write(sheet, context, item, number, &looks)?;
    }
    workbook.save_to_buffer()
}

/// On A4, as wide as a page, with the beginning of the survey's banner and its version on each.
fn on_paper(sheet: &mut Worksheet, context: &ExportContext) {
    const A4: u8 = 9;
    const LONGEST: usize = 120;
    let about = context.about();
    let foot = format!("{} {} {}", first_sentence(&about.banner).0, about.name, about.version);
    // An ampersand begins a code there.
    let foot = foot.trim().chars().take(LONGEST).collect::<String>().replace('&', "&&");
    sheet.set_paper_size(A4).set_print_fit_to_pages(1, 0).set_footer(format!("&L{foot}&R&P / &N"));
}

fn properties(context: &ExportContext) -> Result<DocProperties, XlsxError> {
    let about = context.about();
    let (year, month, day) = date::parts(context.date);
    Ok(DocProperties::new()
        .set_title(&about.title)
        .set_subject(words::subject(&about.name, &about.version))
        .set_author(elsewhere::PRODUCT)
        .set_comment(&about.banner)
        .set_custom_property(words::LANGUAGE, LANGUAGE)
        .set_creation_datetime(&ExcelDateTime::from_ymd(year, month, day)?))
}

/// The longest name that a sheet may have, in UTF-16 units.
const LONGEST_NAME: usize = 31;

/// A sheet's name: its number makes it unique, whatever the label.
fn sheet_name(number: usize, label: &str) -> String {
    let mut name = number.to_string();
    let mut room = LONGEST_NAME - name.len() - 1;
    name.push(' ');
    for c in label.chars() {
        let c = if "[]:*?/\\'".contains(c) || c.is_control() { '-' } else { c };
        if c.len_utf16() > room {
            break;
        }
        room -= c.len_utf16();
        name.push(c);
    }
    name.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::sheet_name;

    #[test]
    fn sheets_have_names_that_spreadsheets_take() {
        let cases = [
            (1, "Use of care", "1 Use of care"),
            (2, "Who? [x] a/b\\c:*", "2 Who- -x- a-b-c--"),
            (3, "", "3"),
            (4, "It’s the team’s 'own'", "4 It’s the team’s -own-"),
            (12, "A very long label that goes on and on", "12 A very long label that goes"),
            (1, &"😀".repeat(30), "1 😀😀😀😀😀😀😀😀😀😀😀😀😀😀"),
        ];
        for (number, label, expected) in cases {
            let name = sheet_name(number, label);
            assert_eq!(name, expected, "{label}");
            assert!(name.encode_utf16().count() <= 31);
        }
    }
}
