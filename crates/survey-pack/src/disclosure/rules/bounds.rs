//! Rule 6, bounds: what is not published stays as uncertain as the rules on single tables leave it.
//!
//! For two answers with counts a and b in a base of n, the count of both lies between
//! max(0, a + b − n) and min(a, b) (Fréchet, 1940; Dobra and Fienberg, 2000). The room between them is
//! the smallest of a, b, n − a and n − b, which rule 4 keeps at t or more. Tables that share a
//! grouping add such bounds up over its groups, and several groupings bound the same pair; three
//! tables around three questions bound the triple as a 2 × 2 × 2 table. All of them together must
//! still leave t, or what the totals leave where a figure was public before.

use std::collections::BTreeSet;

use survey::{Crossed, QuestionIx, Tally};

use crate::disclosure::gate::{Case, Outcome, Rule, Stage};
use crate::disclosure::tables::{TableName, Tables};

pub(super) const RULE: Rule = Rule {
    name: "bounds",
    number: 6,
    demands: "Linked tables together leave as much room for a count that is not published as one table must.",
    exact: "A heuristic: bounds of pairs over one shared question at a time, all of them together, and of triples from their three tables. Bounds from all tables at once may be narrower.",
    stage: Stage::Release,
    counts_only: true,
    check,
};

/// Counts between which an unpublished one lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Bounds {
    low: u32,
    high: u32,
}

impl Bounds {
    fn frechet(one: u32, other: u32, base: u32) -> Self {
        Self { low: (one + other).saturating_sub(base), high: one.min(other) }
    }

    fn plus(self, other: Self) -> Self {
        Self { low: self.low + other.low, high: self.high + other.high }
    }

    fn within(self, other: Self) -> Self {
        Self { low: self.low.max(other.low), high: self.high.min(other.high) }
    }

    fn room(self) -> u32 {
        self.high.saturating_sub(self.low)
    }
}

/// The counts of one question for each answer of another, and of nobody's in any, whichever way
/// round they are published.
#[derive(Clone, Debug)]
struct Split {
    /// By answer of the other question, then by answer of this one.
    cells: Vec<Vec<u32>>,
    /// The bases, by answer of the other question.
    bases: Vec<u32>,
}

fn check(case: &Case<'_>) -> Outcome {
    let tables = case.known;
    let splits = Splits::new(tables);
    let mut outcome = Outcome::default();
    let published: Vec<QuestionIx> = tables.published().map(|(question, _)| question).collect();
    for (position, &one) in published.iter().enumerate() {
        if tables.codebook.question(one).is_multiple() {
            pairs(case, &splits, one, one, &mut outcome);
        }
        for &other in &published[..position] {
            if !splits.are_crossed(one, other) {
                pairs(case, &splits, one, other, &mut outcome);
            }
            for &third in &published[..position] {
                if third < other {
                    triples(case, &splits, [one, other, third], &mut outcome);
                }
            }
        }
    }
    outcome
}

/// All splits, by what they are split by and then by question: each question with one answer, and
/// each option of several, ticked or not.
struct Splits {
    by: Vec<(QuestionIx, Vec<Option<Split>>)>,
    crossed: BTreeSet<(QuestionIx, QuestionIx)>,
}

impl Splits {
    fn new(tables: &Tables) -> Self {
        let codebook = &tables.codebook;
        let none = || vec![None; tables.totals.len()];
        let single = |ix: QuestionIx| !codebook.question(ix).is_multiple();
        let mut by: Vec<(QuestionIx, Vec<Option<Split>>)> =
            codebook.iter().map(|(ix, _)| (ix, none())).collect();
        for table in &tables.crossed {
            let Some(total) = &tables.totals[table.question.0] else { continue };
            let split = Split::of_parts(total, &table.parts);
            if single(table.question) {
                let turned = split.turned(tables, table.by);
                by[table.question.0].1[table.by.0].get_or_insert(turned);
            }
            by[table.by.0].1[table.question.0] = Some(split);
        }
        for (ix, question) in codebook.iter().filter(|(ix, _)| !single(*ix)) {
            for option in 0..question.options.len() {
                let mut splits = none();
                for table in tables.crossed.iter().filter(|table| table.question == ix) {
                    splits[table.by.0] = Split::of_tick(tables, table, option);
                }
                by.push((ix, splits));
            }
        }
        let crossed = tables.crossed.iter().map(|table| (table.question, table.by)).collect();
        Self { by, crossed }
    }

