//! Plants a small count: what the promise is about, and what chance seldom draws.

use rand::Rng;
use rand_chacha::ChaCha8Rng;

use survey::limits::SMALLEST_PROTECTED_GROUP;

use crate::draw::{choice, gave, settle, somebody};
use crate::survey::{Choice, Survey};

pub(crate) fn plant(survey: &mut Survey, chance: &mut ChaCha8Rng) {
    match chance.random_range(0..6) {
        0 => small_pair(survey, chance),
        1 => few_with_several(survey, chance),
        2 => nearly_all(survey, chance),
        3 => nearly_the_same(survey, chance),
        4 => one_in_a_group(survey, chance),
        _ => few_in_no_group(survey, chance),
    }
}

fn any_option(survey: &Survey, chance: &mut ChaCha8Rng) -> (usize, u8) {
    let question = chance.random_range(0..survey.questions.len());
    (question, chance.random_range(0..survey.questions[question].options))
}

/// Another answer to the question than this one.
fn another(survey: &Survey, question: usize, than: u8, chance: &mut ChaCha8Rng) -> Choice {
    let question = &survey.questions[question];
    let first = (than + chance.random_range(1..question.options)) % question.options;
    let given = choice(question, first, chance);
    if question.multiple && given != 1 << first { given & !(1 << than) } else { given }
}

fn set(survey: &mut Survey, row: usize, question: usize, to: Choice, chance: &mut ChaCha8Rng) {
    let question_before = survey.rows[row].answers[question].is_some();
    let empty =
        to == 0 && (survey.questions[question].blank || survey.questions[question].alone.is_some());
    if question_before && !empty {
        survey.rows[row].answers[question] = Some(to);
        settle(survey, row, chance);
    }
}

/// One to four give two answers together.
fn small_pair(survey: &mut Survey, chance: &mut ChaCha8Rng) {
    let ((one, a), (other, b)) = (any_option(survey, chance), any_option(survey, chance));
    if one == other {
        return;
    }
    let left = chance.random_range(1..=4);
    let both = |answers: &[Option<Choice>]| gave(answers[one], a) && gave(answers[other], b);
    for _ in 0..survey.rows.len() {
        if survey.rows.iter().filter(|row| both(&row.answers)).count() <= left {
            break;
        }
        let Some(row) = somebody(survey, chance, both) else { break };
        let to = another(survey, other, b, chance);
        set(survey, row, other, to, chance);
    }
}

/// None to four tick more than one option.
fn few_with_several(survey: &mut Survey, chance: &mut ChaCha8Rng) {
    let (question, _) = any_option(survey, chance);
    if !survey.questions[question].multiple {
        return;
    }
    let mut left = chance.random_range(0..=4);
    for row in 0..survey.rows.len() {
        let Some(given) = survey.rows[row].answers[question].filter(|given| given.count_ones() > 1)
        else {
            continue;
        };
        if left > 0 {
            left -= 1;
            continue;
        }
        let keep = if chance.random_bool(0.5) { given & (given - 1) } else { given };
        set(survey, row, question, 1 << keep.trailing_zeros(), chance);
    }
}

/// All but one to six give an answer.
fn nearly_all(survey: &mut Survey, chance: &mut ChaCha8Rng) {
    let (question, option) = any_option(survey, chance);
    let left = chance.random_range(1..=6);
    let others = |answers: &[Option<Choice>]| {
        answers[question].is_some() && !gave(answers[question], option)
    };
    while survey.rows.iter().filter(|row| others(&row.answers)).count() > left {
        let Some(row) = somebody(survey, chance, others) else { break };
        set(survey, row, question, 1 << option, chance);
    }
}

/// An answer is given by all who give another, and by few others: two bandings of one thing.
fn nearly_the_same(survey: &mut Survey, chance: &mut ChaCha8Rng) {
    let ((one, a), (other, b)) = (any_option(survey, chance), any_option(survey, chance));
    if one == other {
        return;
    }
    let mut others = chance.random_range(0..=4);
    for row in 0..survey.rows.len() {
        let answers = &survey.rows[row].answers;
        let (first, then) = (gave(answers[one], a), gave(answers[other], b));
        if first && !then {
            set(survey, row, other, 1 << b, chance);
        } else if then && !first {
            if others > 0 {
                others -= 1;
                continue;
            }
            let to = another(survey, other, b, chance);
            set(survey, row, other, to, chance);
        }
    }
    survey.implies.push([(one, a), (other, b)]);
}

/// In one group, an answer is given by one to three, or by all but these.
fn one_in_a_group(survey: &mut Survey, chance: &mut ChaCha8Rng) {
    let ((group, g), (question, option)) = (any_option(survey, chance), any_option(survey, chance));
    if group == question {
        return;
    }
    let mut left = chance.random_range(1..=3);
    let all_but = chance.random_bool(0.5);
    for row in 0..survey.rows.len() {
        let answers = &survey.rows[row].answers;
        if !gave(answers[group], g) || gave(answers[question], option) == all_but {
            continue;
        }
        if left > 0 {
            left -= 1;
            continue;
        }
        let to = if all_but { 1 << option } else { another(survey, question, option, chance) };
        set(survey, row, question, to, chance);
    }
}

/// Fewer respondents than a group may have are in no group: they skip a grouping, or are not asked it.
fn few_in_no_group(survey: &mut Survey, chance: &mut ChaCha8Rng) {
    let mut groupings = (0..survey.questions.len()).filter(|q| survey.questions[*q].grouping);
    let Some(grouping) = groupings.next_back() else { return };
    let many = chance.random_range(1..SMALLEST_PROTECTED_GROUP as usize);
    if let Some((before, leads)) = survey.questions[grouping].asked_if {
        let outside =
            |answers: &[Option<Choice>]| answers[before].is_some_and(|given| given & leads == 0);
        let option = u8::try_from(leads.trailing_zeros()).unwrap();
        while survey.rows.iter().filter(|row| outside(&row.answers)).count() > many {
            let Some(row) = somebody(survey, chance, outside) else { break };
            set(survey, row, before, 1 << option, chance);
        }
        return;
    }
    for row in 0..many {
        survey.rows[row].answers[grouping] = None;
    }
    for row in 0..many {
        let later = grouping + 1..survey.questions.len();
        for question in later {
            if !survey.is_asked(question, &survey.rows[row].answers) {
                survey.rows[row].answers[question] = None;
            }
        }
    }
}
