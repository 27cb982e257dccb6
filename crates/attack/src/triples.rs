//! Counts of three answers together: which are small, and which of these anybody can work out.

use rand::Rng;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

use crate::bounds::bounds;
use crate::published::{Cell, Impossible, Published, Row};

/// Bounds of triples that tie more numbers than these together are not solved for.
const LARGEST: usize = 4_000;

/// An answer: which question it is to, and the column and value that it has in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The question, by a number of its own.
    pub question: usize,
    /// The column.
    pub column: usize,
    /// The value.
    pub value: u8,
}

/// How much is looked at. What is more is drawn by lot, with a fixed seed.
#[derive(Clone, Copy, Debug)]
pub struct Effort {
    /// Triples that are counted.
    pub counted: u64,
    /// Triples whose bounds are solved for.
    pub solved: usize,
    /// Bounds come from everything published where no more numbers than these have to be found
    /// together, otherwise from the tables of the three questions and of the shared columns: then they
    /// may be wider than everything leaves them.
    pub numbers: usize,
}

/// What is known of triples of answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Triples {
    /// All of three answers to three questions.
    pub all: u64,
    /// Those that were counted: all, or so many by lot.
    pub counted: u64,
    /// Those of them that from one respondent to below the threshold gave.
    pub small: u64,
    /// Those of the small whose count the tries leave open by the threshold or more.
    pub open: u64,
    /// Those of the others whose bounds were solved for: all, or so many by lot.
    pub solved: u64,
    /// Those whose count is the only one that fits, though totals alone leave others: places in the
    /// list of answers.
    pub pinned: Vec<[usize; 3]>,
    /// Those whose bounds are nearer to each other than the threshold, though not in totals alone.
    pub narrow: u64,
    /// Whether bounds come from some of the tables only.
    pub from_nearest_tables: bool,
    /// Those that the solver gave up on, or that tie too many columns together.
    pub unsolved: u64,
}

/// Looks at triples of answers. `tries` are respondents who fit everything published: where two of
/// them differ by the threshold in a count, nothing has to be solved to know that it is uncertain.
/// `shared` are the columns of the groupings, which hold the tables together.
///
/// # Errors
/// When nobody's answers fit.
pub fn triples(
    [tables, totals]: [&Published; 2],
    shared: &[usize],
    truth: &[Row],
    tries: &[&Vec<Row>],
    answers: &[Answer],
    threshold: u32,
    effort: Effort,
) -> Result<Triples, Impossible> {
    let mut chance = ChaCha8Rng::seed_from_u64(3);
    let truth = Sets::new(truth, answers);
    let tries: Vec<Sets> = tries.iter().map(|rows| Sets::new(rows, answers)).collect();
    let mut found = Triples {
        all: how_many(answers),
        from_nearest_tables: tables.size(&[])? > effort.numbers,
        ..Triples::default()
    };
    let mut close = Vec::new();
    let mut look = |triple: [usize; 3]| {
        found.counted += 1;
        if !(1..threshold).contains(&truth.count(triple)) {
            return;
        }
        found.small += 1;
        let counts = || tries.iter().map(|sets| sets.count(triple));
        let (least, most) =
            (counts().min().unwrap_or_default(), counts().max().unwrap_or_default());
        if most - least >= threshold {
            found.open += 1;
        } else {
            close.push(triple);
        }
    };
    if found.all <= effort.counted {
        all(answers, &mut look);
    } else {
        (0..effort.counted).for_each(|_| look(by_lot(answers, &mut chance)));
    }
    let (drawn, _) = close.partial_shuffle(&mut chance, effort.solved);
    for &mut triple in drawn {
        let cell: Cell = triple.map(|place| (answers[place].column, answers[place].value)).into();
        found.solved += 1;
        let columns = triple.map(|place| answers[place].column);
        let room = |published: &Published| -> Result<u32, Impossible> {
            if published.size(&columns)? > LARGEST {
                return Err(Impossible::TooWide(columns.len()));
            }
            bounds(published, &cell).map(|(least, most)| most - least)
        };
        let nearest: Vec<usize> =
            shared.iter().copied().chain(cell.iter().map(|(column, _)| *column)).collect();
        let left =
            if found.from_nearest_tables { room(&tables.only(&nearest)) } else { room(tables) };
        match (left, room(&totals.only(&nearest))) {
            (Err(Impossible::Contradiction), _) | (_, Err(Impossible::Contradiction)) => {
                return Err(Impossible::Contradiction);
            }
            (Err(_), _) | (_, Err(_)) => found.unsolved += 1,
            (Ok(0), Ok(1..)) => found.pinned.push(triple),
            (Ok(left), Ok(before)) if left < threshold.min(before) => found.narrow += 1,
            _ => {}
        }
    }
    Ok(found)
}

/// Who gave each answer, a bit a respondent.
struct Sets(Vec<Vec<u64>>);

