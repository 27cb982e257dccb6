//! A cube answers what its tables can exactly as the records did, and nothing else.

use proptest::prelude::*;

use super::*;
use crate::test_survey::{Row, codebook, cube_of, question, records, row_strategy};
use crate::{
    Against, Available, Clause, Filter, Kind, Matching, NotAvailable, Pick, Records, Source,
};

const USES: QuestionIx = QuestionIx(0);
const AREAS: QuestionIx = QuestionIx(1);
const KIND: QuestionIx = QuestionIx(2);
const ALL: [QuestionIx; 3] = [USES, AREAS, KIND];

/// As a cube tells of it: base and counts.
fn counts(tally: &Tally) -> (u32, Vec<u32>) {
    (tally.answered, tally.counts.clone())
}

fn has(cube: &Cube, question: QuestionIx, by: QuestionIx) -> bool {
    cube.crossed().iter().any(|table| table.question == question && table.by == by)
}

fn by_any(cube: &Cube, by: QuestionIx) -> bool {
    ALL.iter().any(|&question| has(cube, question, by))
}

/// The grouping that a filter asks for, where a cube may know it: said here once more, in other words.
fn asked_of(cube: &Cube, filter: &Filter) -> Available<Option<QuestionIx>> {
    let clauses: Vec<_> = filter.clauses().filter(|(_, c)| !c.picks().is_empty()).collect();
    match clauses[..] {
        _ if !filter.respondents().is_empty() => Err(NotAvailable),
        [] => Ok(None),
        [(by, clause)] => {
            let options = clause.picks().iter().all(|pick| matches!(pick, Pick::Option(_)));
            let answerable = options && clause.matching == Matching::Any && by_any(cube, by);
            answerable.then_some(Some(by)).ok_or(NotAvailable)
        }
        _ => Err(NotAvailable),
    }
}

fn clause_strategy(options: usize, groups: usize) -> impl Strategy<Value = Clause> {
    let group = prop::sample::select((0..groups.max(1)).collect::<Vec<_>>());
    let pick = prop_oneof![
        9 => (0..options).prop_map(Pick::Option),
        1 => group.prop_map(move |g| if groups > 0 { Pick::Group(g) } else { Pick::Option(0) }),
    ];
    let all = prop::sample::select(vec![false, false, false, true]);
    (prop::collection::vec(pick, 0..3), all).prop_map(|(picks, all)| {
        Clause::new(if all { Matching::All } else { Matching::Any }, picks)
    })
}

prop_compose! {
    fn filter_strategy()(
        only in 0..5_usize,
        clauses in (clause_strategy(2, 0), clause_strategy(3, 2), clause_strategy(3, 0)),
        respondent in prop::sample::select(vec![None, None, None, None, Some(3_u32)]),
    ) -> Filter {
        let mut filter = Filter::default();
        let clauses = [clauses.0, clauses.1, clauses.2];
        for (at, clause) in clauses.into_iter().enumerate().filter(|(at, _)| only > 2 || *at == only) {
            filter.set(QuestionIx(at), clause);
        }
        if let Some(row) = respondent {
            filter.toggle_respondent(row);
        }
        filter
    }
}

fn small_or_large() -> impl Strategy<Value = Vec<Row>> {
    prop_oneof![
        1 => prop::collection::vec(row_strategy(), 0..60),
        3 => prop::collection::vec(row_strategy(), 150..400),
    ]
}

