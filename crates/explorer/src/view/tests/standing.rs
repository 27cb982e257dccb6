//! What may be claimed of which numbers, and how each is marked.

use proptest::prelude::*;
use survey::{Against, Inferred, Provenance, PublishedFigure, Survey};

use super::*;
use crate::test_survey::public_survey;

/// Words that claim how a number stands among others.
const CLAIMS: [&str; 11] = [
    "Most ",
    "most ",
    "Nearly all",
    "Few ",
    "few ",
    "Some ",
    "About half",
    "least",
    "widest",
    "Widest",
    "chance",
];

/// The tiny survey with some percentages of its activities printed.
fn printed(options: [bool; 3]) -> Survey {
    let mut parts = tiny_survey().into_parts();
    let figure = |(option, percent): (usize, u32)| PublishedFigure {
        id: format!("activity-{option}"),
        statement: "Some do.".into(),
        source: "A report, 2022".into(),
        about: Some((activities(), option)),
        percent: Some(percent),
        count: Some([27, 15, 3][option]),
        base: Some(30),
        inferred: Inferred { percent: false, count: true, base: true },
    };
    // The second set gives other counts.
    parts.draws.truncate(1);
    let known = [(0, 90), (1, 50), (2, 10)].into_iter().filter(|(option, _)| options[*option]);
    parts.figures.extend(known.map(figure));
    Survey::new(parts).unwrap()
}

fn places() -> Vec<Place> {
    let mut filter = Filter::default();
    filter.toggle(ix("definition"), survey::Pick::Option(1));
    let against = Some(Against::Others);
    let narrowed = Place { filter, ..Place::default() };
    vec![
        Place::default(),
        Place { by: Some(authority_type()), ..Place::default() },
        Place { by: Some(ix("definition")), ..narrowed.clone() },
        Place { against, ..narrowed.clone() },
        narrowed,
    ]
}

proptest! {
    #[test]
    fn invented_and_mixed_numbers_claim_nothing(published: [bool; 3]) {
        let survey = printed(published);
        for place in places() {
            for figure in ExploreView::new(&survey, &place).figures {
                let is_made_up = figure.rows.iter().any(|row| {
                    row.mark.is_some_and(|mark| mark.mark == Mark::Invented)
                });
                if !is_made_up {
                    continue;
                }
                prop_assert!(figure.is_headed_by_label(), "{}", figure.headline);
                let all = [&figure.headline, &figure.sentence.whole(), &figure.spoken];
                for said in all {
                    let claim = CLAIMS.iter().find(|claim| said.contains(*claim));
                    prop_assert!(claim.is_none(), "{claim:?}: {said}");
                }
                prop_assert!(figure.spoken.contains("nvented"), "{}", figure.spoken);
                prop_assert!(figure.sentence.whole().contains("nvented") || !figure.standing.key.is_empty());
            }
        }
    }

    /// Only what was printed is called published, whatever else is known of the question.
    #[test]
    fn each_row_is_marked_by_what_was_printed_of_it(published: [bool; 3]) {
        let survey = printed(published);
        let view = ExploreView::new(&survey, &Place::default());
        for row in &view.figures[activities().position()].rows {
            let expected = if published[row.option] { Mark::Published } else { Mark::Invented };
            prop_assert_eq!(row.mark.unwrap().mark, expected);
            prop_assert_eq!(row.at_the_end.starts_with("about"), false);
            prop_assert_eq!(row.at_the_end.contains("about"), published[row.option]);
        }
    }
}

/// Three printed counts were called percentages.
#[test]
fn many_printed_numbers_are_called_what_they_are() {
    let figure_of = |are_percentages: bool| {
        let mut parts = printed([true; 3]).into_parts();
        for figure in
            parts.figures.iter_mut().filter(|f| f.about.is_some_and(|a| a.0 == activities()))
        {
            figure.inferred =
                Inferred { percent: !are_percentages, count: are_percentages, base: true };
        }
        let survey = Survey::new(parts).unwrap();
        ExploreView::new(&survey, &Place::default()).figures[2].standing.sentence.clone()
    };
    let said = [true, false].map(figure_of);
    assert!(said[0].starts_with("Published: 3 percentages ("), "{}", said[0]);
    assert!(said[1].starts_with("Published: 3 numbers ("), "{}", said[1]);
}

#[test]
fn public_answers_have_no_marks_and_claim_what_they_show() {
    let survey = public_survey();
    assert_eq!(survey.about().provenance, Provenance::Public);
    let view = ExploreView::new(&survey, &Place::default());
    assert!(view.figures.iter().all(|figure| figure.rows.iter().all(|row| row.mark.is_none())));
    assert!(view.figures.iter().all(|figure| figure.standing.sentence.is_empty()));
    assert!(view.figures[0].headline.starts_with("Most"), "{}", view.figures[0].headline);
}

/// Those who were asked are whom the figure was printed of: a filter that picks them changes nothing.
#[test]
fn a_filter_by_a_figures_own_base_keeps_its_standing() {
    let survey = printed([true, false, false]);
    let mut filter = Filter::default();
    filter.toggle(ix("uses"), survey::Pick::Option(0));
    let figure = |place: &Place| ExploreView::new(&survey, place).figures[2].clone();
    let (everybody, asked) =
        (figure(&Place::default()), figure(&Place { filter, ..Place::default() }));
    assert_eq!(everybody.standing, asked.standing);
    assert_eq!(everybody.rows, asked.rows);
}

#[test]
fn a_source_is_linked_where_it_can_be_read() {
    let survey = printed([true, false, false]);
    let view = ExploreView::new(&survey, &Place::default());
    let linked = view.figures[2].standing.linked();
    assert_eq!(
        linked,
        [
            ("Published: 90% for “Training for staff” (", None),
            ("A report, 2022", Some("https://a.example/report")),
            ("). Counts are worked out.", None),
        ]
    );
}
