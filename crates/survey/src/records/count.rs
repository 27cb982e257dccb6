//! Records as a source: select with bit operations, count with population counts.

use crate::source::{Available, Snapshot, Source};
use crate::tally::{Breakdown, Tally, Weighted};
use crate::{
    Against, Bitmap, Clause, Codebook, Comparison, Filter, Kind, Matching, Pick, QuestionIx,
};

use super::{Column, Records};

impl Source for Records {
    fn codebook(&self) -> &Codebook {
        &self.codebook
    }

    fn respondents(&self) -> u32 {
        count_of(self.ids.len())
    }

    fn total(&self, question: QuestionIx) -> Available<&Tally> {
        Ok(&self.totals[question.0])
    }

    fn offers(&self, _filter: &Filter, by: Option<QuestionIx>) -> bool {
        by.is_none_or(|by| self.codebook.question(by).grouping)
    }

    fn answer(&self, filter: &Filter) -> Snapshot {
        if filter.is_empty() {
            let totals: Vec<_> = self.totals.iter().cloned().map(Ok).collect();
            return Snapshot {
                selected: Ok(self.respondents()),
                tallies: totals.clone(),
                facets: totals,
            };
        }
        let selected = Selected::from(self.select(filter));
        let tallies: Vec<_> =
            self.columns.iter().map(|column| Ok(self.count(column, &selected))).collect();
        let facets = (0..self.columns.len())
            .map(|position| match self.select_for_facet(filter, QuestionIx(position)) {
                Some(others) => Ok(self.count(&self.columns[position], &others.into())),
                None => tallies[position].clone(),
            })
            .collect();
        Snapshot { selected: Ok(selected.size), tallies, facets }
    }

    fn breakdown(
        &self,
        filter: &Filter,
        question: QuestionIx,
        by: QuestionIx,
    ) -> Available<Breakdown> {
        let selected = self.select(filter);
        let column = &self.columns[question.0];
        let mut rest = selected.clone();
        let (mut parts, mut sizes) = (Vec::new(), Vec::new());
        for option in &self.columns[by.0].answers.options {
            let mut part = selected.clone();
            part.and(option);
            rest.and_not(option);
            let part = Selected::from(part);
            sizes.push(part.size);
            parts.push(self.count(column, &part));
        }
        Ok(Breakdown { parts, rest: self.count(column, &rest.into()), sizes })
    }

    fn compare(&self, filter: &Filter, against: &Against) -> Comparison {
        self.compared(filter, against)
    }

    fn records(&self) -> Option<&Records> {
        Some(self)
    }
}

impl Records {
    /// The respondents that a filter selects.
    pub fn select(&self, filter: &Filter) -> Bitmap {
        self.select_without(filter, None)
    }

    /// How many answers each of the selected gave to a question, as a distribution: at `n`, how many
    /// respondents gave exactly `n`. Who did not answer is not in it; "none of these" is at 0.
    pub fn spread(&self, filter: &Filter, question: QuestionIx) -> Vec<u32> {
        let answers = self.answers(question);
        let mut given = vec![0_usize; self.ids.len()];
        for option in &answers.options {
            option.rows().for_each(|row| given[row] += 1);
        }
        let mut spread = vec![0; answers.options.len() + 1];
        let mut answered = self.select(filter);
        answered.and(&answers.answered);
        answered.rows().for_each(|row| spread[given[row]] += 1);
        spread
    }

    /// A facet's counts say what picking an answer brings, so a clause that any of its picks
    /// satisfies is left out of its own counts; one that needs all of them narrows them too. `None`
    /// where nothing is left out.
    fn select_for_facet(&self, filter: &Filter, question: QuestionIx) -> Option<Bitmap> {
        let clause = filter.clause(question)?;
        (clause.matching == Matching::Any).then(|| self.select_without(filter, Some(question)))
    }

    fn select_without(&self, filter: &Filter, left_out: Option<QuestionIx>) -> Bitmap {
        let mut selected = if filter.respondents().is_empty() {
            Bitmap::full(self.ids.len())
        } else {
            let mut picked = Bitmap::new(self.ids.len());
            let there = filter.respondents().iter().map(|&row| row as usize);
            there.filter(|&row| row < self.ids.len()).for_each(|row| picked.set(row));
            picked
        };
        for (question, clause) in filter.clauses().filter(|(ix, _)| Some(*ix) != left_out) {
            narrow(&mut selected, clause, &self.columns[question.0]);
        }
        selected
    }

    /// Counts as little as it can: of thirty questions about a fourth of all bitmaps follow from the
    /// others.
    pub(super) fn count(&self, column: &Column, selected: &Selected) -> Tally {
        let count = |set: &Bitmap| set.count_and(&selected.rows);
        let asked = if column.asks_everybody { selected.size } else { count(&column.asked) };
        let answered = count(&column.answers.answered);
        let options = &column.answers.options;
        let counts = match (column.kind, options.split_last()) {
            // Who answered gave exactly one of the answers, so the last has who is left.
            (Kind::Single | Kind::Ordered, Some((_, but_last))) => {
                let mut counts: Vec<u32> = but_last.iter().map(count).collect();
                counts.push(answered - counts.iter().sum::<u32>());
                counts
            }
            (Kind::Single | Kind::Ordered, None) | (Kind::Multiple, _) => {
                options.iter().map(count).collect()
            }
        };
        Tally {
            asked,
            answered,
            counts,
            groups: column.groups.iter().map(count).collect(),
            weighted: self.weights.as_deref().map(|weights| weigh(column, &selected.rows, weights)),
        }
    }
}

/// Selected respondents, counted once for all questions.
pub(super) struct Selected {
    rows: Bitmap,
    pub(super) size: u32,
}

impl From<Bitmap> for Selected {
    fn from(rows: Bitmap) -> Self {
        let size = rows.count();
        Self { rows, size }
    }
}

fn narrow(selected: &mut Bitmap, clause: &Clause, column: &Column) {
    let set = |pick: &Pick| match *pick {
        Pick::Option(option) => &column.answers.options[option],
        Pick::Group(group) => &column.groups[group],
    };
    match clause.matching {
        Matching::All => clause.picks().iter().for_each(|pick| selected.and(set(pick))),
        Matching::Any => {
            let union = super::union(selected.len(), clause.picks().iter().map(set));
            selected.and(&union);
        }
    }
}

fn weigh(column: &Column, selected: &Bitmap, weights: &[f64]) -> Weighted {
    let weight = |set: &Bitmap| {
        let mut both = set.clone();
        both.and(selected);
        both.rows().map(|row| weights[row]).sum()
    };
    Weighted {
        answered: weight(&column.answers.answered),
        counts: column.answers.options.iter().map(weight).collect(),
    }
}

fn count_of(rows: usize) -> u32 {
    u32::try_from(rows).unwrap_or(u32::MAX) // `Records::new` refuses more
}
