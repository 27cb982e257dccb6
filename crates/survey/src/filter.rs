//! What a reader has selected: a list of clauses, at most one a question, and a set of respondents.

use std::collections::{BTreeMap, BTreeSet};

use crate::{Codebook, QuestionIx};

/// Whether one pick of a clause is enough.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Matching {
    /// Respondents who gave at least one of the picked answers.
    #[default]
    Any,
    /// Respondents who gave every picked answer; of a picked group, at least one of its answers.
    All,
}

/// What a clause asks for: an answer, or any answer of a group of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pick {
    /// A group's position among the question's groups.
    Group(usize),
    /// An option's position in the question.
    Option(usize),
}

/// The picked answers of one question.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Clause {
    /// Whether one of them is enough.
    pub matching: Matching,
    /// The picks; a clause without any is not kept.
    pub picks: BTreeSet<Pick>,
}

/// A selection of respondents. Clauses narrow it together; without any, everybody is selected.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Filter {
    clauses: BTreeMap<QuestionIx, Clause>,
    respondents: BTreeSet<u32>,
}

impl Filter {
    /// Whether nothing is narrowed.
    pub fn is_empty(&self) -> bool {
        self.clauses.is_empty() && self.respondents.is_empty()
    }

    /// The clauses, in the codebook's order.
    pub fn clauses(&self) -> impl Iterator<Item = (QuestionIx, &Clause)> {
        self.clauses.iter().map(|(&question, clause)| (question, clause))
    }

    /// The clause of one question.
    pub fn clause(&self, question: QuestionIx) -> Option<&Clause> {
        self.clauses.get(&question)
    }

    /// The picked respondents, as row numbers from 0; empty picks everybody.
    pub fn respondents(&self) -> &BTreeSet<u32> {
        &self.respondents
    }

    /// How many narrowings there are: picks and, as one, the picked respondents.
    pub fn len(&self) -> usize {
        self.clauses.values().map(|clause| clause.picks.len()).sum::<usize>()
            + usize::from(!self.respondents.is_empty())
    }

    /// Whether an answer is picked.
    pub fn has(&self, question: QuestionIx, pick: Pick) -> bool {
        self.clause(question).is_some_and(|clause| clause.picks.contains(&pick))
    }

    /// Picks what was not picked, and the other way round.
    pub fn toggle(&mut self, question: QuestionIx, pick: Pick) {
        let clause = self.clauses.entry(question).or_default();
        if !clause.picks.remove(&pick) {
            clause.picks.insert(pick);
        }
        if clause.picks.is_empty() {
            self.clauses.remove(&question);
        }
    }

    /// Puts a whole clause in place; one without picks takes it away.
    pub fn set(&mut self, question: QuestionIx, clause: Clause) {
        if clause.picks.is_empty() {
            self.clauses.remove(&question);
        } else {
            self.clauses.insert(question, clause);
        }
    }

    /// Picks a respondent who was not picked, and the other way round.
    pub fn toggle_respondent(&mut self, row: u32) {
        if !self.respondents.remove(&row) {
            self.respondents.insert(row);
        }
    }

    /// Forgets the picked respondents.
    pub fn clear_respondents(&mut self) {
        self.respondents.clear();
    }

    /// Whether every question, option and group is one of the codebook's. Rows are a matter of the
    /// answers: those that are not there select nobody.
    pub fn fits(&self, codebook: &Codebook) -> bool {
        self.clauses.iter().all(|(question, clause)| {
            codebook.questions().get(question.0).is_some_and(|question| {
                clause.picks.iter().all(|pick| match *pick {
                    Pick::Option(option) => option < question.options.len(),
                    Pick::Group(group) => group < question.groups.len(),
                })
            })
        })
    }
}
