//! Other surveys that give the same files: some answers change places between respondents who agree
//! on all that the files and the questionnaire tie to them. Each is a witness that a count is not
//! known. What they reach lies within the exact bounds, and may be less.

use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;

use crate::world::{Cell, Set, World, holds};

/// Fewest and most respondents that some survey was seen to have in a cell.
pub(crate) type Range = (u32, u32);

/// A survey that gives the files, with who can change what with whom.
pub(crate) struct Swaps<'a> {
    world: &'a World,
    columns: Vec<Set>,
    /// For each unit the columns that are tied to it.
    tied: Vec<Vec<usize>>,
    /// For each unit the respondents who agree on these.
    classes: Vec<Vec<Set>>,
}

impl<'a> Swaps<'a> {
    pub(crate) fn new(world: &'a World) -> Self {
        let cells: Vec<&Cell> =
            world.known.iter().map(|(cell, _)| cell).chain(&world.impossible).collect();
        let tied = |unit: &Vec<usize>| -> Vec<usize> {
            let within = |column: &usize| unit.contains(column);
            let touching =
                cells.iter().filter(|cell| cell.iter().any(|(column, _)| within(column)));
            let mut tied: Vec<usize> = touching
                .flat_map(|cell| cell.iter().map(|(column, _)| *column))
                .filter(|c| !within(c))
                .collect();
            tied.sort_unstable();
            tied.dedup();
            tied
        };
        let tied = world.units.iter().map(tied).collect();
        let mut swaps = Self { world, columns: world.columns.clone(), tied, classes: Vec::new() };
        swaps.find_classes();
        swaps
    }

    fn find_classes(&mut self) {
        self.classes = self.tied.iter().map(|tied| self.agreeing(tied)).collect();
    }

    fn agreeing(&self, tied: &[usize]) -> Vec<Set> {
        let mut classes = vec![self.world.everybody];
        for column in tied {
            let set = self.columns[*column];
            classes = classes
                .iter()
                .flat_map(|class| [class & set, class & !set])
                .filter(|c| c.count_ones() > 1)
                .collect();
        }
        classes
    }

    /// What one unit's changes can make of a cell's count.
    pub(crate) fn range(&self, cell: &[(usize, bool)]) -> Range {
        let now = holds(&self.columns, self.world.everybody, cell).count_ones();
        let (mut least, mut most) = (now, now);
        for (unit, classes) in self.world.units.iter().zip(&self.classes) {
            let (moved, stays): (Cell, Cell) =
                cell.iter().partition(|(column, _)| unit.contains(column));
            if moved.is_empty() || stays.is_empty() {
                continue;
            }
            let moved = holds(&self.columns, self.world.everybody, &moved);
            let stays = holds(&self.columns, self.world.everybody, &stays);
            let (mut down, mut up) = (0, 0);
            for class in classes {
                let count = |set: Set| (class & set).count_ones();
                up += count(moved & !stays).min(count(!moved & stays));
                down += count(moved & stays).min(count(!moved & !stays));
            }
            (least, most) = (least.min(now - down), most.max(now + up));
        }
        (least, most)
    }

    /// Goes to another survey by lot.
    pub(crate) fn wander(&mut self, chance: &mut ChaCha8Rng) {
        let mut units: Vec<usize> = (0..self.world.units.len()).collect();
        units.shuffle(chance);
        for unit in units {
            for class in self.agreeing(&self.tied[unit]) {
                let from: Vec<u32> = (0..Set::BITS).filter(|row| class >> row & 1 == 1).collect();
                let mut to = from.clone();
                to.shuffle(chance);
                for column in &self.world.units[unit] {
                    let set = self.columns[*column];
                    let moved = from.iter().zip(&to).map(|(from, to)| (set >> from & 1) << to);
                    self.columns[*column] = set & !class | moved.fold(0, |all, bit| all | bit);
                }
            }
        }
        self.find_classes();
    }

    /// Whether this survey gives the same files and obeys the questionnaire, counted anew.
    pub(crate) fn fits(&self) -> bool {
        let count = |cell: &Cell| holds(&self.columns, self.world.everybody, cell).count_ones();
        self.world.known.iter().all(|(cell, known)| count(cell) == *known)
            && self.world.impossible.iter().all(|cell| count(cell) == 0)
    }
}
