//! Mergers of answers, done before anything is counted: what is merged away does not exist in what
//! is published.

use std::sync::Arc;

use survey::{AnswerOption, Answers, Bitmap, Codebook, Question, Records};

use crate::plan::{Merger, Plan};
use crate::questionnaire::{Questionnaire, Ticks};

/// A survey's questions and answers after mergers.
#[derive(Debug)]
pub struct Recoded {
    /// The questions.
    pub codebook: Arc<Codebook>,
    /// Their answers.
    pub answers: Vec<Answers>,
    /// Who was asked each question.
    pub asked: Vec<Bitmap>,
    /// For each question where each of its former options went.
    pub places: Vec<Vec<usize>>,
    /// Which ticks of each question can stand together, as the package declares it.
    pub ticks: Vec<Ticks>,
    /// For each question who gave its former options; none where nothing was merged. A figure that
    /// was public before may be of one of them.
    pub parts: Vec<Vec<Bitmap>>,
}

impl Recoded {
    /// Does what the plan's mergers say. `None` when the plan does not fit the questions.
    pub fn new(records: &Records, questionnaire: &Questionnaire, plan: &Plan) -> Option<Self> {
        let before = records.codebook();
        let recodes: Vec<Recode> = before
            .iter()
            .map(|(ix, question)| {
                Recode::new(question, plan.mergers.iter().filter(|merger| merger.question == ix))
            })
            .collect();
        let questions = before.questions().iter().zip(&recodes).map(|(question, recode)| {
            let mut question = Question { options: recode.options.clone(), ..question.clone() };
            if let Some(routing) = &mut question.asked_if {
                let places = &recodes[routing.question.position()].places;
                routing.any_of = routing.any_of.iter().map(|&option| places[option]).collect();
                routing.any_of.sort_unstable();
                routing.any_of.dedup();
            }
            question
        });
        let codebook = Arc::new(Codebook::new(questions.collect()).ok()?);
        let answers = before
            .positions()
            .zip(&recodes)
            .map(|(ix, recode)| recode.answers(records.answers(ix)))
            .collect::<Option<_>>()?;
        let asked = before.iter().map(|(ix, _)| records.asked(ix).clone()).collect();
        let ticks =
            recodes.iter().zip(&questionnaire.ticks).map(|(recode, ticks)| recode.ticks(ticks));
        let ticks = ticks.collect();
        let parts = before.positions().zip(&recodes).map(|(ix, recode)| {
            let options = records.answers(ix).options();
            if recode.is_merged() { options.to_vec() } else { Vec::new() }
        });
        let parts = parts.collect();
        let places = recodes.into_iter().map(|recode| recode.places).collect();
        Some(Self { codebook, answers, asked, places, ticks, parts })
    }
}

/// One question's old and new options.
struct Recode {
    options: Vec<AnswerOption>,
    places: Vec<usize>,
}

impl Recode {
    /// A merged answer stands where the first of its parts stood.
    fn new<'a>(question: &Question, mergers: impl Iterator<Item = &'a Merger>) -> Self {
        let mergers: Vec<&Merger> = mergers.collect();
        let (mut options, mut places) = (Vec::new(), Vec::new());
        for (position, option) in question.options.iter().enumerate() {
            let merger = mergers.iter().find(|merger| merger.options.contains(&position));
            let first = merger.map(|merger| merger.options[0]).filter(|first| *first < position);
            places.push(first.map_or(options.len(), |first| places[first]));
            if first.is_none() {
                options.push(merger.map_or(option, |merger| &merger.into).clone());
            }
        }
        Self { options, places }
    }

    fn is_merged(&self) -> bool {
        self.options.len() < self.places.len()
    }

    /// A merged option is exclusive where all of its parts are.
    fn ticks(&self, before: &Ticks) -> Ticks {
        let is_exclusive = |place: usize| {
            let mut parts = (0..self.places.len()).filter(|&part| self.places[part] == place);
            parts.all(|part| before.exclusive.contains(&part))
        };
        Ticks {
            exclusive: (0..self.options.len()).filter(|&place| is_exclusive(place)).collect(),
            at_least_one: before.at_least_one,
        }
    }

    fn answers(&self, before: &Answers) -> Option<Answers> {
        let mut options = vec![Bitmap::new(before.answered().len()); self.options.len()];
        for (set, &place) in before.options().iter().zip(&self.places) {
            options[place].or(set);
        }
        Answers::new(before.answered().clone(), options).ok()
    }
}
