//! The engine over invented rows, called from the page that measures it.
//!
//! The crate depends on `survey` only and is built as the app is, so that the code under the clock is
//! the code that readers get.

mod invent;

use invent::Invention;
use survey::{Clause, Filter, Matching, Pick, Records, Snapshot, Source, Tally};
use wasm_bindgen::prelude::wasm_bindgen;

/// In [`Engine::column`]: was not asked.
const NOT_ASKED: u16 = 1 << 15;
/// In [`Engine::column`]: was asked and answered.
const ANSWERED: u16 = 1 << 14;

/// Answers being invented.
#[wasm_bindgen]
pub struct Draft(Invention);

#[wasm_bindgen]
impl Draft {
    /// Begins to invent the answers of `rows` respondents; the same answers each time.
    #[wasm_bindgen(constructor)]
    pub fn new(rows: usize) -> Draft {
        Self(Invention::new(rows))
    }

    /// Goes on for a while; false when all is there.
    pub fn go_on(&mut self, rows: usize) -> bool {
        self.0.go_on(rows)
    }

    /// The engine over these answers.
    ///
    /// # Errors
    /// When the invented answers do not fit the invented codebook.
    pub fn engine(self) -> Result<Engine, String> {
        Ok(Engine { records: self.0.records()?, filters: Vec::new() })
    }
}

/// Thirty questions, many rows, and the filters to measure with.
#[wasm_bindgen]
pub struct Engine {
    records: Records,
    filters: Vec<Filter>,
}

#[wasm_bindgen]
impl Engine {
    /// How many questions there are.
    pub fn questions(&self) -> usize {
        self.records.codebook().questions().len()
    }

    /// How many options a question has.
    pub fn options(&self, question: usize) -> usize {
        self.records.codebook().questions()[question].options.len()
    }

    /// The options of each of a question's groups, a bit each.
    pub fn groups(&self, question: usize) -> Vec<u16> {
        let question = &self.records.codebook().questions()[question];
        let bits = |group| question.options_of_group(group).map(|option| 1 << option).sum();
        (0..question.groups.len()).map(bits).collect()
    }

    /// A question's answers as typed arrays hold them: for each row a bit an option, one for having
    /// answered, one for not having been asked.
    pub fn column(&self, question: usize) -> Vec<u16> {
        let Some(question) = self.records.codebook().position(question) else {
            return Vec::new();
        };
        let answers = self.records.answers(question);
        let mut column = vec![NOT_ASKED; self.records.ids().len()];
        self.records.asked(question).rows().for_each(|row| column[row] = 0);
        answers.answered().rows().for_each(|row| column[row] = ANSWERED);
        for (option, chosen) in answers.options().iter().enumerate() {
            chosen.rows().for_each(|row| column[row] |= 1 << option);
        }
        column
    }

    /// Adds a filter without clauses and returns its number.
    pub fn add_filter(&mut self) -> usize {
        self.filters.push(Filter::default());
        self.filters.len() - 1
    }

    /// Adds a clause to a filter.
    pub fn add_clause(&mut self, filter: usize, question: usize, all: bool, options: &[usize]) {
        let matching = if all { Matching::All } else { Matching::Any };
        let clause = Clause::new(matching, options.iter().copied().map(Pick::Option));
        if let Some(question) = self.records.codebook().position(question) {
            self.filters[filter].set(question, clause);
        }
    }

    /// What is measured: all questions' tallies and facets. Returns how many are selected.
    pub fn answer(&self, filter: usize) -> u32 {
        self.snapshot(filter).selected.unwrap_or_default()
    }

    /// A part of it: only who is selected, and how many they are.
    pub fn select(&self, filter: usize) -> u32 {
        self.records.select(&self.filters[filter]).count()
    }

    /// All that was counted, in a row: the selected; of each tally, then of each facet, the asked,
    /// the answered, the options and the groups.
    pub fn counts(&self, filter: usize) -> Vec<u32> {
        let Snapshot { selected, tallies, facets } = self.snapshot(filter);
        let mut counts = vec![selected.unwrap_or_default()];
        for Tally { asked, answered, counts: options, groups, .. } in
            tallies.into_iter().chain(facets).flatten()
        {
            counts.extend([asked, answered].into_iter().chain(options).chain(groups));
        }
        counts
    }

    fn snapshot(&self, filter: usize) -> Snapshot {
        self.records.answer(&self.filters[filter])
    }
}
