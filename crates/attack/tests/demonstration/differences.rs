//! Everything that can be had from the file by adding and subtracting counts whose respondents lie
//! within each other: nothing, or enough of them.

use survey::{Cube, QuestionIx, Tally};

use crate::packed::{THRESHOLD, cube};

/// The fewest respondents of a group, and outside of it.
const GROUP: u32 = 10;

/// A tally, and the group that it is of.
struct Told<'a> {
    question: QuestionIx,
    tally: &'a Tally,
    group: Option<(QuestionIx, usize)>,
}

fn told(cube: &Cube) -> Vec<Told<'_>> {
    let totals = cube.codebook().iter().filter_map(|(question, _)| {
        let tally = cube.totals()[question.0].as_ref()?;
        Some(Told { question, tally, group: None })
    });
    let parts = cube.crossed().iter().flat_map(|table| {
        table.parts.iter().enumerate().map(|(part, tally)| Told {
            question: table.question,
            tally,
            group: Some((table.by, part)),
        })
    });
    totals.chain(parts).collect()
}

fn size(cube: &Cube, group: Option<(QuestionIx, usize)>) -> u32 {
    group
        .map_or(cube.respondents(), |(by, part)| cube.totals()[by.0].as_ref().unwrap().counts[part])
}

fn expect_enough_or_none(more: u32, less: u32, what: &str) {
    let difference = more.abs_diff(less);
    assert!(difference == 0 || difference >= THRESHOLD, "{what}: {more} and {less}");
}

use survey::Source;

#[test]
fn every_count_and_everybody_else_are_enough() {
    let cube = cube();
    for Told { question, tally, group } in told(&cube) {
        assert!(tally.answered >= GROUP, "{question:?} {group:?}");
        for (option, &count) in tally.counts.iter().enumerate() {
            let what = format!("{question:?} {option} {group:?}");
            assert!(count >= THRESHOLD, "{what}: {count}");
            assert!(tally.answered - count >= THRESHOLD, "{what}: all but {count}");
        }
    }
    for table in cube.crossed() {
        for &group in &cube.totals()[table.by.0].as_ref().unwrap().counts {
            assert!(group >= GROUP && cube.respondents() - group >= GROUP, "{:?}", table.by);
        }
    }
}

#[test]
fn groups_and_unions_of_them_less_all_leave_enough_or_none() {
    let cube = cube();
    for table in cube.crossed() {
        let whole = cube.totals()[table.question.0].as_ref().unwrap();
        for union in 1_u32..1 << table.parts.len() {
            let sum = |count: &dyn Fn(&Tally) -> u32| -> u32 {
                let chosen =
                    table.parts.iter().enumerate().filter(|(part, _)| union >> part & 1 == 1);
                chosen.map(|(_, tally)| count(tally)).sum()
            };
            let what = format!("{:?} by {:?}, {union:b}", table.question, table.by);
            expect_enough_or_none(whole.answered, sum(&|tally| tally.answered), &what);
            for option in 0..whole.counts.len() {
                expect_enough_or_none(
                    whole.counts[option],
                    sum(&|tally| tally.counts[option]),
                    &what,
                );
            }
        }
    }
}

/// Two bases of one group that differ by few give those few away.
#[test]
fn bases_less_each_other_leave_enough_or_none() {
    let cube = cube();
    let told = told(&cube);
    for one in &told {
        let what = format!("{:?} {:?}", one.question, one.group);
        expect_enough_or_none(size(&cube, one.group), one.tally.answered, &what);
        for other in told.iter().filter(|other| other.group == one.group) {
            expect_enough_or_none(one.tally.answered, other.tally.answered, &what);
        }
    }
}

#[test]
fn who_led_to_a_question_less_who_answered_it_are_enough_or_none() {
    let cube = cube();
    let told = told(&cube);
    let mut routed = 0;
    for one in &told {
        let Some(routing) = &cube.codebook().question(one.question).asked_if else { continue };
        let before = told
            .iter()
            .find(|other| (other.question, other.group) == (routing.question, one.group));
        if let Some(before) = before {
            assert!(!cube.codebook().question(routing.question).is_multiple());
            let asked: u32 = routing.any_of.iter().map(|&o| before.tally.counts[o]).sum();
            expect_enough_or_none(asked, one.tally.answered, &format!("{:?}", one.question));
            for &count in &one.tally.counts {
                expect_enough_or_none(asked, count, &format!("{:?}", one.question));
            }
            routed += 1;
        }
    }
    assert!(routed >= 2, "the demonstration has routed questions");
}
