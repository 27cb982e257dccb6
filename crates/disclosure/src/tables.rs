//! The tables of a release as counts, before and after the gate.

use std::sync::Arc;

use survey::{Bitmap, Codebook, Crossed, Cube, QuestionIx, Tally};

use crate::plan::Plan;
use crate::sample::Sample;

/// Tables that are to be published, or were.
#[derive(Clone, Debug)]
pub struct Tables {
    /// The questions.
    pub codebook: Arc<Codebook>,
    /// How many respondents the release is about.
    pub respondents: u32,
    /// For each question its counts.
    pub totals: Vec<Option<Tally>>,
    /// The questions by groupings.
    pub crossed: Vec<Crossed>,
}

/// The name of a table: a question, and what it is crossed with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TableName {
    /// The question counted.
    pub question: QuestionIx,
    /// The grouping; `None` for the question's own table.
    pub by: Option<QuestionIx>,
}

impl TableName {
    /// The table as the package names it: `liking by region`.
    pub fn ids(self, codebook: &Codebook) -> String {
        let id = |ix| codebook.question(ix).id.as_str();
        match self.by {
            None => id(self.question).to_owned(),
            Some(by) => format!("{} by {}", id(self.question), id(by)),
        }
    }
}

impl Tables {
    /// Counts every table that the plan declares.
    pub fn count(sample: &Sample, plan: &Plan) -> Self {
        let mut tables = Self {
            codebook: Arc::clone(&sample.codebook),
            respondents: sample.respondents(),
            totals: Vec::new(),
            crossed: Vec::new(),
        };
        for (ix, _) in sample.codebook.iter() {
            let wanted = !plan.withholds(ix, None);
            tables.totals.push(wanted.then(|| tally(sample, ix, &sample.bases[ix.position()])));
            if !wanted {
                continue;
            }
            for (by, grouping) in sample.codebook.iter() {
                let wanted = grouping.grouping
                    && by != ix
                    && !plan.withholds(by, None)
                    && !plan.withholds(ix, Some(by));
                if wanted {
                    tables.crossed.push(crossed(sample, ix, by));
                }
            }
        }
        tables.settle();
        tables
    }

    /// The tables of a packed file.
    pub(crate) fn of_cube(cube: &Cube, respondents: u32) -> Self {
        Self {
            codebook: Arc::clone(cube.codebook()),
            respondents,
            totals: cube.totals().to_vec(),
            crossed: cube.crossed().to_vec(),
        }
    }

    /// The names of all tables, each question's own before those by groupings.
    pub fn names(&self) -> Vec<TableName> {
        let mut names = Vec::new();
        for (question, total) in self.codebook.positions().zip(&self.totals) {
            if total.is_some() {
                names.push(TableName { question, by: None });
            }
            let crossed = self.crossed.iter().filter(|table| table.question == question);
            names.extend(crossed.map(|table| TableName { question, by: Some(table.by) }));
        }
        names
    }

    /// Takes a table out, and those that can't be told without it.
    pub(crate) fn remove(&mut self, table: TableName) {
        match table.by {
            None => self.totals[table.question.position()] = None,
            Some(by) => {
                self.crossed
                    .retain(|crossed| (crossed.question, crossed.by) != (table.question, by));
            }
        }
        self.settle();
    }

    /// A question's own table is the margin of its crossed ones, and its counts are the bases of the
    /// questions asked after it: without it they can't be told.
    fn settle(&mut self) {
        let codebook = Arc::clone(&self.codebook);
        for (ix, question) in codebook.iter() {
            let before = question.asked_if.as_ref().map(|routing| routing.question);
            if before.is_some_and(|before| self.totals[before.position()].is_none()) {
                self.totals[ix.position()] = None;
            }
        }
        let totals = &self.totals;
        self.crossed.retain(|table| {
            totals[table.question.position()].is_some() && totals[table.by.position()].is_some()
        });
    }

    /// Every question's own counts that there are.
    pub fn published(&self) -> impl Iterator<Item = (QuestionIx, &Tally)> {
        let totals = self.codebook.positions().zip(&self.totals);
        totals.filter_map(|(question, total)| Some((question, total.as_ref()?)))
    }

    /// A question by a grouping.
    pub fn find(&self, question: QuestionIx, by: QuestionIx) -> Option<&Crossed> {
        self.crossed.iter().find(|table| (table.question, table.by) == (question, by))
    }
}

/// A question's counts among some of its base.
fn tally(sample: &Sample, question: QuestionIx, among: &Bitmap) -> Tally {
    let answered = among.count();
    let counts =
        sample.options[question.position()].iter().map(|option| option.count_and(among)).collect();
    Tally { asked: answered, answered, counts, ..Tally::default() }
}

/// A question by a grouping: of those who are in both bases.
fn crossed(sample: &Sample, question: QuestionIx, by: QuestionIx) -> Crossed {
    let part = |option| {
        let mut among = sample.cell(by, option);
        among.and(&sample.bases[question.position()]);
        tally(sample, question, &among)
    };
    let parts = (0..sample.options[by.position()].len()).map(part).collect();
    Crossed { question, by, parts }
}
