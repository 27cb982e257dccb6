//! What must not be found out: every small count of an answer, or of two together, with or without,
//! in total, in a published group, and among those who came or went between two releases.

use crate::reader::{Answer, Reader};
use crate::world::{Cell, Set, sorted};

/// A count that is small in truth.
#[derive(Clone, Debug)]
pub(crate) struct Target {
    pub(crate) kind: &'static str,
    pub(crate) cell: Cell,
    pub(crate) count: u32,
}

pub(crate) fn targets(reader: &Reader<'_>, threshold: u32) -> Vec<Target> {
    let mut targets = Targets { reader, threshold, found: Vec::new() };
    for (place, one) in reader.answers.iter().enumerate() {
        targets.alone(one);
        for other in &reader.answers[..place] {
            if one.question != other.question || one.overlaps || other.overlaps {
                targets.pair(one, other);
            }
        }
    }
    let mut found = targets.found;
    found.sort_by(|one, other| {
        one.cell.len().cmp(&other.cell.len()).then_with(|| one.cell.cmp(&other.cell))
    });
    found.dedup_by(|one, other| one.cell == other.cell);
    found
}

struct Targets<'a> {
    reader: &'a Reader<'a>,
    threshold: u32,
    found: Vec<Target>,
}

impl Targets<'_> {
    fn alone(&mut self, answer: &Answer) {
        for inside in each(answer.inside.iter().flatten().cloned()) {
            for value in [true, false] {
                let cell = [inside.as_slice(), &[(answer.column, value)]].concat();
                self.with_groups("count", &[answer], &cell);
                // What all others gave is known of each of them, so that nobody is few as well.
                if answer.question.is_some() {
                    self.nobody("nobody", &inside, &cell);
                    for (by, group) in &self.reader.groups {
                        let within = |cell: &Cell| [cell.as_slice(), group].concat();
                        if by.is_none() || answer.question != *by {
                            self.nobody("nobody in a group", &within(&inside), &within(&cell));
                        }
                    }
                }
            }
        }
    }

    fn nobody(&mut self, kind: &'static str, among: &Cell, cell: &Cell) {
        let (Some(among), Some(cell)) = (sorted(among.clone()), sorted(cell.clone())) else {
            return;
        };
        let kind =
            if self.reader.is_between_releases(&cell) { "nobody between releases" } else { kind };
        let holds = |cell: &Cell| self.reader.world.holds(cell);
        if cell.iter().any(|of| self.reader.by_nobody.contains(of)) {
            return; // a figure told it before
        }
        if holds(&among) != 0 && holds(&cell) == 0 && !self.reader.public.contains(&holds(&among)) {
            self.found.push(Target { kind, cell, count: 0 });
        }
    }

    fn pair(&mut self, one: &Answer, other: &Answer) {
        // The two may be of two files.
        let insides = one.inside.iter().flatten().flat_map(|inside| {
            other.inside.iter().flatten().map(|other| [inside.as_slice(), other].concat())
        });
        let kind = if one.question == other.question { "two of one question" } else { "pair" };
        for inside in each(insides) {
            for (a, b) in [(true, true), (true, false), (false, true), (false, false)] {
                let cell = [inside.as_slice(), &[(one.column, a), (other.column, b)]].concat();
                let Some(cell) = sorted(cell) else { continue };
                // The rest of few is few as well, but no group can make a large one of none.
                if self.reader.world.holds(&cell) != 0 {
                    self.with_groups(kind, &[one, other], &cell);
                }
            }
        }
    }

    fn with_groups(&mut self, kind: &'static str, answers: &[&Answer], cell: &Cell) {
        self.look(kind, cell.clone());
        for (by, group) in &self.reader.groups {
            let kind = match kind {
                "count" => "count in a group",
                "pair" => "pair in a group",
                _ => "two of one question in a group",
            };
            if by.is_none() || answers.iter().all(|answer| answer.question != *by) {
                self.look(kind, [cell.as_slice(), group].concat());
            }
        }
    }

    fn look(&mut self, kind: &'static str, cell: Cell) {
        let Some(cell) = sorted(cell) else { return };
        let truth: Set = self.reader.world.holds(&cell);
        let count = truth.count_ones();
        if self.reader.is_presence(&cell) {
            return;
        }
        let kind = if self.reader.is_between_releases(&cell) { "between releases" } else { kind };
        if count > 0 && count < self.threshold && !self.reader.public.contains(&truth) {
            self.found.push(Target { kind, cell, count });
        }
    }
}

fn each(insides: impl Iterator<Item = Cell>) -> Vec<Cell> {
    let mut insides: Vec<Cell> = insides.filter_map(sorted).collect();
    insides.sort();
    insides.dedup();
    insides
}
