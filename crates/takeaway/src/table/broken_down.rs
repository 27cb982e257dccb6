//! One row for each answer in each part.

use explorer::state::Uncertainty;
use explorer::view::{BreakdownView, FigureView};
use explorer::words::columns as said;
use survey::Survey;

use super::cells::{range, share, size, standing, text, words};
use super::simple::columns;
use super::{Absent, Table};

pub(super) fn table(
    survey: &Survey,
    figure: &FigureView,
    view: &BreakdownView,
    uncertainty: Uncertainty,
) -> Table {
    let has_ranges = view.cells.iter().flatten().any(|cell| cell.range.is_some());
    let mut columns = columns(survey, if has_ranges { uncertainty } else { Uncertainty::None });
    // Two columns of one name would be one to a program.
    let title = if columns.iter().any(|column| column.title == view.by) {
        said::part(&view.by)
    } else {
        view.by.clone()
    };
    columns.insert(1, words("part", [&title, &said::answer_to(&view.by)]));
    let mut rows = Vec::new();
    for (row, cells) in figure.rows.iter().zip(&view.cells) {
        for (part, cell) in view.parts.iter().zip(cells) {
            let mut line = vec![text(&row.label), text(&part.label)];
            line.extend(share(cell.count, cell.base));
            if has_ranges {
                let none =
                    if cell.base == 0 { Absent::NotApplicable } else { Absent::LowReliability };
                line.extend(range(cell.range.as_ref(), none));
            }
            line.extend([size(cell.base), standing(figure, row.option)]);
            rows.push(line);
        }
    }
    Table { caption: figure.table.caption.clone(), columns, rows }
}