proptest! {
    #[test]
    fn what_is_told_is_what_the_records_tell(
        rows in small_or_large(),
        declared in prop::collection::vec(prop::bool::weighted(0.8), 0..9),
        filter in filter_strategy(),
    ) {
        let records = records(&rows, None);
        let cube = cube_of(&records, &declared);
        let asked = asked_of(&cube, &filter);
        prop_assert_eq!(cube.offers(&filter, None), asked.is_ok());
        let (told, expected) = (cube.answer(&filter), records.answer(&filter));
        prop_assert_eq!(told.selected.is_ok(), asked.is_ok());
        if told.selected.is_ok() {
            prop_assert_eq!(told.selected, expected.selected);
        }
        for question in ALL {
            let declared = cube.totals()[question.0].is_some();
            let available = match asked {
                Err(NotAvailable) => false,
                Ok(None) => declared,
                Ok(Some(by)) => by == question || has(&cube, question, by),
            };
            let tally = &told.tallies[question.0];
            prop_assert_eq!(tally.is_ok(), available);
            if let (Ok(told), Ok(expected)) = (tally, &expected.tallies[question.0]) {
                prop_assert_eq!(counts(told), counts(expected));
                prop_assert!(told.asked == told.answered && told.groups.is_empty());
                prop_assert!(told.answered >= SMALLEST_PROTECTED_GROUP);
            }
            let facet = &told.facets[question.0];
            let offered = match asked {
                Err(NotAvailable) => false,
                Ok(None) => by_any(&cube, question),
                Ok(Some(by)) => by == question,
            };
            prop_assert_eq!(facet.is_ok(), offered);
            if let (Ok(told), Ok(expected)) = (facet, &expected.facets[question.0]) {
                prop_assert_eq!(counts(told), counts(expected));
            }
            for by in ALL {
                same_breakdown(&cube, &records, &filter, question, by)?;
            }
        }
    }
}

proptest! {
    #[test]
    fn two_selections_are_told_as_the_records_tell_them_or_not_at_all(
        rows in prop::collection::vec(row_strategy(), 150..400),
        declared in prop::collection::vec(prop::bool::weighted(0.8), 0..9),
        filter in filter_strategy(),
        other in filter_strategy(),
    ) {
        let records = records(&rows, None);
        let cube = cube_of(&records, &declared);
        for against in [Against::Others, Against::Everybody, Against::Filter(other)] {
            let (told, expected) =
                (cube.compare(&filter, &against), records.compare(&filter, &against));
            let sides = [
                (&told.first, &expected.first),
                (&told.second, &expected.second),
                (&told.both, &expected.both),
            ];
            for (side, expected) in sides {
                prop_assert!(side.size.is_err() || side.size == expected.size);
                for (told, expected) in side.tallies.iter().zip(&expected.tallies) {
                    let (Ok(told), Ok(expected)) = (told, expected) else { continue };
                    prop_assert_eq!(counts(told), counts(expected));
                    prop_assert!(told.answered == 0 || told.answered >= SMALLEST_PROTECTED_GROUP);
                }
            }
            prop_assert!(asked_of(&cube, &filter).is_ok() || told.first.size.is_err());
        }
    }
}

#[test]
fn how_two_groupings_overlap_is_not_told() {
    let (total, part) = (tally(40, &[20, 20]), tally(20, &[10, 10]));
    let codebook = Arc::new(
        Codebook::new(
            ["a", "b", "c"]
                .map(|id| {
                    let mut question = question(id, Kind::Single, 2);
                    question.grouping = true;
                    question
                })
                .into(),
        )
        .unwrap(),
    );
    let by = |by: usize| Crossed {
        question: QuestionIx(2),
        by: QuestionIx(by),
        parts: vec![part.clone(), part.clone()],
    };
    let cube = Cube::new(codebook, 40, vec![Some(total); 3], vec![by(0), by(1)]).unwrap();
    let filter = |question: usize, option: usize| {
        let mut filter = Filter::default();
        filter.toggle(QuestionIx(question), Pick::Option(option));
        filter
    };
    let both = |one: Filter, other: Filter| {
        let compared = cube.compare(&one, &Against::Filter(other));
        assert_eq!(compared.second.size, Ok(20));
        (compared.both.size, compared.both.tallies[2].is_ok())
    };
    assert_eq!(both(filter(0, 0), filter(0, 0)), (Ok(20), true));
    assert_eq!(both(filter(0, 0), filter(0, 1)), (Ok(0), true));
    assert_eq!(both(filter(0, 0), filter(1, 0)), (Err(NotAvailable), false));
    let others = cube.compare(&filter(0, 0), &Against::Others);
    assert_eq!((others.second.size, others.both.size), (Ok(20), Ok(0)));
}

