//! What follows from unions, against respondents counted one by one.

use super::*;

/// Counts of five respondents' ticks, whatever they are.
struct Ticked(Vec<Vec<usize>>);

impl Ticked {
    fn any(&self, options: &[usize]) -> u32 {
        let any = self.0.iter().filter(|ticks| ticks.iter().any(|tick| options.contains(tick)));
        u32::try_from(any.count()).unwrap()
    }

    fn unions(&self, options: usize, ticks: &Ticks, routed: &[&[usize]]) -> Vec<Known> {
        let counts: Vec<_> = (0..options).map(|option| Some(self.any(&[option]))).collect();
        let asked: Vec<Asked> = routed
            .iter()
            .enumerate()
            .map(|(place, any_of)| Asked {
                of: Of::Asked(QuestionIx(place)),
                any_of: any_of.iter().copied().collect(),
                base: self.any(any_of),
            })
            .collect();
        unions(ticks, u32::try_from(self.0.len()).ok(), &counts, &asked)
    }
}

fn all(known: &[Known]) -> Vec<u32> {
    let mut counts: Vec<u32> = derive(known).unwrap().iter().map(Derived::count).collect();
    counts.sort_unstable();
    counts
}

#[test]
fn two_options_and_none_of_them_tell_all_of_a_table() {
    // Both twice, one alone three times, the other once, neither four times.
    let ticks = Ticks { exclusive: vec![2], at_least_one: true };
    let rows = [(2, vec![0, 1]), (3, vec![0]), (1, vec![1]), (4, vec![2])];
    let rows = rows.iter().flat_map(|(many, ticks)| std::iter::repeat_n(ticks.clone(), *many));
    let known = Ticked(rows.collect()).unions(3, &ticks, &[]);
    assert_eq!(all(&known), [1, 2, 3]);
    let sizes: Vec<u32> = known.iter().map(|known| known.size).collect();
    assert_eq!(sizes, [5, 3, 6]);
}

/// Every survey of four respondents with three options: what is derived is a count of respondents, or
/// of their ticks beyond the first, as the same sets give it.
#[test]
fn what_follows_is_what_is() {
    let routings: [&[&[usize]]; 4] = [&[], &[&[0, 1]], &[&[0, 1], &[1, 2]], &[&[0, 1, 2], &[0]]];
    for code in 0..8_usize.pow(4) {
        let rows: Vec<Vec<usize>> = (0..4)
            .map(|row| code / 8_usize.pow(row) % 8)
            .map(|ticks| (0..3).filter(|option| ticks >> option & 1 == 1).collect())
            .collect();
        let at_least_one = rows.iter().all(|ticks| !ticks.is_empty());
        let ticks = Ticks { exclusive: Vec::new(), at_least_one };
        for routed in routings {
            check(&rows, &Ticked(rows.clone()).unions(3, &ticks, routed));
        }
    }
}

fn check(rows: &[Vec<usize>], known: &[Known]) {
    let meets = |row: &Vec<usize>, place: usize| {
        let options = &known[place].options;
        row.iter().any(|tick| options.contains(tick))
            || (row.is_empty() && options.contains(&NOTHING))
    };
    let count = |keep: &dyn Fn(&Vec<usize>) -> usize| {
        u32::try_from(rows.iter().map(keep).sum::<usize>()).unwrap()
    };
    for derived in derive(known).unwrap() {
        let expected = match &derived {
            Derived::Beyond { wider, narrower, .. } => {
                count(&|row| usize::from(meets(row, *wider) && !meets(row, *narrower)))
            }
            Derived::Together { parts, .. } => count(&|row| {
                let met = parts.iter().filter(|part| meets(row, **part)).count();
                met.saturating_sub(1)
            }),
            Derived::Shared { both, less, .. } => count(&|row| {
                let is_both = both.iter().all(|place| meets(row, *place));
                usize::from(is_both && !less.is_some_and(|less| meets(row, less)))
            }),
        };
        assert_eq!(derived.count(), expected, "{derived:?} of {rows:?}");
    }
}

#[test]
fn too_many_ways_are_not_looked_at() {
    let pairs: Vec<Vec<usize>> = (0..15).map(|pair| vec![2 * pair, 2 * pair + 1]).collect();
    let routed: Vec<&[usize]> = pairs.iter().map(Vec::as_slice).collect();
    let ticks = Ticks { exclusive: Vec::new(), at_least_one: true };
    let ticked = Ticked((0..30).map(|option| vec![option]).collect());
    assert_eq!(derive(&ticked.unions(30, &ticks, &routed)), None);
    assert!(derive(&ticked.unions(30, &ticks, &routed[..10])).is_some());
}
