//! Exchanges between respondents that rearranging a class does not reach: between two pairs who agree as
//! pairs, and of a tick together with the questions that it leads to.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::RngCore;
use survey::Kind;

use super::classes::Classes;
use super::frame::{Mark, OUTSIDE, bit};
use super::moves::{Aim, Walk, below};

impl Walk<'_> {
    /// Lets one respondent hand a tick over to another of the class, with the answers to whatever the one
    /// is asked no more and the other now is.
    pub(super) fn hand_over(
        &mut self,
        question: usize,
        classes: &Classes,
        aim: &Aim,
        chance: &mut ChaCha8Rng,
    ) {
        let rows: Vec<usize> = (0..self.frame.respondents)
            .filter(|&row| self.at.marks[question][row] != OUTSIDE)
            .collect();
        for _ in 0..rows.len() * self.frame.options(question) * 2 {
            let option = below(chance, self.frame.options(question));
            let (giver, taker) = (rows[below(chance, rows.len())], rows[below(chance, rows.len())]);
            let [has, lacks] = [giver, taker].map(|row| self.at.marks[question][row]);
            let tick = bit(option);
            if has & tick == 0 || lacks & tick != 0 || classes.of[giver] != classes.of[taker] {
                continue;
            }
            let (left, got) = (has & !tick, lacks | tick);
            if !self.frame.allows(question, left) || !self.frame.allows(question, got) {
                continue;
            }
            let leads = |mark| self.frame.leads_to(question, mark);
            let (lost, gained) = (leads(has) ^ leads(left), leads(lacks) ^ leads(got));
            if lost != gained {
                continue;
            }
            let carried: Vec<usize> = self.frame.dependents[question]
                .iter()
                .enumerate()
                .filter(|(place, _)| lost & bit(*place) != 0)
                .flat_map(|(_, (dependent, _))| self.frame.tree(*dependent))
                .collect();
            let total = |row: usize| -> i64 {
                carried.iter().map(|&question| aim.of(question, self.at.marks[question][row])).sum()
            };
            let gain = aim.options[question][option] + total(giver) - total(taker);
            if gain * (aim.rows[taker] - aim.rows[giver]) >= 0 {
                self.at.marks[question][giver] = left;
                self.at.marks[question][taker] = got;
                for question in carried {
                    self.at.marks[question].swap(giver, taker);
                }
            }
        }
    }

    /// Lets pairs of respondents that agree as pairs exchange an answer, where that pulls the right way
    /// or makes no difference.
    pub(super) fn exchange_pairs(
        &mut self,
        question: usize,
        classes: &Classes,
        aim: &Aim,
        chance: &mut ChaCha8Rng,
    ) {
        if classes.pairs.is_empty() {
            return;
        }
        for _ in 0..self.frame.respondents * self.frame.options(question) {
            let list = &classes.pairs[below(chance, classes.pairs.len())];
            let (one, other) = (list[below(chance, list.len())], list[below(chance, list.len())]);
            if one.iter().any(|row| other.contains(row)) {
                continue;
            }
            let rows = [one, other].map(|pair| pair.map(|row| row as usize));
            let Some((take, give)) = self.exchanged(question, rows, chance) else { continue };
            let weight = |row: usize| aim.rows[row];
            let gain = aim.of(question, give) - aim.of(question, take);
            let moved =
                weight(rows[0][0]) + weight(rows[0][1]) - weight(rows[1][0]) - weight(rows[1][1]);
            if gain * moved >= 0 {
                for (pair, from, to) in [(rows[0], take, give), (rows[1], give, take)] {
                    for row in pair {
                        let mark = &mut self.at.marks[question][row];
                        *mark = (*mark & !from) | to;
                    }
                }
            }
        }
    }

    /// Lets pairs exchange their answers to a question together with those to all that are asked after
    /// it. Each of these may be broken down by other things, so each exchange is tried and looked at.
    pub(super) fn exchange_trees(
        &mut self,
        tree: &[usize],
        classes: &Classes,
        aim: &Aim,
        chance: &mut ChaCha8Rng,
    ) {
        if classes.pairs.is_empty() {
            return;
        }
        for _ in 0..self.frame.respondents * 2 {
            let list = &classes.pairs[below(chance, classes.pairs.len())];
            let (one, other) = (list[below(chance, list.len())], list[below(chance, list.len())]);
            let mut rows = [one[0], one[1], other[0], other[1]].map(|row| row as usize);
            if chance.next_u32().is_multiple_of(2) {
                rows.swap(2, 3);
            }
            let outside = rows.iter().any(|&row| self.at.marks[tree[0]][row] == OUTSIDE);
            if outside || one.iter().any(|row| other.contains(row)) {
                continue;
            }
            let moved = aim.rows[rows[0]] - aim.rows[rows[2]];
            let moved_too = aim.rows[rows[1]] - aim.rows[rows[3]];
            let total = |row: usize| -> i64 {
                tree.iter().map(|&question| aim.of(question, self.at.marks[question][row])).sum()
            };
            let gain = (total(rows[2]) - total(rows[0])) * moved
                + (total(rows[3]) - total(rows[1])) * moved_too;
            if gain >= 0 && tree.iter().all(|&question| self.stays(question, rows)) {
                for &question in tree {
                    self.at.marks[question].swap(rows[0], rows[2]);
                    self.at.marks[question].swap(rows[1], rows[3]);
                }
            }
        }
    }

    /// Whether a question's tables stay as they are when the first two respondents take the answers
    /// of the last two, and the other way round.
    fn stays(&self, question: usize, rows: [usize; 4]) -> bool {
        let marks = rows.map(|row| self.at.marks[question][row]);
        self.fixed.alone[question].partitions.iter().all(|part| {
            let there = |order: [usize; 4]| {
                let mut cells: Vec<(Mark, Mark)> =
                    (0..4).map(|place| (part[rows[place]], marks[order[place]])).collect();
                cells.sort_unstable();
                cells
            };
            there([0, 1, 2, 3]) == there([2, 3, 0, 1])
        })
    }

    /// What two pairs can exchange: the bits that the first gives away and those that it takes.
    fn exchanged(
        &self,
        question: usize,
        rows: [[usize; 2]; 2],
        chance: &mut ChaCha8Rng,
    ) -> Option<(Mark, Mark)> {
        let marks = rows.map(|pair| pair.map(|row| self.at.marks[question][row]));
        if marks.as_flattened().contains(&OUTSIDE) {
            return None;
        }
        match self.frame.kind(question) {
            Kind::Single | Kind::Ordered => {
                let [[a, b], [c, d]] = marks;
                let same_leads =
                    || self.frame.leads_to(question, a) == self.frame.leads_to(question, c);
                (a == b && c == d && a != c && same_leads()).then_some((a, c))
            }
            Kind::Multiple => {
                let option = below(chance, self.frame.options(question));
                let free = |mark: &Mark| self.is_free(question, option, *mark);
                let has = marks.map(|pair| pair.map(|mark| mark & bit(option)));
                let differ =
                    has[0][0] == has[0][1] && has[1][0] == has[1][1] && has[0][0] != has[1][0];
                (differ && marks.as_flattened().iter().all(free)).then_some((has[0][0], has[1][0]))
            }
        }
    }
}
