//! What every survey that fits a release has in common: its questions, the questionnaire's rules,
//! and how many respondents there are.

use survey::{Bitmap, Codebook, Kind};

use crate::questionnaire::Ticks;
use crate::rule::Case;

/// A respondent's answer to one question: a bit for each option given.
pub(super) type Mark = u64;
/// The mark of somebody who is not counted for the question.
pub(super) const OUTSIDE: Mark = Mark::MAX;
/// A question with more options than this has no mark, and nothing about it can be proved.
pub(super) const MOST_OPTIONS: usize = 63;

/// Questions, rules and size.
pub(super) struct Frame<'a> {
    pub(super) codebook: &'a Codebook,
    pub(super) ticks: &'a [Ticks],
    /// How many respondents the release is about.
    pub(super) respondents: usize,
    /// For each question those that are asked after it, with the options that lead there.
    pub(super) dependents: Vec<Vec<(usize, Mark)>>,
    /// Whether something is known of a question.
    pub(super) is_known: Vec<bool>,
}

impl<'a> Frame<'a> {
    pub(super) fn new(case: &Case<'a>) -> Self {
        let codebook: &'a Codebook = &case.sample.codebook;
        let mut dependents = vec![Vec::new(); codebook.questions().len()];
        let is_known: Vec<bool> = case.known.totals.iter().map(Option::is_some).collect();
        for (ix, question) in codebook.iter().filter(|(ix, _)| is_known[ix.position()]) {
            if let Some(routing) = &question.asked_if {
                let leads = routing.any_of.iter().fold(0, |mark, &option| mark | bit(option));
                dependents[routing.question.position()].push((ix.position(), leads));
            }
        }
        Self {
            codebook,
            ticks: &case.sample.ticks,
            respondents: case.sample.respondents() as usize,
            dependents,
            is_known,
        }
    }

    pub(super) fn options(&self, question: usize) -> usize {
        self.codebook.questions()[question].options.len()
    }

    /// The options that have to be looked at: of two answers that exclude each other the second is
    /// the first one not given.
    pub(super) fn sides(&self, question: usize) -> usize {
        match (self.kind(question), self.options(question)) {
            (Kind::Single | Kind::Ordered, 2) => 1,
            (Kind::Single | Kind::Ordered | Kind::Multiple, options) => options,
        }
    }

    pub(super) fn kind(&self, question: usize) -> Kind {
        self.codebook.questions()[question].kind
    }

    /// Whether the questionnaire lets a respondent tick these options together.
    pub(super) fn allows(&self, question: usize, mark: Mark) -> bool {
        match self.kind(question) {
            Kind::Single | Kind::Ordered => return mark.is_power_of_two(),
            Kind::Multiple => {}
        }
        let ticks = &self.ticks[question];
        let alone =
            ticks.exclusive.iter().all(|&option| mark & bit(option) == 0) || mark.is_power_of_two();
        alone && (mark != 0 || !ticks.at_least_one)
    }

    /// Which of the questions asked after this one a mark leads to, a bit each.
    pub(super) fn leads_to(&self, question: usize, mark: Mark) -> Mark {
        let leads = self.dependents[question].iter().enumerate();
        leads.fold(0, |found, (place, (_, leading))| {
            found | if mark != OUTSIDE && mark & leading != 0 { bit(place) } else { 0 }
        })
    }

    /// A question and all that it is asked after, back to one that everybody is asked.
    pub(super) fn before(&self, question: usize) -> Vec<usize> {
        let mut before = vec![question];
        let mut at = question;
        while let Some(routing) = &self.codebook.questions()[at].asked_if {
            at = routing.question.position();
            before.push(at);
        }
        before
    }

    /// A question and all that are asked after it, however many steps later.
    pub(super) fn tree(&self, root: usize) -> Vec<usize> {
        let mut tree = vec![root];
        let mut place = 0;
        while let Some(&question) = tree.get(place) {
            tree.extend(self.dependents[question].iter().map(|(dependent, _)| *dependent));
            place += 1;
        }
        tree
    }
}

/// The bit of an option.
pub(super) fn bit(option: usize) -> Mark {
    1 << option
}

/// The counted respondents, in the order of their rows.
pub(super) fn counted(population: &Bitmap) -> Vec<usize> {
    population.rows().collect()
}
