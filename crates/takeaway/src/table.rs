//! A figure's counts as a plain rectangle: one heading row, numbers as numbers.
//!
//! The page's own table puts count, base and percentage into one cell where there are many; here
//! each has a column of its own, and a row for each answer in each part.

mod alone;
mod broken_down;
mod cells;
mod side_by_side;
mod simple;

use explorer::state::Uncertainty;
use explorer::view::{FigureView, Shape};
use explorer::words::attribution as words;
use survey::{NotAvailable, Survey};
use survey_stats::SMALLEST_FOR_PERCENTAGES;

/// A table of one figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// Its columns, from left to right.
    pub columns: Vec<Column>,
    /// Its rows: a cell for each column.
    pub rows: Vec<Vec<Cell>>,
}

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its name for programs: small letters and `_`, unique in the table.
    pub name: &'static str,
    /// Its heading, unique in the table.
    pub title: String,
    /// What stands in it.
    pub about: String,
    /// What that is.
    pub holds: Holds,
}

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Words.
    Words,
    /// Whole numbers from 0.
    Numbers,
}

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// A number, as the page shows it.
    Number(u32),
    /// Words.
    Text(String),
    /// Nothing that could stand there.
    Absent(Absent),
}

/// Why there is no number, as the symbols of government statistics say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absent {
    /// The survey does not tell.
    NotAvailable,
    /// There is nobody to tell it of.
    NotApplicable,
    /// Of so few it would mislead.
    LowReliability,
}

impl Absent {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::NotAvailable, Self::NotApplicable, Self::LowReliability];

    /// What stands in the cell.
    pub fn symbol(self) -> &'static str {
        match self {
            Self::NotAvailable => "[x]",
            Self::NotApplicable => "[z]",
            Self::LowReliability => "[u]",
        }
    }

    /// What the symbol means.
    pub fn meaning(self) -> String {
        match self {
            Self::NotAvailable => words::NOT_AVAILABLE.to_owned(),
            Self::NotApplicable => words::NOT_APPLICABLE.to_owned(),
            Self::LowReliability => words::low_reliability(SMALLEST_FOR_PERCENTAGES),
        }
    }
}

impl Table {
    /// A figure's counts.
    pub(crate) fn of(survey: &Survey, figure: &FigureView, uncertainty: Uncertainty) -> Self {
        match &figure.shape {
            Shape::Bars => simple::table(survey, figure, uncertainty),
            Shape::Stacked(view) | Shape::Heat(view) => {
                broken_down::table(survey, figure, view, uncertainty)
            }
            Shape::SideBySide(pairs) => side_by_side::table(survey, figure, pairs),
            Shape::Nothing(reason) => nothing(survey, figure, reason),
        }
    }

    /// Which symbols stand in it.
    pub fn absent(&self) -> impl Iterator<Item = Absent> {
        let is_there = |why: &Absent| self.rows.iter().flatten().any(|c| *c == Cell::Absent(*why));
        Absent::ALL.into_iter().filter(is_there)
    }
}

/// One row that says why there is no other.
fn nothing(survey: &Survey, figure: &FigureView, reason: &str) -> Table {
    // Views say so in the source's own words.
    let untold = reason.contains(&NotAvailable.to_string());
    let why = if untold { Absent::NotAvailable } else { Absent::NotApplicable };
    let columns = simple::columns(survey, Uncertainty::None);
    let mut row = vec![Cell::Absent(why); columns.len()];
    row[0] = Cell::Text(reason.to_owned());
    Table { caption: figure.label.clone(), columns, rows: vec![row] }
}
