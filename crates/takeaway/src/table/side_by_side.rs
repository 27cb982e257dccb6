//! One row an answer, with the figures of both selections.

use explorer::view::{FigureView, PairView, RowView, TableRow};
use explorer::words::figure::SIDES;
use explorer::words::{columns as said, table::GAP};
use survey::Survey;

use super::cells::{
    share, share_columns, size, size_column, standing, standing_column, text, words,
};
use super::{Cell, Column, Table};

/// The columns of the page's table before what it says of the gap: the answer, A and B.
const BEFORE_GAPS: usize = 3;

pub(super) fn table(survey: &Survey, figure: &FigureView, pairs: &[PairView]) -> Table {
    let mut columns = vec![words("answer", said::ANSWER)];
    columns.extend(side(survey, SIDES[0], ["a_count", "a_base", "a_percentage", "a_size_of_base"]));
    columns.extend(side(survey, SIDES[1], ["b_count", "b_base", "b_percentage", "b_size_of_base"]));
    columns.extend(figure.table.columns.iter().skip(BEFORE_GAPS).map(|title| of_gap(title)));
    columns.push(standing_column());
    let row = |((row, pair), shown): ((&RowView, &PairView), &TableRow)| {
        let mut cells = vec![text(&row.label)];
        for (count, base) in pair.counts.into_iter().zip(pair.bases) {
            cells.extend(share(count, base));
            cells.push(size(base));
        }
        // A row's heading is not among its cells.
        cells.extend(shown.cells.iter().skip(BEFORE_GAPS - 1).map(|cell| checked(cell)));
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
        title: said::of_side(letter, &column.title),
        about: said::about_side(letter, &column.about),
        ..column
    };
    names.into_iter().zip(columns).map(column).collect()
}

fn of_gap(title: &str) -> Column {
    if title == GAP {
        return words("gap", [title, said::GAP]);
    }
    words("chance", [title, said::CHANCE])
}

fn checked(cell: &str) -> Cell {
    // Where the selections fix an answer, a gap is no finding.
    text(if cell.is_empty() { said::NOT_CHECKED } else { cell })
}
