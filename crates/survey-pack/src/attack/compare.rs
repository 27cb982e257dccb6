//! What tables find beside what totals alone find, of whole rows and of parts of them.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use reconstruct::{
    Overlaps, Published, Row, Tries, draw_columns, from_totals, overlaps, select_columns,
};
use serde::Serialize;
use survey::Source;

use super::NUMBERS;
use super::answers::Known;

/// So many parts of each length are drawn by lot.
const PARTS: usize = 10;

/// How many parts are searched with the tables of three, and how often: it takes long, and shows
/// whether the search sees anything.
const ABOVE: (usize, u64) = (2, 4);

/// Whole rows, or parts of some length.
#[derive(Clone, Debug, Serialize)]
pub struct Length {
    /// How many columns.
    pub columns: usize,
    /// Whether these are all columns.
    pub whole: bool,
    /// How many parts were compared.
    pub parts: usize,
    /// What tables find by the aim that finds more.
    pub tables: Means,
    /// What totals alone find: the control below.
    pub totals: Means,
    /// What tables of three find, the control above; absent where it was not looked at.
    pub above: Option<Above>,
    /// Whether tables find more than totals and one standard deviation, on average.
    pub is_better: bool,
    /// Single parts where tables find more than totals and three standard deviations: some of many
    /// parts are a little better by chance.
    pub better: Vec<Found>,
}

impl Length {
    /// Whether tables tell more than totals, of all parts or of one.
    pub fn is_telling(&self) -> bool {
        self.is_better || !self.better.is_empty()
    }
}

/// Respondents found on average, and the standard deviation from try to try; of several parts, the
/// averages of these.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct Means {
    /// The average.
    pub mean: f64,
    /// The standard deviation.
    pub deviation: f64,
}

/// What tables of three find.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Above {
    /// Respondents found on average.
    pub mean: f64,
    /// Whether that is enough to trust the search: two thirds of all, and more than totals find.
    pub sees: bool,
}

/// A part where tables find more.
#[derive(Clone, Debug, Serialize)]
pub struct Found {
    /// The questions that it is of, by their ids.
    pub questions: Vec<String>,
    /// What tables find.
    pub tables: Means,
    /// What totals find.
    pub totals: Means,
}

/// Compares whole rows, and parts of these lengths where rows are longer.
pub(super) fn lengths(
    known: &Known,
    found: &[Tries; 2],
    by_chance: &Tries,
    lengths: &[usize],
) -> Vec<Length> {
    let all = known.width();
    let mut chance = ChaCha8Rng::seed_from_u64(8);
    let mut parts = vec![(true, vec![(0..all).collect()])];
    for &many in lengths.iter().filter(|&&many| many < all) {
        let draw = |_| draw_columns(all, many, &mut chance);
        parts.push((false, (0..PARTS).map(draw).collect()));
    }
    // Tables of three of many columns are more than can be searched.
    let longest = lengths.iter().copied().max().unwrap_or_default();
    parts
        .into_iter()
        .map(|(whole, parts)| {
            let mut length = length(known, found, by_chance, whole, &parts);
            if length.columns <= longest {
                length.above = above(known, by_chance, &parts);
            }
            length
        })
        .collect()
}

fn length(
    known: &Known,
    found: &[Tries; 2],
    by_chance: &Tries,
    whole: bool,
    parts: &[Vec<usize>],
) -> Length {
    let mut better = Vec::new();
    let (mut tables, mut totals) = ([Means::default(); 2], Means::default());
    for columns in parts {
        let below = overlaps(by_chance, &known.truth, columns);
        totals.add(&below, parts.len());
        for (tables, tries) in tables.iter_mut().zip(found) {
            let from_tables = overlaps(tries, &known.truth, columns);
            tables.add(&from_tables, parts.len());
            // Few tries may hardly differ by chance; counts of what is rare vary by their root.
            let mut limit = Means::of(&below);
            limit.deviation = limit.deviation.max(limit.mean.sqrt());
            if Means::of(&from_tables).is_more(limit, 3.0, whole) {
                let questions = known.columns.questions(columns);
                better.push(Found {
                    questions: questions.into_iter().map(|ix| known.id(ix).to_owned()).collect(),
                    tables: Means::of(&from_tables),
                    totals: Means::of(&below),
                });
            }
        }
    }
    let [extreme, near] = tables;
    let tables = if near.mean > extreme.mean { near } else { extreme };
    Length {
        columns: parts.first().map_or(0, Vec::len),
        whole,
        parts: parts.len(),
        is_better: tables.is_more(totals, 1.0, whole),
        tables,
        totals,
        above: None,
        better,
    }
}

/// What the same search finds in all tables of three of some columns. `None` where even these are too
/// many.
fn above(known: &Known, by_chance: &Tries, parts: &[Vec<usize>]) -> Option<Above> {
    let (mut above, mut below) = (Vec::new(), Vec::new());
    for columns in parts.iter().take(ABOVE.0) {
        let truth = select_columns(&known.truth, columns);
        let whole: Vec<usize> = (0..columns.len()).collect();
        let threes = tables_of_three(known, &truth, columns);
        threes.size(&[]).ok().filter(|&size| size <= NUMBERS)?;
        let tries = from_totals(&threes, ABOVE.1).ok()?;
        above.extend(overlaps(&tries, &truth, &whole).0);
        below.extend(overlaps(by_chance, &known.truth, columns).0);
    }
    let (above, below) = (Overlaps(above), Overlaps(below));
    let enough = 2.0 / 3.0 * f64::from(known.cube.respondents());
    let sees = above.mean() >= enough && !above.no_better_than(&below);
    Some(Above { mean: above.mean(), sees })
}

fn tables_of_three(known: &Known, truth: &[Row], columns: &[usize]) -> Published {
    let values = columns.iter().map(|&column| known.columns.values()[column]).collect();
    let mut published = Published::new(known.cube.respondents(), values);
    published.tabulate_threes(truth, &(0..columns.len()).collect::<Vec<_>>());
    published
}

impl Means {
    fn of(overlaps: &Overlaps) -> Self {
        Self { mean: overlaps.mean(), deviation: overlaps.deviation() }
    }

    /// Whether more are found than by totals and so many of their standard deviations. Of parts of
    /// rows, less than one respondent is nobody.
    fn is_more(self, totals: Self, deviations: f64, whole: bool) -> bool {
        (whole || self.mean >= 1.0) && self.mean > totals.mean + deviations * totals.deviation
    }

    /// Adds one of so many parts.
    fn add(&mut self, part: &Overlaps, parts: usize) {
        let share = 1.0 / u32::try_from(parts).map_or(f64::INFINITY, f64::from);
        self.mean += part.mean() * share;
        self.deviation += part.deviation() * share;
    }
}
