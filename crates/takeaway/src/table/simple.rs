//! One row an answer.

use explorer::state::Uncertainty;
use explorer::view::{FigureView, RowView};
use explorer::words::columns::ANSWER;
use survey::Survey;

use super::cells::{
    range, range_columns, share, share_columns, size, size_column, standing, standing_column, text,
    words,
};
use super::{Absent, Cell, Column, Table};

pub(super) fn table(survey: &Survey, figure: &FigureView, uncertainty: Uncertainty) -> Table {
    let has_ranges = figure.rows.iter().any(|row| row.range.is_some());
    let row = |row: &RowView| -> Vec<Cell> {
        let mut cells = vec![text(&row.label)];
        cells.extend(share(row.count, figure.base));
        if has_ranges {
            // Of numbers that nobody measured nothing is unsure.
            let none =
                if row.is_invented() { Absent::NotApplicable } else { Absent::LowReliability };
            cells.extend(range(row.range.as_ref(), none));
        }
        cells.extend([size(figure.base), standing(figure, row.option)]);
        cells
    };
    Table {
        caption: figure.table.caption.clone(),
        columns: columns(survey, if has_ranges { uncertainty } else { Uncertainty::None }),
        rows: figure.rows.iter().map(row).collect(),
    }
}

pub(super) fn columns(survey: &Survey, uncertainty: Uncertainty) -> Vec<Column> {
    let mut columns = vec![words("answer", ANSWER)];
    columns.extend(share_columns(survey));
    columns.extend(range_columns(uncertainty));
    columns.extend([size_column(), standing_column()]);
    columns
}
