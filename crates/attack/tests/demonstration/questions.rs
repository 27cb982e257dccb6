//! Asking the file what it should not answer. A tracker asks A, A and B, and A without B, and
//! subtracts (Denning, Denning and Schwartz 1979).

use survey::{Clause, Filter, Matching, NotAvailable, Pick, QuestionIx, Source};

use crate::packed::{THRESHOLD, cube};

fn options(cube: &dyn Source) -> Vec<(QuestionIx, usize)> {
    let codebook = cube.codebook();
    codebook.iter().flat_map(|(ix, q)| (0..q.options.len()).map(move |o| (ix, o))).collect()
}

fn any_of(options: impl IntoIterator<Item = usize>) -> Clause {
    Clause::new(Matching::Any, options.into_iter().map(Pick::Option))
}

fn expect_nothing(cube: &dyn Source, filter: &Filter) {
    let snapshot = cube.answer(filter);
    assert_eq!(snapshot.selected, Err(NotAvailable), "{filter:?}");
    for tally in snapshot.tallies.iter().chain(&snapshot.facets) {
        assert_eq!(*tally, Err(NotAvailable), "{filter:?}");
    }
}

#[test]
fn a_tracker_gets_no_answer() {
    let cube = cube();
    let mut asked = 0;
    for &(a, x) in &options(&*cube) {
        for &(b, y) in options(&*cube).iter().filter(|(b, _)| *b != a) {
            let others = (0..cube.codebook().question(b).options.len()).filter(|&o| o != y);
            for second in [any_of([y]), any_of(others), any_of([y]).matched(Matching::All)] {
                let mut filter = Filter::default();
                filter.set(a, any_of([x]));
                filter.set(b, second);
                expect_nothing(&*cube, &filter);
                asked += 1;
            }
        }
    }
    assert!(asked > 1000, "only {asked} questions asked");
}

#[test]
fn a_breakdown_of_a_selection_and_single_respondents_get_no_answer() {
    let cube = cube();
    for &(a, x) in &options(&*cube) {
        let mut filter = Filter::default();
        filter.set(a, any_of([x]));
        for (question, _) in cube.codebook().iter() {
            for (by, _) in cube.codebook().iter() {
                assert_eq!(cube.breakdown(&filter, question, by), Err(NotAvailable));
            }
        }
    }
    for row in 0..cube.respondents() {
        let mut filter = Filter::default();
        filter.toggle_respondent(row);
        expect_nothing(&*cube, &filter);
    }
    assert!(cube.records().is_none());
}

/// One clause is answered only where it selects groups of a published table, and then by sums of
/// that table's parts.
#[test]
fn one_selection_is_answered_by_groups_only() {
    let cube = cube();
    let mut answered = 0;
    for &(a, x) in &options(&*cube) {
        let mut filter = Filter::default();
        filter.set(a, any_of([x]));
        let crossed = |question| {
            cube.crossed().iter().find(|table| (table.question, table.by) == (question, a))
        };
        let tallies = cube.answer(&filter).tallies;
        for (question, tally) in cube.codebook().positions().zip(tallies) {
            match (tally, crossed(question)) {
                (Err(NotAvailable), None) => {}
                (Ok(tally), Some(table)) => {
                    assert_eq!(tally, table.parts[x]);
                    answered += 1;
                }
                // The grouping itself: those selected, and nobody else.
                (Ok(tally), None) if question == a => {
                    assert_eq!(tally.answered, tally.counts[x]);
                    assert!(tally.answered >= THRESHOLD);
                }
                (tally, table) => panic!("{filter:?}, {question:?}: {tally:?} for {table:?}"),
            }
        }
    }
    assert!(answered > 20, "only {answered} tallies");
}
