//! Columns for the answers to questions, and what the questionnaire makes impossible of them.

use crate::reader::{Answer, Base, Reader};
use crate::survey::{Choice, has};
use crate::truth::who;
use crate::world::{Cell, Set};

impl Reader<'_> {
    /// The columns of a question that any file counts.
    pub(crate) fn question(&mut self, question: usize) {
        let bases: Vec<Base> = self.bases.iter().filter_map(|bases| bases[question]).collect();
        if !bases.is_empty() {
            self.columns(question, &bases);
        }
    }

    pub(crate) fn columns(&mut self, question: usize, bases: &[Base]) {
        let asked = &self.survey.questions[question];
        let counted = bases.iter().fold(0, |all, (set, _)| all | set);
        let outside: Option<Cell> =
            bases.iter().map(|(_, column)| Some(((*column)?, false))).collect();
        let masks = self.survey.published_options(question);
        for &mask in &masks {
            let column = self.option(question, mask, counted);
            if let Some(outside) = &outside {
                self.world.rule_out([outside.as_slice(), &[(column, true)]].concat());
            }
        }
        let columns = self.options[question].clone();
        for &(mask, one) in &columns {
            for &(_, other) in columns.iter().filter(|(_, other)| *other != one) {
                if !asked.multiple || asked.alone.is_some_and(|alone| mask == 1 << alone) {
                    self.world.rule_out(vec![(one, true), (other, true)]);
                }
            }
        }
        let given: Set = columns
            .iter()
            .map(|(_, column)| self.world.columns[*column])
            .fold(0, |all, set| all | set);
        if !asked.multiple || asked.blank || (asked.alone.is_some() && given == counted) {
            let none: Cell = columns.iter().map(|(_, column)| (*column, false)).collect();
            for (_, column) in bases {
                self.world.rule_out([self.inside(*column, true), none.clone()].concat());
            }
        }
    }

    pub(crate) fn option(&mut self, question: usize, mask: Choice, counted: Set) -> usize {
        let set =
            who(self.survey, |_, answers| answers[question].is_some_and(|given| given & mask != 0));
        let options: String =
            (0..8).filter(|o| has(mask, *o)).map(|o| char::from(b'a' + o)).collect();
        let column = self.world.add(format!("{question}{options}"), set & counted);
        self.options[question].push((mask, column));
        let inside =
            self.bases.iter().map(|bases| Some(self.inside(bases[question]?.1, true))).collect();
        self.answers.push(Answer {
            question: Some(question),
            column,
            inside,
            overlaps: self.survey.questions[question].multiple,
        });
        column
    }

    /// Columns for the options that were merged into one; that of `wanted`.
    pub(crate) fn parts(&mut self, question: usize, wanted: Choice) -> usize {
        let (merged, whole) =
            *self.options[question].iter().find(|(mask, _)| mask & wanted != 0).unwrap();
        let counted = self.world.columns[whole];
        let mut parts: Vec<(Choice, usize)> = Vec::new();
        for mask in (0..8).filter(|o| has(merged, *o)).map(|o| 1 << o) {
            let column = self.option(question, mask, counted);
            self.answers.last_mut().unwrap().overlaps = true;
            self.world.rule_out(vec![(column, true), (whole, false)]);
            if !self.survey.questions[question].multiple {
                for (_, other) in &parts {
                    self.world.rule_out(vec![(column, true), (*other, true)]);
                }
            }
            parts.push((mask, column));
        }
        let none = parts.iter().map(|(_, column)| (*column, false));
        self.world.rule_out(none.chain([(whole, true)]).collect());
        parts.iter().find(|(mask, _)| *mask == wanted).unwrap().1
    }

    /// What the words of two answers tell of them.
    pub(crate) fn implied(&mut self, file: usize) {
        for &[(one, a), (other, b)] in &self.survey.implies {
            let column = |question: usize, option: u8| {
                self.options[question]
                    .iter()
                    .find(|(mask, _)| *mask == 1 << option)
                    .map(|(_, column)| *column)
            };
            let (Some(first), Some(then)) = (column(one, a), column(other, b)) else { continue };
            let Some((_, base)) = self.bases[file][one] else { continue };
            let of_other: Vec<_> = self.bases.iter().filter_map(|bases| bases[other]).collect();
            for (_, base_of_other) in of_other {
                let inside = [self.inside(base, true), self.inside(base_of_other, true)].concat();
                self.world.rule_out([inside.as_slice(), &[(first, true), (then, false)]].concat());
            }
        }
    }
}
