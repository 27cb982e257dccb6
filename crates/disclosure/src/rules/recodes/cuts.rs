//! Answers that lie in wider ones. Where everybody who gave some answers to one question gave some to
//! another, those who gave the wider answers and not the narrower ones are found by subtraction, also
//! where they stand in several cells.

/// Questions with more answers than this are looked at answer by answer, by pairs and by runs.
const ALL_SETS: usize = 8;

/// The smallest number of respondents that lies between a set of one question's answers and all the
/// answers to the other that these respondents gave; with both sets. Nobody, whole answers and
/// everybody do not count: other rules guard what is published. `occurs` says which combinations
/// anybody gave; `joint` may be of a group alone, in which more are missing by chance.
pub(super) fn smallest(
    occurs: &[Vec<u32>],
    joint: &[Vec<u32>],
) -> Option<(u32, Vec<usize>, Vec<usize>)> {
    let columns = joint.first().map_or(0, Vec::len);
    let mut smallest: Option<(u32, Vec<usize>, Vec<usize>)> = None;
    for set in sets(joint.len()) {
        let is_reached = |column: &usize| set.iter().any(|&row| occurs[row][*column] > 0);
        let reached: Vec<usize> = (0..columns).filter(is_reached).collect();
        if reached.is_empty() || reached.len() == columns {
            continue;
        }
        let inside = |row: usize| reached.iter().map(|&column| joint[row][column]).sum::<u32>();
        let others: Vec<usize> =
            (0..joint.len()).filter(|row| !set.contains(row) && inside(*row) > 0).collect();
        let between: u32 = others.iter().map(|&row| inside(row)).sum();
        let is_whole = |row: usize| inside(row) == joint[row].iter().sum::<u32>();
        if between == 0 || others.iter().all(|&row| is_whole(row)) {
            continue;
        }
        if smallest.as_ref().is_none_or(|(least, ..)| between < *least) {
            smallest = Some((between, set, reached));
        }
    }
    smallest
}

/// Whether some answers lie in wider ones that are not everybody's, with anybody between.
pub(super) fn any(joint: &[Vec<u32>]) -> bool {
    smallest(joint, joint).is_some()
}

/// Sets of answers that are looked at: all of a few, otherwise single ones, pairs and runs.
fn sets(answers: usize) -> Vec<Vec<usize>> {
    if answers <= ALL_SETS {
        let of = |bits: u32| (0..answers).filter(|answer| bits >> answer & 1 == 1).collect();
        return (1..(1_u32 << answers).saturating_sub(1)).map(of).collect();
    }
    let mut sets = Vec::new();
    for first in 0..answers {
        for last in first..answers {
            if last - first + 1 < answers {
                sets.push((first..=last).collect());
            }
            if last > first + 1 {
                sets.push(vec![first, last]);
            }
        }
    }
    sets
}

#[cfg(test)]
mod tests {
    use super::smallest;

    #[test]
    fn what_lies_between_is_found_over_several_cells() {
        let cases = [
            // The second answer lies in the first column: 3 and 1 gave the wider one alone.
            (vec![vec![3, 2], vec![5, 0], vec![1, 4]], Some(4)),
            // Nobody lies between.
            (vec![vec![5, 0], vec![0, 4]], None),
            // Every combination occurs.
            (vec![vec![5, 1], vec![3, 4]], None),
            // What lies between is a whole answer.
            (vec![vec![3, 0], vec![5, 0], vec![0, 4]], None),
        ];
        for (joint, expected) in cases {
            assert_eq!(
                smallest(&joint, &joint).map(|(between, ..)| between),
                expected,
                "{joint:?}"
            );
        }
    }
}
