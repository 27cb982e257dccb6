//! A survey as its holder has it, as plain data: what is asked, who answered what in which release,
//! and what the release plan says.

use serde::{Deserialize, Serialize};

/// The options that somebody chose, a bit each.
pub(crate) type Choice = u8;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Survey {
    pub(crate) threshold: u32,
    /// Whether a table with small counts stops the release; otherwise it is left out.
    pub(crate) refuse: bool,
    pub(crate) questions: Vec<Question>,
    /// Questions that share a base; none where all do.
    pub(crate) blocks: Vec<Vec<usize>>,
    pub(crate) mergers: Vec<Merger>,
    pub(crate) figures: Vec<Figure>,
    /// Answers of which everybody knows that the first means the second: under 30 means under 32.
    #[serde(default)]
    pub(crate) implies: Vec<[(usize, u8); 2]>,
    pub(crate) releases: Vec<Release>,
    pub(crate) rows: Vec<Rows>,
}

#[allow(clippy::struct_excessive_bools, reason = "each is a mark that the package sets or not")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Question {
    pub(crate) options: u8,
    #[serde(default, skip_serializing_if = "is_false")]
    pub(crate) multiple: bool,
    /// The option “Neither”, which stands alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) alone: Option<u8>,
    /// Whether the package says so.
    #[serde(default, skip_serializing_if = "is_false")]
    pub(crate) declared: bool,
    /// `"unticked": "blank"`.
    #[serde(default, skip_serializing_if = "is_false")]
    pub(crate) blank: bool,
    /// The earlier question and its options that lead here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) asked_if: Option<(usize, Choice)>,
    #[serde(default, skip_serializing_if = "is_false")]
    pub(crate) grouping: bool,
}

/// Options of one question that are published as one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Merger {
    pub(crate) question: usize,
    pub(crate) options: Choice,
}

/// A count that was public before, of the first release's answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Figure {
    pub(crate) question: usize,
    pub(crate) option: u8,
    pub(crate) signed: bool,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Release {
    /// A question, or one of its tables.
    pub(crate) withheld: Vec<(usize, Option<usize>)>,
    /// Questions whose ids are new.
    pub(crate) renamed: Vec<usize>,
}

/// Respondents who are alike.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Rows {
    pub(crate) times: u32,
    /// In which releases they are, a bit each.
    pub(crate) releases: u8,
    /// `None` is a blank: not asked, or not answered.
    pub(crate) answers: Vec<Option<Choice>>,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks for this signature")]
fn is_false(value: &bool) -> bool {
    !value
}

impl Survey {
    /// The respondents one by one.
    pub(crate) fn people(&self) -> impl Iterator<Item = &Rows> {
        self.rows.iter().flat_map(|rows| std::iter::repeat_n(rows, rows.times as usize))
    }

    pub(crate) fn is_asked(&self, question: usize, answers: &[Option<Choice>]) -> bool {
        self.questions[question]
            .asked_if
            .is_none_or(|(before, leads)| answers[before].is_some_and(|given| given & leads != 0))
    }

    pub(crate) fn withholds(&self, release: usize, question: usize, by: Option<usize>) -> bool {
        let withheld = &self.releases[release].withheld;
        withheld.iter().any(|&(of, table)| of == question && (table.is_none() || table == by))
    }

    /// Takes out what does not hold of everybody.
    pub(crate) fn keep_what_holds(&mut self) {
        let gave = |rows: &Rows, (question, option): (usize, u8)| {
            rows.answers[question].map(|choice| has(choice, option))
        };
        let rows = &self.rows;
        self.implies.retain(|[first, then]| {
            rows.iter()
                .all(|row| gave(row, *first) != Some(true) || gave(row, *then) != Some(false))
        });
    }

    /// Questions by blocks, also where there is only one.
    pub(crate) fn all_blocks(&self) -> Vec<Vec<usize>> {
        if self.blocks.is_empty() {
            vec![(0..self.questions.len()).collect()]
        } else {
            self.blocks.clone()
        }
    }

    /// The question's published options, each with the options that it is made of.
    pub(crate) fn published_options(&self, question: usize) -> Vec<Choice> {
        let mut options = Vec::new();
        for option in 0..self.questions[question].options {
            let merger =
                self.mergers.iter().find(|m| m.question == question && has(m.options, option));
            match merger {
                None => options.push(1 << option),
                Some(merger) if merger.options.trailing_zeros() == u32::from(option) => {
                    options.push(merger.options);
                }
                Some(_) => {}
            }
        }
        options
    }

    pub(crate) fn question_id(&self, question: usize, release: usize) -> String {
        let names = [
            "alder", "birch", "cedar", "dogwood", "elm", "fir", "gorse", "hazel", "ivy", "juniper",
            "kapok", "larch",
        ];
        let new = ["", "-anew", "-again"];
        let times = (0..=release).filter(|r| self.releases[*r].renamed.contains(&question)).count();
        format!("{}{}", names[question], new[times.min(2)])
    }
}

pub(crate) fn has(choice: Choice, option: u8) -> bool {
    choice >> option & 1 == 1
}

pub(crate) const OPTIONS: [&str; 5] = ["ant", "bee", "cat", "dove", "eel"];