fn same_breakdown(
    cube: &Cube,
    records: &Records,
    filter: &Filter,
    question: QuestionIx,
    by: QuestionIx,
) -> Result<(), TestCaseError> {
    let offered = asked_of(cube, filter) == Ok(None) && by_any(cube, by);
    prop_assert_eq!(cube.offers(filter, Some(by)), offered);
    let told = cube.breakdown(filter, question, by);
    prop_assert_eq!(told.is_ok(), offered && has(cube, question, by));
    let Ok(told) = told else {
        prop_assert_eq!(told, Err(NotAvailable));
        return Ok(());
    };
    let expected = records.breakdown(filter, question, by).unwrap();
    let parts = |parts: &[Tally]| parts.iter().map(counts).collect::<Vec<_>>();
    prop_assert_eq!(parts(&told.parts), parts(&expected.parts));
    prop_assert_eq!(counts(&told.rest), counts(&expected.rest));
    prop_assert!(told.rest.answered == 0 || told.rest.answered >= SMALLEST_PROTECTED_GROUP);
    prop_assert_eq!(told.sizes, expected.sizes);
    Ok(())
}

fn tally(base: u32, counts: &[u32]) -> Tally {
    Tally { asked: base, answered: base, counts: counts.to_vec(), ..Tally::default() }
}

type Tables = (u32, Vec<Option<Tally>>, Vec<Crossed>);
type Spoil = fn(&mut Tables);

/// 40 respondents: `uses` 25 and 15; `areas` by `uses` can't be, as nobody else is asked; `kind` by
/// `uses`.
fn tables() -> Tables {
    let kind_by_uses = Crossed {
        question: KIND,
        by: USES,
        parts: vec![tally(25, &[10, 10, 5]), tally(15, &[5, 5, 5])],
    };
    let totals = vec![
        Some(tally(40, &[25, 15])),
        Some(tally(25, &[20, 10, 5])),
        Some(tally(40, &[15, 15, 10])),
    ];
    (40, totals, vec![kind_by_uses])
}

fn spoilt(spoil: impl Fn(&mut Tables)) -> Result<Cube, Vec<CubeError>> {
    let mut tables = tables();
    spoil(&mut tables);
    Cube::new(codebook(), tables.0, tables.1, tables.2)
}

