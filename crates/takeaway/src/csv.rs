//! A figure's table as comma-separated values (RFC 4180), one heading row and nothing else.
//!
//! Each row says for itself what it is of, since a reader's next step may part it from the file's
//! name. A byte order mark stands first: without it Excel takes UTF-8 for an older encoding and
//! spoils quotation marks; readers of the web's encodings leave it out.

use explorer::contract::FileKind;

use crate::{Cell, ExportContext, File, Item, Table, guarded};

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// The figure's table as a file.
pub fn file(context: &ExportContext, item: &Item) -> File {
    item.file(context, FileKind::Csv, bytes(context, item))
}

pub(crate) fn name(context: &ExportContext, item: &Item) -> String {
    item.file_name(context, FileKind::Csv)
}

/// The figure's table as bytes.
pub fn bytes(context: &ExportContext, item: &Item) -> Vec<u8> {
    lines(&item.table.standing_alone(context, item))
}

fn lines(table: &Table) -> Vec<u8> {
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{BYTE_ORDER_MARK, lines};
    use crate::{Cell, Column, Holds, Table, guarded};

    fn read_again(bytes: &[u8]) -> Vec<Vec<String>> {
        let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap();
        let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
        reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
    }

    proptest! {
        #[test]
        fn any_texts_are_read_again_but_for_the_guard(
            title in any::<String>(),
            texts in prop::collection::vec(("[=+@;\"',\\t\\r\\n a-]{0,6}|\\PC{0,20}", any::<u32>()), 1..6),
        ) {
            let column = |name, title: &str| Column {
                name, title: title.to_owned(), about: String::new(), holds: Holds::Words,
            };
            let table = Table {
                caption: String::new(),
                columns: vec![column("a", &title), column("b", "B")],
                rows: texts
                    .iter()
                    .map(|(text, number)| vec![Cell::Text(text.clone()), Cell::Number(*number)])
                    .collect(),
            };
            let found = read_again(&lines(&table));
            prop_assert_eq!(&found[0][0], &guarded(&title));
            for (row, (text, number)) in found[1..].iter().zip(&texts) {
                prop_assert_eq!(&row[0], &guarded(text));
                prop_assert_eq!(&row[1], &number.to_string());
                let without = |text: &str| text.replace('\'', "");
                prop_assert_eq!(without(&row[0]), without(text));
            }
            prop_assert_eq!(found.len(), texts.len() + 1);
        }
    }
}
