//! Decides which small counts the files pin down.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use reconstruct::{Impossible, Published, bounds};

use crate::reader::Reader;
use crate::release::Out;
use crate::survey::Survey;
use crate::swaps::{Range, Swaps};
use crate::targets::{Target, targets};
use crate::world::World;

/// How many other surveys are looked at before an integer program decides.
const SURVEYS: usize = 12;

/// What was found of one survey's releases.
#[derive(Clone, Debug, Default)]
pub(crate) struct Verdict {
    /// Small counts looked at.
    pub(crate) looked_at: usize,
    /// Those that an integer program decided; the others have a witness.
    pub(crate) solved: usize,
    /// Those that it could not decide.
    pub(crate) undecided: Vec<String>,
    /// Small counts that are known, or of two answers known but for less than the threshold.
    pub(crate) pinned: Vec<Slip>,
}

/// A small count that a reader can work out.
#[derive(Clone, Debug)]
pub(crate) struct Slip {
    pub(crate) kind: &'static str,
    pub(crate) what: String,
}

pub(crate) fn judge(survey: &Survey, outs: &[Out]) -> Verdict {
    let reader = Reader::new(survey, outs);
    let world = &reader.world;
    let targets = targets(&reader, survey.threshold);
    let mut verdict = Verdict { looked_at: targets.len(), ..Verdict::default() };
    let mut swaps = Swaps::new(world);
    let mut chance = ChaCha8Rng::seed_from_u64(1);
    let mut left: Vec<(Target, Range)> = targets
        .into_iter()
        .map(|t| {
            let seen = (t.count, t.count);
            (t, seen)
        })
        .collect();
    for _ in 0..SURVEYS {
        for (target, seen) in &mut left {
            let (least, most) = swaps.range(&target.cell);
            *seen = (seen.0.min(least), seen.1.max(most));
        }
        left.retain(|(_, seen)| seen.1 - seen.0 < survey.threshold);
        if left.is_empty() {
            break;
        }
        swaps.wander(&mut chance);
        assert!(swaps.fits(), "changes that keep what the files tell");
    }
    for (target, seen) in &left {
        let is_pair = target.kind.starts_with("pair") || target.kind.starts_with("two");
        if seen.0 < seen.1 && !is_pair {
            continue; // not known, and no more is promised
        }
        // One of a kind that is known tells enough.
        if verdict.pinned.iter().any(|slip| slip.kind == target.kind) {
            continue;
        }
        verdict.solved += 1;
        let what = format!("{} {}", target.count, world.words(&target.cell));
        // What the questionnaire alone makes impossible tells nothing.
        if target.count == 0 && exact(&world.questionnaire(), target) == Ok((0, 0)) {
            continue;
        }
        match exact(world, target) {
            Ok((least, most)) => {
                assert!(least <= seen.0 && seen.1 <= most, "{what}");
                // Of a relation between questions that nobody declared it is promised that few can't be
                // found by subtraction; nobody may be, and witnesses may break it.
                let is_promised = survey.implies.is_empty() || !target.kind.starts_with("nobody");
                if least == most && is_promised {
                    verdict.pinned.push(Slip { kind: target.kind, what });
                } else if is_pair
                    && reader.is_of_one_release(&target.cell)
                    && survey.implies.is_empty()
                    && most - least < reader.need(&target.cell, survey.threshold)
                {
                    // Witnesses are promised that lie the threshold apart.
                    let what = format!("{what}: {least} to {most}");
                    verdict.pinned.push(Slip { kind: "narrow", what });
                }
            }
            Err(why) => verdict.undecided.push(format!("{what}: {why}")),
        }
    }
    verdict
}

/// Bounds from all that is known at once, by integer programming.
fn exact(world: &World, target: &Target) -> Result<Range, Impossible> {
    let mut published = Published::new(world.everybody.count_ones(), vec![2; world.columns.len()]);
    let value = |cell: &[(usize, bool)]| {
        cell.iter().map(|(column, value)| (*column, u8::from(*value))).collect::<Vec<_>>()
    };
    for (cell, count) in &world.known {
        published.publish(value(cell), *count);
    }
    for cell in &world.impossible {
        published.publish(value(cell), 0);
    }
    bounds(&published, &value(&target.cell))
}

#[test]
fn what_changes_reach_lies_within_exact_bounds() {
    let folder = tempfile::tempdir().unwrap();
    let rules = disclosure::rules::RULES;
    let mut compared = 0;
    for seed in 0..60 {
        let survey = crate::draw::draw(seed);
        let outs = crate::release::release(&survey, &rules, folder.path());
        if outs.is_empty() {
            continue;
        }
        let reader = Reader::new(&survey, &outs);
        let swaps = Swaps::new(&reader.world);
        let targets = targets(&reader, survey.threshold);
        for target in targets.iter().step_by(1 + targets.len() / 4) {
            let (least, most) = swaps.range(&target.cell);
            let bounds = exact(&reader.world, target).unwrap();
            assert!(
                bounds.0 <= least && most <= bounds.1,
                "seed {seed}: {least} to {most}, {bounds:?}"
            );
            compared += 1;
        }
    }
    assert!(compared > 100, "only {compared} compared");
}
