use super::*;
use crate::test_survey::{records, survey_of};
use crate::{Clause, Inferred, SurveyError, SurveyParts};

use Standing::{Invented, Published, WorkedOut};

const USES: QuestionIx = QuestionIx(0);
const AREAS: QuestionIx = QuestionIx(1);
const KIND: QuestionIx = QuestionIx(2);

/// Of 30 respondents 27 use it; of these 18 have the first area.
fn parts(provenance: Provenance, figures: Vec<PublishedFigure>) -> SurveyParts {
    let row = |row: usize| {
        (Some(usize::from(row >= 27)), Some([row < 18, row < 9, row < 3]), Some(row % 3))
    };
    let rows: Vec<_> = (0..30).map(row).collect();
    let mut parts = survey_of(records(&rows, None)).into_parts();
    parts.about.provenance = provenance;
    parts.figures = figures;
    parts
}

fn survey(figures: Vec<PublishedFigure>) -> Survey {
    Survey::new(parts(Provenance::Synthetic, figures)).unwrap()
}

fn figure(
    about: (QuestionIx, usize),
    [percent, count, base]: [Option<u32>; 3],
    inferred: [bool; 3],
) -> PublishedFigure {
    let [of_percent, of_count, of_base] = inferred;
    PublishedFigure {
        id: "a".into(),
        statement: "Some do.".into(),
        source: "A report".into(),
        about: Some(about),
        percent,
        count,
        base,
        inferred: Inferred { percent: of_percent, count: of_count, base: of_base },
    }
}

fn filter(question: QuestionIx, matching: Matching, picks: &[usize]) -> Filter {
    let mut filter = Filter::default();
    let picks = picks.iter().map(|&option| Pick::Option(option));
    filter.set(question, Clause::new(matching, picks));
    filter
}

/// The cases of `docs/statistics.md`: what was printed, and how count, base and percentage stand.
#[test]
fn each_number_stands_as_it_was_printed() {
    let all = [Some(90), Some(27), Some(30)];
    let cases = [
        ("a percentage", [false, true, true], all, [WorkedOut, WorkedOut, Published]),
        ("a count", [true, false, true], all, [Published, WorkedOut, WorkedOut]),
        ("a count of a base", [true, false, false], all, [Published, Published, WorkedOut]),
        ("all three", [false; 3], all, [Published; 3]),
        ("words", [true; 3], all, [WorkedOut; 3]),
        (
            "a percentage alone",
            [false; 3],
            [Some(90), None, None],
            [WorkedOut, WorkedOut, Published],
        ),
    ];
    for (printed, inferred, numbers, expected) in cases {
        let survey = survey(vec![figure((USES, 0), numbers, inferred)]);
        let share = survey.standing(&Filter::default(), USES, 0);
        assert_eq!([share.count, share.base, share.percentage], expected, "{printed}");
    }
}

#[test]
fn the_answer_that_is_left_over_is_worked_out_and_no_other() {
    let printed = [Some(90), Some(27), Some(30)];
    let everybody = Filter::default();
    let of_two = survey(vec![figure((USES, 0), printed, [false; 3])]);
    assert_eq!(of_two.standing(&everybody, USES, 1).count, WorkedOut);
    assert_eq!(of_two.standing(&everybody, USES, 1).percentage, WorkedOut, "10% was never printed");
    // A percentage without a count leaves a count of the other answer that nobody can work out.
    let percent = survey(vec![figure((USES, 0), [Some(90), None, None], [false; 3])]);
    assert_eq!(percent.standing(&everybody, USES, 1).count, Invented);
    // Several answers can go together: none follows from another.
    let several = survey(vec![figure((AREAS, 0), [Some(67), Some(18), Some(27)], [false; 3])]);
    assert_eq!(several.standing(&everybody, AREAS, 1).count, Invented);
    // Of three answers one is left over where both others are known.
    let one = figure((KIND, 0), [Some(33), Some(10), Some(30)], [false; 3]);
    let two = PublishedFigure { about: Some((KIND, 1)), ..one.clone() };
    let third = |figures| survey(figures).standing(&everybody, KIND, 2).count;
    assert_eq!(third(vec![one.clone()]), Invented);
    assert_eq!(third(vec![one, two]), WorkedOut);
}

#[test]
fn a_selection_keeps_the_standing_only_where_it_leaves_out_nobody_asked() {
    let printed = [Some(67), Some(18), Some(27)];
    let survey = survey(vec![figure((AREAS, 0), printed, [false, true, true])]);
    let mut with_respondent = filter(USES, Matching::Any, &[0]);
    with_respondent.toggle_respondent(0);
    let mut with_another = filter(USES, Matching::Any, &[0]);
    with_another.set(KIND, Clause::new(Matching::Any, [Pick::Option(0)]));
    let cases = [
        ("everybody", Filter::default(), Published),
        ("those who were asked", filter(USES, Matching::Any, &[0]), Published),
        ("them and others", filter(USES, Matching::Any, &[0, 1]), Published),
        ("all of one pick", filter(USES, Matching::All, &[0]), Published),
        ("nobody who was asked", filter(USES, Matching::Any, &[1]), Invented),
        (
            "who gave two answers that exclude each other",
            filter(USES, Matching::All, &[0, 1]),
            Invented,
        ),
        (
            "another question, though all were of it",
            filter(KIND, Matching::Any, &[0, 1, 2]),
            Invented,
        ),
        ("its own answer", filter(AREAS, Matching::Any, &[0]), Invented),
        ("with another question", with_another, Invented),
        ("with a respondent", with_respondent, Invented),
    ];
    for (who, filter, expected) in cases {
        assert_eq!(survey.standing(&filter, AREAS, 0).percentage, expected, "{who}");
    }
}

#[test]
fn public_answers_are_reported_whatever_was_printed() {
    let figures = vec![figure((USES, 0), [Some(90), Some(27), Some(30)], [false; 3])];
    let survey = Survey::new(parts(Provenance::Public, figures)).unwrap();
    let narrowed = filter(KIND, Matching::Any, &[0]);
    for filter in [Filter::default(), narrowed] {
        let share = survey.standing(&filter, USES, 0);
        assert_eq!((share.count, share.is_real()), (Standing::Reported, true));
    }
}

/// "90%" of a package whose answers give 6 of 22 was taken for published.
#[test]
fn a_printed_percentage_that_the_answers_do_not_give_is_refused() {
    let wrong = vec![figure((USES, 0), [Some(89), None, None], [false; 3])];
    let why = Survey::new(parts(Provenance::Synthetic, wrong)).unwrap_err();
    assert_eq!(
        why.to_string(),
        "“a” is published as a share (89%), but answers “a” give 27 of 30 (90%)"
    );
    assert!(matches!(why, SurveyError::NotAsPublished { .. }));
}

#[test]
fn a_percentage_is_rounded_as_everywhere() {
    for base in 0..400 {
        for count in 0..=base {
            let rounded = crate::findings::percent(count, base);
            assert_eq!(rounded, survey_stats::percent(count, base), "{count} of {base}");
        }
    }
}
