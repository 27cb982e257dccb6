//! For targets that walking leaves open: the ends of a count as an integer program. The answers to the
//! questions of one or of both sides are given out anew among the respondents; all other answers stay.
//! What the program finds is a survey like any other, and is kept as one.

use std::collections::{BTreeMap, BTreeSet};

use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};

use super::classes::Fixed;
use super::frame::{Mark, OUTSIDE, bit};
use super::moves::Walk;
use super::search::Search;
use super::targets::{Answer, Target};

/// Programs with more variables than this are not solved.
const VARIABLES: usize = 2_500;

/// Questions that are given out anew together: one, or one with all that are asked before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Unit {
    questions: Vec<usize>,
    /// Of a multiple response that is moved by itself, the tick.
    option: Option<usize>,
    /// Whole sets of answers, where they are given out as they are.
    types: Option<Vec<Vec<Mark>>>,
}

/// Respondents whom the program does not tell apart: what they belong to, whether they count for the
/// target as far as that does not move, and what each of them may answer, unit by unit.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Alike {
    parts: Vec<Vec<Vec<u32>>>,
    counts: bool,
    allowed: Vec<Vec<Vec<Mark>>>,
}

impl Search<'_> {
    /// Solves each open target for its least and its most.
    pub(super) fn solve_each(&mut self, fixed: &Fixed) {
        for place in self.open() {
            let target = self.targets[place].clone();
            let units = self.units(fixed, &target);
            for direction in [OptimizationDirection::Minimize, OptimizationDirection::Maximize] {
                if self.targets[place].is_proved() || units.is_empty() {
                    break;
                }
                if self.solve(fixed, place, &units, direction) {
                    continue;
                }
                for _ in 0..2 {
                    for unit in &units {
                        self.solve(fixed, place, std::slice::from_ref(unit), direction);
                    }
                }
            }
        }
    }

    /// What can be moved for a target.
    fn units(&self, fixed: &Fixed, target: &Target) -> Vec<Unit> {
        let mut units: Vec<Unit> = Vec::new();
        for (question, option) in [target.one, target.other] {
            let before = self.frame.before(question);
            let root = before.last().copied().unwrap_or(question);
            let unit = if let Some((tree, _)) = &fixed.trees[root] {
                let rows = (0..self.frame.respondents)
                    .filter(|&row| self.at.marks[root][row] != OUTSIDE)
                    .map(|row| tree.iter().map(|&q| self.at.marks[q][row]).collect());
                let types: BTreeSet<Vec<Mark>> = rows.collect();
                Unit {
                    questions: tree.clone(),
                    option: None,
                    types: Some(types.into_iter().collect()),
                }
            } else if fixed.is_frozen[question] {
                continue;
            } else {
                let option = self.frame.is_multiple(question).then_some(option);
                Unit { questions: vec![question], option, types: None }
            };
            let same = units.iter_mut().find(|other| other.questions == unit.questions);
            match same {
                // Two ticks of one question move as whole sets of ticks.
                Some(other) if other.option.is_some() => {
                    let marks: BTreeSet<Vec<Mark>> = self.at.marks[question]
                        .iter()
                        .filter(|&&mark| mark != OUTSIDE)
                        .flat_map(|&mark| self.variants(question, target, mark))
                        .map(|mark| vec![mark])
                        .collect();
                    other.option = None;
                    other.types = Some(marks.into_iter().collect());
                }
                Some(_) => {}
                None => units.push(unit),
            }
        }
        units
    }

    /// A mark with the two ticks of a target set in every way that is allowed.
    fn variants(&self, question: usize, target: &Target, mark: Mark) -> Vec<Mark> {
        let (a, b) = (bit(target.one.1), bit(target.other.1));
        let rest = mark & !(a | b);
        let marks = [rest, rest | a, rest | b, rest | a | b].into_iter();
        marks.filter(|&mark| self.frame.allows(question, mark)).collect()
    }

    /// Finds one end of a target. `false` where the program would be too large.
    fn solve(
        &mut self,
        fixed: &Fixed,
        place: usize,
        units: &[Unit],
        direction: OptimizationDirection,
    ) -> bool {
        let target = &self.targets[place];
        let alike = self.alike(fixed, target, units);
        let combinations = |alike: &Alike| alike.allowed.iter().map(Vec::len).product::<usize>();
        if alike.keys().map(combinations).sum::<usize>() > VARIABLES {
            return false;
        }
        let mut problem = Problem::new(direction);
        let mut variables: Vec<Vec<(Vec<&[Mark]>, Variable)>> = Vec::new();
        // Who must stay as many: by unit, question, partition, part and answer.
        let mut margins: BTreeMap<[u64; 5], (Vec<(Variable, f64)>, f64)> = BTreeMap::new();
        for (class, rows) in &alike {
            let most = i32::try_from(rows.len()).unwrap_or(i32::MAX);
            let mut of_class = Vec::new();
            for combination in product(&class.allowed) {
                let counts = class.counts && self.counts(target, units, &combination);
                let variable = problem.add_integer_var(f64::from(u8::from(counts)), (0, most));
                for key in self.counted(class, units, &combination) {
                    margins.entry(key).or_default().0.push((variable, 1.0));
                }
                of_class.push((combination, variable));
            }
            for &row in rows {
                let now: Vec<Vec<Mark>> = units.iter().map(|unit| self.marks(unit, row)).collect();
                let now: Vec<&[Mark]> = now.iter().map(Vec::as_slice).collect();
                for key in self.counted(class, units, &now) {
                    margins.entry(key).or_default().1 += 1.0;
                }
            }
            let all: Vec<(Variable, f64)> = of_class.iter().map(|(_, v)| (*v, 1.0)).collect();
            problem.add_constraint(all.as_slice(), ComparisonOp::Eq, f64::from(most));
            variables.push(of_class);
        }
        for (terms, there) in margins.into_values() {
            problem.add_constraint(terms.as_slice(), ComparisonOp::Eq, there);
        }
        let solved = problem.solve().ok().and_then(|found| found.into_solution().ok());
        let Some(solution) = solved else { return true };
        let mut moved: Vec<(usize, usize, Mark)> = Vec::new();
        for ((_, rows), of_class) in alike.iter().zip(&variables) {
            let mut rows = rows.iter();
            for (combination, variable) in of_class {
                #[allow(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "the variable is an integer from 0 to the number of respondents"
                )]
                let many = solution.var_value(*variable).round() as usize;
                for &row in rows.by_ref().take(many) {
                    for (unit, marks) in units.iter().zip(combination) {
                        let questions = unit.questions.iter().zip(*marks);
                        moved.extend(questions.map(|(&question, &mark)| (question, row, mark)));
                    }
                }
            }
        }
        for (question, row, mark) in moved {
            self.at.marks[question][row] = mark;
        }
        for &question in units.iter().flat_map(|unit| &unit.questions) {
            self.shown = self.shown.with(self.frame, &self.at, question);
        }
        self.note(&[place], self.shown.clone());
        true
    }

    /// A respondent's marks for a unit.
    fn marks(&self, unit: &Unit, row: usize) -> Vec<Mark> {
        unit.questions.iter().map(|&question| self.at.marks[question][row]).collect()
    }

    /// Whether a combination counts for the target, as far as it is in the units.
    fn counts(&self, target: &Target, units: &[Unit], combination: &[&[Mark]]) -> bool {
        let answers = [target.one, target.other].into_iter().zip(target.without);
        answers.into_iter().all(|((question, option), without)| {
            let mut moved = units.iter().zip(combination).flat_map(|(unit, marks)| {
                unit.questions.iter().zip(*marks).map(|(&question, &mark)| (question, mark))
            });
            moved
                .find(|(moved, _)| *moved == question)
                .is_none_or(|(_, mark)| mark != OUTSIDE && (mark & bit(option) != 0) != without)
        })
    }

    /// Every published count that a combination is part of.
    fn counted(&self, class: &Alike, units: &[Unit], combination: &[&[Mark]]) -> Vec<[u64; 5]> {
        let mut counted = Vec::new();
        for (number, (unit, marks)) in units.iter().zip(combination).enumerate() {
            for (place, (&question, &mark)) in unit.questions.iter().zip(*marks).enumerate() {
                if mark == OUTSIDE {
                    continue;
                }
                let base = self.frame.options(question);
                let given = (0..base).filter(|&option| mark & bit(option) != 0);
                for answer in given.chain([base]) {
                    for (partition, &part) in class.parts[number][place].iter().enumerate() {
                        counted.push(
                            [number, place, partition, part as usize, answer].map(|n| n as u64),
                        );
                    }
                }
            }
        }
        counted
    }

    fn alike(&self, fixed: &Fixed, target: &Target, units: &[Unit]) -> BTreeMap<Alike, Vec<usize>> {
        let mut alike: BTreeMap<Alike, Vec<usize>> = BTreeMap::new();
        let walk = Walk { frame: self.frame, fixed, at: self.at.clone() };
        let moves = |question: usize| units.iter().any(|unit| unit.questions.contains(&question));
        for row in 0..self.frame.respondents {
            let has = |(question, option): Answer| {
                let mark = self.at.marks[question][row];
                (mark != OUTSIDE).then(|| mark & bit(option) != 0)
            };
            let inside = target.group.is_none_or(|group| has(group) == Some(true));
            let sides = [target.one, target.other].into_iter().zip(target.without);
            let counts = inside
                && sides.into_iter().all(|(answer, without)| {
                    moves(answer.0) || has(answer).is_some_and(|has| has != without)
                });
            // The last partition is of everybody.
            let parts = |question: &usize| -> Vec<u32> {
                let parts = fixed.alone[*question].partitions.iter().map(|parts| parts[row]);
                parts.chain([0]).collect()
            };
            let class = Alike {
                parts: units.iter().map(|u| u.questions.iter().map(parts).collect()).collect(),
                counts,
                allowed: units.iter().map(|unit| self.allowed(&walk, unit, row)).collect(),
            };
            alike.entry(class).or_default().push(row);
        }
        alike
    }

    /// What a respondent may answer to the questions of a unit.
    fn allowed(&self, walk: &Walk<'_>, unit: &Unit, row: usize) -> Vec<Vec<Mark>> {
        let now = self.marks(unit, row);
        let (question, mark) = (unit.questions[0], now[0]);
        if mark == OUTSIDE {
            return vec![now];
        }
        let same_leads = |other: Mark| {
            self.frame.leads_to(question, other) == self.frame.leads_to(question, mark)
        };
        if let Some(types) = &unit.types {
            let whole = unit.questions.len() > 1;
            let fits = |marks: &&Vec<Mark>| whole || same_leads(marks[0]);
            return types.iter().filter(fits).cloned().collect();
        }
        if let Some(option) = unit.option {
            let free = walk.is_free(question, option, mark);
            let marks =
                if free { vec![mark & !bit(option), mark | bit(option)] } else { vec![mark] };
            return marks.into_iter().map(|mark| vec![mark]).collect();
        }
        let marks = (0..self.frame.options(question)).map(bit).filter(|&mark| same_leads(mark));
        marks.map(|mark| vec![mark]).collect()
    }
}

/// Every way to take one of each.
fn product<'a>(allowed: &'a [Vec<Vec<Mark>>]) -> Vec<Vec<&'a [Mark]>> {
    allowed.iter().fold(vec![Vec::new()], |combinations, choices| {
        let with = |combination: &Vec<&'a [Mark]>, choice: &'a Vec<Mark>| {
            let mut combination = combination.clone();
            combination.push(choice.as_slice());
            combination
        };
        combinations
            .iter()
            .flat_map(|c| choices.iter().map(move |choice| with(c, choice)))
            .collect()
    })
}
