//! What an attacker has: counts of respondents.

use thiserror::Error;

/// What one respondent answered: a value for each column.
pub type Row = Vec<u8>;

/// Values that a respondent has together: column and value.
pub type Cell = Vec<(usize, u8)>;

/// Counts of the same respondents. What can't be is a count of 0.
#[derive(Clone, Debug)]
pub struct Published {
    respondents: u32,
    /// How many values each column has.
    columns: Vec<u8>,
    counts: Vec<(Cell, u32)>,
}

/// Why no rows were found.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Impossible {
    /// Nobody's answers could give these counts.
    #[error("no respondents' answers give all these counts")]
    Contradiction,
    /// The tables tie more columns together than can be searched.
    #[error("the tables tie {0} columns together, which is too many to search")]
    TooWide(usize),
    /// The solver gave up.
    #[error("the solver gave up: {0}")]
    GaveUp(String),
}

impl Published {
    /// Nothing but how many respondents there are, and how many values each column may have.
    pub fn new(respondents: u32, columns: Vec<u8>) -> Self {
        Self { respondents, columns, counts: Vec::new() }
    }

    /// Adds that so many respondents have these values together.
    pub fn publish(&mut self, cell: Cell, count: u32) {
        self.counts.push((cell, count));
    }

    /// Publishes all cells of the table of some columns of these rows.
    pub fn tabulate(&mut self, rows: &[Row], columns: &[usize]) {
        for cell in self.cells(columns) {
            let count = rows.iter().filter(|row| fits(row, &cell)).count();
            self.publish(cell, u32::try_from(count).unwrap_or(u32::MAX));
        }
    }

    /// How many respondents there are.
    pub fn respondents(&self) -> u32 {
        self.respondents
    }

    /// How many values each column has.
    pub fn columns(&self) -> &[u8] {
        &self.columns
    }

    /// Everything published.
    pub fn counts(&self) -> &[(Cell, u32)] {
        &self.counts
    }

    /// What is published of some columns alone.
    #[must_use]
    pub fn only(&self, columns: &[usize]) -> Self {
        let is_within = |cell: &Cell| cell.iter().all(|(column, _)| columns.contains(column));
        let counts = self.counts.iter().filter(|(cell, _)| is_within(cell)).cloned().collect();
        Self { counts, columns: self.columns.clone(), ..*self }
    }

    /// All cells of the table of some columns.
    pub fn cells(&self, columns: &[usize]) -> Vec<Cell> {
        columns.iter().fold(vec![Vec::new()], |cells, &column| {
            let with = |cell: &Cell, value| [cell.as_slice(), &[(column, value)]].concat();
            cells
                .iter()
                .flat_map(|cell| (0..self.columns[column]).map(move |value| with(cell, value)))
                .collect()
        })
    }
}

/// Whether a respondent has all these values.
pub(crate) fn fits(row: &[u8], cell: &[(usize, u8)]) -> bool {
    cell.iter().all(|&(column, value)| row[column] == value)
}
