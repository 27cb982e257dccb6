//! Makes a survey that gives a small count away smaller, as long as it does.

use std::path::Path;
use std::time::{Duration, Instant};

use disclosure::Rule;

use crate::judge::judge;
use crate::release::release;
use crate::survey::{Choice, Survey};

/// A survey is made smaller for so long.
const LIMIT: Duration = Duration::from_secs(10);

/// The smallest survey found that still gives something of this kind away, and what.
pub(crate) fn shrink(
    mut survey: Survey,
    kind: &str,
    rules: &[Rule],
    folder: &Path,
) -> (Survey, String) {
    let slip = |survey: &Survey| {
        let outs = release(survey, rules, folder);
        let pinned = if outs.is_empty() { Vec::new() } else { judge(survey, &outs).pinned };
        pinned.into_iter().find(|slip| slip.kind == kind).map(|slip| slip.what)
    };
    let mut what = slip(&survey).expect("it gives something away");
    let start = Instant::now();
    loop {
        let in_time = |_: &Survey| start.elapsed() < LIMIT;
        let smaller = smaller(&survey)
            .into_iter()
            .take_while(in_time)
            .find_map(|survey| slip(&survey).map(|what| (survey, what)));
        match smaller {
            Some(found) => (survey, what) = found,
            None => return (survey, what),
        }
    }
}

/// Surveys with one thing less, those with much less first.
fn smaller(survey: &Survey) -> Vec<Survey> {
    let mut all: Vec<Survey> = Vec::new();
    let mut with = |change: &dyn Fn(&mut Survey)| {
        let mut changed = survey.clone();
        change(&mut changed);
        if changed != *survey {
            all.push(changed);
        }
    };
    if survey.releases.len() > 1 {
        for release in 0..survey.releases.len() {
            with(&|survey| without_release(survey, release));
        }
    }
    for question in 0..survey.questions.len() {
        if survey.questions.len() > 1
            && survey
                .questions
                .iter()
                .all(|q| q.asked_if.is_none_or(|(before, _)| before != question))
        {
            with(&|survey| without_question(survey, question));
        }
        with(&|survey| survey.questions[question].grouping = false);
    }
    with(&|survey| survey.blocks.clear());
    with(&|survey| survey.mergers.clear());
    with(&|survey| survey.figures.clear());
    with(&|survey| survey.implies.clear());
    with(&|survey| survey.refuse = false);
    for release in 0..survey.releases.len() {
        with(&|survey| survey.releases[release].withheld.clear());
        with(&|survey| survey.releases[release].renamed.clear());
    }
    for place in 0..survey.rows.len() {
        with(&|survey| drop(survey.rows.remove(place)));
        with(&|survey| survey.rows[place].times = survey.rows[place].times.div_ceil(2));
        if survey.rows[place].times > 1 {
            with(&|survey| survey.rows[place].times -= 1);
        }
        for other in 0..place {
            // One kind of respondent less, as many respondents.
            with(&|survey| {
                if survey.rows[place].releases == survey.rows[other].releases {
                    survey.rows[other].times += survey.rows[place].times;
                    survey.rows.remove(place);
                }
            });
        }
    }
    all
}

fn without_release(survey: &mut Survey, release: usize) {
    survey.releases.remove(release);
    let less = |set: u8| set & ((1 << release) - 1) | set >> (release + 1) << release;
    survey.rows.iter_mut().for_each(|rows| rows.releases = less(rows.releases));
    survey.rows.retain(|rows| rows.releases != 0);
}

fn without_question(survey: &mut Survey, gone: usize) {
    let moved = |question: usize| question - usize::from(question > gone);
    survey.questions.remove(gone);
    for question in &mut survey.questions {
        question.asked_if =
            question.asked_if.map(|(before, leads): (usize, Choice)| (moved(before), leads));
    }
    for block in &mut survey.blocks {
        block.retain(|question| *question != gone);
    }
    for question in survey.blocks.iter_mut().flatten() {
        *question = moved(*question);
    }
    survey.blocks.retain(|block| !block.is_empty());
    survey.mergers.retain(|merger| merger.question != gone);
    survey.mergers.iter_mut().for_each(|merger| merger.question = moved(merger.question));
    survey.figures.retain(|figure| figure.question != gone);
    survey.figures.iter_mut().for_each(|figure| figure.question = moved(figure.question));
    survey.implies.retain(|pair| pair.iter().all(|(question, _)| *question != gone));
    survey.implies.iter_mut().flatten().for_each(|(question, _)| *question = moved(*question));
    for release in &mut survey.releases {
        release.withheld.retain(|(question, by)| *question != gone && *by != Some(gone));
        for (question, by) in &mut release.withheld {
            *question = moved(*question);
            *by = by.map(moved);
        }
        release.renamed.retain(|question| *question != gone);
        release.renamed.iter_mut().for_each(|question| *question = moved(*question));
    }
    survey.rows.iter_mut().for_each(|rows| {
        rows.answers.remove(gone);
    });
}
