//! A figure as a table.

use super::standing::ShareMark;

/// A table with one heading row and one heading column.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TableView {
    /// What the table shows; also its caption.
    pub caption: String,
    /// Headings, the first of the row headings' column.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<TableRow>,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct TableRow {
    /// The row's heading.
    pub heading: String,
    /// Its other cells, in the columns' order.
    pub cells: Vec<String>,
    /// Where its numbers come from; none where that is said of the whole table.
    pub mark: Option<ShareMark>,
}
