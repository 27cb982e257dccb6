//! A table that is parted from all that stood around it.

use explorer::words::columns;

use super::cells::{text, words};
use super::{Cell, Table};
use crate::{ExportContext, Item};

impl Table {
    /// The same with columns that say, in each row, what it is of and where it is from.
    pub(crate) fn standing_alone(&self, context: &ExportContext, item: &Item) -> Self {
        let about = context.about();
        let version = format!("{} {}", about.name, about.version);
        let notes: Vec<&str> = item.notes().collect();
        let before = [(words("question", columns::QUESTION), &item.view.text)];
        let after = [
            ("selection", columns::SELECTION, item.selection.clone()),
            ("notes", columns::NOTES, notes.join(" ")),
            ("caution", columns::CAUTION, about.banner.clone()),
            ("source", columns::SOURCE, about.citation.clone()),
            ("link", columns::LINK, item.link.clone()),
            ("version", columns::VERSION, version),
            ("checksum", columns::CHECKSUM, context.checksum()),
            ("date", columns::DATE, context.date.to_owned()),
        ];
        let after = after.map(|(name, said, value)| (words(name, said), value));
        let mut table = self.clone();
        for (column, value) in before.into_iter().rev() {
            table.columns.insert(0, column);
            table.rows.iter_mut().for_each(|row| row.insert(0, text(value)));
        }
        for (column, value) in after {
            // An empty cell would say that something is missing.
            if !value.is_empty() {
                table.columns.push(column);
                table.rows.iter_mut().for_each(|row| row.push(Cell::Text(value.clone())));
            }
        }
        table
    }
}
