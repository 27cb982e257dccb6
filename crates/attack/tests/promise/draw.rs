//! Draws a survey: what holders bring, with a bias to small counts.

use rand::Rng;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

use crate::plant::plant;
use crate::releases::add_releases;
use crate::survey::{Choice, Figure, Merger, Question, Release, Rows, Survey, has};

/// The survey of a seed, always the same.
pub(crate) fn draw(seed: u64) -> Survey {
    let chance = &mut ChaCha8Rng::seed_from_u64(seed);
    let questions = questions(chance);
    let mut survey = Survey {
        threshold: [5, 5, 5, 3, 3, 4, 6, 8, 10][chance.random_range(0..9)],
        refuse: chance.random_bool(0.1),
        questions,
        blocks: Vec::new(),
        mergers: Vec::new(),
        figures: Vec::new(),
        implies: Vec::new(),
        releases: vec![Release::default()],
        rows: Vec::new(),
    };
    let people = chance.random_range(20..=112).max(chance.random_range(20..=112));
    survey.rows =
        vec![Rows { times: 1, releases: 1, answers: vec![None; survey.questions.len()] }; people];
    for question in 0..survey.questions.len() {
        answer(&mut survey, question, chance);
    }
    for _ in 0..[0, 1, 1, 2, 3][chance.random_range(0..5)] {
        plant(&mut survey, chance);
    }
    skip(&mut survey, chance);
    plan(&mut survey, chance);
    add_releases(&mut survey, chance);
    survey.keep_what_holds();
    group_rows(&mut survey);
    survey
}

fn questions(chance: &mut ChaCha8Rng) -> Vec<Question> {
    let groupings = [0, 1, 1, 1, 2, 2, 3][chance.random_range(0..7)];
    let others = chance.random_range(2..=5);
    let mut is_grouping: Vec<bool> =
        (0..groupings + others).map(|place| place < groupings).collect();
    if chance.random_bool(0.5) {
        is_grouping.shuffle(chance);
    }
    let mut questions: Vec<Question> = Vec::new();
    for grouping in is_grouping {
        let asked_if = (chance.random_bool(if grouping { 0.2 } else { 0.4 })
            && !questions.is_empty())
        .then(|| routing(&questions, chance));
        let multiple = !grouping && chance.random_bool(0.45);
        let options = if multiple {
            chance.random_range(2..=5)
        } else {
            [2, 2, 2, 3, 3, 4][chance.random_range(0..6)]
        };
        let alone = (multiple && options > 2 && chance.random_bool(0.5)).then(|| options - 1);
        questions.push(Question {
            options,
            multiple,
            alone,
            declared: alone.is_some() && chance.random_bool(0.5),
            blank: multiple && chance.random_bool(0.35),
            asked_if,
            grouping,
        });
    }
    questions
}

/// An earlier question, which may itself be routed, and some of its options but not all.
fn routing(questions: &[Question], chance: &mut ChaCha8Rng) -> (usize, Choice) {
    let before = chance.random_range(0..questions.len());
    let mut options: Vec<u8> = (0..questions[before].options).collect();
    options.shuffle(chance);
    let lead = if options.len() == 2 && !questions[before].multiple {
        1
    } else {
        chance.random_range(1..=2)
    };
    (before, options[..lead].iter().map(|option| 1 << option).sum())
}

/// Everybody who is asked answers: by shares that are about equal, so that tables pass, or by chance.
pub(crate) fn answer(survey: &mut Survey, question: usize, chance: &mut ChaCha8Rng) {
    let asked = &survey.questions[question];
    let (options, even) = (asked.options, chance.random_bool(0.7));
    let mut rows: Vec<usize> = (0..survey.rows.len()).collect();
    rows.shuffle(chance);
    if even && question > 0 && chance.random_bool(0.8) {
        // Even within groups too, or within the answers to another question.
        let groupings = (0..question).filter(|q| survey.questions[*q].grouping);
        let within: Vec<usize> = if chance.random_bool(0.7) {
            groupings.collect()
        } else {
            vec![chance.random_range(0..question)]
        };
        rows.sort_by_key(|row| {
            within.iter().map(|q| survey.rows[*row].answers[*q]).collect::<Vec<_>>()
        });
    }
    let rows = rows.into_iter().filter(|row| survey.is_asked(question, &survey.rows[*row].answers));
    let rows: Vec<usize> = rows.collect();
    for (place, row) in rows.into_iter().enumerate() {
        let first = if even {
            u8::try_from(place % usize::from(options)).unwrap()
        } else {
            chance.random_range(0..options)
        };
        survey.rows[row].answers[question] =
            Some(choice(&survey.questions[question], first, chance));
    }
}

