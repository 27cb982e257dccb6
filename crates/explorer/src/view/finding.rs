//! The findings, each with the figures it rests on.

mod key_figures;

use std::rc::Rc;

use survey::{ExploreLink, Filter, FindingFigure, Survey, Tally};
use survey_stats::percent;

use super::asked::{Asked, other_set};
use super::figure::FigureView;
use super::order::order;
use super::question_figure::figure;
use super::selection::Selection;
use super::sentence::{Sentence, caveat, finding_of};
use super::standing::{Mark, ShareMark, StandingView, publications, standing};
use super::wording::predicate;
use crate::state::{Uncertainty, keep_available};
use crate::words::findings as words;
pub use key_figures::KeyFigureView;
use key_figures::key_figures;

/// The screen of the findings.
#[derive(Clone, Debug, PartialEq)]
pub struct FindingsView {
    /// The survey's title.
    pub title: String,
    /// What the survey was, in a paragraph.
    pub lead: String,
    /// How many answered of those invited, where that is known.
    pub response: String,
    /// The publication that the survey is known from: title, and address where it can be read.
    pub report: Option<(String, Option<String>)>,
    /// The survey in a few numbers that are real.
    pub key_figures: Vec<KeyFigureView>,
    /// The findings.
    pub findings: Vec<FindingView>,
    /// The recommendations.
    pub recommendations: Vec<RecommendationView>,
}

/// One finding.
#[derive(Clone, Debug, PartialEq)]
pub struct FindingView {
    /// Its anchor on the page.
    pub id: String,
    /// The finding as a headline.
    pub headline: String,
    /// What it means.
    pub text: String,
    /// What it rests on.
    pub figures: Vec<FindingFigureView>,
    /// Where it was published: titles, and addresses where they can be read.
    pub sources: Vec<(String, Option<String>)>,
    /// What is said where every number of its figures is invented.
    pub nothing_published: Option<&'static str>,
    /// What "Explore this" opens.
    pub explore: ExploreLink,
}

/// A figure under a finding.
#[derive(Clone, Debug, PartialEq)]
pub enum FindingFigureView {
    /// Dots, one a respondent or one for several.
    Dots(Box<DotsView>),
    /// Bars, as on the explorer's screen.
    Bars(Rc<FigureView>),
}

impl FindingFigureView {
    /// Whether none of its numbers is real.
    fn is_invented(&self) -> bool {
        let marks = match self {
            Self::Dots(view) => std::slice::from_ref(&view.mark),
            Self::Bars(view) => &view.standing.options[..],
        };
        marks.iter().all(|mark| mark.is_some_and(|mark| mark.mark == Mark::Invented))
    }
}

