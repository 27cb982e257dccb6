//! A figure's sheet.

use explorer::words::{attribution as said, report, workbook as words};
use rust_xlsxwriter::{ColNum, RowNum, Table, TableColumn, TableStyle, Url, Worksheet, XlsxError};

use super::looks::{Look, Looks};
use crate::{Cell, Column, ExportContext, Holds, Item, Table as Counts, attribution};

/// A cell holds no longer text.
const LONGEST_TEXT: usize = 32_000;
/// Excel follows no longer address.
const LONGEST_ADDRESS: usize = 2_000;
/// The widths of columns, in letters: the first holds what is said above the table, too.
const FIRST: u16 = 60;
const WORDS: u16 = 22;
const NUMBERS: u16 = 14;

/// Lines of text, one a row, from A1 down.
pub(super) struct Lines<'a> {
    sheet: &'a mut Worksheet,
    looks: &'a Looks,
    width: u16,
    row: RowNum,
}

impl<'a> Lines<'a> {
    /// Lines in a first column as wide as so many letters.
    pub(super) fn new(
        sheet: &'a mut Worksheet,
        looks: &'a Looks,
        width: u16,
    ) -> Result<Self, XlsxError> {
        sheet.set_column_width(0, width)?;
        Ok(Self { sheet, looks, width, row: 0 })
    }

    /// A line; none of an empty text, as no row may be empty.
    pub(super) fn text(&mut self, text: &str, look: &Look) -> Result<(), XlsxError> {
        if !text.is_empty() {
            let text = cut(text);
            self.sheet.set_row_height(self.row, look.height(&text, self.width))?;
            self.sheet.write_string_with_format(self.row, 0, text, &look.format)?;
            self.row += 1;
        }
        Ok(())
    }

    pub(super) fn labelled(&mut self, what: &str, text: &str) -> Result<(), XlsxError> {
        let look = &self.looks.text;
        if text.is_empty() { Ok(()) } else { self.text(&said::line(what, text), look) }
    }

    /// A line that leads somewhere.
    pub(super) fn url(&mut self, to: &str, text: &str) -> Result<(), XlsxError> {
        let (look, text) = (&self.looks.link, cut(text));
        self.sheet.set_row_height(self.row, look.height(&text, self.width))?;
        let url = Url::new(to).set_text(text);
        self.sheet.write_url_with_format(self.row, 0, url, &look.format)?;
        self.row += 1;
        Ok(())
    }

    /// An address: a link where a spreadsheet can follow it, and spelled out for paper.
    pub(super) fn address(&mut self, what: &str, address: &str) -> Result<(), XlsxError> {
        let is_web = address.starts_with("https://") || address.starts_with("http://");
        if is_web && address.len() <= LONGEST_ADDRESS {
            self.url(address, what)?;
        }
        self.labelled(words::ADDRESS, address)
    }
}

pub(super) fn write(
    sheet: &mut Worksheet,
    context: &ExportContext,
    item: &Item,
    number: usize,
    looks: &Looks,
) -> Result<(), XlsxError> {
    let figure = &item.view;
    for (position, column) in (0..).zip(&item.table.columns) {
        let width = match column.holds {
            Holds::Words => WORDS,
            Holds::Numbers => NUMBERS,
        };
        sheet.set_column_width(position, width)?;
    }
    let mut lines = Lines::new(sheet, looks, FIRST)?;
    lines.text(&report::numbered(number, &figure.headline), &looks.title)?;
    lines.text(&context.about().banner, &looks.strong)?;
    lines.labelled(&figure.label, &figure.text)?;
    // The question stands above, and the banner.
    for (what, text) in attribution::of_figure(item).iter().skip(1) {
        lines.labelled(what, text)?;
    }
    for (note, number) in item.notes().zip(1..) {
        lines.text(&words::note(number, note), &looks.text)?;
    }
    // Licence, version and date are the same for all sheets, and stand on the cover.
    lines.labelled(attribution::SOURCE, &context.about().citation)?;
    lines.address(words::SEE_FIGURE, &item.link)?;
    let follows = words::table_follows(item.table.rows.len(), &item.table.caption);
    lines.text(&follows, &looks.strong)?;
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
    let heading = |(position, column): (usize, &Column)| {
        let look = match (position, column.holds) {
            (0, _) => &looks.over_first,
            (_, Holds::Words) => &looks.over_words,
            (_, Holds::Numbers) => &looks.over_numbers,
        };
        TableColumn::new().set_header(&column.title).set_header_format(look)
    };
    let columns: Vec<TableColumn> = counts.columns.iter().enumerate().map(heading).collect();
    let marked = Table::new()
        .set_name(format!("Table_{number}"))
        .set_alt_text(&counts.caption)
        .set_style(TableStyle::Light1)
        .set_autofilter(false)
        .set_columns(&columns);
    let (mut row, mut last) = (first, 0);
    for cells in &counts.rows {
        row += 1;
        for ((position, column), cell) in (0..).zip(&counts.columns).zip(cells) {
            write_cell(sheet, (row, position), column, cell, looks)?;
            last = position;
        }
    }
    sheet.add_table(first, 0, row, last, &marked)?;
    Ok(())
}

fn write_cell(
    sheet: &mut Worksheet,
    (row, position): (RowNum, ColNum),
    column: &Column,
    cell: &Cell,
    looks: &Looks,
) -> Result<(), XlsxError> {
    let (look, text) = match cell {
        Cell::Number(number) => {
            sheet.write_number_with_format(row, position, *number, &looks.number)?;
            return Ok(());
        }
        Cell::Absent(why) => {
            let look = match column.holds {
                Holds::Words => &looks.words,
                Holds::Numbers => &looks.absent,
            };
            (look, why.symbol().to_owned())
        }
        Cell::Text(text) if position == 0 => (&looks.first, cut(text)),
        Cell::Text(text) => (&looks.words, cut(text)),
    };
    sheet.write_string_with_format(row, position, text, look)?;
    Ok(())
}

fn cut(text: &str) -> String {
    text.chars().take(LONGEST_TEXT).collect()
}
