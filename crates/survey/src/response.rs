//! Answers that a reader gives for a respondent of their own, to be compared with a survey's.

use crate::{Codebook, Kind, QuestionIx};

/// One respondent's answers to a codebook. Nothing has to be answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Response {
    /// By question; shorter than the codebook where the last questions were never answered.
    given: Vec<Option<Vec<usize>>>,
}

impl Response {
    /// Notes an answer as positions of options, in any order; an empty list is "none of these", and
    /// `None` takes the answer back.
    pub fn give(&mut self, question: QuestionIx, answer: Option<Vec<usize>>) {
        if self.given.len() <= question.0 {
            self.given.resize(question.0 + 1, None);
        }
        self.given[question.0] = answer;
        while self.given.last() == Some(&None) {
            self.given.pop();
        }
    }

    /// The answer that counts: `None` where none was given, where the routing no longer asks, and
    /// where what was given can't be an answer to the question.
    pub fn answer(&self, codebook: &Codebook, question: QuestionIx) -> Option<&[usize]> {
        let given = self.given.get(question.0)?.as_deref()?;
        let asked = codebook.question(question);
        let can_be = given.iter().all(|option| *option < asked.options.len())
            && match asked.kind {
                Kind::Single | Kind::Ordered => given.len() == 1,
                Kind::Multiple => true,
            };
        (can_be && self.is_asked(codebook, question)).then_some(given)
    }

    /// Whether the routing asks a question, by the answers before it.
    pub fn is_asked(&self, codebook: &Codebook, question: QuestionIx) -> bool {
        codebook.question(question).asked_if.as_ref().is_none_or(|routing| {
            // A codebook's routing names earlier questions only, so this ends.
            let before = self.answer(codebook, routing.question).unwrap_or_default();
            before.iter().any(|option| routing.any_of.contains(option))
        })
    }

    /// How many questions are asked or may still be, and how many of these are answered. The first number
    /// only falls while a form is filled in: what depends on an answer counts until it is given.
    pub fn progress(&self, codebook: &Codebook) -> (usize, usize) {
        let asked = codebook.iter().filter(|(ix, _)| self.may_be_asked(codebook, *ix));
        asked.fold((0, 0), |(asked, answered), (ix, _)| {
            (asked + 1, answered + usize::from(self.answer(codebook, ix).is_some()))
        })
    }

    /// Whether a question is asked, or what decides it has not been answered yet.
    fn may_be_asked(&self, codebook: &Codebook, ix: QuestionIx) -> bool {
        let Some(routing) = &codebook.question(ix).asked_if else { return true };
        self.may_be_asked(codebook, routing.question)
            && (self.answer(codebook, routing.question).is_none() || self.is_asked(codebook, ix))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_survey::codebook;

    const USES: QuestionIx = QuestionIx(0);

    /// The first question that the codebook asks only after another.
    fn routed(codebook: &Codebook) -> QuestionIx {
        codebook.iter().find(|(_, question)| question.asked_if.is_some()).unwrap().0
    }

    #[test]
    fn what_is_no_longer_asked_does_not_count_and_comes_back() {
        let codebook = codebook();
        let after = routed(&codebook);
        let routing = codebook.question(after).asked_if.clone().unwrap();
        let leads = routing.any_of[0];
        let other = (0..codebook.question(routing.question).options.len())
            .find(|option| !routing.any_of.contains(option))
            .unwrap();
        let mut response = Response::default();
        assert!(!response.is_asked(&codebook, after));
        response.give(routing.question, Some(vec![leads]));
        response.give(after, Some(vec![0]));
        assert_eq!(response.answer(&codebook, after), Some(&[0][..]));
        response.give(routing.question, Some(vec![other]));
        assert_eq!(response.answer(&codebook, after), None);
        response.give(routing.question, Some(vec![leads]));
        assert_eq!(response.answer(&codebook, after), Some(&[0][..]));
    }

    #[test]
    fn what_cannot_be_an_answer_does_not_count() {
        let codebook = codebook();
        let multiple = codebook.iter().find(|(_, q)| q.kind == Kind::Multiple).unwrap().0;
        let routing = codebook.question(multiple).asked_if.clone().unwrap();
        let mut asked = Response::default();
        asked.give(routing.question, Some(vec![routing.any_of[0]]));
        let cases = [
            (multiple, Some(vec![0, 2]), true),
            (multiple, Some(vec![]), true),
            (multiple, Some(vec![3]), false),
            (multiple, None, false),
            (USES, Some(vec![1]), true),
            (USES, Some(vec![]), false),
            (USES, Some(vec![0, 1]), false),
            (USES, Some(vec![2]), false),
        ];
        for (question, given, counts) in cases {
            let mut response = asked.clone();
            response.give(question, given.clone());
            let expected = given.as_deref().filter(|_| counts);
            assert_eq!(response.answer(&codebook, question), expected, "{given:?}");
        }
        assert_eq!(asked.progress(&codebook), (3, 1));
        asked.give(routing.question, None);
        assert_eq!(asked, Response::default());
        assert_eq!(asked.progress(&codebook), (3, 0));
    }
}
