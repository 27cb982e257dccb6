//! An answer that answers to two other questions make up: the number of one less those of the two is
//! who gave neither, where nobody gave both; and who gave both, where everybody gave one of them
//! (“uses any” beside “uses tea” and “uses coffee”). What is *not* an answer counts as one, so that
//! intersections are found as well.

use survey::{Bitmap, QuestionIx};

use super::Division;
use crate::rule::{Case, Outcome};
use crate::rules::cells::id;

/// An answer, or the rest of its base.
struct Part<'a> {
    question: QuestionIx,
    name: &'a str,
    rows: Bitmap,
    size: u32,
}

pub(super) fn check(case: &Case<'_>, divisions: &[Division], outcome: &mut Outcome) {
    let parts = parts(divisions);
    for whole in &parts {
        let inside: Vec<&Part<'_>> = parts.iter().filter(|part| lies_in(part, whole)).collect();
        for (place, one) in inside.iter().enumerate() {
            let others = inside[..place].iter().filter(|other| other.question != one.question);
            for other in others {
                compare(case, whole, [one, other], outcome);
            }
        }
    }
}

/// Answers, and rests that are no answer of their own. Who is not counted is no part: bases have a
/// rule of their own.
fn parts(divisions: &[Division]) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    for Division { question, parts: divided } in divisions {
        let Some((_, answers)) = divided.split_last() else { continue };
        for (name, rows) in answers {
            let size = rows.count();
            parts.push(Part { question: *question, name, rows: rows.clone(), size });
        }
    }
    parts
}

fn lies_in(part: &Part<'_>, whole: &Part<'_>) -> bool {
    part.question != whole.question
        && part.size > 0
        && part.size < whole.size
        && part.rows.first_outside(&whole.rows).is_none()
}

fn compare(case: &Case<'_>, whole: &Part<'_>, [one, other]: [&Part<'_>; 2], outcome: &mut Outcome) {
    let both = one.rows.count_and(&other.rows);
    let neither = whole.size - (one.size + other.size - both);
    outcome.examined += 1;
    // Where one lies in the other, the two are compared as a pair.
    let nested = both == one.size || both == other.size;
    let count = if both == 0 { neither } else { both };
    if nested || both.min(neither) > 0 || count == 0 {
        return;
    }
    outcome.examine(count);
    if count < case.plan.threshold {
        let [x, y, z] =
            [whole, one, other].map(|part| id(&case.known.codebook, part.question).to_owned());
        let what = format!(
            "“{x}”, “{y}” and “{z}” fit together so closely that {count} can be found by subtraction"
        );
        let fix = "Withhold one of the three (“withhold” of the plan), or merge answers.";
        let cell = format!("{} beside {} and {}", whole.name, one.name, other.name);
        outcome.breach(None, cell, what, fix);
    }
}
