//! One column of a table.

use indexmap::IndexSet;

/// The cells of a column: each text once, and for each row which of them stands there. Answers are few
/// texts in many rows, so this is small, and what is done about a text is done once.
#[derive(Debug)]
pub(crate) struct Column {
    texts: IndexSet<String>,
    rows: Vec<u32>,
}

impl Column {
    /// A column without cells, and room for those of so many rows.
    pub(super) fn for_rows(rows: usize) -> Self {
        Self { texts: IndexSet::new(), rows: Vec::with_capacity(rows) }
    }

    /// Adds the cell of the next row; none where a column can't have as many different texts.
    pub(super) fn push(&mut self, cell: &str) -> Option<()> {
        // Many cells have the text of the row above.
        let above = self.rows.last().copied().filter(|&above| self.text(above) == cell);
        let text = match above {
            Some(above) => above,
            None => match self.texts.get_index_of(cell) {
                Some(text) => text,
                None => self.texts.insert_full(cell.to_owned()).0,
            }
            .try_into()
            .ok()?,
        };
        self.rows.push(text);
        Some(())
    }

    fn text(&self, text: u32) -> &str {
        &self.texts[text as usize]
    }

    /// The cell of a row.
    pub(super) fn cell(&self, row: usize) -> &str {
        self.text(self.rows[row])
    }

    /// The cells of all rows.
    pub(crate) fn cells(&self) -> impl Iterator<Item = &str> {
        self.rows.iter().map(|&text| self.text(text))
    }

    /// What the cells mean, where `meaning` says what a text means: it is asked of each text once.
    pub(crate) fn meanings<T>(&self, meaning: impl FnMut(&str) -> T) -> Meanings<'_, T> {
        let of_texts = self.texts.iter().map(String::as_str).map(meaning).collect();
        Meanings { of_texts, rows: &self.rows }
    }
}

/// What the cells of a column mean.
#[derive(Debug)]
pub(crate) struct Meanings<'a, T> {
    of_texts: Vec<T>,
    rows: &'a [u32],
}

impl<T: Copy> Meanings<'_, T> {
    /// What the cell of a row means.
    pub(crate) fn at(&self, row: usize) -> T {
        self.of_texts[self.rows[row] as usize]
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_column_gives_back_its_cells(cells in proptest::collection::vec("[ab]{0,2}", 0..40)) {
            let mut column = Column::for_rows(3);
            for cell in &cells {
                prop_assert_eq!(column.push(cell), Some(()));
            }
            prop_assert!(column.cells().eq(cells.iter().map(String::as_str)));
            let mut asked = 0;
            let lengths = column.meanings(|text| { asked += 1; text.len() });
            for (row, cell) in cells.iter().enumerate() {
                prop_assert_eq!(column.cell(row), cell.as_str());
                prop_assert_eq!(lengths.at(row), cell.len());
            }
            prop_assert!(asked <= 7, "there are seven such texts");
        }
    }
}
