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
                // Of both kinds, only printed numbers are named.
                let is_mixed = figure.standing.mark.is_none();
                prop_assert!(is_mixed || figure.sentence.whole().contains("nvented"));
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

/// What moves from one invented set to the other is seen at each invented number, and at no other.
#[test]
fn an_invented_number_says_what_the_other_set_gives() {
    let others = |survey: &Survey, place: &Place, question: usize| {
        let view = ExploreView::new(survey, place);
        let rows = view.figures[question].rows.iter();
        rows.map(|row| row.other_set.map(OtherSet::said)).collect::<Vec<_>>()
    };
    let survey = tiny_survey();
    let here = |draw: usize, question: usize, filter: &Filter| {
        let place = Place { draw, filter: filter.clone(), ..Place::default() };
        let figure = &ExploreView::new(&survey, &place).figures[question];
        figure.rows.iter().map(|row| Some(row.said.clone())).collect::<Vec<_>>()
    };
    for draw in [0, 1] {
        let place = Place { draw, ..Place::default() };
        assert_eq!(others(&survey, &place, 2), here(1 - draw, 2, &place.filter));
        // Printed, or worked out from what was printed.
        assert_eq!(others(&survey, &place, 0), [None, None]);
    }
    let mut clear = Filter::default();
    clear.toggle(definition(), Pick::Option(0));
    let mut named = Filter::default();
    named.toggle_respondent(0);
    let filtered = Place { filter: clear, ..Place::default() };
    assert!(others(&survey, &filtered, 0).iter().all(Option::is_some), "a selection is made up");
    assert_eq!(others(&survey, &filtered, 2), here(1, 2, &filtered.filter));
    assert_ne!(here(0, 2, &filtered.filter), here(1, 2, &filtered.filter), "nothing moves");
    let none = [
        Place { by: Some(authority_type()), ..Place::default() },
        Place { against: Some(Against::Others), ..filtered.clone() },
    ];
    for place in &none {
        assert!(others(&survey, place, 2).iter().all(Option::is_none));
    }
    assert!(others(&public_survey(), &Place::default(), 2).iter().all(Option::is_none));
    // Respondents are found by their place: those of other names are others.
    let named = Place { filter: named, ..Place::default() };
    assert_eq!(others(&survey, &named, 3), here(1, 3, &named.filter));
    let mut parts = survey.clone().into_parts();
    let survey::Form::Records(records) = &parts.draws[1].form else { panic!("records") };
    let ids = records.ids().iter().map(|id| format!("other {id}")).collect();
    let answers = parts.codebook.positions().map(|ix| records.answers(ix).clone()).collect();
    let renamed = survey::Records::new(parts.codebook.clone(), ids, answers, None).unwrap();
    parts.draws[1].form = survey::Form::Records(renamed.into());
    let renamed = Survey::new(parts).unwrap();
    assert!(others(&renamed, &named, 0).iter().all(Option::is_none));
    assert!(others(&renamed, &Place::default(), 2).iter().all(Option::is_some));
    // In the table and in what is spoken it is a number.
    let figure = &ExploreView::new(&survey, &Place::default()).figures[2];
    let at = figure.table.columns.iter().position(|column| column == "Other invented set").unwrap();
    let cell = &figure.table.rows[0].cells[at - 1];
    assert_eq!(Some(cell), here(1, 2, &Filter::default())[0].as_ref());
    assert!(figure.spoken.contains(&format!("in the other set {cell}")), "{}", figure.spoken);
}

/// No range is drawn of numbers that nobody measured; printed ones beside them keep theirs.
#[test]
fn invented_numbers_have_no_ranges() {
    for (uncertainty, has_printed) in [(Uncertainty::Interval, true), (Uncertainty::Bounds, false)]
    {
        let survey = printed([true, false, false]);
        for by in [None, Some(authority_type())] {
            let view = ExploreView::new(&survey, &Place { by, uncertainty, ..Place::default() });
            for figure in &view.figures {
                let rows = || figure.rows.iter();
                for row in rows() {
                    let is_shown = row.range.is_some();
                    assert!(!(is_shown && row.is_invented()), "{}: {}", figure.id, row.label);
                }
                let said = &figure.uncertainty.meaning;
                let is_made_up = by.is_some() || rows().all(RowView::is_invented);
                assert_eq!(said.starts_with("No ranges are shown: these"), is_made_up, "{said}");
                if is_made_up {
                    assert!(!format!("{:?} {:?}", figure.table, figure.shape).contains("95%"));
                }
                let wide = figure.table.columns.len() - 1;
                assert!(figure.table.rows.iter().all(|row| row.cells.len() == wide));
            }
            let mixed = &view.figures[activities().position()];
            if by.is_none() {
                assert_eq!(mixed.rows[0].range.is_some(), has_printed);
                let says = mixed.uncertainty.meaning.ends_with(" Invented numbers have none.");
                assert_eq!(says, has_printed, "{}", mixed.uncertainty.meaning);
            }
        }
    }
}

/// A list of all real answers was a sentence of any length.
#[test]
fn real_answers_are_named_as_far_as_a_sentence_goes() {
    let said = |options: [bool; 3]| {
        let view = ExploreView::new(&printed(options), &Place::default());
        view.figures[activities().position()].sentence.finding.clone()
    };
    let all = said([true; 3]);
    assert_eq!(
        all,
        "Of teams that use it, 90% (about 27 of 30) train staff, 50% (about 15 of 30) screen \
         and 10% (about 3 of 30) refer."
    );
    let mut parts = printed([true; 3]).into_parts();
    let mut questions = parts.codebook.questions().to_vec();
    for option in &mut questions[activities().position()].options {
        let does = "do what they say that they always did before anybody had a name for it";
        option.says = Some(survey::Phrase { one: does.into(), other: does.into() });
    }
    parts = crate::test_survey::with_questions(parts, questions);
    let view = ExploreView::new(&Survey::new(parts).unwrap(), &Place::default());
    let finding = &view.figures[activities().position()].sentence.finding;
    assert!(finding.ends_with(" The table has 2 more real numbers."), "{finding}");
    assert_eq!(finding.matches("about").count(), 1);
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
