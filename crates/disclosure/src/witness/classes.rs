//! Respondents who may exchange their answers to a question: those who agree on everything that the
//! question's tables are broken down by. Each of these exchanges leaves all known tables as they are.
//!
//! Exchanges between two are the basic moves of Diaconis and Sturmfels (Algebraic algorithms for
//! sampling from conditional distributions, 1998). Where a question is broken down by several
//! groupings, two pairs of respondents who agree, grouping by grouping, as pairs, may exchange too:
//! the basic moves of tables with all two-way margins fixed.

use std::collections::BTreeMap;

use super::candidate::Candidate;
use super::frame::{Frame, Mark, OUTSIDE};
use crate::tables::Tables;

/// With more respondents than this, classes are large and pairs would be too many.
const PAIRED: usize = 400;

/// What the tables fix of one question, or of several that are asked after each other.
#[derive(Clone, Default)]
pub(super) struct Classes {
    /// Each respondent's class.
    pub(super) of: Vec<u32>,
    /// For each thing that a table is broken down by, each respondent's part in it.
    pub(super) partitions: Vec<Vec<Mark>>,
    /// Pairs of respondents that may take each other's place, list by list.
    pub(super) pairs: Vec<Vec<[u32; 2]>>,
}

/// What may be moved, question by question.
pub(super) struct Fixed {
    /// Classes of each question alone.
    pub(super) alone: Vec<Classes>,
    /// Classes of each question with all that are asked after it; `None` where that is none, or
    /// where one of them may not move.
    pub(super) trees: Vec<Option<(Vec<usize>, Classes)>>,
    /// Questions that others are broken down by. They keep their place.
    pub(super) is_frozen: Vec<bool>,
}

impl Fixed {
    /// What the known tables fix. `members` says who stands in each earlier release that is of other
    /// respondents; its tables are broken down by that, too.
    pub(super) fn new(
        frame: &Frame<'_>,
        at: &Candidate,
        known: &Tables,
        earlier: &[(Vec<bool>, Tables)],
    ) -> Self {
        let questions = at.marks.len();
        let mut is_frozen = vec![false; questions];
        let all = std::iter::once(known).chain(earlier.iter().map(|(_, tables)| tables));
        for table in all.flat_map(|tables| &tables.crossed) {
            is_frozen[table.by.position()] = true;
        }
        let mut partitions: Vec<Vec<Vec<Mark>>> = vec![Vec::new(); questions];
        for table in &known.crossed {
            partitions[table.question.position()].push(at.marks[table.by.position()].clone());
        }
        for (members, tables) in earlier {
            for (question, _) in tables.published() {
                partitions[question.position()]
                    .push(members.iter().map(|&is| Mark::from(is)).collect());
            }
            for table in &tables.crossed {
                let by = at.marks[table.by.position()].iter().zip(members);
                let by = by.map(|(&mark, &is)| if is { mark } else { OUTSIDE });
                partitions[table.question.position()].push(by.collect());
            }
        }
        let mut built: BTreeMap<Vec<Vec<Mark>>, Classes> = BTreeMap::new();
        let mut classes = |partitions: Vec<Vec<Mark>>| {
            let new = || Classes::new(frame.respondents, partitions.clone());
            built.entry(partitions.clone()).or_insert_with(new).clone()
        };
        let trees = (0..questions).map(|question| {
            let tree = frame.tree(question);
            let moves = tree.len() > 1 && tree.iter().all(|&member| !is_frozen[member]);
            moves.then(|| {
                let mut all: Vec<Vec<Mark>> = Vec::new();
                for part in tree.iter().flat_map(|&member| &partitions[member]) {
                    if !all.contains(part) {
                        all.push(part.clone());
                    }
                }
                (tree.clone(), classes(all))
            })
        });
        let trees = trees.collect();
        let alone = (0..questions).map(|question| classes(partitions[question].clone())).collect();
        Self { alone, trees, is_frozen }
    }
}

impl Classes {
    fn new(respondents: usize, partitions: Vec<Vec<Mark>>) -> Self {
        let key = |row: usize| -> Vec<Mark> { partitions.iter().map(|part| part[row]).collect() };
        let of = numbered((0..respondents).map(key));
        let pairs = if respondents <= PAIRED && partitions.len() > 1 {
            pairs(&partitions, &of)
        } else {
            Vec::new()
        };
        Self { of, partitions, pairs }
    }
}

/// Pairs that agree as pairs on every partition. Pairs of one class alone say nothing new.
fn pairs(partitions: &[Vec<Mark>], of: &[u32]) -> Vec<Vec<[u32; 2]>> {
    let mut lists: BTreeMap<Vec<[Mark; 2]>, Vec<[u32; 2]>> = BTreeMap::new();
    let rows = u32::try_from(of.len()).unwrap_or(u32::MAX);
    for one in 0..rows {
        for other in 0..one {
            let (a, b) = (one as usize, other as usize);
            if of[a] == of[b] {
                continue;
            }
            let both = |part: &Vec<Mark>| [part[a].min(part[b]), part[a].max(part[b])];
            lists.entry(partitions.iter().map(both).collect()).or_default().push([one, other]);
        }
    }
    let class = |pair: &[u32; 2]| {
        let [one, other] = pair.map(|row| of[row as usize]);
        [one.min(other), one.max(other)]
    };
    let differ = |list: &Vec<[u32; 2]>| list.iter().any(|pair| class(pair) != class(&list[0]));
    lists.into_values().filter(differ).collect()
}

/// Values numbered in the order in which they come.
fn numbered<T: Ord>(values: impl Iterator<Item = T>) -> Vec<u32> {
    let mut numbers: BTreeMap<T, u32> = BTreeMap::new();
    values
        .map(|value| {
            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
            *numbers.entry(value).or_insert(next)
        })
        .collect()
}
