//! What the files count, and what was public before.

use survey::QuestionIx;

use crate::reader::Reader;
use crate::survey::has;
use crate::truth::{bit, who};
use crate::world::Cell;

impl Reader<'_> {
    /// Who is counted for a routed question: those of the question before who gave an answer that
    /// leads to it.
    pub(crate) fn routing(&mut self, file: usize) {
        for question in 0..self.survey.questions.len() {
            let Some((before, leads)) = self.survey.questions[question].asked_if else { continue };
            let (Some((_, column)), Some((_, parent))) =
                (self.bases[file][question], self.bases[file][before])
            else {
                continue;
            };
            let leading: Vec<usize> = self.options[before]
                .iter()
                .filter(|(mask, _)| mask & leads != 0)
                .map(|(_, c)| *c)
                .collect();
            let none: Cell = leading.iter().map(|lead| (*lead, false)).collect();
            self.world.rule_out([self.inside(column, true), none].concat());
            if let Some(column) = column {
                if parent.is_some() && parent != Some(column) {
                    self.world
                        .rule_out([vec![(column, true)], self.inside(parent, false)].concat());
                }
                for lead in leading {
                    self.world.rule_out(
                        [vec![(column, false), (lead, true)], self.inside(parent, true)].concat(),
                    );
                }
            }
        }
    }

    pub(crate) fn tables(&mut self, file: usize) {
        let cube = &self.outs[file].cube;
        let many = self.survey.questions.len();
        let find: Vec<Option<QuestionIx>> =
            (0..many).map(|question| self.find(file, question)).collect();
        for question in 0..many {
            let Some(ix) = find[question] else { continue };
            let total = cube.totals()[ix.position()]
                .as_ref()
                .expect("what has no counts is not in the file");
            let inside = self.inside(self.bases[file][question].unwrap().1, true);
            self.tally(question, &inside, total);
            for table in cube.crossed().iter().filter(|table| table.question == ix) {
                let by = find.iter().position(|found| *found == Some(table.by)).unwrap();
                let base_of_by = self.bases[file][by].unwrap().1;
                let inside_by = self.inside(base_of_by, true);
                // Who is in no group is a group as well.
                let rest = (Some(by), self.inside(base_of_by, false));
                if base_of_by.is_some() && !self.groups.contains(&rest) {
                    self.groups.push(rest);
                }
                for (part, (_, group)) in table.parts.iter().zip(self.options[by].clone()) {
                    let group: Cell = [inside_by.as_slice(), &[(group, true)]].concat();
                    self.tally(question, &[inside.as_slice(), &group].concat(), part);
                    if !self.groups.contains(&(Some(by), group.clone())) {
                        self.groups.push((Some(by), group));
                    }
                }
            }
        }
    }

    fn tally(&mut self, question: usize, inside: &[(usize, bool)], tally: &survey::Tally) {
        self.world.know(inside.to_vec(), tally.answered);
        let published = self.survey.published_options(question).len();
        for (&(_, column), &count) in
            self.options[question].clone()[..published].iter().zip(&tally.counts)
        {
            self.world.know([inside, &[(column, true)]].concat(), count);
        }
    }

    /// A figure of before, where those it counted are those of a base here.
    pub(crate) fn figures(&mut self, file: usize) {
        let release = self.outs[file].release;
        for figure in &self.survey.figures {
            let (question, option) = (figure.question, figure.option);
            let answered = who(self.survey, |releases, answers| {
                has(releases, bit(release)) && answers[question].is_some()
            });
            let (set, column) = match self.bases[file][question] {
                Some(base) => base,
                None if self.survey.questions[question].asked_if.is_none() => {
                    (self.populations[file], self.presence[file])
                }
                None => continue,
            };
            if set != answered {
                continue;
            }
            if self.options[question].is_empty() {
                self.bases[file][question] = Some((set, column));
                self.columns(question, &[(set, column)]);
            } else if self.bases[file][question].is_none() {
                continue; // counted in another file, of others
            }
            let mask = 1 << option;
            let column_of_option =
                match self.options[question].iter().find(|(known, _)| *known == mask) {
                    Some((_, column)) => *column,
                    None => self.parts(question, mask),
                };
            let cell: Cell = [self.inside(column, true), vec![(column_of_option, true)]].concat();
            let truth = self.world.holds(&cell);
            self.world.know(cell, truth.count_ones());
            self.public.extend([truth, set & !truth]);
            for (value, those) in [(true, truth), (false, set & !truth)] {
                if those == 0 {
                    self.by_nobody.push((column_of_option, value));
                }
            }
        }
    }
}
