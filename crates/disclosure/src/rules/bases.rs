//! Rule 3, bases: where one base lies within another, the wider one has nobody more, or at least t
//! more. Two whole blocks differ by 0 or at least t on either side, even where neither lies within the
//! other.
//! Otherwise the respondents who skipped a question of one block are found by subtracting the blocks;
//! the literature on disclosure control calls this differencing.
//!
//! Sets are compared, not only their sizes, so that two skips that cancel out are found as well.

use survey::Bitmap;

use super::cells;
use crate::rule::{Case, Outcome, Rule, Stage};

pub(super) const RULE: Rule = Rule {
    name: "bases",
    number: 3,
    demands: "Two bases differ by nobody, or by at least the threshold.",
    exact: "Exact for pairs of bases of which one lies within the other, and for pairs of blocks.",
    stage: Stage::Release,
    counts_only: false,
    of_changes: false,
    check,
};

/// A set of respondents that counts are of.
struct Base {
    name: String,
    rows: Bitmap,
    is_block: bool,
}

fn check(case: &Case<'_>) -> Outcome {
    let bases = bases(case);
    let mut outcome = Outcome::default();
    for (position, one) in bases.iter().enumerate() {
        for other in &bases[..position] {
            for (more, less) in [(one, other), (other, one)] {
                let both = more.rows.count_and(&less.rows);
                let beyond = more.rows.count() - both;
                let nested = both == less.rows.count();
                if beyond == 0 || !(nested || (more.is_block && less.is_block)) {
                    continue;
                }
                outcome.examine(beyond);
                if beyond < case.plan.threshold {
                    let what =
                        format!("{} are {beyond} respondents more than {}", more.name, less.name);
                    let fix = "Put their questions into one block, so that all have the same base.";
                    outcome.breach(None, String::new(), what, fix);
                }
            }
        }
    }
    outcome
}

/// Every base, once.
fn bases(case: &Case<'_>) -> Vec<Base> {
    let codebook = &case.tables.codebook;
    let rows = case.sample.population.clone();
    let mut bases = vec![Base { name: "all in the release".to_owned(), rows, is_block: false }];
    let mut add = |name: String, rows: Bitmap, is_block: bool| match bases
        .iter_mut()
        .find(|known| known.rows == rows)
    {
        Some(known) => known.is_block |= is_block,
        None => bases.push(Base { name, rows, is_block }),
    };
    for (question, _) in case.tables.published() {
        let asked = codebook.question(question);
        let name = format!("those counted for “{}”", asked.id);
        add(name, case.sample.bases[question.position()].clone(), asked.asked_if.is_none());
    }
    for crossed in &case.tables.crossed {
        let mut rows = case.sample.bases[crossed.question.position()].clone();
        rows.and(&case.sample.bases[crossed.by.position()]);
        let ids = (cells::id(codebook, crossed.question), cells::id(codebook, crossed.by));
        add(format!("those counted for “{}” by “{}”", ids.0, ids.1), rows, false);
    }
    bases
}
