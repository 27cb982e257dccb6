//! Moves of what others are broken down by. When two respondents exchange their groups, every table by
//! that grouping changes, so the answers to each question that is broken down by it are given out anew
//! until the tables are as before. Each question is a program of its own.

use microlp::OptimizationDirection;

use super::candidate::Candidate;
use super::classes::Fixed;
use super::ends::parts;
use super::frame::{Mark, OUTSIDE, bit};
use super::moves::below;
use super::program::{Place, Solved, Unit, solve};
use super::search::Search;
use super::targets::{Answer, Target};
use crate::tables::Tables;

/// How often each end of a target is tried, with other respondents.
const TRIES: usize = 2;

impl Search<'_> {
    /// Moves groupings for open targets that are about two of them.
    pub(super) fn move_groupings(
        &mut self,
        fixed: &Fixed,
        known: &Tables,
        earlier: &[(Vec<bool>, Tables)],
    ) {
        for place in self.open() {
            let target = self.targets[place].clone();
            let both = [target.one.0, target.other.0];
            if !both.iter().all(|&question| fixed.is_frozen[question]) {
                continue;
            }
            for (moved, held) in [(target.other, target.one), (target.one, target.other)] {
                for up in [true, false] {
                    for _ in 0..TRIES {
                        if self.targets[place].is_proved() {
                            break;
                        }
                        let found = (1..=target.need).rev().find_map(|many| {
                            self.with_moved(
                                fixed,
                                known,
                                earlier,
                                &target,
                                (moved, held),
                                (many, up),
                            )
                        });
                        if let Some(found) = found {
                            let shown = found.kept(self.frame);
                            let open = self.open();
                            self.note(&open, shown);
                        }
                    }
                }
            }
        }
    }

    /// A survey in which so many respondents came into, or left, the cell of two groups.
    fn with_moved(
        &mut self,
        fixed: &Fixed,
        known: &Tables,
        earlier: &[(Vec<bool>, Tables)],
        target: &Target,
        (moved, held): (Answer, Answer),
        (many, up): (u32, bool),
    ) -> Option<Candidate> {
        let mut to = self.at.clone();
        for _ in 0..many {
            self.exchange_groups(fixed, &mut to, target, (moved, held), up)?;
        }
        let fixed_there = Fixed::new(self.frame, &to, known, earlier);
        let is_by = |table: &&survey::Crossed| table.by.position() == moved.0;
        let mut units: Vec<Unit> = Vec::new();
        let all = std::iter::once(known).chain(earlier.iter().map(|(_, tables)| tables));
        for table in all.flat_map(|tables| tables.crossed.iter().filter(is_by)) {
            if fixed.is_frozen[table.question.position()] {
                continue; // groups were exchanged among respondents who agree on it
            }
            let unit = self.unit(fixed, table.question.position())?;
            if !units.contains(&unit) {
                units.push(unit);
            }
        }
        for unit in units {
            let choices = self.choices(&unit, None);
            let places: Vec<Place> = (0..self.frame.respondents)
                .map(|row| Place {
                    parts: vec![parts(&fixed_there, &unit, row)],
                    parts_before: Some(vec![parts(fixed, &unit, row)]),
                    now: vec![self.marks(&unit, row)],
                    allowed: vec![self.allowed(&unit, &choices, row)],
                    counts: false,
                })
                .collect();
            let unit = [unit];
            let direction = OptimizationDirection::Minimize;
            let Solved::Found(found) = solve(self.frame, &unit, &places, direction, |_| false)
            else {
                return None;
            };
            for (row, marks) in found.into_iter().enumerate() {
                for (&question, &mark) in unit[0].questions.iter().zip(&marks[0]) {
                    to.marks[question][row] = mark;
                }
            }
        }
        Some(to)
    }

    /// Lets two respondents exchange their groups, so that one more, or one fewer, is in the cell. Both
    /// agree on everything that keeps its place and has a table with the grouping.
    fn exchange_groups(
        &mut self,
        fixed: &Fixed,
        to: &mut Candidate,
        target: &Target,
        (moved, held): (Answer, Answer),
        up: bool,
    ) -> Option<()> {
        let has = |to: &Candidate, (question, option): Answer, row: usize| {
            let mark = to.marks[question][row];
            mark != OUTSIDE && mark & bit(option) != 0
        };
        let inside = |row: usize| target.group.is_none_or(|group| has(&self.at, group, row));
        let rows = 0..self.frame.respondents;
        let agree = |to: &Candidate, row: usize| -> Vec<Mark> {
            let own = fixed.alone[moved.0].partitions.iter().map(|part| part[row]);
            own.chain(self.agreeing(fixed, moved.0).map(|question| to.marks[question][row]))
                .collect()
        };
        let mut pairs = Vec::new();
        for one in rows.clone().filter(|&row| has(to, held, row) && inside(row)) {
            if has(to, moved, one) == up {
                continue;
            }
            for other in rows.clone().filter(|&row| !(has(to, held, row) && inside(row))) {
                let marks = [one, other].map(|row| to.marks[moved.0][row]);
                let exchange = has(to, moved, other) == up && !marks.contains(&OUTSIDE);
                if exchange && agree(to, one) == agree(to, other) {
                    pairs.push((one, other));
                }
            }
        }
        if pairs.is_empty() {
            return None;
        }
        let (one, other) = pairs[below(&mut self.chance, pairs.len())];
        to.marks[moved.0].swap(one, other);
        Some(())
    }

    /// Questions that keep their place and are broken down by a grouping: groupings themselves.
    fn agreeing<'b>(&'b self, fixed: &'b Fixed, by: usize) -> impl Iterator<Item = usize> + 'b {
        let asked = self.frame.tree(by).into_iter().skip(1);
        let broken = self.broken_down_by[by].iter().copied();
        broken.filter(|&question| fixed.is_frozen[question]).chain(asked)
    }
}
