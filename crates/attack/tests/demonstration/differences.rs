//! Everything that can be had from a file by adding and subtracting counts whose respondents lie
//! within each other: nothing, or enough of them.

use survey::limits::SMALLEST_PROTECTED_GROUP;
use survey::{Cube, QuestionIx, Source, Tally};

use crate::packed::{THRESHOLD, cube};

/// The fewest respondents of a group, and outside of it: written out, since what is promised is tried
/// here and not what the code says of itself.
const GROUP: u32 = 10;
const _: () = assert!(GROUP == SMALLEST_PROTECTED_GROUP, "the documents promise another number");

/// A tally, and the group that it is of.
struct Told<'a> {
    question: QuestionIx,
    tally: &'a Tally,
    group: Option<(QuestionIx, usize)>,
}

/// Looks at a number: what it is, and the number.
type Look<'a> = dyn FnMut(String, u32) + 'a;

fn told(cube: &Cube) -> Vec<Told<'_>> {
    let totals = cube.codebook().iter().filter_map(|(question, _)| {
        let tally = cube.totals()[question.position()].as_ref()?;
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
    group.map_or(cube.respondents(), |(by, part)| {
        cube.totals()[by.position()].as_ref().unwrap().counts[part]
    })
}

/// Each count, and who of its base is not counted.
fn counts(cube: &Cube, look: &mut Look<'_>) {
    for Told { question, tally, group } in told(cube) {
        for (option, &count) in tally.counts.iter().enumerate() {
            let what = format!("{question:?}, answer {option}, group {group:?}");
            look(what.clone(), count);
            look(what + ", all others", tally.answered - count);
        }
    }
}

/// A question's total less any union of its parts.
fn unions(cube: &Cube, look: &mut Look<'_>) {
    for table in cube.crossed() {
        let whole = cube.totals()[table.question.position()].as_ref().unwrap();
        for union in 1_u32..1 << table.parts.len() {
            let sum = |count: &dyn Fn(&Tally) -> u32| -> u32 {
                let parts = table.parts.iter().enumerate();
                parts
                    .filter(|(part, _)| union >> part & 1 == 1)
                    .map(|(_, tally)| count(tally))
                    .sum()
            };
            let what = format!("{:?} by {:?}, groups {union:b}", table.question, table.by);
            look(what.clone(), whole.answered - sum(&|tally| tally.answered));
            for (option, &count) in whole.counts.iter().enumerate() {
                look(
                    format!("{what}, answer {option}"),
                    count - sum(&|tally| tally.counts[option]),
                );
            }
        }
    }
}

/// Bases of one group less each other, and less the group.
fn bases(cube: &Cube, look: &mut Look<'_>) {
    let told = told(cube);
    let asked_if = |told: &Told<'_>| &cube.codebook().question(told.question).asked_if;
    for one in &told {
        let what = format!("base of {:?}, group {:?}", one.question, one.group);
        look(what.clone(), size(cube, one.group) - one.tally.answered);
        for other in told.iter().filter(|other| other.group == one.group) {
            // Of two questions that the same were asked; what others were asked is in `routes`.
            if asked_if(one) == asked_if(other) {
                let less = other.tally.answered;
                let difference = one.tally.answered.abs_diff(less);
                look(format!("{what} and of {:?}", other.question), difference);
            }
        }
    }
}

/// Who gave an answer that leads to a question, less who answered it.
fn routes(cube: &Cube, look: &mut Look<'_>) {
    let told = told(cube);
    for one in &told {
        let Some(routing) = &cube.codebook().question(one.question).asked_if else { continue };
        let before = told
            .iter()
            .find(|other| (other.question, other.group) == (routing.question, one.group));
        let Some(before) = before else { continue };
        let asked: u32 = routing.any_of.iter().map(|&o| before.tally.counts[o]).sum();
        let what = format!("asked {:?}, group {:?}", one.question, one.group);
        look(what.clone(), asked - one.tally.answered);
        for &count in &one.tally.counts {
            look(what.clone(), asked - count);
        }
    }
}

/// Everything that is too small, and how many numbers were looked at.
pub(crate) fn breaches(cube: &Cube, threshold: u32) -> (Vec<String>, usize) {
    let (mut found, mut looked_at) = (Vec::new(), 0);
    counts(cube, &mut |what, number| {
        looked_at += 1;
        if number < threshold {
            found.push(format!("{what}: {number}"));
        }
    });
    let mut left = |what: String, number: u32| {
        looked_at += 1;
        if number > 0 && number < threshold {
            found.push(format!("{what} leaves {number}"));
        }
    };
    unions(cube, &mut left);
    bases(cube, &mut left);
    routes(cube, &mut left);
    for table in cube.crossed() {
        for &group in &cube.totals()[table.by.position()].as_ref().unwrap().counts {
            if group < GROUP || cube.respondents() - group < GROUP {
                found.push(format!("a group of {:?} of {group}", table.by));
            }
        }
        let small = table.parts.iter().find(|part| part.answered < GROUP);
        found.extend(small.map(|part| format!("{:?}: a base of {}", table.by, part.answered)));
    }
    (found, looked_at)
}

#[test]
fn nothing_but_enough_is_left_by_any_subtraction() {
    let (found, looked_at) = breaches(&cube(), THRESHOLD);
    assert_eq!(found, [] as [&str; 0]);
    assert!(looked_at > 500, "only {looked_at} numbers");
}

/// The audit sees what it is there for: the file is not under the threshold that it was made by, but
/// under higher ones.
#[test]
fn the_audit_sees_small_numbers() {
    let cube = cube();
    assert!(!breaches(&cube, 8).0.is_empty());
    let kinds = ["all others", "leaves", "base of", "asked"];
    let found = breaches(&cube, 40).0;
    for kind in kinds {
        assert!(found.iter().any(|breach| breach.contains(kind)), "{kind}");
    }
}
