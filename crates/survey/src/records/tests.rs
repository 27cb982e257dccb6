//! The bitmaps against a naive scan of the rows.

use proptest::prelude::*;

use crate::test_survey::{Row, codebook, quarters, records, row_strategy};
use crate::{
    Against, Answers, Clause, Filter, Matching, Pick, QuestionIx, Records, RecordsError, Side,
    Source, Tally,
};

const USES: QuestionIx = QuestionIx(0);
const AREAS: QuestionIx = QuestionIx(1);
const KIND: QuestionIx = QuestionIx(2);

/// Whether a respondent gave an answer to a question, read from the row itself.
fn gave((uses, areas, kind): &Row, question: QuestionIx, option: usize) -> bool {
    match question {
        USES => *uses == Some(option),
        AREAS => *uses == Some(0) && areas.is_some_and(|areas| areas[option]),
        _ => *kind == Some(option),
    }
}

fn matches_pick(row: &Row, question: QuestionIx, pick: Pick) -> bool {
    match pick {
        Pick::Option(option) => gave(row, question, option),
        Pick::Group(0) => gave(row, question, 0) || gave(row, question, 1),
        Pick::Group(_) => gave(row, question, 2),
    }
}

fn selects(filter: &Filter, position: usize, row: &Row, left_out: Option<QuestionIx>) -> bool {
    let picked = u32::try_from(position).unwrap();
    (filter.respondents().is_empty() || filter.respondents().contains(&picked))
        && filter.clauses().filter(|(question, _)| Some(*question) != left_out).all(
            |(question, clause)| {
                let mut hits = clause.picks().iter().map(|pick| matches_pick(row, question, *pick));
                match clause.matching {
                    Matching::Any => hits.any(|hit| hit),
                    Matching::All => hits.all(|hit| hit),
                }
            },
        )
}

fn naive(rows: &[(usize, &Row)], weights: Option<&[f64]>, question: QuestionIx) -> Tally {
    let asked = |row: &Row| question != AREAS || row.0 == Some(0);
    let answered = |row: &Row| match question {
        USES => row.0.is_some(),
        AREAS => row.0 == Some(0) && row.1.is_some(),
        _ => row.2.is_some(),
    };
    let count = |keep: &dyn Fn(&Row) -> bool| {
        u32::try_from(rows.iter().filter(|(_, row)| keep(row)).count()).unwrap()
    };
    let weigh = |weights: &[f64], keep: &dyn Fn(&Row) -> bool| {
        rows.iter().filter(|(_, row)| keep(row)).map(|(position, _)| weights[*position]).sum()
    };
    let options = if question == USES { 2 } else { 3 };
    let groups = if question == AREAS { 2 } else { 0 };
    Tally {
        asked: count(&asked),
        answered: count(&answered),
        counts: (0..options).map(|o| count(&|row| gave(row, question, o))).collect(),
        groups: (0..groups)
            .map(|g| count(&|row| matches_pick(row, question, Pick::Group(g))))
            .collect(),
        weighted: weights.map(|weights| crate::Weighted {
            answered: weigh(weights, &answered),
            counts: (0..options).map(|o| weigh(weights, &|row| gave(row, question, o))).collect(),
        }),
    }
}

fn clause_strategy(options: usize, groups: usize) -> impl Strategy<Value = Clause> {
    let pick = (0..options + groups)
        .prop_map(move |n| if n < options { Pick::Option(n) } else { Pick::Group(n - options) });
    (prop::collection::vec(pick, 0..4), any::<bool>()).prop_map(|(picks, all)| {
        Clause::new(if all { Matching::All } else { Matching::Any }, picks)
    })
}

prop_compose! {
    fn filter_strategy()(
        uses in clause_strategy(2, 0),
        areas in clause_strategy(3, 2),
        kind in clause_strategy(3, 0),
        respondents in prop::collection::btree_set(0..200_u32, 0..5),
    ) -> Filter {
        let mut filter = Filter::default();
        filter.set(USES, uses);
        filter.set(AREAS, areas);
        filter.set(KIND, kind);
        for row in respondents {
            filter.toggle_respondent(row);
        }
        filter
    }
}

proptest! {
    #[test]
    fn the_bitmaps_count_as_a_naive_scan(
        rows in prop::collection::vec(row_strategy(), 0..150),
        filter in filter_strategy(),
        weighted in any::<bool>(),
    ) {
        let weights: Option<Vec<f64>> =
            weighted.then(|| quarters(rows.len()));
        let records = records(&rows, weights.clone());
        let keep = |left_out| -> Vec<(usize, &Row)> {
            rows.iter().enumerate().filter(|(at, row)| selects(&filter, *at, row, left_out)).collect()
        };
        let snapshot = records.answer(&filter);
        let selected = keep(None);
        prop_assert_eq!(snapshot.selected, Ok(u32::try_from(selected.len()).unwrap()));
        for question in [USES, AREAS, KIND] {
            let expected = naive(&selected, weights.as_deref(), question);
            prop_assert_eq!(snapshot.tallies[question.0].as_ref(), Ok(&expected));

            let own = filter.clause(question).is_some_and(|c| c.matching == Matching::Any);
            let others = keep(own.then_some(question));
            let expected = naive(&others, weights.as_deref(), question);
            prop_assert_eq!(snapshot.facets[question.0].as_ref(), Ok(&expected));

            let mut spread = vec![0; naive(&[], None, question).counts.len() + 1];
            for (_, row) in &selected {
                let given = (0..spread.len() - 1).filter(|option| gave(row, question, *option));
                if naive(&[(0, *row)], None, question).answered == 1 {
                    spread[given.count()] += 1;
                }
            }
            prop_assert_eq!(records.spread(&filter, question), spread);

            for by in [USES, AREAS, KIND] {
                let breakdown = records.breakdown(&filter, question, by).unwrap();
                for (option, part) in breakdown.parts.iter().enumerate() {
                    let within: Vec<_> =
                        selected.iter().copied().filter(|(_, row)| gave(row, by, option)).collect();
                    prop_assert_eq!(part, &naive(&within, weights.as_deref(), question));
                    prop_assert_eq!(breakdown.sizes[option] as usize, within.len());
                }
                let none: Vec<_> = selected.iter().copied()
                    .filter(|(_, row)| !(0..3).any(|o| (by != USES || o < 2) && gave(row, by, o)))
                    .collect();
                prop_assert_eq!(&breakdown.rest, &naive(&none, weights.as_deref(), question));
            }
        }
    }
}

