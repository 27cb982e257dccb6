//! All questions of the explorer's screen, a line each.

use std::rc::Rc;

use survey::{Filter, QuestionIx, Source, Standing, Survey};
use survey_stats::{BaseRule, percent};

use super::figure::{FigureView, Shape};
use super::row::RowView;
use super::standing::{ShareMark, share_in_words};
use crate::words::standing::of_about;
use crate::words::{explore as words, table};

/// A question in a line: one answer stands for it.
#[derive(Clone, Debug, PartialEq)]
pub struct OverviewRow {
    /// The question.
    pub question: QuestionIx,
    /// Its short name.
    pub label: String,
    /// How many of a hundred the bar is long; `None` where no percentage is said.
    pub length: Option<u32>,
    /// "Yes: 89%", or why there is nothing. Of a selection also what all gave, where both are real.
    pub said: String,
    /// Where that number comes from; none where answers are public.
    pub mark: Option<ShareMark>,
}

/// The lines of figures that are not set side by side, where there is more than one.
pub(super) fn overview(
    survey: &Survey,
    source: &dyn Source,
    filter: &Filter,
    figures: &[Rc<FigureView>],
) -> Vec<OverviewRow> {
    let compares = figures.iter().any(|figure| matches!(figure.shape, Shape::SideBySide(_)));
    if compares || figures.len() < 2 {
        return Vec::new();
    }
    figures.iter().map(|figure| row(survey, source, filter, figure)).collect()
}

fn row(survey: &Survey, source: &dyn Source, filter: &Filter, figure: &FigureView) -> OverviewRow {
    let empty = OverviewRow {
        question: figure.question,
        label: figure.label.clone(),
        length: None,
        said: figure.sentence.finding.clone(),
        mark: None,
    };
    // What is real says most of a question; of invented answers the first has nothing before the others.
    let real = figure.rows.iter().find(|row| !row.is_invented());
    let Some(shown) = real.or(figure.rows.first()) else { return empty };
    let of_all = || {
        let tally = source.total(figure.question).ok()?;
        let share = survey.standing(&Filter::default(), figure.question, shown.option);
        let selects = !filter.is_empty() && real.is_some() && share.is_real();
        let said = || share_in_words(share, tally.counts[shown.option], tally.answered);
        selects.then(said)
    };
    OverviewRow {
        length: percent(shown.count, figure.base)
            .filter(|_| BaseRule::of(figure.base).allows_percentage()),
        said: words::overview_line(&shown.label, &number(figure, shown), of_all().as_deref()),
        mark: shown.mark.map(|mark| mark.mark.alone()),
        ..empty
    }
}

/// The number that the mark is of: where one was printed, it stands without those that were worked out.
fn number(figure: &FigureView, row: &RowView) -> String {
    let share = figure.standing.shares.get(row.option).copied();
    match share.map(|share| (share.count, share.percentage)) {
        Some((Standing::WorkedOut, Standing::Published)) => {
            percent(row.count, figure.base).map_or_else(String::new, table::percent)
        }
        Some((Standing::Published, Standing::WorkedOut)) => of_about(row.count, figure.base, ""),
        _ => row.said.clone(),
    }
}

#[cfg(test)]
mod tests {
    use crate::state::{AppState, Place};
    use crate::test_survey::{definition, protected_survey, public_survey, tiny_survey, uses};
    use crate::view::{ExploreView, Mark};
    use survey::{Against, Pick, Survey};

    use super::*;

    fn lines(survey: &Survey, place: &Place) -> Vec<OverviewRow> {
        ExploreView::new(survey, place).overview
    }

    fn selecting(question: QuestionIx, option: usize) -> Place {
        let mut place = AppState::default().place;
        place.filter.toggle(question, Pick::Option(option));
        place
    }

    #[test]
    fn every_question_has_a_line_with_a_real_number_where_there_is_one() {
        let said = |survey: &Survey| -> Vec<String> {
            lines(survey, &Place::default()).into_iter().map(|row| row.said).collect()
        };
        assert_eq!(
            said(&tiny_survey()),
            [
                "Yes: 77%",
                "Clear: 6 of 30 (20%)",
                "Training for staff: 27 of 30 (90%)",
                "County: 10 of 40 (25%)",
            ]
        );
        let marks: Vec<bool> = lines(&tiny_survey(), &Place::default())
            .iter()
            .map(|row| row.mark.is_some_and(|mark| mark.mark == Mark::Invented))
            .collect();
        assert_eq!(marks, [false, true, true, true]);
        let lengths = lines(&public_survey(), &Place::default());
        assert!(lengths.iter().all(|row| row.length.is_some_and(|length| length <= 100)));
        assert!(lengths.iter().all(|row| row.mark.is_none()));
    }

    #[test]
    fn a_selection_is_set_beside_all_where_both_numbers_are_real() {
        let said = |survey: &Survey| -> Vec<String> {
            lines(survey, &selecting(definition(), 0)).into_iter().map(|row| row.said).collect()
        };
        assert!(said(&tiny_survey()).iter().all(|said| !said.contains("all")));
        assert_eq!(said(&public_survey())[0], "Yes: 6 of 6 (all: 30 of 39 (77%))");
    }

    #[test]
    fn where_nothing_can_be_said_the_line_says_why() {
        let nobody = lines(&tiny_survey(), &selecting(uses(), 1));
        assert_eq!(nobody[1].length, None);
        assert!(nobody[1].said.contains("not put to any"), "{}", nobody[1].said);
        let protected = lines(&protected_survey(), &selecting(definition(), 0));
        assert!(protected.iter().all(|row| !row.said.is_empty()));
        let place = Place { against: Some(Against::Others), ..selecting(definition(), 0) };
        assert_eq!(lines(&tiny_survey(), &place), []);
    }
}
