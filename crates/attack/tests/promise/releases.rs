//! Second and third releases: who came, who went, who answered anew, and what the plan has otherwise.

use rand::Rng;
use rand::seq::IndexedRandom;
use rand_chacha::ChaCha8Rng;

use crate::draw::{choice, settle};
use crate::survey::{Release, Rows, Survey};

pub(crate) fn add_releases(survey: &mut Survey, chance: &mut ChaCha8Rng) {
    let more = [0, 0, 0, 0, 0, 1, 1, 1, 2][chance.random_range(0..9)];
    for release in 1..=more {
        let before = survey.releases[release - 1].clone();
        for rows in &mut survey.rows {
            // Who was in the last release is in this one.
            if rows.releases >> (release - 1) & 1 == 1 {
                rows.releases |= 1 << release;
            }
        }
        let mut next = Release { withheld: before.withheld, renamed: Vec::new() };
        match chance.random_range(0..8) {
            0 | 1 => come(survey, release, 1..5, chance),
            2 => come(survey, release, 5..13, chance),
            3 => go(survey, release, chance),
            4 => change(survey, release, chance),
            5 => {
                come(survey, release, 1..3, chance);
                go(survey, release, chance);
            }
            _ => {}
        }
        if chance.random_bool(0.5) {
            other_tables(survey, &mut next, release, chance);
        }
        if chance.random_bool(0.3) {
            let all = 0..survey.questions.len();
            next.renamed = all.filter(|_| chance.random_bool(0.6)).collect();
        }
        survey.releases.push(next);
    }
}

/// As few or as many newcomers, who answer like others or all alike.
fn come(
    survey: &mut Survey,
    release: usize,
    many: std::ops::Range<usize>,
    chance: &mut ChaCha8Rng,
) {
    let alike = chance.random_bool(0.5);
    let room = 124 - survey.rows.len().min(124);
    let mut first = None;
    for _ in 0..chance.random_range(many).min(room) {
        let like = survey.rows.choose(chance).unwrap().answers.clone();
        let answers = if alike { first.get_or_insert(like).clone() } else { like };
        survey.rows.push(Rows { times: 1, releases: 1 << release, answers });
    }
}

fn go(survey: &mut Survey, release: usize, chance: &mut ChaCha8Rng) {
    for _ in 0..chance.random_range(1..7) {
        let row = chance.random_range(0..survey.rows.len());
        if survey.rows[row].releases != 1 << release {
            survey.rows[row].releases &= !(1 << release);
        }
    }
}

/// Somebody answers anew: one goes, and one comes who differs in an answer.
fn change(survey: &mut Survey, release: usize, chance: &mut ChaCha8Rng) {
    for _ in 0..chance.random_range(1..4) {
        let row = chance.random_range(0..survey.rows.len());
        if survey.rows.len() >= 124
            || survey.rows[row].releases & (1 << release) == 0
            || survey.rows[row].releases == 1 << release
        {
            continue;
        }
        let mut anew = survey.rows[row].clone();
        survey.rows[row].releases &= !(1 << release);
        anew.releases = 1 << release;
        let question = chance.random_range(0..survey.questions.len());
        let of = &survey.questions[question];
        if anew.answers[question].is_some() {
            let first = chance.random_range(0..of.options);
            anew.answers[question] = Some(choice(of, first, chance));
        }
        survey.rows.push(anew);
        settle(survey, survey.rows.len() - 1, chance);
    }
}

/// A table that was withheld is published, and another is withheld; either may be of a whole question.
fn other_tables(survey: &mut Survey, next: &mut Release, release: usize, chance: &mut ChaCha8Rng) {
    let many = survey.questions.len();
    let groupings: Vec<usize> = (0..many).filter(|q| survey.questions[*q].grouping).collect();
    let mut some = || {
        let question = chance.random_range(0..many);
        let by = groupings.choose(chance).copied().filter(|by| *by != question);
        (question, by.filter(|_| chance.random_bool(0.7)))
    };
    let (one, other) = (some(), some());
    survey.releases[release - 1].withheld.push(one);
    next.withheld = vec![other];
}
