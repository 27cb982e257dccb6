//! Integer programs. Where walking ends, the answers to a few questions are given out anew among the
//! respondents, with all tables as they are. What a program finds is a survey like any other.

use std::collections::BTreeMap;
use std::time::Duration;

use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};

use super::frame::{Frame, Mark, OUTSIDE, bit};

/// Programs with more variables than this are not solved.
const VARIABLES: usize = 2_500;
/// A program that takes longer counts as one without a solution, which proves nothing.
pub(super) const LONGEST: Duration = Duration::from_secs(20);

/// Questions that are given out anew together: one, or one with all that are asked after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    pub(super) questions: Vec<usize>,
}

/// What a respondent brings into a program.
pub(super) struct Place {
    /// By unit, question and partition: the part that the respondent's new answers count for.
    pub(super) parts: Vec<Vec<Vec<Mark>>>,
    /// The same for the answers as they are: what has to be counted there again. It differs only where
    /// a grouping was moved.
    pub(super) parts_before: Option<Vec<Vec<Vec<Mark>>>>,
    /// By unit, the answers as they are.
    pub(super) now: Vec<Vec<Mark>>,
    /// By unit, the answers that may take their place.
    pub(super) allowed: Vec<Vec<Vec<Mark>>>,
    /// Whether the respondent counts for what is sought, as far as that does not move.
    pub(super) counts: bool,
}

/// What respondents bring who are not told apart: parts, allowed answers, and whether they may count.
type Alike<'a> = (&'a [Vec<Vec<Mark>>], &'a [Vec<Vec<Mark>>], bool);
/// One set of answers for each unit.
type Combination<'a> = Vec<&'a [Mark]>;

/// What came of a program.
pub(super) enum Solved {
    TooLarge,
    Nothing,
    /// By respondent and unit, the answers.
    Found(Vec<Vec<Vec<Mark>>>),
}

/// Gives answers out anew so that as many, or as few, as can be count for something.
pub(super) fn solve(
    frame: &Frame<'_>,
    units: &[Unit],
    places: &[Place],
    direction: OptimizationDirection,
    counts: impl Fn(&[&[Mark]]) -> bool,
) -> Solved {
    // Respondents who bring the same are not told apart.
    let mut alike: BTreeMap<Alike<'_>, Vec<usize>> = BTreeMap::new();
    for (row, place) in places.iter().enumerate() {
        alike.entry((&place.parts, &place.allowed, place.counts)).or_default().push(row);
    }
    let combinations = |allowed: &[Vec<Vec<Mark>>]| allowed.iter().map(Vec::len).product::<usize>();
    if alike.keys().map(|(_, allowed, _)| combinations(allowed)).sum::<usize>() > VARIABLES {
        return Solved::TooLarge;
    }
    let mut problem = Problem::new(direction);
    problem.set_time_limit(LONGEST);
    // What must be counted again, and what would be: by unit, question, partition, part and answer.
    let mut margins: BTreeMap<Cell, (Vec<(Variable, f64)>, f64)> = BTreeMap::new();
    for place in places {
        let now: Vec<&[Mark]> = place.now.iter().map(Vec::as_slice).collect();
        let before = place.parts_before.as_ref().unwrap_or(&place.parts);
        for cell in counted(frame, units, before, &now) {
            margins.entry(cell).or_default().1 += 1.0;
        }
    }
    let mut variables: Vec<Vec<(Combination<'_>, Variable)>> = Vec::new();
    for ((parts, allowed, may_count), rows) in &alike {
        let most = i32::try_from(rows.len()).unwrap_or(i32::MAX);
        let mut of_class = Vec::new();
        for combination in product(allowed) {
            let cost = f64::from(u8::from(*may_count && counts(&combination)));
            let variable = problem.add_integer_var(cost, (0, most));
            for cell in counted(frame, units, parts, &combination) {
                margins.entry(cell).or_default().0.push((variable, 1.0));
            }
            of_class.push((combination, variable));
        }
        let all: Vec<(Variable, f64)> = of_class.iter().map(|(_, v)| (*v, 1.0)).collect();
        problem.add_constraint(all.as_slice(), ComparisonOp::Eq, f64::from(most));
        variables.push(of_class);
    }
    for (terms, there) in margins.into_values() {
        if terms.is_empty() {
            return Solved::Nothing; // somebody has to be counted where nobody can be
        }
        problem.add_constraint(terms.as_slice(), ComparisonOp::Eq, there);
    }
    let solved = problem.solve().ok().and_then(|found| found.into_solution().ok());
    let Some(solution) = solved else { return Solved::Nothing };
    let mut found: Vec<Vec<Vec<Mark>>> = places.iter().map(|place| place.now.clone()).collect();
    for (rows, of_class) in alike.values().zip(&variables) {
        let mut rows = rows.iter();
        for (combination, variable) in of_class {
            #[allow(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "the variable is an integer from 0 to the number of respondents"
            )]
            let many = solution.var_value(*variable).round() as usize;
            for &row in rows.by_ref().take(many) {
                found[row] = combination.iter().map(|marks| marks.to_vec()).collect();
            }
        }
    }
    Solved::Found(found)
}

/// A published count that an answer is part of.
type Cell = (usize, usize, usize, Mark, usize);

/// Every published count that a combination is part of: of each answer, and the base.
fn counted(
    frame: &Frame<'_>,
    units: &[Unit],
    parts: &[Vec<Vec<Mark>>],
    combination: &[&[Mark]],
) -> Vec<Cell> {
    let mut cells = Vec::new();
    for (number, (unit, marks)) in units.iter().zip(combination).enumerate() {
        for (place, (&question, &mark)) in unit.questions.iter().zip(*marks).enumerate() {
            if mark == OUTSIDE {
                continue;
            }
            let base = frame.options(question);
            let given = (0..base).filter(|&option| mark & bit(option) != 0);
            for answer in given.chain([base]) {
                for (partition, &part) in parts[number][place].iter().enumerate() {
                    cells.push((number, place, partition, part, answer));
                }
            }
        }
    }
    cells
}

/// Every way to take one of each.
fn product(allowed: &[Vec<Vec<Mark>>]) -> Vec<Vec<&[Mark]>> {
    let mut combinations: Vec<Vec<&[Mark]>> = vec![Vec::new()];
    for choices in allowed {
        let mut longer = Vec::with_capacity(combinations.len() * choices.len());
        for combination in &combinations {
            for choice in choices {
                let mut combination = combination.clone();
                combination.push(choice.as_slice());
                longer.push(combination);
            }
        }
        combinations = longer;
    }
    combinations
}
