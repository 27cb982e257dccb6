//! Both ends of a target that walking leaves open, by integer programs over the questions of its two
//! answers: over both together, or over one after the other where both would be too large.

use std::collections::BTreeSet;

use microlp::OptimizationDirection;
use survey::Kind;

use super::classes::Fixed;
use super::frame::{Mark, OUTSIDE, bit};
use super::program::{Place, Solved, Unit, solve};
use super::search::Search;
use super::targets::{Answer, Target};

/// After as many failures tables have to go first: without these, walking proves most of what is left.
const FAILED: usize = 24;

impl Search<'_> {
    /// Solves open targets for their least and their most. Gives those that failed.
    pub(super) fn solve_each(&mut self, fixed: &Fixed) -> Vec<usize> {
        let mut failed = Vec::new();
        for place in self.open() {
            if failed.len() >= FAILED {
                break;
            }
            let units = self.units(fixed, &self.targets[place]);
            for direction in [OptimizationDirection::Minimize, OptimizationDirection::Maximize] {
                if self.targets[place].is_proved() || units.is_empty() {
                    break;
                }
                if self.find_end(fixed, place, &units, direction) {
                    continue;
                }
                for unit in units.iter().chain(&units) {
                    self.find_end(fixed, place, std::slice::from_ref(unit), direction);
                }
            }
            if !self.targets[place].is_proved() {
                failed.push(place);
            }
        }
        failed
    }

    /// What can be moved for a target.
    fn units(&self, fixed: &Fixed, target: &Target) -> Vec<Unit> {
        let mut units: Vec<Unit> = Vec::new();
        for question in [target.one.0, target.other.0] {
            let unit = self.unit(fixed, question);
            units.extend(unit.filter(|unit| !units.contains(unit)));
        }
        units
    }

    /// The questions that have to move with one; `None` where it may not move.
    pub(super) fn unit(&self, fixed: &Fixed, question: usize) -> Option<Unit> {
        let root = self.frame.before(question).last().copied().unwrap_or(question);
        if let Some((tree, _)) = &fixed.trees[root] {
            return Some(Unit { questions: tree.clone() });
        }
        (!fixed.is_frozen[question]).then(|| Unit { questions: vec![question] })
    }

    /// Finds one end of a target. `false` where the program would be too large.
    fn find_end(
        &mut self,
        fixed: &Fixed,
        place: usize,
        units: &[Unit],
        direction: OptimizationDirection,
    ) -> bool {
        let target = &self.targets[place];
        let allowed: Vec<Vec<Vec<Mark>>> =
            units.iter().map(|unit| self.choices(unit, Some(target))).collect();
        let places: Vec<Place> = (0..self.frame.respondents)
            .map(|row| Place {
                parts: units.iter().map(|unit| parts(fixed, unit, row)).collect(),
                parts_before: None,
                now: units.iter().map(|unit| self.marks(unit, row)).collect(),
                allowed: units
                    .iter()
                    .zip(&allowed)
                    .map(|(unit, choices)| self.allowed(unit, choices, row))
                    .collect(),
                counts: self.may_count(target, units, row),
            })
            .collect();
        let sides: Vec<(Answer, bool)> =
            [target.one, target.other].into_iter().zip(target.without).collect();
        let counts = |combination: &[&[Mark]]| {
            sides.iter().all(|&((question, option), without)| {
                let mut moved = units.iter().zip(combination).flat_map(|(unit, marks)| {
                    unit.questions.iter().zip(*marks).map(|(&question, &mark)| (question, mark))
                });
                moved
                    .find(|(moved, _)| *moved == question)
                    .is_none_or(|(_, mark)| mark != OUTSIDE && (mark & bit(option) != 0) != without)
            })
        };
        match solve(self.frame, units, &places, direction, counts) {
            Solved::TooLarge => return false,
            Solved::Nothing => {}
            Solved::Found(found) => {
                for (row, marks) in found.into_iter().enumerate() {
                    self.set(units, row, &marks);
                }
                for &question in units.iter().flat_map(|unit| &unit.questions) {
                    self.shown = self.shown.with(self.frame, &self.at, question);
                }
                self.note(&[place], self.shown.clone());
            }
        }
        true
    }

    /// Gives a respondent answers to the questions of some units.
    fn set(&mut self, units: &[Unit], row: usize, marks: &[Vec<Mark>]) {
        for (unit, marks) in units.iter().zip(marks) {
            for (&question, &mark) in unit.questions.iter().zip(marks) {
                self.at.marks[question][row] = mark;
            }
        }
    }

    /// A respondent's marks for a unit.
    pub(super) fn marks(&self, unit: &Unit, row: usize) -> Vec<Mark> {
        unit.questions.iter().map(|&question| self.at.marks[question][row]).collect()
    }

    /// The answers that a unit can have: of one question every option, or every set of ticks that
    /// somebody has and its variants; of several, what somebody has.
    pub(super) fn choices(&self, unit: &Unit, target: Option<&Target>) -> Vec<Vec<Mark>> {
        let root = unit.questions[0];
        if let [question] = unit.questions[..] {
            match self.frame.kind(question) {
                Kind::Single | Kind::Ordered => {
                    let options = 0..self.frame.options(question);
                    return options.map(|option| vec![bit(option)]).collect();
                }
                Kind::Multiple => {}
            }
        }
        let rows = (0..self.frame.respondents).filter(|&row| self.at.marks[root][row] != OUTSIDE);
        let mut choices: BTreeSet<Vec<Mark>> = rows.map(|row| self.marks(unit, row)).collect();
        if let (1, Some(target)) = (unit.questions.len(), target) {
            let ticks = [target.one, target.other].into_iter().filter(|answer| answer.0 == root);
            for tick in ticks.map(|(_, option)| bit(option)) {
                let more: Vec<Vec<Mark>> =
                    choices.iter().map(|marks| vec![marks[0] ^ tick]).collect();
                choices.extend(more.into_iter().filter(|marks| self.frame.allows(root, marks[0])));
            }
        }
        choices.into_iter().collect()
    }

    /// Those of them that one respondent can have. Alone, a question must lead where it led before.
    pub(super) fn allowed(&self, unit: &Unit, choices: &[Vec<Mark>], row: usize) -> Vec<Vec<Mark>> {
        let now = self.marks(unit, row);
        if now[0] == OUTSIDE {
            return vec![now];
        }
        let root = unit.questions[0];
        let leads = |mark: Mark| self.frame.leads_to(root, mark);
        let fits =
            |marks: &&Vec<Mark>| unit.questions.len() > 1 || leads(marks[0]) == leads(now[0]);
        choices.iter().filter(fits).cloned().collect()
    }

    /// Whether a respondent counts for a target by all that is in no unit.
    fn may_count(&self, target: &Target, units: &[Unit], row: usize) -> bool {
        let has = |(question, option): Answer| {
            let mark = self.at.marks[question][row];
            (mark != OUTSIDE).then(|| mark & bit(option) != 0)
        };
        let moves = |question: usize| units.iter().any(|unit| unit.questions.contains(&question));
        let sides = [target.one, target.other].into_iter().zip(target.without);
        target.group.is_none_or(|group| has(group) == Some(true))
            && sides.into_iter().all(|(answer, without)| {
                moves(answer.0) || has(answer).is_some_and(|has| has != without)
            })
    }
}

/// A respondent's part in everything that a unit's questions are broken down by; last, everybody.
pub(super) fn parts(fixed: &Fixed, unit: &Unit, row: usize) -> Vec<Vec<Mark>> {
    let of = |&question: &usize| {
        let parts = fixed.alone[question].partitions.iter().map(|part| part[row]);
        parts.chain([0]).collect()
    };
    unit.questions.iter().map(of).collect()
}