#[test]
fn tables_that_cannot_be_are_refused() {
    fn total(tables: &mut Tables, at: usize) -> &mut Tally {
        tables.1[at].as_mut().unwrap()
    }
    let (uses, areas, kind) = (|| "uses".to_owned(), || "areas".to_owned(), || "kind".to_owned());
    let parts = || CubeError::Parts { question: kind(), by: uses() };
    let grouping = |question, by| CubeError::Grouping { question, by };
    let cases: Vec<(&str, Spoil, CubeError)> = vec![
        ("a total short", |t| t.1.truncate(2), CubeError::Shape),
        ("a count short", |t| total(t, 0).counts.truncate(1), CubeError::Shape),
        ("a part short", |t| t.2[0].parts.truncate(1), CubeError::Shape),
        ("a part's count short", |t| t.2[0].parts[1].counts.truncate(2), CubeError::Shape),
        ("no such question", |t| t.2[0].question = QuestionIx(3), CubeError::Shape),
        ("no such grouping", |t| t.2[0].by = QuestionIx(usize::MAX), CubeError::Shape),
        ("a table twice", |t| t.2.push(t.2[0].clone()), CubeError::Order),
        ("who did not answer", |t| total(t, 0).asked = 41, CubeError::MoreThanCounts(uses())),
        (
            "groups of answers",
            |t| total(t, 1).groups = vec![20, 5],
            CubeError::MoreThanCounts(areas()),
        ),
        (
            "weights",
            |t| t.2[0].parts[0].weighted = Some(crate::Weighted::default()),
            CubeError::MoreThanCounts(kind()),
        ),
        ("one answer of two", |t| total(t, 0).counts[0] = 26, CubeError::Sums(uses())),
        ("one answer too few", |t| total(t, 0).counts[0] = 24, CubeError::Sums(uses())),
        ("more than the base", |t| total(t, 1).counts[0] = 26, CubeError::Sums(areas())),
        ("wrapping around", |t| *total(t, 0) = tally(40, &[u32::MAX, 41]), CubeError::Sums(uses())),
        ("few", |t| *total(t, 1) = tally(9, &[9, 0, 0]), CubeError::SmallBase(areas())),
        ("nobody", |t| *total(t, 1) = tally(0, &[0, 0, 0]), CubeError::SmallBase(areas())),
        ("few in a part", |t| t.2[0].parts[1] = tally(9, &[3, 3, 3]), CubeError::SmallBase(kind())),
        ("no total", |t| t.1[KIND.0] = None, grouping(kind(), uses())),
        ("no total of the grouping", |t| t.1[USES.0] = None, grouping(kind(), uses())),
        (
            "several answers",
            |t| {
                t.2[0] = Crossed { question: USES, by: AREAS, parts: vec![tally(20, &[10, 10]); 3] }
            },
            grouping(uses(), areas()),
        ),
        (
            "by itself",
            |t| t.2[0] = Crossed { question: USES, by: USES, parts: vec![tally(20, &[10, 10]); 2] },
            grouping(uses(), uses()),
        ),
        ("a base larger in parts", |t| t.2[0].parts[1] = tally(16, &[5, 5, 6]), parts()),
        ("a count larger in parts", |t| t.2[0].parts[1] = tally(15, &[10, 5, 0]), parts()),
        (
            "few in no group",
            |t| t.2[0].parts[0] = tally(16, &[7, 6, 3]),
            CubeError::SmallRest { question: kind(), by: uses() },
        ),
        (
            "one in no group",
            |t| t.2[0].parts[0] = tally(24, &[9, 10, 5]),
            CubeError::SmallRest { question: kind(), by: uses() },
        ),
        // `uses` has 25 and 15.
        (
            "a part larger than its group",
            |t| t.2[0].parts = vec![tally(15, &[5, 5, 5]), tally(25, &[10, 10, 5])],
            parts(),
        ),
    ];
    assert!(spoilt(|_| {}).is_ok());
    assert!(spoilt(|t| t.2[0].parts[0] = tally(15, &[5, 5, 5])).is_ok(), "10 in no group");
    for (what, spoil, expected) in cases {
        assert_eq!(spoilt(spoil).unwrap_err()[0], expected, "{what}");
    }
}

#[test]
fn more_answers_than_are_left_are_refused() {
    // Of `areas`, where answers go together, 10 of 40 are in no part; they can't have given 11.
    let by_kind = |uses: [u32; 3]| Crossed {
        question: AREAS,
        by: KIND,
        parts: uses.iter().map(|&count| tally(10, &[count, 0, 0])).collect(),
    };
    let totals = || vec![None, Some(tally(40, &[38, 0, 0])), Some(tally(40, &[15, 15, 10]))];
    let cube = |counts| Cube::new(codebook(), 40, totals(), vec![by_kind(counts)]);
    assert!(cube([10, 10, 8]).is_ok());
    let parts = CubeError::Parts { question: "areas".into(), by: "kind".into() };
    assert_eq!(cube([9, 9, 9]).unwrap_err(), [parts]);
}

#[test]
fn every_fault_is_told() {
    let errors = spoilt(|tables| {
        tables.0 = 30;
        tables.2.push(tables.2[0].clone());
    });
    let sums = |id: &str| CubeError::Sums(id.into());
    assert_eq!(errors.unwrap_err(), [sums("uses"), sums("kind"), CubeError::Order]);
}
