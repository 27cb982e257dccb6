//! What passed, as a survey: of questions that nothing is published of, not even the words are in it,
//! so that a reader can't tell what was withheld from what was never asked.

use std::sync::Arc;

use disclosure::Case;
use survey::{
    Clause, Codebook, Crossed, Cube, Draw, ExploreLink, Filter, Finding, FindingFigure, Form, Pick,
    PublishedFigure, Question, QuestionIx, Routing, Survey, SurveyParts,
};

use crate::package::Package;

/// The released survey.
///
/// # Errors
/// A sentence, when nothing is left or the parts do not fit together.
pub(super) fn survey(package: &Package, case: &Case<'_>) -> Result<Survey, String> {
    let places = Places::new(case);
    let codebook = Arc::new(places.codebook(case)?);
    let totals = case.tables.totals.iter().filter(|total| total.is_some()).cloned().collect();
    let crossed = case.tables.crossed.iter().filter_map(|table| {
        let (question, by) = (places.question(table.question)?, places.question(table.by)?);
        Some(Crossed { question, by, parts: table.parts.clone() })
    });
    let cube = Cube::new(Arc::clone(&codebook), case.tables.respondents, totals, crossed.collect())
        .map_err(|errors| errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))?;
    let draw = package.survey.draws().first().ok_or("there are no answers")?;
    let draw =
        Draw { id: draw.id.clone(), label: draw.label.clone(), form: Form::Cube(Arc::new(cube)) };
    let parts = SurveyParts {
        about: package.survey.about().clone(),
        codebook,
        figures: package
            .survey
            .figures()
            .iter()
            .map(|figure| places.figure(figure, case))
            .collect(),
        findings: package.survey.findings().iter().map(|finding| places.finding(finding)).collect(),
        recommendations: package.survey.recommendations().to_vec(),
        draws: vec![draw],
    };
    Survey::new(parts).map_err(|error| error.to_string())
}

/// Where the questions and options of the package stand in the release.
struct Places<'a> {
    questions: Vec<Option<QuestionIx>>,
    options: &'a [Vec<usize>],
}

impl<'a> Places<'a> {
    fn new(case: &Case<'a>) -> Self {
        // What is kept moves up: the first question kept stands where the package has its first.
        let mut places = case.tables.codebook.positions();
        let questions =
            case.tables.totals.iter().map(|total| total.as_ref().and_then(|_| places.next()));
        Self { questions: questions.collect(), options: &case.sample.places }
    }

    fn question(&self, ix: QuestionIx) -> Option<QuestionIx> {
        self.questions[ix.position()]
    }

    fn codebook(&self, case: &Case<'_>) -> Result<Codebook, String> {
        let questions = case.tables.codebook.iter().filter(|(ix, _)| self.question(*ix).is_some());
        let moved = questions.map(|(ix, question)| Question {
            grouping: case.tables.crossed.iter().any(|table| table.by == ix),
            asked_if: question.asked_if.as_ref().and_then(|routing| {
                let question = self.question(routing.question)?;
                Some(Routing { question, any_of: routing.any_of.clone() })
            }),
            ..question.clone()
        });
        Codebook::new(moved.collect()).map_err(|_| "no table passes the rules".to_owned())
    }

    /// What is no longer a count of the release stays as a sentence about nothing in it.
    fn figure(&self, figure: &PublishedFigure, case: &Case<'_>) -> PublishedFigure {
        let about = figure.about.and_then(|(question, option)| {
            let option = self.options[question.position()][option];
            let total = case.tables.totals[question.position()].as_ref()?;
            let same = figure.agrees_with(total.counts[option], total.answered);
            Some((self.question(question).filter(|_| same)?, option))
        });
        PublishedFigure { about, ..figure.clone() }
    }

    fn finding(&self, finding: &Finding) -> Finding {
        let figures = finding.figures.iter().filter_map(|figure| {
            let option =
                figure.option.map(|option| self.options[figure.question.position()][option]);
            Some(FindingFigure { question: self.question(figure.question)?, option })
        });
        let link = &finding.explore;
        Finding {
            figures: figures.collect(),
            explore: ExploreLink {
                filter: self.filter(&link.filter),
                by: link.by.and_then(|ix| self.question(ix)),
                question: link.question.and_then(|ix| self.question(ix)),
            },
            ..finding.clone()
        }
    }

    fn filter(&self, filter: &Filter) -> Filter {
        let mut moved = Filter::default();
        for (ix, clause) in filter.clauses() {
            let Some(question) = self.question(ix) else { continue };
            let picks = clause.picks().iter().map(|pick| match *pick {
                Pick::Option(option) => Pick::Option(self.options[ix.position()][option]),
                group @ Pick::Group(_) => group,
            });
            moved.set(question, Clause::new(clause.matching, picks));
        }
        moved
    }
}