    fn are_crossed(&self, one: QuestionIx, other: QuestionIx) -> bool {
        self.crossed.contains(&(one, other)) || self.crossed.contains(&(other, one))
    }

    /// One question split by the answers to another.
    fn get(&self, question: QuestionIx, by: QuestionIx) -> Option<&Split> {
        self.by[by.0].1[question.0].as_ref()
    }

    /// Whatever both questions are split by.
    fn shared<'a>(
        &'a self,
        one: QuestionIx,
        other: QuestionIx,
    ) -> Vec<(QuestionIx, &'a Split, &'a Split)> {
        let both = |(by, splits): &'a (QuestionIx, Vec<Option<Split>>)| {
            Some((*by, splits[one.0].as_ref()?, splits[other.0].as_ref()?))
        };
        self.by.iter().filter_map(both).collect()
    }
}

impl Split {
    fn of_parts(total: &Tally, parts: &[Tally]) -> Self {
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
    fn of_tick(tables: &Tables, table: &Crossed, option: usize) -> Option<Self> {
        let total = tables.totals[table.by.0].as_ref()?;
        let tally =
            |counts: Vec<u32>| Tally { answered: counts.iter().sum(), counts, ..Tally::default() };
        let ticked = table.parts.iter().map(|part| part.counts[option]).collect();
        let not = table.parts.iter().map(|part| part.answered - part.counts[option]).collect();
        Some(Self::of_parts(total, &[tally(ticked), tally(not)]))
    }

    /// The same table the other way round; of a question with one answer the cells are a base.
    fn turned(&self, tables: &Tables, by: QuestionIx) -> Self {
        let groups = self.cells.len() - 1;
        let answers = self.cells.first().map_or(0, Vec::len);
        let parts: Vec<Tally> = (0..answers)
            .map(|answer| {
                let counts: Vec<u32> = (0..groups).map(|group| self.cells[group][answer]).collect();
                Tally { answered: counts.iter().sum(), counts, ..Tally::default() }
            })
            .collect();
        let total = tables.totals[by.0].clone().unwrap_or_default();
        Self::of_parts(&total, &parts)
    }
}

/// Where a question is asked, however many steps later, only of those who gave some answers to
/// another: these answers, and how many gave one.
fn lead(tables: &Tables, to: QuestionIx, from: QuestionIx) -> Option<(&[usize], u32)> {
    let mut at = to;
    loop {
        let routing = tables.codebook.question(at).asked_if.as_ref()?;
        if routing.question == from {
            return Some((&routing.any_of, tables.totals[at.0].as_ref()?.answered));
        }
        at = routing.question;
    }
}

fn pairs(
    case: &Case<'_>,
    splits: &Splits,
    one: QuestionIx,
    other: QuestionIx,
    outcome: &mut Outcome,
) {
    let tables = case.known;
    let (Some(total), Some(total_of_other)) = (&tables.totals[one.0], &tables.totals[other.0])
    else {
        return;
    };
    let shared = splits.shared(one, other);
    // Questions come after what they are asked after, so that only `one` can be the routed one.
    let lead = lead(tables, one, other);
    let base = lead.map_or(total.answered.max(total_of_other.answered), |(_, base)| base);
    for (a, &count) in total.counts.iter().enumerate() {
        for (b, &count_of_other) in total_of_other.counts.iter().enumerate() {
            // What routing alone decides is nobody's answer: who was asked gave this one, or did not.
            let decided =
                lead.is_some_and(|(leads, base)| !leads.contains(&b) || count_of_other == base);
            if decided || (one == other && b >= a) {
                continue;
            }
            let alone = Bounds::frechet(count, count_of_other, base);
            let mut bounds = alone;
            for (_, split, split_of_other) in &shared {
                bounds = bounds.within(conditional(split, split_of_other, a, b, lead.is_some()));
            }
            let room = bounds.room();
            outcome.examine(room);
            if room < alone.room().min(case.plan.threshold) {
                let codebook = &tables.codebook;
                let by: BTreeSet<&str> =
                    shared.iter().map(|(by, ..)| super::id(codebook, *by)).collect();
                let by: Vec<&str> = by.into_iter().collect();
                let cell = format!(
                    "{} and {}",
                    super::cell(codebook, one, a),
                    super::cell(codebook, other, b)
                );
                let what = format!(
                    "the tables of both by “{}” put the count between {} and {}",
                    by.join("”, “"),
                    bounds.low,
                    bounds.high
                );
                let fix = "Withhold one of these tables, or merge answers.";
                let table =
                    Some(TableName { question: one, by: shared.last().map(|(by, ..)| *by) });
                outcome.breach(table, cell, what, fix);
            }
        }
    }
}

/// Bounds of two answers together, added up over what both are split by. Who was not asked can't have
/// given both.
fn conditional(split: &Split, split_of_other: &Split, a: usize, b: usize, routed: bool) -> Bounds {
    let groups = split.cells.iter().zip(&split_of_other.cells);
    let bases = split.bases.iter().zip(&split_of_other.bases);
    groups.zip(bases).fold(
        Bounds { low: 0, high: 0 },
        |sum, ((cells, others), (base, of_other))| {
            let base = if routed { base.min(of_other) } else { base.max(of_other) };
            sum.plus(Bounds::frechet(cells[a], others[b], *base))
        },
    )
}

/// Three questions with all three tables between them.
fn triples(case: &Case<'_>, splits: &Splits, of: [QuestionIx; 3], outcome: &mut Outcome) {
    let [one, other, third] = of;
    let tables = case.known;
    let (Some(xy), Some(xz), Some(yz)) =
        (joint(splits, one, other), joint(splits, one, third), joint(splits, other, third))
    else {
        return;
    };
    let totals = of.map(|question| tables.totals[question.0].as_ref());
    let [Some(x), Some(y), Some(z)] = totals else { return };
    let base = x.answered.max(y.answered).max(z.answered);
    for (a, &n_x) in x.counts.iter().enumerate() {
        for (b, &n_y) in y.counts.iter().enumerate() {
            for (c, &n_z) in z.counts.iter().enumerate() {
                let bounds = triple(base, [n_x, n_y, n_z], [xy(a, b), xz(a, c), yz(b, c)]);
                let room = bounds.room();
                outcome.examine(room);
                if room < case.plan.threshold {
                    let cells = [(one, a), (other, b), (third, c)]
                        .map(|(question, option)| super::cell(&tables.codebook, question, option));
                    let what = format!(
                        "their three tables put the count of all three between {} and {}",
                        bounds.low, bounds.high
                    );
                    let fix = "Withhold one of the three tables, or merge answers.";
                    outcome.breach(None, cells.join(" and "), what, fix);
                }
            }
        }
    }
}

/// The counts of two questions' answers together, whichever way round they are published.
fn joint<'a>(
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

/// Bounds of a cell of a 2 × 2 × 2 table whose three two-way margins are known: no cell may fall
/// below 0.
fn triple(base: u32, ones: [u32; 3], pairs: [u32; 3]) -> Bounds {
    let [x, y, z] = ones;
    let [xy, xz, yz] = pairs;
    let low = [(xy + xz, x), (xy + yz, y), (xz + yz, z)];
    let low = low.into_iter().map(|(two, one)| two.saturating_sub(one)).max().unwrap_or_default();
    let outside = (base + xy + xz + yz).saturating_sub(x + y + z);
    Bounds { low, high: xy.min(xz).min(yz).min(outside) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every 2 × 2 × 2 table up to a size, against the smallest and largest cell among all tables
    /// with the same margins.
    #[test]
    fn triples_are_exact() {
        for code in 0..3_u32.pow(8) {
            let cells: Vec<u32> = (0..8).map(|place| code / 3_u32.pow(place) % 3).collect();
            let sum = |keep: &dyn Fn(usize) -> bool| -> u32 {
                (0..8).filter(|cell| keep(*cell)).map(|cell| cells[cell]).sum()
            };
            let on = |bit: usize| move |cell: usize| cell >> bit & 1 == 1;
            let ones = [0, 1, 2].map(|bit| sum(&on(bit)));
            let pairs = [(0, 1), (0, 2), (1, 2)]
                .map(|(one, other)| sum(&|cell| on(one)(cell) && on(other)(cell)));
            // One number moves all cells with the same margins: up and down by parity.
            let odd = |cell: usize| cell.count_ones() % 2 == 1;
            let down = (0..8).filter(|cell| odd(*cell)).map(|cell| cells[cell]).min().unwrap();
            let up = (0..8).filter(|cell| !odd(*cell)).map(|cell| cells[cell]).min().unwrap();
            let expected = Bounds { low: cells[7] - down.min(cells[7]), high: cells[7] + up };
            assert_eq!(triple(sum(&|_| true), ones, pairs), expected, "{cells:?}");
        }
    }
}
