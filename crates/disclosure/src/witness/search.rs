//! The search for witnesses: surveys that fit everything known and disagree about the targets.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

use super::candidate::{Candidate, Kept};
use super::classes::Fixed;
use super::frame::{Frame, OUTSIDE, bit};
use super::moves::{Aim, Walk, below};
use super::targets::{Answer, Target};
use crate::tables::Tables;

/// The search gives up walking after as many aims that proved nothing more.
const IDLE: usize = 12;
/// And after as many in all.
const AIMS: usize = 400;

/// How often each answer of an open target is pulled either way.
const PULLS: usize = 3;

/// Surveys that were found, and what they prove.
pub(super) struct Search<'a> {
    pub(super) frame: &'a Frame<'a>,
    pub(super) targets: Vec<Target>,
    /// Every survey that is the least or the most of some target.
    pub(super) kept: Vec<Kept>,
    pub(super) at: Candidate,
    /// The same survey as sets.
    pub(super) shown: Kept,
    pub(super) chance: ChaCha8Rng,
    /// For each question those that a known table breaks down by it.
    pub(super) broken_down_by: Vec<Vec<usize>>,
}

impl<'a> Search<'a> {
    /// Begins with the true answers, which are no witness themselves.
    pub(super) fn new(
        frame: &'a Frame<'a>,
        targets: Vec<Target>,
        at: Candidate,
        known: &Tables,
    ) -> Self {
        let mut broken_down_by = vec![Vec::new(); at.marks.len()];
        for table in &known.crossed {
            broken_down_by[table.by.position()].push(table.question.position());
        }
        let shown = at.kept(frame);
        // The seed is fixed: the same release gives the same proof.
        let chance = ChaCha8Rng::seed_from_u64(58);
        Self { frame, targets, kept: Vec::new(), at, shown, chance, broken_down_by }
    }

    /// The targets that are not proved yet.
    pub(super) fn open(&self) -> Vec<usize> {
        (0..self.targets.len()).filter(|&place| !self.targets[place].is_proved()).collect()
    }

    /// Walks from aim to aim until everything is proved or nothing more is.
    pub(super) fn walk(&mut self, fixed: &Fixed) {
        let questions = self.at.marks.len();
        let known: Vec<usize> = (0..questions).filter(|&q| self.frame.is_known[q]).collect();
        let mut open = self.open();
        let (mut idle, mut aims) = (0, 0);
        while !open.is_empty() && idle < IDLE && aims < AIMS {
            let aim = Aim::drawn(self.frame, questions, &mut self.chance);
            let mut walk = Walk { frame: self.frame, fixed, at: self.at.clone() };
            let first = below(&mut self.chance, known.len());
            for place in 0..known.len() {
                let question = known[(first + place) % known.len()];
                walk.pull(question, &aim, &mut self.chance);
            }
            self.at = walk.at;
            self.shown = self.at.kept(self.frame);
            self.note(&open, self.shown.clone());
            let before = open.len();
            open.retain(|&place| !self.targets[place].is_proved());
            idle = if open.len() < before { 0 } else { idle + 1 };
            aims += 1;
        }
    }

    /// Pulls the two answers of each open target together and apart, one target at a time.
    pub(super) fn pull_each(&mut self, fixed: &Fixed) {
        for place in self.open() {
            let sides = [self.targets[place].one.0, self.targets[place].other.0];
            if sides.iter().all(|&question| fixed.is_frozen[question]) {
                continue;
            }
            for sign in [1, -1] {
                if self.targets[place].is_proved() {
                    break;
                }
                for _ in 0..PULLS {
                    self.pull_one(fixed, place, 0, sign);
                    self.pull_one(fixed, place, 1, sign);
                }
            }
        }
    }

    /// Pulls the answers to one question of a target to or away from those who count by the other.
    fn pull_one(&mut self, fixed: &Fixed, place: usize, moved: usize, sign: i64) {
        let target = &self.targets[place];
        let sides = [target.one, target.other];
        let has = |(question, option): Answer, row: usize| {
            let mark = self.at.marks[question][row];
            (mark != OUTSIDE).then(|| mark & bit(option) != 0)
        };
        let held = 1 - moved;
        // Outside of the group it makes no difference who gives the answer: that is left to chance.
        let weight = |row: usize| {
            let inside = target.group.is_none_or(|group| has(group, row) == Some(true));
            let counts = has(sides[held], row).is_some_and(|has| has != target.without[held]);
            i64::from(inside) * if counts { 4 } else { -4 }
        };
        let rows = (0..self.frame.respondents).map(weight).collect();
        let questions = self.at.marks.len();
        let mut options: Vec<Vec<i64>> =
            (0..questions).map(|q| vec![0; self.frame.options(q)]).collect();
        let mut counted = vec![0; questions];
        let (question, option) = sides[moved];
        if target.without[moved] {
            counted[question] = sign;
            options[question][option] = -sign;
        } else {
            options[question][option] = sign;
        }
        let aim = Aim { rows, options, counted };
        let mut walk = Walk { frame: self.frame, fixed, at: self.at.clone() };
        // Who is asked may change, too: questions before this one are moved first.
        let before = self.frame.before(question);
        for &earlier in before.iter().rev() {
            walk.pull(earlier, &aim, &mut self.chance);
        }
        self.at = walk.at;
        let moved = self.frame.tree(before.last().copied().unwrap_or(question));
        self.shown = moved.iter().fold(self.shown.clone(), |shown, &question| {
            shown.with(self.frame, &self.at, question)
        });
        self.note(&[place], self.shown.clone());
    }

    /// Takes down what a survey shows; it is kept where it shows something new.
    pub(super) fn note(&mut self, places: &[usize], survey: Kept) {
        let next = self.kept.len();
        let mut is_new = false;
        for &place in places {
            let target = &mut self.targets[place];
            let count = target.count(&survey);
            if target.least.is_none_or(|(least, _)| count < least) {
                target.least = Some((count, next));
                is_new = true;
            }
            if target.most.is_none_or(|(most, _)| count > most) {
                target.most = Some((count, next));
                is_new = true;
            }
        }
        if is_new {
            self.kept.push(survey);
        }
    }
}
