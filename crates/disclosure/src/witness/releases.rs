//! Earlier releases of other respondents. Where everybody of then can be among those of now, a set of
//! respondents is looked for who give all that the earlier release told; witnesses must then give both
//! releases. Whoever reads the tables can't know which set it was, so any will do.

use std::collections::BTreeMap;

use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};
use survey::QuestionIx;

use super::candidate::Candidate;
use super::frame::{Frame, Mark, OUTSIDE, bit};
use super::program::LONGEST;
use crate::history::{fates, moved, places};
use crate::rule::Case;
use crate::tables::Tables;

/// An earlier release, with the respondents that it can have counted.
pub(super) type Before = (Vec<bool>, Tables);

/// The earlier releases of other respondents that those of now can have given, and how many there are
/// that they can't.
pub(super) fn before(
    case: &Case<'_>,
    frame: &Frame<'_>,
    truth: &Candidate,
) -> (Vec<Before>, usize) {
    let (mut fitted, mut unrelated) = (Vec::new(), 0);
    for earlier in case.history {
        let fates = fates(earlier.cube.codebook(), &case.known.codebook, case.plan);
        let mut then = moved(&earlier.tables(), &places(&fates), &case.known.codebook);
        // No witness has an answer to a question that this release does not tell of.
        for (ix, total) in then.totals.iter_mut().enumerate() {
            if !frame.is_known[ix] {
                *total = None;
            }
        }
        let totals = then.totals.clone();
        let is_published = |ix: QuestionIx| totals[ix.position()].is_some();
        then.crossed.retain(|table| is_published(table.question) && is_published(table.by));
        let everybody = vec![true; frame.respondents];
        if then.respondents as usize == frame.respondents && gives(frame, truth, &everybody, &then)
        {
            continue; // of the same people: its tables stand among what is known
        }
        match members(frame, truth, &then) {
            Some(members) => fitted.push((members, then)),
            None => unrelated += 1,
        }
    }
    (fitted, unrelated)
}

/// A count of a release: question, answer (or the base), and the group that it is of.
type Cell = (usize, usize, Option<(usize, usize)>);

/// Every count of a release.
fn cells(tables: &Tables) -> BTreeMap<Cell, u32> {
    let mut cells = BTreeMap::new();
    let mut add = |question: QuestionIx, tally: &survey::Tally, group| {
        let base = (question.position(), tally.counts.len(), group);
        cells.insert(base, tally.answered);
        for (option, &count) in tally.counts.iter().enumerate() {
            cells.insert((question.position(), option, group), count);
        }
    };
    for (question, total) in tables.published() {
        add(question, total, None);
    }
    for table in &tables.crossed {
        for (group, part) in table.parts.iter().enumerate() {
            add(table.question, part, Some((table.by.position(), group)));
        }
    }
    cells
}

/// Whether a respondent counts for a cell.
fn counts(frame: &Frame<'_>, marks: impl Fn(usize) -> Mark, cell: &Cell) -> bool {
    let (question, answer, group) = *cell;
    let given = |question: usize, option: usize| {
        marks(question) != OUTSIDE && marks(question) & bit(option) != 0
    };
    let in_group = group.is_none_or(|(by, option)| given(by, option));
    let base = answer == frame.options(question);
    in_group && if base { marks(question) != OUTSIDE } else { given(question, answer) }
}

fn gives(frame: &Frame<'_>, survey: &Candidate, members: &[bool], tables: &Tables) -> bool {
    cells(tables).iter().all(|(cell, &there)| {
        let rows = (0..frame.respondents).filter(|&row| members[row]);
        let counted = rows.filter(|&row| counts(frame, |q| survey.marks[q][row], cell)).count();
        counted == there as usize
    })
}

/// A set of respondents who give all tables of a release.
fn members(frame: &Frame<'_>, truth: &Candidate, then: &Tables) -> Option<Vec<bool>> {
    let asked: Vec<usize> = then.published().map(|(question, _)| question.position()).collect();
    let mut alike: BTreeMap<Vec<Mark>, Vec<usize>> = BTreeMap::new();
    for row in 0..frame.respondents {
        let marks = asked.iter().map(|&question| truth.marks[question][row]).collect();
        alike.entry(marks).or_default().push(row);
    }
    let mut problem = Problem::new(OptimizationDirection::Minimize);
    problem.set_time_limit(LONGEST);
    let variables: Vec<Variable> = alike
        .values()
        .map(|rows| {
            problem.add_integer_var(0.0, (0, i32::try_from(rows.len()).unwrap_or(i32::MAX)))
        })
        .collect();
    let all: Vec<(Variable, f64)> = variables.iter().map(|&variable| (variable, 1.0)).collect();
    problem.add_constraint(all.as_slice(), ComparisonOp::Eq, f64::from(then.respondents));
    for (cell, there) in cells(then) {
        let row = |rows: &Vec<usize>| rows[0];
        let terms: Vec<(Variable, f64)> = alike
            .values()
            .zip(&variables)
            .filter(|(rows, _)| counts(frame, |q| truth.marks[q][row(rows)], &cell))
            .map(|(_, &variable)| (variable, 1.0))
            .collect();
        if !terms.is_empty() {
            problem.add_constraint(terms.as_slice(), ComparisonOp::Eq, f64::from(there));
        } else if there > 0 {
            return None;
        }
    }
    let solution = problem.solve().ok()?.into_solution().ok()?;
    let mut members = vec![false; frame.respondents];
    for (rows, &variable) in alike.values().zip(&variables) {
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "the variable is an integer from 0 to the number of respondents"
        )]
        let many = solution.var_value(variable).round() as usize;
        for &row in rows.iter().take(many) {
            members[row] = true;
        }
    }
    gives(frame, truth, &members, then).then_some(members)
}
