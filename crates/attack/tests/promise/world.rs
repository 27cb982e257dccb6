//! What a reader knows, as counts of respondents: a column for each answer and each base, the counts
//! that the files give of them, and what the questionnaire makes impossible. Each column also has the
//! true respondents, by which the judge knows what would be a disclosure.

/// Respondents, a bit each.
pub(crate) type Set = u128;

/// Columns and the values that a respondent has in them.
pub(crate) type Cell = Vec<(usize, bool)>;

#[derive(Clone, Debug, Default)]
pub(crate) struct World {
    pub(crate) everybody: Set,
    pub(crate) columns: Vec<Set>,
    pub(crate) names: Vec<String>,
    pub(crate) known: Vec<(Cell, u32)>,
    pub(crate) impossible: Vec<Cell>,
    /// Columns that may change places between respondents together.
    pub(crate) units: Vec<Vec<usize>>,
}

impl World {
    pub(crate) fn add(&mut self, name: String, set: Set) -> usize {
        self.columns.push(set & self.everybody);
        self.names.push(name);
        self.columns.len() - 1
    }

    /// Who truly has these values.
    pub(crate) fn holds(&self, cell: &[(usize, bool)]) -> Set {
        holds(&self.columns, self.everybody, cell)
    }

    /// Adds a count that a file gives, which must be the true one.
    pub(crate) fn know(&mut self, cell: Cell, count: u32) {
        let cell = sorted(cell).expect("a count of what can be");
        assert_eq!(self.holds(&cell).count_ones(), count, "{}", self.words(&cell));
        if !self.known.iter().any(|(known, _)| *known == cell) {
            self.known.push((cell, count));
        }
    }

    /// Adds what the questionnaire lets nobody have.
    pub(crate) fn rule_out(&mut self, cell: Cell) {
        let Some(cell) = sorted(cell) else { return };
        assert_eq!(self.holds(&cell), 0, "{}", self.words(&cell));
        if !self.impossible.contains(&cell) {
            self.impossible.push(cell);
        }
    }

    /// The same without any file.
    pub(crate) fn questionnaire(&self) -> Self {
        Self { known: Vec::new(), ..self.clone() }
    }

    pub(crate) fn words(&self, cell: &[(usize, bool)]) -> String {
        let word = |(column, value): &(usize, bool)| {
            format!("{}{}", if *value { "" } else { "not " }, self.names[*column])
        };
        cell.iter().map(word).collect::<Vec<_>>().join(" and ")
    }
}

pub(crate) fn holds(columns: &[Set], everybody: Set, cell: &[(usize, bool)]) -> Set {
    cell.iter().fold(everybody, |set, (column, value)| {
        set & if *value { columns[*column] } else { !columns[*column] }
    })
}

/// A cell in one order; `None` where it contradicts itself.
pub(crate) fn sorted(mut cell: Cell) -> Option<Cell> {
    cell.sort_unstable();
    cell.dedup();
    cell.windows(2).all(|pair| pair[0].0 != pair[1].0).then_some(cell)
}
