//! A table that is parted from all that stood around it.

use super::cells::{text, words};
use super::{Cell, Table};
use crate::{ExportContext, Item};

impl Table {
    /// The same with columns that say, in each row, what it is of and where it is from.
    pub(crate) fn standing_alone(&self, context: &ExportContext, item: &Item) -> Self {
        let about = context.about();
        let version = format!("{} {}", about.name, about.version);
        let notes: Vec<&str> = item.notes().collect();
        let before =
            [(words("question", "Question", "The question, as it was put"), &item.view.text)];
        let after = [
            ("selection", "Whom it is about", "Who is selected", item.selection.clone()),
            ("notes", "Notes", "What to mind of the figure", notes.join(" ")),
            (
                "caution",
                "About these figures",
                "What to know before using them",
                about.banner.clone(),
            ),
            ("source", "Source", "How to cite the survey", about.citation.clone()),
            ("link", "Link", "The address that shows the figure again", item.link.clone()),
            ("version", "Version", "The survey’s package and its version", version),
            (
                "checksum",
                "Checksum",
                "The survey’s checksum (SHA-256), as the explorer shows it",
                context.checksum(),
            ),
            ("date", "Date", "The day on which it was taken away", context.date.to_owned()),
        ];
        let after = after.map(|(name, title, about, value)| (words(name, title, about), value));
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
