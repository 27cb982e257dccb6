//! Published tables by what they split a question by.

use std::collections::BTreeSet;

use survey::{Crossed, Kind, QuestionIx, Tally};

use crate::tables::Tables;

/// The counts of one question for each answer of another, and of nobody's in any, whichever way
/// round they are published.
#[derive(Clone, Debug)]
pub(super) struct Split {
    /// By answer of the other question, then by answer of this one.
    pub(super) cells: Vec<Vec<u32>>,
    /// The bases, by answer of the other question.
    pub(super) bases: Vec<u32>,
}

/// All splits, by what they are split by and then by question: each question with one answer, and
/// each option of several, ticked or not.
pub(super) struct Splits {
    by: Vec<(QuestionIx, Vec<Option<Split>>)>,
    crossed: BTreeSet<(QuestionIx, QuestionIx)>,
}

impl Splits {
    pub(super) fn new(tables: &Tables) -> Self {
        let codebook = &tables.codebook;
        let none = || vec![None; tables.totals.len()];
        let single = |ix: QuestionIx| match codebook.question(ix).kind {
            Kind::Single | Kind::Ordered => true,
            Kind::Multiple => false,
        };
        let mut by: Vec<(QuestionIx, Vec<Option<Split>>)> =
            codebook.iter().map(|(ix, _)| (ix, none())).collect();
        for table in &tables.crossed {
            let Some(total) = &tables.totals[table.question.position()] else { continue };
            let split = Split::of_parts(total, &table.parts);
            if single(table.question) {
                let turned = split.turned(tables, table.by);
                by[table.question.position()].1[table.by.position()].get_or_insert(turned);
            }
            by[table.by.position()].1[table.question.position()] = Some(split);
        }
        for (ix, question) in codebook.iter().filter(|(ix, _)| !single(*ix)) {
            for option in 0..question.options.len() {
                let mut splits = none();
                for table in tables.crossed.iter().filter(|table| table.question == ix) {
                    splits[table.by.position()] = Split::of_tick(tables, table, option);
                }
                by.push((ix, splits));
            }
        }
        let crossed = tables.crossed.iter().map(|table| (table.question, table.by)).collect();
        Self { by, crossed }
    }

    pub(super) fn are_crossed(&self, one: QuestionIx, other: QuestionIx) -> bool {
        self.crossed.contains(&(one, other)) || self.crossed.contains(&(other, one))
    }

    /// One question split by the answers to another.
    pub(super) fn get(&self, question: QuestionIx, by: QuestionIx) -> Option<&Split> {
        self.by[by.position()].1[question.position()].as_ref()
    }

    /// Whatever both questions are split by.
    pub(super) fn shared<'a>(
        &'a self,
        one: QuestionIx,
        other: QuestionIx,
    ) -> Vec<(QuestionIx, &'a Split, &'a Split)> {
        let both = |(by, splits): &'a (QuestionIx, Vec<Option<Split>>)| {
            Some((*by, splits[one.position()].as_ref()?, splits[other.position()].as_ref()?))
        };
        self.by.iter().filter_map(both).collect()
    }
}

impl Split {
    pub(super) fn of_parts(total: &Tally, parts: &[Tally]) -> Self {
        let mut rest = (total.counts.clone(), total.answered);
        for part in parts {
            rest.1 = rest.1.saturating_sub(part.answered);
            for (left, count) in rest.0.iter_mut().zip(&part.counts) {
                *left = left.saturating_sub(*count);
            }
        }
        let mut cells: Vec<Vec<u32>> = parts.iter().map(|part| part.counts.clone()).collect();
        let mut bases: Vec<u32> = parts.iter().map(|part| part.answered).collect();
        cells.push(rest.0);
        bases.push(rest.1);
        Self { cells, bases }
    }

    /// A grouping split by one option of a question with several: ticked, not ticked.
    pub(super) fn of_tick(tables: &Tables, table: &Crossed, option: usize) -> Option<Self> {
        let total = tables.totals[table.by.position()].as_ref()?;
        let tally =
            |counts: Vec<u32>| Tally { answered: counts.iter().sum(), counts, ..Tally::default() };
        let ticked = table.parts.iter().map(|part| part.counts[option]).collect();
        let not = table.parts.iter().map(|part| part.answered - part.counts[option]).collect();
        Some(Self::of_parts(total, &[tally(ticked), tally(not)]))
    }

    /// The same table the other way round; of a question with one answer the cells are a base.
    pub(super) fn turned(&self, tables: &Tables, by: QuestionIx) -> Self {
        let groups = self.cells.len() - 1;
        let answers = self.cells.first().map_or(0, Vec::len);
        let parts: Vec<Tally> = (0..answers)
            .map(|answer| {
                let counts: Vec<u32> = (0..groups).map(|group| self.cells[group][answer]).collect();
                Tally { answered: counts.iter().sum(), counts, ..Tally::default() }
            })
            .collect();
        let total = tables.totals[by.position()].clone().unwrap_or_default();
        Self::of_parts(&total, &parts)
    }
}

/// The counts of two questions' answers together, whichever way round they are published.
pub(super) fn joint<'a>(
    splits: &'a Splits,
    one: QuestionIx,
    other: QuestionIx,
) -> Option<Box<dyn Fn(usize, usize) -> u32 + 'a>> {
    if let Some(split) = splits.get(one, other) {
        return Some(Box::new(move |a, b| split.cells[b][a]));
    }
    let split = splits.get(other, one)?;
    Some(Box::new(move |a, b| split.cells[a][b]))
}
