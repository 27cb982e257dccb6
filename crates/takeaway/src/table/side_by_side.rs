//! One row an answer, with the figures of both selections.

use explorer::view::{FigureView, PairView, RowView, TableRow};
use survey::Survey;

use super::cells::{
    share, share_columns, size, size_column, standing, standing_column, text, words,
};
use super::{Cell, Column, Table};

/// The columns of the page's table before what it says of the gap: the answer, A and B.
const BEFORE_GAPS: usize = 3;

pub(super) fn table(survey: &Survey, figure: &FigureView, pairs: &[PairView]) -> Table {
    let mut columns = vec![words("answer", "Answer", "The answer, as it was offered")];
    columns.extend(side(survey, "A", ["a_count", "a_base", "a_percentage", "a_size_of_base"]));
    columns.extend(side(survey, "B", ["b_count", "b_base", "b_percentage", "b_size_of_base"]));
    columns.extend(figure.table.columns.iter().skip(BEFORE_GAPS).map(|title| of_gap(title)));
    columns.push(standing_column());
    let row = |((row, pair), shown): ((&RowView, &PairView), &TableRow)| {
        let mut cells = vec![text(&row.label)];
        for (count, base) in pair.counts.into_iter().zip(pair.bases) {
            cells.extend(share(count, base));
            cells.push(size(base));
        }
        // A row's heading is not among its cells.
        cells.extend(shown.cells.iter().skip(BEFORE_GAPS - 1).map(|cell| said(cell)));
        cells.push(standing(figure, row.option));
        cells
    };
    let rows = figure.rows.iter().zip(pairs).zip(&figure.table.rows).map(row).collect();
    Table { caption: figure.table.caption.clone(), columns, rows }
}

fn side(survey: &Survey, letter: &str, names: [&'static str; 4]) -> Vec<Column> {
    let mut columns: Vec<Column> = share_columns(survey).into();
    columns.push(size_column());
    let column = |(name, column): (&'static str, Column)| Column {
        name,
        title: format!("{letter}: {}", column.title),
        about: format!("{} (selection {letter})", column.about),
        ..column
    };
    names.into_iter().zip(columns).map(column).collect()
}

fn of_gap(title: &str) -> Column {
    if title == "Gap" {
        return words("gap", title, "Whose share is larger, and by how many percentage points");
    }
    words("chance", title, "How often sides that were shuffled differ as much")
}

fn said(cell: &str) -> Cell {
    // Where the selections fix an answer, a gap is no finding.
    text(if cell.is_empty() { "not checked" } else { cell })
}