/// An answer with this option in it.
pub(crate) fn choice(question: &Question, first: u8, chance: &mut ChaCha8Rng) -> Choice {
    if !question.multiple || question.alone == Some(first) {
        return 1 << first;
    }
    let mut choice = 1 << first;
    for option in (0..question.options).filter(|option| question.alone != Some(*option)) {
        if chance.random_bool(0.35) {
            choice |= 1 << option;
        }
    }
    // Without “Neither”, nothing at all is an answer too, unless a blank says so.
    if question.alone.is_none() && !question.blank && chance.random_bool(0.3) {
        choice &= !(1 << first);
    }
    choice
}

/// After a change: who is not asked has no answer, who is asked now gives one.
pub(crate) fn settle(survey: &mut Survey, row: usize, chance: &mut ChaCha8Rng) {
    for question in 0..survey.questions.len() {
        let asked = survey.is_asked(question, &survey.rows[row].answers);
        let answers = &mut survey.rows[row].answers;
        if !asked {
            answers[question] = None;
        } else if answers[question].is_none() {
            let first = chance.random_range(0..survey.questions[question].options);
            answers[question] = Some(choice(&survey.questions[question], first, chance));
        }
    }
}

fn skip(survey: &mut Survey, chance: &mut ChaCha8Rng) {
    if chance.random_bool(0.6) {
        return;
    }
    let question = chance.random_range(0..survey.questions.len());
    for _ in 0..chance.random_range(1..9) {
        let row = chance.random_range(0..survey.rows.len());
        survey.rows[row].answers[question] = None;
        for later in question..survey.questions.len() {
            if !survey.is_asked(later, &survey.rows[row].answers) {
                survey.rows[row].answers[later] = None;
            }
        }
    }
}

fn plan(survey: &mut Survey, chance: &mut ChaCha8Rng) {
    let many = survey.questions.len();
    if chance.random_bool(0.3) {
        let mut blocks = vec![Vec::new(); chance.random_range(2..4)];
        let mut place = vec![0; many];
        for question in 0..many {
            place[question] = match survey.questions[question].asked_if {
                Some((before, _)) => place[before],
                None => chance.random_range(0..blocks.len()),
            };
            blocks[place[question]].push(question);
        }
        blocks.retain(|block| !block.is_empty());
        survey.blocks = blocks;
    }
    if chance.random_bool(0.3) {
        merge(survey, chance);
    }
    if chance.random_bool(0.25) {
        let question = chance.random_range(0..many);
        let by = (0..many).find(|by| survey.questions[*by].grouping && *by != question);
        survey.releases[0].withheld.push((question, by));
    }
    if chance.random_bool(0.15) {
        let question = chance.random_range(0..many);
        let signed = chance.random_bool(0.6);
        for option in 0..chance.random_range(1..survey.questions[question].options.min(3)) {
            survey.figures.push(Figure { question, option, signed });
        }
    }
}

/// Two options or more of a question become one, if they lead to the same questions.
fn merge(survey: &mut Survey, chance: &mut ChaCha8Rng) {
    let question = chance.random_range(0..survey.questions.len());
    let of = &survey.questions[question];
    if of.options < 3 {
        return;
    }
    let first = chance.random_range(0..of.options - 1);
    let options: Choice = 1 << first | 1 << (first + 1);
    let mut routed = survey
        .questions
        .iter()
        .filter_map(|q| q.asked_if)
        .filter(|(before, _)| *before == question);
    if routed.all(|(_, leads)| leads & options == options || leads & options == 0) {
        survey.mergers.push(Merger { question, options });
    }
}

/// Those who are alike become one entry.
pub(crate) fn group_rows(survey: &mut Survey) {
    survey
        .rows
        .sort_by(|one, other| (one.releases, &one.answers).cmp(&(other.releases, &other.answers)));
    survey.rows.dedup_by(|next, kept| {
        let alike = (next.releases, &next.answers) == (kept.releases, &kept.answers);
        kept.times += if alike { next.times } else { 0 };
        alike
    });
}

/// Somebody chosen by lot who gives this answer.
pub(crate) fn somebody(
    survey: &Survey,
    chance: &mut ChaCha8Rng,
    fits: impl Fn(&[Option<Choice>]) -> bool,
) -> Option<usize> {
    let start = chance.random_range(0..survey.rows.len());
    let rows = (start..survey.rows.len()).chain(0..start);
    rows.into_iter().find(|row| fits(&survey.rows[*row].answers))
}

/// Whether an answer has an option.
pub(crate) fn gave(answer: Option<Choice>, option: u8) -> bool {
    answer.is_some_and(|choice| has(choice, option))
}
