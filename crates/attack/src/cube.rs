//! A packed survey as an attacker reads it: a column for each question, or for each option of a
//! question with several answers, and the counts that its tables give.

use survey::{Cube, Kind, Question, QuestionIx, Source, Tally};

use crate::published::{Cell, Published, Row};

/// How much of a packed survey is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tables<'a> {
    /// Only each question's own counts.
    Totals,
    /// The questions by some groupings too.
    By(&'a [QuestionIx]),
    /// The questions by groupings too.
    All,
}

/// Where the questions of a cube stand in a row. A question without published counts stands nowhere.
#[derive(Clone, Debug)]
pub struct Columns {
    values: Vec<u8>,
    questions: Vec<QuestionIx>,
    places: Vec<Option<Place>>,
}

#[derive(Clone, Copy, Debug)]
enum Place {
    /// One column: the option, or the number of options where somebody is outside of the base.
    One { column: usize, outside: Option<u8> },
    /// A column an option, 1 where chosen; before them one that is 1 within the base, unless all are.
    Several { first: usize, within: Option<usize>, options: usize },
}

impl Columns {
    /// Gives each question with published counts its columns.
    pub fn of(cube: &Cube) -> Self {
        let questions = cube.codebook().positions().collect();
        let mut columns = Self { values: Vec::new(), questions, places: Vec::new() };
        for (question, total) in cube.codebook().questions().iter().zip(cube.totals()) {
            let place = total
                .as_ref()
                .map(|total| columns.place(question, total.answered < cube.respondents()));
            columns.places.push(place);
        }
        columns
    }

    fn place(&mut self, question: &Question, gaps: bool) -> Place {
        let options = u8::try_from(question.options.len()).unwrap_or(u8::MAX - 1);
        let column = self.values.len();
        match question.kind {
            Kind::Single | Kind::Ordered => {
                self.values.push(options + u8::from(gaps));
                Place::One { column, outside: gaps.then_some(options) }
            }
            Kind::Multiple => {
                self.values.extend(gaps.then_some(2));
                let first = self.values.len();
                self.values.extend(question.options.iter().map(|_| 2));
                Place::Several {
                    first,
                    within: gaps.then_some(column),
                    options: question.options.len(),
                }
            }
        }
    }

    /// How many values each column has.
    pub fn values(&self) -> &[u8] {
        &self.values
    }

    /// The questions that some columns are of.
    pub fn questions(&self, columns: &[usize]) -> Vec<QuestionIx> {
        let has = |place: &Place| match *place {
            Place::One { column, .. } => columns.contains(&column),
            Place::Several { first, within, options } => columns
                .iter()
                .any(|&column| (within.unwrap_or(first)..first + options).contains(&column)),
        };
        let places = self.questions.iter().zip(&self.places);
        let held = places.filter(|(_, place)| place.as_ref().is_some_and(has));
        held.map(|(question, _)| *question).collect()
    }

    /// The cell of an answer; `None` of a question that nothing is published of.
    pub fn answer(&self, question: QuestionIx, option: usize) -> Option<Cell> {
        self.places[question.position()].map(|place| match place {
            Place::One { column, .. } => vec![(column, u8::try_from(option).unwrap_or(u8::MAX))],
            Place::Several { first, .. } => vec![(first + option, 1)],
        })
    }

    /// A respondent's row: for each question the options chosen, `None` outside of its base.
    pub fn row(&self, answers: &[Option<Vec<usize>>]) -> Row {
        let mut row = vec![0; self.values.len()];
        for (place, answer) in self.places.iter().zip(answers) {
            match *place {
                None => {}
                Some(Place::One { column, outside }) => {
                    let chosen = answer.as_ref().and_then(|chosen| chosen.first());
                    row[column] = chosen
                        .and_then(|&option| u8::try_from(option).ok())
                        .or(outside)
                        .unwrap_or_default();
                }
                Some(Place::Several { first, within, .. }) => {
                    if let Some(within) = within {
                        row[within] = u8::from(answer.is_some());
                    }
                    for &option in answer.iter().flatten() {
                        row[first + option] = 1;
                    }
                }
            }
        }
        row
    }

    /// What a cube tells: its counts, and that nobody answers a question that was not asked.
    pub fn published(&self, cube: &Cube, tables: Tables<'_>) -> Published {
        let mut published = Published::new(cube.respondents(), self.values.clone());
        for (question, asked) in cube.codebook().iter() {
            let Some(total) = &cube.totals()[question.position()] else { continue };
            self.tally(&mut published, question, total, (&[], cube.respondents()));
            self.rules(&mut published, question, asked);
        }
        let is_used = |by: QuestionIx| match tables {
            Tables::Totals => false,
            Tables::By(groupings) => groupings.contains(&by),
            Tables::All => true,
        };
        for table in cube.crossed().iter().filter(|table| is_used(table.by)) {
            let sizes = cube.totals()[table.by.position()].iter().flat_map(|total| &total.counts);
            for ((group, part), &size) in table.parts.iter().enumerate().zip(sizes) {
                let group = self.answer(table.by, group).unwrap_or_default();
                self.tally(&mut published, table.question, part, (&group, size));
            }
        }
        published
    }

    /// A question's counts within a group of a known size.
    fn tally(
        &self,
        published: &mut Published,
        question: QuestionIx,
        tally: &Tally,
        (group, size): (&[(usize, u8)], u32),
    ) {
        let mut publish = |cell: Cell, count| published.publish([group, &cell].concat(), count);
        for (option, &count) in tally.counts.iter().enumerate() {
            publish(self.answer(question, option).unwrap_or_default(), count);
        }
        if let Some((cell, count)) = match self.places[question.position()] {
            Some(Place::One { column, outside: Some(outside) }) => {
                Some(((column, outside), size.saturating_sub(tally.answered)))
            }
            Some(Place::Several { within: Some(within), .. }) => {
                Some(((within, 1), tally.answered))
            }
            _ => None,
        } {
            publish(vec![cell], count);
        }
    }

    /// Nobody chooses an option outside of the question's base, or is asked against the routing.
    fn rules(&self, published: &mut Published, question: QuestionIx, asked: &Question) {
        let answers: Vec<Cell> = match self.places[question.position()] {
            Some(Place::Several { first, within: Some(within), .. }) => {
                for option in 0..asked.options.len() {
                    published.publish(vec![(within, 0), (first + option, 1)], 0);
                }
                vec![vec![(within, 1)]]
            }
            _ => (0..asked.options.len()).filter_map(|o| self.answer(question, o)).collect(),
        };
        let Some(routing) = &asked.asked_if else { return };
        let not_asked: Vec<Cell> = match self.places[routing.question.position()] {
            None => Vec::new(),
            Some(Place::One { column, .. }) => (0..self.values[column])
                .filter(|&value| !routing.any_of.contains(&usize::from(value)))
                .map(|value| vec![(column, value)])
                .collect(),
            Some(Place::Several { first, .. }) => {
                vec![routing.any_of.iter().map(|option| (first + option, 0)).collect()]
            }
        };
        for before in &not_asked {
            for answer in &answers {
                published.publish([before.as_slice(), answer].concat(), 0);
            }
        }
    }
}