proptest! {
    #[test]
    fn two_selections_are_counted_as_a_naive_scan_counts_them(
        rows in prop::collection::vec(row_strategy(), 0..150),
        filter in filter_strategy(),
        other in filter_strategy(),
    ) {
        let records = records(&rows, None);
        let is_in = |filter: &Filter, at: usize| selects(filter, at, &rows[at], None);
        let cases: [(Against, &dyn Fn(usize) -> bool); 3] = [
            (Against::Others, &|at| !is_in(&filter, at)),
            (Against::Everybody, &|_| true),
            (Against::Filter(other.clone()), &|at| is_in(&other, at)),
        ];
        for (against, in_second) in cases {
            let compared = records.compare(&filter, &against);
            let sides: [(&Side, &dyn Fn(usize) -> bool); 3] = [
                (&compared.first, &|at| is_in(&filter, at)),
                (&compared.second, in_second),
                (&compared.both, &|at| is_in(&filter, at) && in_second(at)),
            ];
            for (side, keep) in sides {
                let kept: Vec<(usize, &Row)> =
                    rows.iter().enumerate().filter(|(at, _)| keep(*at)).collect();
                prop_assert_eq!(side.size, Ok(u32::try_from(kept.len()).unwrap()));
                for question in [USES, AREAS, KIND] {
                    let expected = naive(&kept, None, question);
                    prop_assert_eq!(side.tallies[question.0].as_ref(), Ok(&expected));
                }
            }
        }
    }
}

fn one_row(fill: impl Fn(&mut Vec<Answers>)) -> Result<Records, Vec<RecordsError>> {
    let codebook = codebook();
    let mut answers: Vec<Answers> =
        codebook.questions().iter().map(|q| Answers::none(1, q.options.len())).collect();
    fill(&mut answers);
    Records::new(codebook, vec!["team".into()], answers, None)
}

#[test]
fn answers_that_cannot_be_are_refused() {
    let not_asked = one_row(|answers| answers[1].record(0, [0]));
    assert_eq!(not_asked.unwrap_err(), [RecordsError::NotAsked { row: 0, question: AREAS }]);
    let two = one_row(|answers| answers[0].record(0, [0, 1]));
    assert_eq!(two.unwrap_err(), [RecordsError::NotOne { row: 0, question: USES }]);
    let none = one_row(|answers| answers[2].record(0, []));
    assert_eq!(none.unwrap_err(), [RecordsError::NotOne { row: 0, question: KIND }]);
    let unsaid = one_row(|answers| answers[2].options[1].set(0));
    assert_eq!(unsaid.unwrap_err(), [RecordsError::NotOne { row: 0, question: KIND }]);
    let shape = one_row(|answers| answers.truncate(2));
    assert_eq!(shape.unwrap_err(), [RecordsError::Shape]);
    let (none_of_these, blank) = (
        one_row(|a| {
            a[0].record(0, [0]);
            a[1].record(0, []);
        }),
        one_row(|a| a[0].record(0, [0])),
    );
    let total = |records: Records| records.total(AREAS).clone();
    let (none_of_these, blank) = (total(none_of_these.unwrap()), total(blank.unwrap()));
    assert_eq!(
        (none_of_these.asked, none_of_these.answered, none_of_these.not_answered()),
        (1, 1, 0)
    );
    assert_eq!((blank.asked, blank.answered, blank.not_answered()), (1, 0, 1));
}

#[test]
fn respondents_need_ids_and_weights_that_are_numbers() {
    let make = |ids: [&str; 2], weights: Option<Vec<f64>>| {
        let codebook = codebook();
        let answers =
            codebook.questions().iter().map(|q| Answers::none(2, q.options.len())).collect();
        Records::new(codebook, ids.map(String::from).into(), answers, weights).map(|_| ())
    };
    assert_eq!(make(["a", "a"], None), Err(vec![RecordsError::Id { row: 1 }]));
    assert_eq!(make(["a", " "], None), Err(vec![RecordsError::Id { row: 1 }]));
    assert_eq!(
        make(["a", "b"], Some(vec![1.0, f64::NAN])),
        Err(vec![RecordsError::Weight { row: 1 }])
    );
    assert_eq!(make(["a", "b"], Some(vec![1.0])), Err(vec![RecordsError::Shape]));
    assert_eq!(make(["a", "b"], Some(vec![1.0, 0.0])), Ok(()));
}
