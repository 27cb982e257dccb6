//! A whole figure in words, for those who hear it.

use crate::view::figure::Shape;
use crate::view::row::RowView;
use crate::view::table::TableView;
use crate::view::wording::list;
use crate::words::{figure as words, standing::INVENTED, table as headed};

pub(super) fn spoken(
    finding: &str,
    range: &str,
    shape: &Shape,
    rows: &[RowView],
    table: &TableView,
) -> String {
    // Where all are, a sentence has said so.
    let is_mixed = !rows.iter().all(RowView::is_invented);
    let said: Vec<String> = match shape {
        Shape::Nothing(_) | Shape::SideBySide(_) => return finding.to_owned(),
        Shape::Bars => rows
            .iter()
            .map(|row| {
                let mut said = vec![row.said.clone()];
                said.extend(row.range.as_ref().map(|range| range.said.clone()));
                if is_mixed && row.is_invented() {
                    said.push(INVENTED.to_owned());
                }
                said.extend(row.other_set.map(|other| words::in_the_other_set(&other.said())));
                headed::answer_of(&row.label, &said.join(", "))
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
