//! Who is counted for what, from the answers themselves.

use crate::survey::{Choice, Survey, has};
use crate::world::Set;

pub(crate) fn bit(release: usize) -> u8 {
    u8::try_from(release).unwrap()
}

pub(crate) fn who(survey: &Survey, fits: impl Fn(u8, &[Option<Choice>]) -> bool) -> Set {
    let people = survey.people().enumerate();
    people.filter(|(_, rows)| fits(rows.releases, &rows.answers)).map(|(row, _)| 1 << row).sum()
}

/// Who is asked a question in a release and answers all that they are asked of its block.
pub(crate) fn base(survey: &Survey, release: usize, question: usize) -> Set {
    let blocks = survey.all_blocks();
    let block = blocks.iter().find(|block| block.contains(&question)).unwrap();
    who(survey, |releases, answers| {
        let complete = |q: &usize| {
            survey.withholds(release, *q, None)
                || answers[*q].is_some()
                || !survey.is_asked(*q, answers)
        };
        has(releases, bit(release))
            && survey.is_asked(question, answers)
            && block.iter().all(complete)
    })
}

pub(crate) fn population(survey: &Survey, release: usize) -> Set {
    let questions = (0..survey.questions.len()).filter(|q| !survey.withholds(release, *q, None));
    questions.map(|question| base(survey, release, question)).fold(0, |all, base| all | base)
}
