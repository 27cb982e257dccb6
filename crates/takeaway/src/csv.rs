//! A figure's table as comma-separated values (RFC 4180), one heading row and nothing else.
//!
//! Each row says for itself what it is of, since a reader's next step may part it from the file's
//! name. A byte order mark stands first: without it Excel takes UTF-8 for an older encoding and
//! spoils quotation marks; readers of the web's encodings leave it out.

use crate::name::plain;
use crate::{Cell, File, Item, Occasion, guarded};

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// The figure's table as a file.
pub fn file(occasion: &Occasion, item: &Item) -> File {
    File { name: name(occasion, item), mime: "text/csv", bytes: bytes(occasion, item) }
}

pub(crate) fn name(occasion: &Occasion, item: &Item) -> String {
    format!("{}-{}.csv", plain(&occasion.about().name), plain(&item.view.id))
}

/// The figure's table as bytes.
pub fn bytes(occasion: &Occasion, item: &Item) -> Vec<u8> {
    let table = item.table.standing_alone(occasion, item);
    let mut lines = ::csv::WriterBuilder::new()
        .terminator(::csv::Terminator::CRLF)
        .from_writer(BYTE_ORDER_MARK.to_vec());
    let headings = table.columns.iter().map(|column| guarded(&column.title).into_owned());
    let rows = table.rows.iter().map(|row| row.iter().map(text).collect());
    for line in std::iter::once(headings.collect::<Vec<String>>()).chain(rows) {
        // Rows are of one length and a vector takes all bytes, so this can't fail.
        let _ = lines.write_record(line);
    }
    lines.into_inner().unwrap_or_default()
}

fn text(cell: &Cell) -> String {
    match cell {
        Cell::Number(number) => number.to_string(),
        Cell::Text(text) => guarded(text).into_owned(),
        Cell::Absent(why) => why.symbol().to_owned(),
    }
}