/// One answer as dots.
#[derive(Clone, Debug, PartialEq)]
pub struct DotsView {
    /// The question's id.
    pub id: String,
    /// The answer's position.
    pub option: usize,
    /// The question's short name.
    pub label: String,
    /// "51 of 57 teams that answered (89%) use it."
    pub sentence: Sentence,
    /// How many respondents a dot stands for.
    pub each: u32,
    /// The same in words.
    pub one_dot: String,
    /// The respondents of each look, in the order they are drawn.
    pub gave: u32,
    /// Gave another answer.
    pub other: u32,
    /// Were asked and did not answer.
    pub not_answered: u32,
    /// Were not asked.
    pub not_asked: u32,
    /// What each look means: look's name in the style sheet, words.
    pub key: Vec<(&'static str, String)>,
    /// Where the numbers come from; none where answers are public.
    pub mark: Option<ShareMark>,
    /// The same of the whole question, in a sentence.
    pub standing: StandingView,
}

impl DotsView {
    /// What tells it from all other figures of the findings.
    pub fn name(&self) -> String {
        format!("{}:{}", self.id, self.option)
    }
}

/// One recommendation.
#[derive(Clone, Debug, PartialEq)]
pub struct RecommendationView {
    /// Its words.
    pub text: String,
    /// The findings it rests on: number, anchor, headline.
    pub rests_on: Vec<(usize, String, String)>,
}

impl FindingsView {
    /// The findings over one set of answers.
    pub fn new(survey: &Survey, draw: usize) -> Self {
        let about = survey.about();
        let total = survey.draws()[draw].source().respondents();
        let report = about.sources.first();
        let finding = |finding: &survey::Finding| {
            let figures: Vec<_> =
                finding.figures.iter().map(|of| finding_figure(survey, draw, of)).collect();
            let invented =
                !figures.is_empty() && figures.iter().all(FindingFigureView::is_invented);
            FindingView {
                id: finding.id.clone(),
                headline: finding.headline.clone(),
                text: finding.text.clone(),
                figures,
                sources: publications(survey, &finding.source),
                nothing_published: invented.then_some(words::NOTHING_PUBLISHED),
                explore: explore(survey, draw, &finding.explore),
            }
        };
        let rests_on = |&position: &usize| {
            let finding = &survey.findings()[position];
            (position + 1, finding.id.clone(), finding.headline.clone())
        };
        Self {
            title: about.title.clone(),
            lead: about.description.first().cloned().unwrap_or_default(),
            response: about.invited.filter(|invited| *invited >= total).map_or_else(
                String::new,
                |invited| {
                    words::response(total, invited, &about.respondent, percent(total, invited))
                },
            ),
            report: report.map(|report| (report.title.clone(), report.link().map(str::to_owned))),
            key_figures: key_figures(survey, draw),
            findings: survey.findings().iter().map(finding).collect(),
            recommendations: survey
                .recommendations()
                .iter()
                .map(|recommendation| RecommendationView {
                    text: recommendation.text.clone(),
                    rests_on: recommendation.rests_on.iter().map(rests_on).collect(),
                })
                .collect(),
        }
    }
}

/// What a finding leads to, without what the answers do not tell.
fn explore(survey: &Survey, draw: usize, link: &ExploreLink) -> ExploreLink {
    let (filter, by) = keep_available(survey.draws()[draw].source(), &link.filter, link.by);
    ExploreLink { filter, by, question: link.question }
}

fn finding_figure(survey: &Survey, draw: usize, of: &FindingFigure) -> FindingFigureView {
    let source = survey.draws()[draw].source();
    let total = source.total(of.question);
    let asked = Asked {
        survey,
        question: of.question,
        selected: source.respondents(),
        selection: &Selection::default(),
        filter: &Filter::default(),
        other_set: other_set(survey, draw, &Filter::default())
            .and_then(|other| other.total(of.question).ok()),
        uncertainty: Uncertainty::None,
        order: &order(survey, of.question, total),
        picked: &|_| false,
    };
    match (of.option, total) {
        (Some(option), Ok(tally)) => FindingFigureView::Dots(Box::new(dots(&asked, option, tally))),
        _ => FindingFigureView::Bars(figure(&asked, &total.cloned(), None)),
    }
}

/// More dots than these nobody counts.
const MOST_DOTS: u32 = 500;

/// How many respondents a dot stands for: 1, 2, 5, 10, 20 …
fn each(respondents: u32) -> u32 {
    let mut each = 1;
    while respondents.div_ceil(each) > MOST_DOTS {
        // From 2 to 5, and else to the double.
        each = if each.to_string().starts_with('2') { each / 2 * 5 } else { each * 2 };
    }
    each
}

fn dots(asked: &Asked, option: usize, tally: &Tally) -> DotsView {
    let question = asked.question();
    let standing = standing(asked.survey, asked.question, Some(asked.filter));
    let gave = tally.counts[option];
    let each = each(asked.selected);
    let view = DotsView {
        id: question.id.clone(),
        option,
        label: question.label.clone(),
        sentence: Sentence {
            finding: finding_of(asked, tally, &standing, option),
            range: String::new(),
            caveat: caveat(asked, &standing),
        },
        each,
        one_dot: words::one_dot(each, asked.noun()),
        gave,
        other: tally.answered - gave,
        not_answered: tally.not_answered(),
        // A protected source does not tell who was not asked.
        not_asked: if asked.protected() { 0 } else { asked.selected - tally.asked },
        key: Vec::new(),
        mark: standing.options[option],
        standing,
    };
    let looks = [
        ("gave", view.gave, predicate(question, option, gave)),
        ("other", view.other, words::ANSWERED_OTHERWISE.to_owned()),
        ("unanswered", view.not_answered, words::DID_NOT_ANSWER.to_owned()),
        ("unasked", view.not_asked, words::NOT_ASKED.to_owned()),
    ];
    let key = looks
        .into_iter()
        .filter(|(_, count, _)| *count > 0)
        .map(|(look, count, what)| (look, words::look(count, &what)))
        .collect();
    DotsView { key, ..view }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_survey::{activities, public_survey, tiny_survey};

    #[test]
    fn a_finding_says_whether_any_number_of_its_figures_was_published() {
        let said = |survey: &Survey| -> Vec<bool> {
            let findings = FindingsView::new(survey, 0).findings;
            findings.iter().map(|finding| finding.nothing_published.is_some()).collect()
        };
        assert_eq!(said(&tiny_survey()), [false]);
        for option in [None, Some(0)] {
            let invented = FindingFigure { question: activities(), option };
            let mut parts = tiny_survey().into_parts();
            parts.findings[0].figures = vec![invented.clone()];
            assert_eq!(said(&Survey::new(parts).unwrap()), [true], "{option:?}");
            let mut parts = public_survey().into_parts();
            parts.findings[0].figures = vec![invented];
            assert_eq!(said(&Survey::new(parts).unwrap()), [false], "{option:?}");
        }
    }

    #[test]
    fn a_dot_stands_for_as_few_as_can_be_drawn() {
        let cases = [(1, 1), (500, 1), (501, 2), (1001, 5), (2501, 10), (5836, 20), (10_001, 50)];
        for (respondents, expected) in cases {
            assert_eq!(each(respondents), expected, "{respondents}");
        }
        assert!(u32::MAX.div_ceil(each(u32::MAX)) <= MOST_DOTS);
    }
}
