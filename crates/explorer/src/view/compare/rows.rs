//! The reader's answers one by one, by how they stand to most peers'.

use survey::{Kind, Phrase, Question, Survey, Tally};

use super::compared::Compared;
use crate::view::order::by_count;
use crate::view::selection::Selection;
use crate::view::sentence::part;
use crate::view::standing::{ShareMark, standing};
use crate::view::wording::count_of_base;
use crate::words::compare::{self as words, GROUPS};
use crate::words::sentence::ended;
use crate::words::table::answer_of;

/// Answers that stand alike to most peers'.
#[derive(Clone, Debug, PartialEq)]
pub struct RowGroup {
    /// "Most peers, not you".
    pub title: &'static str,
    /// The answers; where they differ from most peers', those from which most peers differ first.
    pub rows: Vec<CompareRow>,
}

/// One answer.
#[derive(Clone, Debug, PartialEq)]
pub struct CompareRow {
    /// The answer's words.
    pub label: String,
    /// "44 of 51 teams (86%) train their staff; you do not."
    pub sentence: String,
    /// How many peers gave the answer.
    pub count: u32,
    /// Of how many.
    pub base: u32,
    /// Whether the reader gave it.
    pub yours: bool,
    /// Whether the peers' count is real.
    pub mark: Option<ShareMark>,
}

impl CompareRow {
    /// How many peers answered otherwise than the reader.
    fn differ(&self) -> u32 {
        if self.yours { self.base - self.count } else { self.count }
    }
}

// The places of the groups among `GROUPS`.
const MOST_NOT_YOU: usize = 0;
const YOU_NOT_MOST: usize = 1;
const TOGETHER: usize = 2;
const DIVIDED: usize = 3;

/// All answers, by how they stand to most peers'; groups without any are left out.
pub(super) fn groups(compared: &Compared) -> Vec<RowGroup> {
    let mut groups = GROUPS.map(|title| RowGroup { title, rows: Vec::new() });
    for (group, row) in rows(compared) {
        groups[group].rows.push(row);
    }
    for (position, group) in groups.iter_mut().enumerate() {
        let differ: Vec<u32> = group
            .rows
            .iter()
            .map(|row| if position == TOGETHER { row.base - row.differ() } else { row.differ() })
            .collect();
        group.rows = by_count(&differ).into_iter().map(|at| group.rows[at].clone()).collect();
    }
    groups.into_iter().filter(|group| !group.rows.is_empty()).collect()
}

fn rows(compared: &Compared) -> Vec<(usize, CompareRow)> {
    let Compared { survey, own, filter, tallies, questions } = compared;
    let codebook = survey.codebook();
    let mut rows = Vec::new();
    for &ix in questions {
        let question = codebook.question(ix);
        let (Some(given), Ok(tally)) =
            (own.response().answer(codebook, ix), &tallies[ix.position()])
        else {
            continue;
        };
        if tally.answered == 0 {
            continue;
        }
        let marks = standing(survey, ix, Some(filter)).options;
        let row = |option: usize, yours: bool| CompareRow {
            label: question.options[option].label.clone(),
            sentence: row_sentence(survey, question, option, tally, yours),
            count: tally.counts[option],
            base: tally.answered,
            yours,
            // Where nothing is real, that is said once for all.
            mark: marks[option].filter(|_| filter.is_empty()),
        };
        match question.kind {
            Kind::Multiple => rows.extend((0..question.options.len()).map(|option| {
                let row = row(option, given.contains(&option));
                (group_of(&row), row)
            })),
            Kind::Single | Kind::Ordered => rows.extend(given.first().map(|&option| {
                let mut row = row(option, true);
                row.label = answer_of(&question.label, &row.label);
                // Of several answers one can be the most common and still not most peers'.
                let group = if group_of(&row) == TOGETHER { TOGETHER } else { DIVIDED };
                (group, row)
            })),
        }
    }
    rows
}

fn group_of(row: &CompareRow) -> usize {
    match (2 * row.count).cmp(&row.base) {
        std::cmp::Ordering::Equal => DIVIDED,
        most => match (most == std::cmp::Ordering::Greater, row.yours) {
            (true, false) => MOST_NOT_YOU,
            (false, true) => YOU_NOT_MOST,
            _ => TOGETHER,
        },
    }
}

