//! A whole figure in words, for those who hear it.

use crate::view::figure::Shape;
use crate::view::row::RowView;
use crate::view::table::TableView;
use crate::view::wording::list;

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
                let comma = if range.is_empty() { "" } else { ", " };
                format!("{}: {}{comma}{range}", row.label, row.said)
            })
            .collect(),
        Shape::Stacked(_) | Shape::Heat(_) => table
            .rows
            .iter()
            .map(|row| {
                let cells = table.columns[1..].iter().zip(&row.cells);
                let cells: Vec<String> =
                    cells.map(|(part, cell)| format!("{part} {cell}")).collect();
                format!("{}: {}", row.heading, list(&cells))
            })
            .collect(),
    };
    let range = if range.is_empty() { String::new() } else { format!(" {range}") };
    format!("{finding}{range} All answers: {}.", said.join("; "))
}
