//! The answers behind a packed file, as its questions can tell them, and whether they are its own.

use std::sync::Arc;

use reconstruct::{Columns, Row};
use survey::bundle::Bundle;
use survey::{Cube, Draw, Form, QuestionIx, Source, Tally};

use super::AttackError;
use crate::package::Package;
use crate::release;
use disclosure::Sample;

/// For each question of the file the options that a respondent chose, `None` outside of its base.
type Respondent = Vec<Option<Vec<usize>>>;

/// A packed file and the true respondents that it counts.
pub(super) struct Known {
    pub(super) cube: Arc<Cube>,
    pub(super) columns: Columns,
    pub(super) truth: Vec<Row>,
    pub(super) threshold: u32,
}

impl Known {
    pub(super) fn of(bundle: &Bundle, package: &Package) -> Result<Self, AttackError> {
        let [Draw { form: Form::Cube(cube), .. }] = bundle.survey.draws() else {
            return Err(AttackError::NoTables);
        };
        let (plan, sample) = release::sample(package).map_err(|refusal| {
            let problems = refusal.problems.iter().map(|problem| problem.what.clone());
            AttackError::NoRelease(problems.collect::<Vec<_>>().join("; "))
        })?;
        let respondents = respondents(cube, &sample)?;
        is_of(cube, &respondents)?;
        let columns = Columns::of(cube);
        let truth = respondents.iter().map(|respondent| columns.row(respondent)).collect();
        Ok(Self { cube: Arc::clone(cube), columns, truth, threshold: plan.threshold })
    }

    /// How many columns a row has.
    pub(super) fn width(&self) -> usize {
        self.truth.first().map_or(0, Vec::len)
    }

    pub(super) fn id(&self, question: QuestionIx) -> &str {
        &self.cube.codebook().question(question).id
    }
}

/// All who are counted, by the file's questions.
fn respondents(cube: &Cube, sample: &Sample) -> Result<Vec<Respondent>, AttackError> {
    let places: Vec<QuestionIx> = (cube.codebook().questions().iter())
        .map(|question| {
            let id = &question.id;
            let another = |what: &str| AttackError::Another(format!("{what} “{id}”"));
            let ix = sample.codebook.find(id);
            let ix = ix.ok_or_else(|| another("the package has no question"))?;
            let here = sample.codebook.question(ix);
            if here.options != question.options || here.kind != question.kind {
                return Err(another("the package has other answers to"));
            }
            Ok(ix)
        })
        .collect::<Result<_, _>>()?;
    let answer = |ix: QuestionIx, row: usize| {
        sample.bases[ix.position()].get(row).then(|| {
            let options = sample.options[ix.position()].iter().enumerate();
            options.filter(|(_, set)| set.get(row)).map(|(option, _)| option).collect()
        })
    };
    let counted = (0..sample.rows()).filter(|&row| sample.population.get(row));
    Ok(counted.map(|row| places.iter().map(|&ix| answer(ix, row)).collect()).collect())
}

/// Counts every table of the file again from the answers.
fn is_of(cube: &Cube, respondents: &[Respondent]) -> Result<(), AttackError> {
    let other = |what: String| Err(AttackError::Another(what));
    if respondents.len() != cube.respondents() as usize {
        let (file, package) = (cube.respondents(), respondents.len());
        return other(format!("it counts {file} respondents, and the package {package}"));
    }
    let id = |ix: QuestionIx| &cube.codebook().question(ix).id;
    for (ix, _) in cube.codebook().iter() {
        let total = cube.totals()[ix.position()].as_ref();
        if total.is_some_and(|total| !is_count_of(total, ix, respondents.iter())) {
            return other(format!("the answers give other counts of “{}”", id(ix)));
        }
    }
    for table in cube.crossed() {
        for (group, part) in table.parts.iter().enumerate() {
            let is_in = |answers: &&Respondent| {
                answers[table.by.position()].iter().flatten().any(|&option| option == group)
            };
            if !is_count_of(part, table.question, respondents.iter().filter(is_in)) {
                let (question, by) = (id(table.question), id(table.by));
                return other(format!("the answers give other counts of “{question} by {by}”"));
            }
        }
    }
    Ok(())
}

fn is_count_of<'a>(
    tally: &Tally,
    question: QuestionIx,
    among: impl Iterator<Item = &'a Respondent>,
) -> bool {
    let (mut answered, mut counts) = (0, vec![0; tally.counts.len()]);
    for chosen in among.filter_map(|respondent| respondent[question.position()].as_ref()) {
        answered += 1;
        for &option in chosen {
            counts[option] += 1;
        }
    }
    (answered, counts) == (tally.answered, tally.counts.clone())
}
