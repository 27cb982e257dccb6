//! What a reader has selected: a list of clauses, at most one a question, and a set of respondents.

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
    picks: Vec<Pick>,
}

impl Clause {
    /// The same picks, matched another way.
    #[must_use]
    pub fn matched(&self, matching: Matching) -> Self {
        Self { matching, picks: self.picks.clone() }
    }

    /// A clause of these picks, in any order, doubled or not.
    pub fn new(matching: Matching, picks: impl IntoIterator<Item = Pick>) -> Self {
        let mut clause = Self { matching, picks: Vec::new() };
        for pick in picks {
            if !clause.picks.contains(&pick) {
                toggle(&mut clause.picks, pick);
            }
        }
        clause
    }

    /// The picks, groups before options, in the codebook's order.
    pub fn picks(&self) -> &[Pick] {
        &self.picks
    }
}

/// Takes an item out of a sorted list, or puts it in its place.
///
/// Sorted lists, not tree sets: they are short, and a tree's code weighs more than all filters.
fn toggle<T: Ord>(items: &mut Vec<T>, item: T) {
    match items.binary_search(&item) {
        Ok(place) => drop(items.remove(place)),
        Err(place) => items.insert(place, item),
    }
}

/// A selection of respondents. Clauses narrow it together; without any, everybody is selected.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Filter {
    /// By question.
    clauses: Vec<(QuestionIx, Clause)>,
    /// Sorted.
    respondents: Vec<u32>,
}

impl Filter {
    /// Whether nothing is narrowed.
    pub fn is_empty(&self) -> bool {
        self.clauses.iter().all(|(_, clause)| clause.picks.is_empty())
            && self.respondents.is_empty()
    }

    /// The clauses, in the codebook's order.
    pub fn clauses(&self) -> impl Iterator<Item = (QuestionIx, &Clause)> {
        self.clauses.iter().map(|(question, clause)| (*question, clause))
    }

    /// The clause of one question.
    pub fn clause(&self, question: QuestionIx) -> Option<&Clause> {
        self.place(question).ok().map(|place| &self.clauses[place].1)
    }

    /// The picked respondents, as row numbers from 0; empty picks everybody.
    pub fn respondents(&self) -> &[u32] {
        &self.respondents
    }

    /// How many narrowings there are: picks and, as one, the picked respondents.
    pub fn len(&self) -> usize {
        self.clauses.iter().map(|(_, clause)| clause.picks.len()).sum::<usize>()
            + usize::from(!self.respondents.is_empty())
    }

    /// Whether an answer is picked.
    pub fn has(&self, question: QuestionIx, pick: Pick) -> bool {
        self.clause(question).is_some_and(|clause| clause.picks.contains(&pick))
    }

    /// Picks what was not picked, and the other way round.
    pub fn toggle(&mut self, question: QuestionIx, pick: Pick) {
        let mut clause = self.clause(question).cloned().unwrap_or_default();
        toggle(&mut clause.picks, pick);
        self.set(question, clause);
    }

    /// Puts a whole clause in place. One without picks narrows nothing; it is kept only where it
    /// remembers that the picks to come are all asked for.
    pub fn set(&mut self, question: QuestionIx, clause: Clause) {
        match (self.place(question), clause == Clause::default()) {
            (Ok(place), true) => drop(self.clauses.remove(place)),
            (Ok(place), false) => self.clauses[place].1 = clause,
            (Err(_), true) => {}
            (Err(place), false) => self.clauses.insert(place, (question, clause)),
        }
    }

    /// Picks a respondent who was not picked, and the other way round.
    pub fn toggle_respondent(&mut self, row: u32) {
        toggle(&mut self.respondents, row);
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

    /// Where a question's clause stands, or where it would.
    fn place(&self, question: QuestionIx) -> Result<usize, usize> {
        self.clauses.binary_search_by_key(&question, |(question, _)| *question)
    }
}
