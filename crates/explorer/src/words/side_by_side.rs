//! Two selections side by side.

use survey::Phrase;

use super::figure::SIDES;
use super::grammar::{capitalised, labelled, thousands};

/// No gap.
pub const NO_GAP: &str = "none";
/// What bars show.
pub const BARS_SHOW_SHARES: &str =
    "Bars show shares of those who answered, because the sides may differ in size.";
/// How many gaps are checked.
pub const ONE_GAP_IS_CHECKED: &str = "One gap on this page is checked for chance.";
/// Who is in both is protected.
pub const BOTH_NOT_AVAILABLE: &str =
    "How many are in both is not available, so nothing is said of chance.";
/// One selection holds the other.
pub const ALL_OF_A_IN_B: &str = "all of A is in B";
/// The other way round.
pub const ALL_OF_B_IN_A: &str = "all of B is in A";

/// How many gaps are checked.
pub fn gaps_are_checked(many: usize) -> String {
    format!(
        "{many} gaps on this page are checked for chance, and judged together: of many, some are \
         large by chance."
    )
}

/// The second selection would have nobody, because the first has everybody.
pub fn choose_some_first(noun_other: &str) -> String {
    format!("Choose some {noun_other} first.")
}

/// Something of one side.
pub fn of_side(side: usize, words: &str) -> String {
    labelled(SIDES[side], words)
}

/// How many each side has.
pub fn both(first: &str, second: &str) -> String {
    format!("A: {first} · B: {second}")
}

/// A side's count at the end of its bar.
pub fn at_the_end(side: usize, count: &str) -> String {
    format!("{} {count}", SIDES[side])
}

/// Less than a percentage point.
pub fn under_one_point(side: usize) -> String {
    format!("under 1 point more in {}", SIDES[side])
}

/// Percentage points.
pub fn points(points: u64, side: usize) -> String {
    match points {
        1 => format!("1 point more in {}", SIDES[side]),
        several => format!("{several} points more in {}", SIDES[side]),
    }
}

/// How many of a side answered, and how many did not.
pub fn answered(side: usize, answered: u32, missing: u32) -> String {
    let missing = match missing {
        0 => String::new(),
        some => format!("; {} did not answer", thousands(some)),
    };
    format!("{}: {} answered{missing}", SIDES[side], thousands(answered))
}

/// Both of these.
pub fn both_answered(first: &str, second: &str) -> String {
    format!("{first}. {second}.")
}

/// Too few of a side for percentages.
pub fn no_percentages(fewest: u32, noun_other: &str, side: usize) -> String {
    format!("Fewer than {fewest} {noun_other} of {} answered: no percentages.", SIDES[side])
}

/// Few of a side.
pub fn small_base(answered: u32, noun_other: &str, side: usize) -> String {
    format!("Only {answered} {noun_other} of {} answered: a small base.", SIDES[side])
}

/// The headline of a figure of both: how many of each gave the answer with the widest gap.
pub fn headline(noun_other: &str, predicate: &str, [first, second]: &[String; 2]) -> String {
    let [a, b] = SIDES;
    format!("{} that {predicate}: {first} in {a}, {second} in {b}", capitalised(noun_other))
}

/// Every answer of a question was used to select.
pub fn by_design(question: &str) -> String {
    format!("The groups were chosen by “{question}”, so its gap is by design.")
}

/// No gap at all.
pub fn no_answer_differs(question: &str) -> String {
    format!("No answer to “{question}” differs between A and B.")
}

/// The finding: who each side is, how many of it gave an answer, and what those do.
pub fn finding(whom: [&str; 2], parts: [&str; 2], predicate: &str) -> String {
    let ([first, second], [of_first, of_second]) = (whom, parts);
    format!("Of {first} (A), {of_first} {predicate}; of {second} (B), {of_second}.")
}

/// The second side where it is not available.
pub fn b_which_is(not_available: &str) -> String {
    format!("B, which is {not_available}")
}

/// All who are not in A; none.
pub fn no_other(noun: &str) -> String {
    format!("no other {noun}")
}

/// All who are not in A.
pub fn others(count: u32, noun: &str, words: &str) -> String {
    format!("the {} other {noun}{words}", thousands(count))
}

/// All who answered.
pub fn everybody(count: u32, noun: &str, words: &str) -> String {
    format!("all {} {noun}{words}", thousands(count))
}

/// Both sides are the same.
pub fn the_same(noun: &str) -> String {
    format!("A and B are the same {noun}.")
}

/// How many are in both.
pub fn in_both(count: u32, noun: &Phrase) -> String {
    let named = noun.for_count(u64::from(count));
    let verb = if count == 1 { "is" } else { "are" };
    format!("{} {named} {verb} in both", thousands(count))
}

/// What that means; `overlap` says it.
pub fn not_separate(overlap: &str) -> String {
    format!(
        "{overlap}, so this is not a comparison of separate groups. The chance check allows for that."
    )
}

/// Which kinds the sides hold can't be told.
pub fn kinds_not_available(question: &str) -> String {
    format!("“{question}” is not available here: the sides may be of different kinds.")
}

/// A kind and how many of it a side holds.
pub fn kind(kind: &str, count: u32) -> String {
    format!("{kind} {}", thousands(count))
}

/// The kinds of respondents that each side holds.
pub fn kinds(question: &str, first: &str, second: &str) -> String {
    format!("By “{question}”, A has {first}; B has {second}. A gap may come from that.")
}
