//! Moves keep whatever is published, and the check sees what does not.

use std::sync::Arc;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};
use survey::{Codebook, Crossed, Tally};

use super::candidate::Candidate;
use super::check::{self, Respondent};
use super::classes::Fixed;
use super::frame::{Frame, Mark, OUTSIDE, bit};
use super::moves::{Aim, Walk};
use crate::questionnaire::Ticks;
use crate::tables::Tables;
use crate::test_codebook::codebook;

const REGION: usize = 0;
const DOES: usize = 1;
const HOW: usize = 2;
const NONE: usize = 3;

fn ticks() -> Vec<Ticks> {
    let does = Ticks { exclusive: vec![NONE], at_least_one: true };
    vec![Ticks::default(), does, Ticks::default(), Ticks::default()]
}

fn drawn(chance: &mut ChaCha8Rng, many: usize) -> Vec<Respondent> {
    let respondent = |chance: &mut ChaCha8Rng| -> Respondent {
        let draw = chance.next_u32();
        let ticks = draw as usize % 8;
        let does: Vec<usize> = match ticks {
            0 => vec![NONE],
            _ => (0..3).filter(|option| ticks >> option & 1 == 1).collect(),
        };
        let asked = does.contains(&0) || does.contains(&1);
        let how = asked.then(|| vec![(draw >> 8) as usize % 3]);
        let [region, size] = [16, 20].map(|shift| Some(vec![(draw >> shift) as usize % 2]));
        vec![region, Some(does), how, size]
    };
    (0..many).map(|_| respondent(chance)).collect()
}

fn tally(
    codebook: &Codebook,
    survey: &[Respondent],
    question: usize,
    among: Option<(usize, usize)>,
) -> Tally {
    let mut counts = vec![0; codebook.questions()[question].options.len()];
    let mut answered = 0;
    for respondent in survey {
        let inside = among.is_none_or(|(by, group)| {
            respondent[by].as_ref().is_some_and(|given| given.contains(&group))
        });
        let Some(given) = respondent[question].as_ref().filter(|_| inside) else { continue };
        answered += 1;
        for &option in given {
            counts[option] += 1;
        }
    }
    Tally { asked: answered, answered, counts, ..Tally::default() }
}

fn tables(codebook: &Arc<Codebook>, survey: &[Respondent]) -> Tables {
    let questions = codebook.questions().len();
    let crossed = [(DOES, REGION), (HOW, REGION), (DOES, 3)].map(|(question, by)| Crossed {
        question: codebook.position(question).unwrap(),
        by: codebook.position(by).unwrap(),
        parts: (0..2).map(|group| tally(codebook, survey, question, Some((by, group)))).collect(),
    });
    Tables {
        codebook: Arc::clone(codebook),
        respondents: u32::try_from(survey.len()).unwrap(),
        totals: (0..questions).map(|q| Some(tally(codebook, survey, q, None))).collect(),
        crossed: crossed.to_vec(),
    }
}

fn marks(survey: &[Respondent], questions: usize) -> Candidate {
    let mark = |given: &Option<Vec<usize>>| -> Mark {
        given.as_ref().map_or(OUTSIDE, |given| given.iter().map(|&option| bit(option)).sum())
    };
    let of =
        |question: usize| survey.iter().map(|respondent| mark(&respondent[question])).collect();
    Candidate { marks: (0..questions).map(of).collect() }
}

#[test]
fn every_move_keeps_all_tables_and_the_questionnaire() {
    let codebook = Arc::new(codebook());
    let ticks = ticks();
    let mut chance = ChaCha8Rng::seed_from_u64(1);
    let mut moved = 0;
    for many in [12, 40, 90] {
        let survey = drawn(&mut chance, many);
        let known = tables(&codebook, &survey);
        let frame = Frame {
            codebook: &codebook,
            ticks: &ticks,
            respondents: many,
            dependents: vec![Vec::new(), vec![(HOW, 0b11)], Vec::new(), Vec::new()],
            is_known: vec![true; 4],
        };
        let at = marks(&survey, 4);
        // An earlier release of every other respondent.
        let members: Vec<bool> = (0..many).map(|row| row % 2 == 0).collect();
        let then: Vec<Respondent> = survey.iter().step_by(2).cloned().collect();
        for earlier in [vec![], vec![(members, tables(&codebook, &then))]] {
            let fixed = Fixed::new(&frame, &at, &known, &earlier);
            let mut walk = Walk { frame: &frame, fixed: &fixed, at: at.clone() };
            for _ in 0..12 {
                let aim = Aim::drawn(&frame, 4, &mut chance);
                for question in [HOW, DOES, REGION, 3] {
                    walk.pull(question, &aim, &mut chance);
                    let respondents = walk.at.kept(&frame).respondents(many);
                    check::fits(&respondents, &codebook, &ticks, &known, &earlier).unwrap();
                }
                moved += usize::from(walk.at.marks != at.marks);
            }
        }
    }
    assert!(moved > 50, "only {moved} surveys are others than the first");
}

#[test]
fn the_check_refuses_what_does_not_fit() {
    let codebook = Arc::new(codebook());
    let survey = drawn(&mut ChaCha8Rng::seed_from_u64(2), 60);
    let known = tables(&codebook, &survey);
    let fits = |survey: &[Respondent]| check::fits(survey, &codebook, &ticks(), &known, &[]);
    fits(&survey).unwrap();
    let find = |wanted: &dyn Fn(&Respondent) -> bool| survey.iter().position(wanted).unwrap();
    let asked = find(&|r| r[HOW].is_some());
    let not_asked = find(&|r| r[HOW].is_none());
    let spoiled = |row: usize, question: usize, given: Option<Vec<usize>>| {
        let mut spoiled = survey.clone();
        spoiled[row][question] = given;
        fits(&spoiled).unwrap_err()
    };
    let how = survey[asked][HOW].as_ref().unwrap()[0];
    let region = survey[0][REGION].as_ref().unwrap()[0];
    let cases = [
        (spoiled(asked, HOW, Some(vec![(how + 1) % 3])), "another table of “how”"),
        (spoiled(0, REGION, Some(vec![1 - region])), "another table of “region”"),
        (spoiled(asked, HOW, None), "“how” is answered against its routing"),
        (spoiled(not_asked, HOW, Some(vec![0])), "“how” is answered against its routing"),
        (
            spoiled(not_asked, DOES, Some(vec![2, NONE])),
            "“does” has answers that can’t stand together",
        ),
        (spoiled(not_asked, DOES, Some(vec![])), "“does” has answers that can’t stand together"),
        (spoiled(0, REGION, Some(vec![0, 1])), "“region” has answers that can’t stand together"),
        (fits(&survey[1..]).unwrap_err(), "another number of respondents"),
    ];
    for (said, expected) in cases {
        assert_eq!(said, expected);
    }
}
