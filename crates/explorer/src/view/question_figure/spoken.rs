//! A whole figure in words, for those who hear it.

use crate::view::figure::Shape;
use crate::view::row::RowView;
use crate::view::table::TableView;
use crate::view::wording::list;
use crate::words::{figure as words, table as headed};

pub(super) fn spoken(
    finding: &str,
    range: &str,
    shape: &Shape,
    rows: &[RowView],
    table: &TableView,
) -> String {
    let said: Vec<String> = match shape {
        Shape::Nothing(_) | Shape::SideBySide(_) => return finding.to_owned(),
        Shape::Bars => rows
            .iter()
            .map(|row| {
                let range = row.range.as_ref().map_or("", |range| range.said.as_str());
                words::spoken_row(&row.label, &row.said, range)
            })
            .collect(),
        Shape::Stacked(_) | Shape::Heat(_) => table
            .rows
            .iter()
            .map(|row| {
                let cells = table.columns[1..].iter().zip(&row.cells);
                let cells: Vec<String> =
                    cells.map(|(part, cell)| words::spoken_cell(part, cell)).collect();
                headed::answer_of(&row.heading, &list(&cells))
            })
            .collect(),
    };
    words::spoken(finding, range, &said)
}
