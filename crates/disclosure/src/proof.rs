//! What the witnesses of a release prove, in numbers and in one sentence.

/// What was proved, in numbers that may be published.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proof {
    /// Pairs of answers looked at, in total and within groups.
    pub pairs: u64,
    /// Counts among them that are small, and what each needs.
    pub counts: usize,
    /// How many of these were proved by walking from survey to survey.
    pub by_walking: usize,
    /// How many by an integer program.
    pub by_program: usize,
    /// The narrowest range of a count that two surveys show.
    pub narrowest: Option<u32>,
    /// How many surveys were shown and checked.
    pub surveys: usize,
    /// How many earlier releases are of people who can't all be among those of this one: they are held
    /// against it by the rule on earlier releases alone.
    pub unrelated_releases: usize,
}

impl Proof {
    /// The proof in one sentence that can be quoted.
    pub fn sentence(&self) -> String {
        let Self { pairs, counts, surveys, .. } = self;
        let Some(narrowest) = self.narrowest else {
            return format!(
                "Of {pairs} pairs of answers that no table shows together, none has a count small \
                 enough to tell of somebody."
            );
        };
        let unrelated = match self.unrelated_releases {
            0 => String::new(),
            1 => " One earlier release is of other people, and is held against this one by its \
                  differences alone."
                .to_owned(),
            many => format!(
                " {many} earlier releases are of other people, and are held against this one by \
                 their differences alone."
            ),
        };
        format!(
            "Of {pairs} pairs of answers that no table shows together, {counts} counts are small \
             enough to tell of somebody; for each of them, two other surveys give every table \
             exactly and differ by {narrowest} or more ({surveys} surveys were checked).{unrelated}"
        )
    }
}
