//! Reads packed files as somebody who has them all and knows the questionnaire. Nothing here is the
//! gate's: questions and routing are those of the questionnaire, counts are those of the files.

use survey::{QuestionIx, Source};

use crate::release::Out;
use crate::survey::{Choice, Survey};
use crate::truth::{base, population};
use crate::world::{Cell, Set, World, sorted};

/// An answer, or being counted in a block at all.
pub(crate) struct Answer {
    /// None of a block.
    pub(crate) question: Option<usize>,
    pub(crate) column: usize,
    /// For each file who is in its base; `None` where the file does not count it.
    pub(crate) inside: Vec<Option<Cell>>,
    /// Whether it is one of several that one respondent can give, or part of another.
    pub(crate) overlaps: bool,
}

/// Who is counted for a question, and the column of it; none where everybody is.
pub(crate) type Base = (Set, Option<usize>);

/// A reader's knowledge.
pub(crate) struct Reader<'a> {
    pub(crate) survey: &'a Survey,
    pub(crate) outs: &'a [Out],
    pub(crate) world: World,
    pub(crate) answers: Vec<Answer>,
    /// Groups that tables were published of, and who came or went between two files.
    pub(crate) groups: Vec<(Option<usize>, Cell)>,
    /// What figures told before, and may be small: of each those who gave the answer, and the others.
    pub(crate) public: Vec<Set>,
    /// What a figure says that nobody did.
    pub(crate) by_nobody: Cell,
    pub(crate) populations: Vec<Set>,
    pub(crate) presence: Vec<Option<usize>>,
    /// For each file and question: the base, and the column of it.
    pub(crate) bases: Vec<Vec<Option<Base>>>,
    /// For each question its columns by the options they stand for.
    pub(crate) options: Vec<Vec<(Choice, usize)>>,
    /// Whose file, who, and the column.
    pub(crate) statuses: Vec<(Set, Set, usize)>,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(survey: &'a Survey, outs: &'a [Out]) -> Self {
        let populations: Vec<Set> =
            outs.iter().map(|out| population(survey, out.release)).collect();
        let world = World {
            everybody: populations.iter().fold(0, |all, some| all | some),
            ..World::default()
        };
        let many = survey.questions.len();
        let mut reader = Self {
            survey,
            outs,
            world,
            answers: Vec::new(),
            groups: Vec::new(),
            public: Vec::new(),
            by_nobody: Vec::new(),
            populations,
            presence: Vec::new(),
            bases: Vec::new(),
            options: vec![Vec::new(); many],
            statuses: Vec::new(),
        };
        reader.presences();
        for file in 0..outs.len() {
            reader.bases_of(file);
        }
        for question in 0..many {
            reader.question(question);
        }
        for file in 0..outs.len() {
            reader.routing(file);
            reader.tables(file);
            reader.figures(file);
            reader.implied(file);
        }
        reader.blocks();
        reader.units();
        reader
    }

    /// A base that is everybody's needs no column; one that two questions share needs one only. That
    /// two files have bases of the same people is taken to be known only where they are of the same.
    fn status(&mut self, name: String, file: usize, set: Set) -> Option<usize> {
        if set == self.world.everybody {
            return None;
        }
        let all = self.populations[file];
        let known = self.statuses.iter().find(|(of, known, _)| (*of, *known) == (all, set));
        if let Some((_, _, column)) = known {
            return Some(*column);
        }
        let column = self.world.add(name, set);
        self.statuses.push((all, set, column));
        Some(column)
    }

    /// How many are in each file and in which of the others is taken to be known.
    fn presences(&mut self) {
        for file in 0..self.outs.len() {
            let name = format!("in release {}", self.outs[file].release);
            let column = self.status(name, file, self.populations[file]);
            self.presence.push(column);
        }
        for some in 1..1_usize << self.outs.len() {
            let files = (0..self.outs.len()).filter(|file| some >> file & 1 == 1);
            let cell: Cell = files.filter_map(|file| Some((self.presence[file]?, true))).collect();
            let count = if some.is_power_of_two() {
                self.outs[some.trailing_zeros() as usize].cube.respondents()
            } else {
                self.world.holds(&cell).count_ones()
            };
            self.world.know(cell, count);
        }
        for one in 0..self.outs.len() {
            for other in 0..self.outs.len() {
                let cell = [
                    self.inside(self.presence[one], true),
                    self.inside(self.presence[other], false),
                ]
                .concat();
                if one != other && self.presence[other].is_some() {
                    self.groups.push((None, cell));
                }
            }
        }
    }

    /// How far apart two surveys must lie: what was public before may leave less by itself.
    pub(crate) fn need(&self, cell: &[(usize, bool)], threshold: u32) -> u32 {
        // Of an answer's few others each is one of few as well.
        let given = |set: &Set| {
            cell.iter().any(|(column, _)| {
                let answer = self.world.columns[*column];
                answer == *set || (set.count_ones() < threshold && answer & !set == 0)
            })
        };
        let public = self.public.chunks(2).filter(|figure| figure.iter().any(given));
        public.flatten().map(|set| set.count_ones()).fold(threshold, u32::min)
    }

    /// Whether a cell is of those who came or went.
    pub(crate) fn is_between_releases(&self, cell: &[(usize, bool)]) -> bool {
        cell.iter().any(|(column, value)| !value && self.presence.contains(&Some(*column)))
    }

    /// Whether a cell only says which files somebody is in, which is taken to be known: who is not in
    /// a file is counted for nothing in it.
    pub(crate) fn is_presence(&self, cell: &[(usize, bool)]) -> bool {
        let is_of_files = |column: usize| self.presence.contains(&Some(column));
        let absent = cell.iter().filter(|(column, value)| !value && is_of_files(*column));
        let absent: Vec<usize> = absent.map(|(column, _)| *column).collect();
        cell.iter().all(|&(column, value)| {
            let counts_nobody = |file: &usize| {
                let inside = sorted(vec![(column, true), (*file, false)]);
                inside.is_some_and(|cell| self.world.impossible.contains(&cell))
            };
            is_of_files(column) || (!value && absent.iter().any(counts_nobody))
        })
    }

    /// Whether a cell is of all in one of the files, and tells who is counted in that file alone. Of
    /// these witnesses are promised; of those who are in two files and not all of either, only that few
    /// are not known.
    pub(crate) fn is_of_one_release(&self, cell: &[(usize, bool)]) -> bool {
        let presence = cell.iter().filter(|(column, _)| self.presence.contains(&Some(*column)));
        let presence: Cell = presence.copied().collect();
        let all = self.world.holds(&presence);
        let counts = |bases: &[Option<Base>], column: usize| {
            bases.iter().flatten().any(|(_, of)| *of == Some(column))
        };
        let is_base = |column: usize| self.bases.iter().any(|bases| counts(bases, column));
        presence.iter().all(|(_, value)| *value)
            && self.populations.iter().zip(&self.bases).any(|(population, bases)| {
                let mut columns = cell.iter().filter(|of| !presence.contains(of));
                *population == all && columns.all(|(c, _)| !is_base(*c) || counts(bases, *c))
            })
    }

    #[allow(clippy::unused_self, reason = "reads as what it is")]
    pub(crate) fn inside(&self, column: Option<usize>, value: bool) -> Cell {
        column.map(|column| (column, value)).into_iter().collect()
    }

    pub(crate) fn find(&self, file: usize, question: usize) -> Option<QuestionIx> {
        let out = &self.outs[file];
        out.cube.codebook().find(&self.survey.question_id(question, out.release))
    }

    fn bases_of(&mut self, file: usize) {
        let release = self.outs[file].release;
        let mut bases: Vec<Option<Base>> = Vec::new();
        for question in 0..self.survey.questions.len() {
            if self.find(file, question).is_none() {
                bases.push(None);
                continue;
            }
            let set = base(self.survey, release, question);
            let name = format!("counted for {question} in {release}");
            let column = match self.survey.questions[question].asked_if {
                None => self.status(name, file, set),
                Some((before, _)) => {
                    let parent = bases[before].expect("a question goes with the one before it");
                    let alike = self.bases.iter().zip(&self.populations);
                    let alike = alike.filter(|(_, all)| **all == self.populations[file]);
                    let known = alike
                        .filter_map(|(bases, _)| bases[question])
                        .find(|(known, _)| *known == set);
                    match known {
                        _ if parent.0 == set => parent.1,
                        Some((_, column)) => column,
                        None => Some(self.world.add(name, set)),
                    }
                }
            };
            if let (Some(column), Some(present)) = (column, self.presence[file])
                && column != present
            {
                self.world.rule_out(vec![(column, true), (present, false)]);
            }
            bases.push(Some((set, column)));
        }
        self.bases.push(bases);
    }

    /// Being counted in a block is told by subtraction as an answer is.
    fn blocks(&mut self) {
        for (_, _, column) in self.statuses.clone() {
            if self.presence.contains(&Some(column)) {
                continue;
            }
            let inside =
                self.presence.iter().map(|present| Some(self.inside(*present, true))).collect();
            self.answers.push(Answer { question: None, column, inside, overlaps: true });
        }
    }

    /// Single options, questions, questions with all that are asked after them, and whole blocks.
    fn units(&mut self) {
        let options = |question: usize| self.options[question].iter().map(|(_, column)| *column);
        let mut units: Vec<Vec<usize>> = Vec::new();
        for question in 0..self.survey.questions.len() {
            units.extend(options(question).map(|column| vec![column]));
            units.push(options(question).collect());
            let after = self.after(question);
            units.push(
                after
                    .iter()
                    .flat_map(|q| options(*q).chain(self.bases_columns(*q, question)))
                    .collect(),
            );
        }
        for block in self.survey.all_blocks() {
            units.push(
                block
                    .iter()
                    .flat_map(|q| options(*q).chain(self.bases_columns(*q, usize::MAX)))
                    .collect(),
            );
        }
        for unit in &mut units {
            unit.sort_unstable();
            unit.dedup();
        }
        units.retain(|unit| !unit.is_empty());
        units.sort();
        units.dedup();
        self.world.units = units;
    }

    /// A question and what is asked after it, however many steps later.
    fn after(&self, question: usize) -> Vec<usize> {
        let mut after = vec![question];
        for later in question + 1..self.survey.questions.len() {
            if self.survey.questions[later]
                .asked_if
                .is_some_and(|(before, _)| after.contains(&before))
            {
                after.push(later);
            }
        }
        after
    }

    fn bases_columns(&self, question: usize, but: usize) -> impl Iterator<Item = usize> {
        let bases = self.bases.iter().filter_map(move |bases| bases[question]);
        let presence = self.presence.clone();
        bases
            .filter_map(|(_, column)| column)
            .filter(move |column| question != but && !presence.contains(&Some(*column)))
    }
}
