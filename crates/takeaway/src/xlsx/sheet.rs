//! A figure's sheet.

use rust_xlsxwriter::{
    ColNum, Format, RowNum, Table, TableColumn, TableStyle, Url, Worksheet, XlsxError,
};

use super::looks::Looks;
use crate::{Cell, Item, Occasion, Table as Counts, said};

/// A cell holds no longer text.
const LONGEST_TEXT: usize = 32_000;
/// Excel follows no longer address.
const LONGEST_ADDRESS: usize = 2_000;
/// The widths of columns, in letters: the first holds what is said above the table, too.
const FIRST: u16 = 70;
const WORDS: u16 = 26;
const NUMBERS: u16 = 14;

/// Lines of text, one a row, from A1 down.
pub(super) struct Lines<'a> {
    sheet: &'a mut Worksheet,
    looks: &'a Looks,
    row: RowNum,
}

impl<'a> Lines<'a> {
    pub(super) fn new(sheet: &'a mut Worksheet, looks: &'a Looks) -> Self {
        Self { sheet, looks, row: 0 }
    }

    /// A line; none of an empty text, as no row may be empty.
    pub(super) fn text(&mut self, text: &str, look: &Format) -> Result<(), XlsxError> {
        if !text.is_empty() {
            self.sheet.write_string_with_format(self.row, 0, cut(text), look)?;
            self.row += 1;
        }
        Ok(())
    }

    pub(super) fn labelled(&mut self, what: &str, words: &str) -> Result<(), XlsxError> {
        let look = &self.looks.text;
        if words.is_empty() { Ok(()) } else { self.text(&format!("{what}: {words}"), look) }
    }

    pub(super) fn url(&mut self, url: Url) -> Result<(), XlsxError> {
        self.sheet.write_url_with_format(self.row, 0, url, &self.looks.link)?;
        self.row += 1;
        Ok(())
    }

    /// An address that can be followed, where a spreadsheet can.
    pub(super) fn address(&mut self, what: &str, address: &str) -> Result<(), XlsxError> {
        let is_web = address.starts_with("https://") || address.starts_with("http://");
        if is_web && address.len() <= LONGEST_ADDRESS {
            return self.url(Url::new(address).set_text(cut(&format!("{what}: {address}"))));
        }
        self.labelled(what, address)
    }
}

pub(super) fn write(
    sheet: &mut Worksheet,
    occasion: &Occasion,
    item: &Item,
    number: usize,
    looks: &Looks,
) -> Result<(), XlsxError> {
    let figure = &item.view;
    for (position, column) in (0..).zip(&item.table.columns) {
        let width = if column.numbers { NUMBERS } else { WORDS };
        sheet.set_column_width(position, if position == 0 { FIRST } else { width })?;
    }
    let mut lines = Lines::new(sheet, looks);
    lines.text(&format!("{number}. {}", figure.headline), &looks.title)?;
    lines.text(&occasion.about().banner, &looks.strong)?;
    lines.labelled(&figure.label, &figure.text)?;
    // The question stands above, and the banner.
    for (what, words) in said::of_figure(item).iter().skip(1) {
        lines.labelled(what, words)?;
    }
    for (note, number) in item.notes().zip(1..) {
        lines.text(&format!("[note {number}] {note}"), &looks.text)?;
    }
    for (what, words) in said::of_source(occasion, "") {
        if what != said::CAUTION {
            lines.labelled(what, &words)?;
        }
    }
    lines.address(said::LINK, &item.link)?;
    let rows = item.table.rows.len();
    let rows = if rows == 1 { "one row".to_owned() } else { format!("{rows} rows") };
    lines.text(&format!("One table of {rows} follows: {}", item.table.caption), &looks.strong)?;
    let first = lines.row;
    table(sheet, &item.table, first, number, looks)
}

fn table(
    sheet: &mut Worksheet,
    counts: &Counts,
    first: RowNum,
    number: usize,
    looks: &Looks,
) -> Result<(), XlsxError> {
    let columns: Vec<TableColumn> = counts
        .columns
        .iter()
        .map(|column| {
            let look = if column.numbers { &looks.over_numbers } else { &looks.over_words };
            TableColumn::new().set_header(&column.title).set_header_format(look)
        })
        .collect();
    let marked = Table::new()
        .set_name(format!("Table_{number}"))
        .set_alt_text(&counts.caption)
        .set_style(TableStyle::Light1)
        .set_autofilter(false)
        .set_columns(&columns);
    let (mut row, mut last) = (first, 0);
    for cells in &counts.rows {
        row += 1;
        for (column, cell) in (0..).zip(cells) {
            write_cell(sheet, row, column, cell, looks)?;
            last = column;
        }
    }
    sheet.add_table(first, 0, row, last, &marked)?;
    Ok(())
}

fn write_cell(
    sheet: &mut Worksheet,
    row: RowNum,
    column: ColNum,
    cell: &Cell,
    looks: &Looks,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Number(number) => {
            sheet.write_number_with_format(row, column, *number, &looks.number)?
        }
        Cell::Text(text) => sheet.write_string_with_format(row, column, cut(text), &looks.words)?,
        Cell::Absent(why) => {
            sheet.write_string_with_format(row, column, why.symbol(), &looks.absent)?
        }
    };
    Ok(())
}

fn cut(text: &str) -> String {
    text.chars().take(LONGEST_TEXT).collect()
}
