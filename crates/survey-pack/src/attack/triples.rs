//! Three answers together: no table says how many gave all of them.

use reconstruct::{Answer, Effort, Impossible, Published, Row, Tries};
use serde::Serialize;
use survey::QuestionIx;

use super::answers::Known;

/// Beyond these numbers triples are drawn by lot: to count one is quick, to solve for its bounds is
/// not.
const EFFORT: Effort = Effort { counted: 3_000_000, solved: 60, numbers: 1_000 };

/// So many pinned triples are named.
const NAMED: usize = 20;

/// What tables tell of three answers to three questions, in numbers.
#[derive(Clone, Debug, Serialize)]
pub struct Threes {
    /// Triples that there are.
    pub all: u64,
    /// How many of them were counted: all, or a sample.
    pub counted: u64,
    /// A count from 1 to below this is small.
    pub threshold: u32,
    /// How many of those counted are small.
    pub small: u64,
    /// How many of the small are uncertain by the threshold or more, as respondents show who fit.
    pub open: u64,
    /// How many of the others the exact bounds were solved for: all, or a sample.
    pub solved: u64,
    /// How many of these anybody can work out from the tables, and not from totals alone.
    pub pinned: u64,
    /// How many are uncertain by less than the threshold, and by more in totals alone.
    pub narrow: u64,
    /// Whether the bounds come from the tables of the three questions and of the groupings alone,
    /// because all tables together are too large.
    #[serde(rename = "from_some")] // its name in reports that were written before
    pub from_nearest_tables: bool,
    /// How many could not be solved.
    pub unsolved: u64,
    /// Some of the pinned, by ids.
    pub named: Vec<String>,
}

pub(super) fn look(
    known: &Known,
    groupings: &[QuestionIx],
    published: [&Published; 2],
    found: &[Tries; 2],
) -> Result<Threes, Impossible> {
    let (mut answers, mut ids) = (Vec::new(), Vec::new());
    for (ix, question) in known.cube.codebook().iter() {
        for (option, answer) in question.options.iter().enumerate() {
            if let Some(&[(column, value)]) = known.columns.answer(ix, option).as_deref() {
                answers.push(Answer { question: ix.position(), column, value });
                ids.push(format!("{}={}", question.id, answer.id));
            }
        }
    }
    let cells = groupings.iter().filter_map(|&by| known.columns.answer(by, 0));
    let shared: Vec<usize> = cells.flatten().map(|(column, _)| column).collect();
    let tries: Vec<&Vec<Row>> = found.iter().flatten().collect();
    let threshold = known.threshold;
    let found = reconstruct::triples(
        published,
        &shared,
        &known.truth,
        &tries,
        &answers,
        threshold,
        EFFORT,
    )?;
    let in_ids = |triple: &[usize; 3]| triple.map(|place| ids[place].as_str()).join(", ");
    let named = found.pinned.iter().take(NAMED).map(in_ids).collect();
    Ok(Threes {
        all: found.all,
        counted: found.counted,
        threshold,
        small: found.small,
        open: found.open,
        solved: found.solved,
        pinned: found.pinned.len() as u64,
        narrow: found.narrow,
        from_nearest_tables: found.from_nearest_tables,
        unsolved: found.unsolved,
        named,
    })
}