fn row_sentence(
    survey: &Survey,
    question: &Question,
    option: usize,
    tally: &Tally,
    yours: bool,
) -> String {
    // Whom the question was put to is said once, by the heading: the base here is those asked.
    let base = Selection::default().answered(survey, question, tally, tally.asked, None);
    let count = tally.counts[option];
    let peers = part(&survey.about().respondent, &base, count, question, option);
    let (verb, denies) = verb(question.options[option].says.as_ref());
    let does = yours != denies;
    let apart = words::you_too(verb, !does);
    let you = match question.kind {
        Kind::Multiple => return ended(&(peers + &apart)),
        // What none of them do, nobody does as they do.
        Kind::Single | Kind::Ordered if count == 0 => apart,
        Kind::Single | Kind::Ordered if does => words::as_you(verb),
        Kind::Single | Kind::Ordered => words::nor_you(verb),
    };
    let top = by_count(&tally.counts)[0];
    let common = if 2 * tally.counts[option] > tally.answered {
        String::new()
    } else if tally.counts[top] == tally.counts[option] {
        words::NO_ANSWER_IS_MORE_COMMON.to_owned()
    } else {
        let most = count_of_base(tally.counts[top], tally.answered);
        words::most_common(&question.options[top].label, &most)
    };
    ended(&(peers + &you + &common))
}

/// The verb of the words for those who gave an answer, and whether they deny it: "have" and yes of
/// "have not seen it".
fn verb(says: Option<&Phrase>) -> (&'static str, bool) {
    let Some(says) = says else { return ("did", false) };
    let verb = match says.other.split(' ').next() {
        Some("are") => "are",
        Some("have") => "have",
        _ => "do",
    };
    let denies = says.other.split(' ').take(2).any(|word| matches!(word, "not" | "no" | "never"));
    (verb, denies)
}

/// What to take away from the groups.
pub(super) fn summary(groups: &[RowGroup]) -> Vec<String> {
    let rows = |title: usize| {
        groups
            .iter()
            .find(|group| group.title == GROUPS[title])
            .map_or(&[][..], |group| &group.rows)
    };
    let compared: usize = groups.iter().map(|group| group.rows.len()).sum();
    let differing = rows(MOST_NOT_YOU).len() + rows(YOU_NOT_MOST).len();
    let mut summary = vec![match (differing, compared) {
        (_, 0) => return Vec::new(),
        (0, _) => words::YOU_DIFFER_IN_NONE.to_owned(),
        _ => words::you_differ(differing, compared),
    }];
    let named = |title: usize| {
        let named = rows(title)
            .iter()
            .take(3)
            .map(|row| words::answer_with_count(&row.label, row.count, row.base));
        let named: Vec<String> = named.collect();
        (!named.is_empty()).then(|| words::named_of_group(GROUPS[title], &named))
    };
    summary.extend(named(MOST_NOT_YOU));
    summary.extend(named(YOU_NOT_MOST));
    summary
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::test_survey::{ix, tiny_survey};

    /// What an answer says of those who gave it: a verb, with or without a denial.
    const ANSWERS: [(&str, &str, bool); 8] = [
        ("are in a county", "are", false),
        ("are not in a county", "are", true),
        ("have a definition", "have", false),
        ("have no definition", "have", true),
        ("have not seen it", "have", true),
        ("use it", "do", false),
        ("do not use it", "do", true),
        ("never use it", "do", true),
    ];

    proptest! {
        #[test]
        fn what_readers_did_is_said_as_it_is(
            (words, verb, denied) in prop::sample::select(ANSWERS.to_vec()),
            answered in 1_u32..60,
            counted: u32,
            several: bool,
            ticked: bool,
        ) {
            let survey = tiny_survey();
            let mut question = survey.codebook().question(ix("uses")).clone();
            question.kind = if several { Kind::Multiple } else { Kind::Single };
            // Of several answers one can be left out; of one only the given is said.
            let yours = ticked || !several;
            question.options[0].says = Some(Phrase { one: words.into(), other: words.into() });
            let count = counted % (answered + 1);
            let counts = vec![count, answered - count];
            let tally = Tally { asked: answered, answered, counts, ..Tally::default() };
            let sentence = row_sentence(&survey, &question, 0, &tally, yours);
            let says = |own: &str| sentence.contains(own);
            let does = says(&format!(", as you {verb}"))
                || says(&format!("; you {verb}")) && !says(&format!("; you {verb} not"));
            let does_not =
                says(&format!("; you {verb} not")) || says(&format!(", and nor {verb} you"));
            prop_assert_eq!((does, does_not), (yours != denied, yours == denied), "{}", sentence);
            // None of them did what you did: you are not like them.
            prop_assert!(count > 0 || !says(", as you") && !says("nor"), "{}", sentence);
        }
    }
}
