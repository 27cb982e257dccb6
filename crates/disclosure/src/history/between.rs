//! What lies between two tallies of the same question.

use survey::Tally;

/// The people between two tallies, as a reader takes them.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Between {
    /// Nobody: all numbers are the same.
    Nobody,
    /// The later is the earlier with these.
    Joined(Tally),
    /// The later is the earlier without these.
    Left(Tally),
    /// Some numbers rose and others fell.
    Both,
}

/// Takes one tally from the other.
pub(crate) fn between(then: &Tally, now: &Tally) -> Between {
    if (then.answered, &then.counts) == (now.answered, &now.counts) {
        return Between::Nobody;
    }
    match (less(now, then), less(then, now)) {
        (Some(more), _) => Between::Joined(more),
        (None, Some(fewer)) => Between::Left(fewer),
        (None, None) => Between::Both,
    }
}

/// A tally less one that lies within it; `None` where it does not, with all its counts and what they
/// leave of the base.
fn less(whole: &Tally, part: &Tally) -> Option<Tally> {
    let answered = whole.answered.checked_sub(part.answered)?;
    let counts = whole.counts.iter().zip(&part.counts);
    let counts: Vec<u32> =
        counts.map(|(whole, part)| whole.checked_sub(*part)).collect::<Option<_>>()?;
    let within = counts.iter().all(|&count| count <= answered);
    within.then(|| Tally { asked: answered, answered, counts, ..Tally::default() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(answered: u32, counts: &[u32]) -> Tally {
        Tally { asked: answered, answered, counts: counts.to_vec(), ..Tally::default() }
    }

    #[test]
    fn people_join_leave_or_do_both() {
        let then = tally(60, &[30, 30]);
        assert_eq!(between(&then, &then), Between::Nobody);
        let joined = between(&then, &tally(65, &[35, 30]));
        assert_eq!(joined, Between::Joined(tally(5, &[5, 0])));
        let left = between(&then, &tally(50, &[25, 25]));
        assert_eq!(left, Between::Left(tally(10, &[5, 5])));
        assert_eq!(between(&then, &tally(60, &[31, 29])), Between::Both);
        // Of several answers: three more ticked the first, of one more in the base.
        assert_eq!(between(&then, &tally(61, &[33, 30])), Between::Both);
    }
}