impl Sets {
    fn new(rows: &[Row], answers: &[Answer]) -> Self {
        let set = |answer: &Answer| -> Vec<u64> {
            let word = |rows: &[Row]| {
                let bits = rows.iter().enumerate();
                bits.map(|(bit, row)| u64::from(row[answer.column] == answer.value) << bit).sum()
            };
            rows.chunks(64).map(word).collect()
        };
        Self(answers.iter().map(set).collect())
    }

    fn count(&self, [a, b, c]: [usize; 3]) -> u32 {
        let words = self.0[a].iter().zip(&self.0[b]).zip(&self.0[c]);
        words.map(|((a, b), c)| (a & b & c).count_ones()).sum()
    }
}

fn all(answers: &[Answer], look: &mut impl FnMut([usize; 3])) {
    for a in 0..answers.len() {
        for b in a + 1..answers.len() {
            for c in b + 1..answers.len() {
                if of_three_questions(answers, [a, b, c]) {
                    look([a, b, c]);
                }
            }
        }
    }
}

/// One of all triples. There is one: there are more than are counted.
fn by_lot(answers: &[Answer], chance: &mut ChaCha8Rng) -> [usize; 3] {
    loop {
        let triple = [(); 3].map(|()| chance.random_range(0..answers.len()));
        if of_three_questions(answers, triple) {
            return triple;
        }
    }
}

fn of_three_questions(answers: &[Answer], triple: [usize; 3]) -> bool {
    let [a, b, c] = triple.map(|place| answers[place].question);
    a != b && b != c && a != c
}

/// How many triples of answers to three questions there are: the third elementary symmetric sum of
/// how many answers the questions have.
fn how_many(answers: &[Answer]) -> u64 {
    let questions = answers.iter().map(|answer| answer.question + 1).max().unwrap_or_default();
    let mut sizes = vec![0_u64; questions];
    for answer in answers {
        sizes[answer.question] += 1;
    }
    let sums = sizes.iter().fold([1_u64, 0, 0, 0], |[none, one, two, three], size| {
        [none, one + none * size, two + one * size, three + two * size]
    });
    sums[3]
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: Effort = Effort { counted: 1_000, solved: 1_000, numbers: 1_000 };

    fn answers(questions: usize) -> Vec<Answer> {
        let of = |question| [0, 1].map(|value| Answer { question, column: question, value });
        (0..questions).flat_map(of).collect()
    }

    const KINDS: [[u8; 3]; 3] = [[0, 1, 1], [1, 0, 1], [1, 1, 0]];

    /// Ten of each kind, and two of 0, 0, 0.
    fn rows(kinds: &[[u8; 3]]) -> Vec<Row> {
        let mut rows = vec![vec![0, 0, 0]; 2];
        for kind in kinds {
            rows.extend(std::iter::repeat_n(kind.to_vec(), 10));
        }
        rows
    }

    fn look(kinds: &[[u8; 3]], pairs: &[[usize; 2]], effort: Effort) -> Triples {
        let rows = rows(kinds);
        let mut totals = Published::new(u32::try_from(rows.len()).unwrap(), vec![2; 3]);
        (0..3).for_each(|column| totals.tabulate(&rows, &[column]));
        let mut tables = totals.clone();
        for pair in pairs {
            tables.tabulate(&rows, pair);
        }
        triples([&tables, &totals], &[], &rows, &[], &answers(3), 5, effort).unwrap()
    }

    #[test]
    fn a_count_that_tables_of_two_pin_down_is_seen_and_totals_pin_nothing() {
        let found = look(&KINDS, &[], ALL);
        assert_eq!((found.all, found.counted, found.small, found.solved), (8, 8, 1, 1));
        assert_eq!((found.pinned.len(), found.narrow), (0, 0));
        // From all tables of two, the count can be any from 0 to 2.
        let pairs = [[0, 1], [0, 2], [1, 2]];
        let found = look(&KINDS, &pairs, ALL);
        assert_eq!((found.pinned.len(), found.narrow, found.unsolved), (0, 1, 0));
        // Without the third kind, one fewer of 0, 0, 0 would be one fewer than nobody of that kind.
        let found = look(&KINDS[..2], &pairs, ALL);
        assert_eq!((found.pinned, found.narrow), (vec![[0, 2, 4]], 0));
    }

    #[test]
    fn what_is_not_looked_at_is_drawn_by_lot_and_counted() {
        let found = look(&KINDS, &[], Effort { counted: 5, solved: 0, ..ALL });
        assert_eq!((found.all, found.counted, found.solved), (8, 5, 0));
    }

    #[test]
    fn tries_that_differ_leave_a_count_open() {
        let rows = rows(&KINDS);
        let totals = Published::new(32, vec![2; 3]);
        let others = [vec![vec![0, 0, 0]; 32], vec![vec![1, 1, 1]; 32]];
        let tries: Vec<&Vec<Row>> = others.iter().collect();
        let none = Effort { solved: 0, ..ALL };
        let found = triples([&totals; 2], &[], &rows, &tries, &answers(3), 5, none).unwrap();
        assert_eq!((found.small, found.open), (1, 1));
    }
}
