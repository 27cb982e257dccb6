//! Invented answers: random, skewed as real ones are, some missing, the same each time.

use std::sync::Arc;

use survey::{
    AnswerOption, Answers, Codebook, Kind, OptionGroup, Question, QuestionIx, Records, Routing,
};

/// How many options each question has. Those of [`MULTIPLE`] are multiple responses, the others
/// single choices and scales in turn.
const OPTIONS: [usize; 30] =
    [5, 4, 10, 3, 6, 4, 5, 8, 3, 4, 5, 6, 9, 4, 3, 5, 4, 8, 6, 5, 4, 3, 10, 5, 4, 6, 3, 8, 5, 4];
const MULTIPLE: [usize; 6] = [2, 7, 12, 17, 22, 27];
/// The question whose options are in three groups.
const GROUPED: usize = 2;
/// The question asked only of those who gave the first or second answer to the first.
const ROUTED: usize = 5;
/// One answer in so many is missing.
const MISSING: usize = 16;

/// Answers on their way to being records: a few at a time, so that a browser stays awake.
pub(crate) struct Invention {
    random: Random,
    answers: Vec<Answers>,
    done: usize,
    rows: usize,
}

impl Invention {
    /// Nothing yet of `rows` respondents' answers.
    pub(crate) fn new(rows: usize) -> Self {
        let answers = OPTIONS.iter().map(|&options| Answers::none(rows, options)).collect();
        Self { random: Random(2022), answers, done: 0, rows }
    }

    /// Invents the next respondents' answers, `most` of them. Whether there are more to come.
    pub(crate) fn go_on(&mut self, most: usize) -> bool {
        let until = self.rows.min(self.done + most);
        (self.done..until).for_each(|row| self.invent(row));
        self.done = until;
        until < self.rows
    }

    /// The records of all respondents.
    ///
    /// # Errors
    /// When answers and codebook do not fit, which only a mistake in here can bring about.
    pub(crate) fn records(self) -> Result<Records, String> {
        let mut questions: Vec<Question> = (0..OPTIONS.len()).map(question).collect();
        questions[ROUTED].asked_if = QuestionIx::find(&questions[..ROUTED], &questions[0].id)
            .map(|first| Routing { question: first, any_of: vec![0, 1] });
        let codebook = Codebook::new(questions).map_err(|errors| format!("{errors:?}"))?;
        let ids = (0..self.rows).map(|row| row.to_string()).collect();
        Records::new(Arc::new(codebook), ids, self.answers, None)
            .map_err(|errors| format!("{errors:?}"))
    }

    fn invent(&mut self, row: usize) {
        let Self { random, answers, .. } = self;
        for (question, &options) in OPTIONS.iter().enumerate() {
            let asked = question != ROUTED || (0..2).any(|o| answers[0].options()[o].get(row));
            if !asked || random.below(MISSING) == 0 {
                continue;
            }
            if MULTIPLE.contains(&question) {
                let given = random.next();
                answers[question].record(row, (0..options).filter(|o| (given >> (3 * o)) & 7 < 3));
            } else {
                // The lower of two draws: earlier options are likelier, the last ones rare.
                let option = random.below(options).min(random.below(options));
                answers[question].record(row, [option]);
            }
        }
    }
}

fn question(position: usize) -> Question {
    let groups = if position == GROUPED { 3 } else { 0 };
    let option = |option: usize| AnswerOption {
        id: format!("o{option}"),
        label: format!("Option {option}"),
        says: None,
        group: (groups > 0).then(|| option % groups),
        off_scale: false,
    };
    let group = |group: usize| OptionGroup {
        id: format!("g{group}"),
        label: format!("Group {group}"),
        description: String::new(),
    };
    Question {
        id: format!("q{position}"),
        label: format!("Question {position}"),
        text: String::new(),
        kind: match position {
            _ if MULTIPLE.contains(&position) => Kind::Multiple,
            _ if position.is_multiple_of(2) => Kind::Ordered,
            _ => Kind::Single,
        },
        options: (0..OPTIONS[position]).map(option).collect(),
        groups: (0..groups).map(group).collect(),
        asked_if: None,
        grouping: false,
        prominent: false,
        peers: false,
        note: None,
    }
}

/// `SplitMix64`: a few lines, good enough to invent answers with, and not for anything secret.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound`, nearly evenly.
    fn below(&mut self, bound: usize) -> usize {
        let high = (self.next() >> 32) * bound as u64;
        usize::try_from(high >> 32).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rows_are_the_same_each_time_and_no_option_is_empty() {
        let records = |most| {
            let mut invention = Invention::new(3000);
            while invention.go_on(most) {}
            invention.records().unwrap()
        };
        let (one, other) = (records(3000), records(700));
        for (question, _) in one.codebook().iter() {
            assert_eq!(one.answers(question), other.answers(question));
            let total = one.total(question);
            assert!(total.counts.iter().all(|&count| count > 0), "{question:?}: {total:?}");
            assert!(total.not_answered() > 0);
        }
        assert!(one.total(one.codebook().position(ROUTED).unwrap()).asked < 3000);
    }
}
