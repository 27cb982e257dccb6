//! One sentence a figure: what was found, how many of how many, and what to keep in mind of it.
//! Heading, spoken text, copied text and exports take their words from here.

use survey::limits::SMALLEST_FOR_WORDS;
use survey::{Breakdown, Kind, Phrase, Provenance, Question, Tally};

use super::asked::Asked;
use super::evidence::{Mark, evidence};
use super::order::by_count;
use super::selection::{Base, Selection, base_phrase};
use super::wording::{capitalised, first_sentence, in_brackets, list, predicate, thousands};

/// Above this number answers that share the first place are counted, not named.
const MOST_NAMED: usize = 4;

/// A figure in a sentence.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sentence {
    /// "19 of 51 teams (37%) screen for trauma."
    pub finding: String,
    /// "If no other team did, 34%; if every other did, 96%."; empty where it was not asked for.
    pub range: String,
    /// "These are invented answers."; empty where there is nothing to mind.
    pub caveat: String,
}

impl Sentence {
    /// Finding, range and caveat, as they may stand alone.
    pub fn whole(&self) -> String {
        let mut whole = self.finding.clone();
        for more in [&self.range, &self.caveat].into_iter().filter(|more| !more.is_empty()) {
            whole = whole + " " + more;
        }
        whole
    }
}

/// A finding in words.
pub(super) struct Found {
    pub(super) text: String,
    /// The answers that it names.
    pub(super) named: Vec<usize>,
    /// Whether it says how they stand among all answers, and so rests on all of them.
    pub(super) ranks: bool,
}

/// The answers that a figure turns on: the most frequent one, and of several answers the least
/// frequent.
pub(super) fn finding(asked: &Asked, tally: &Tally) -> Found {
    let question = asked.question();
    let base = asked.base(tally);
    let by_count = by_count(&tally.counts);
    let first = by_count[0];
    let top = tally.counts[first];
    let tied: Vec<usize> = by_count.iter().copied().filter(|&o| tally.counts[o] == top).collect();
    let says = |option: usize| part(asked.noun(), &base, tally.counts[option], question, option);
    if top == 0 {
        let text = format!("{}.", gave_none(asked.noun(), &base, question));
        return Found { text, named: by_count, ranks: false };
    }
    let rest = the_rest(question, tally, &by_count);
    let ranks = match tied.len() {
        1 => !rest.is_empty(),
        2 => false,
        _ => top < base.count,
    };
    let text = match tied.as_slice() {
        [_] if top == base.count && (asked.picked)(first) && rules_out_others(question) => {
            let are = if top == 1 { "is" } else { "are" };
            format!("Only {} {are} selected", base_phrase(asked.noun(), &base))
        }
        [_] => says(first) + &rest,
        [_, second] if base.count > 1 => {
            let does = predicate(question, *second, top);
            format!("{}, and {} {does}", says(first), part_of_base(top, base.count))
        }
        _ if top == base.count => share(asked.noun(), &base, top, &gave_all(question, &tied)),
        _ => no_leader(asked, &base, top, &tied),
    };
    let mut named = if tied.len() > 2 { tied } else { by_count[..tied.len()].to_vec() };
    if let (1, Some(last)) = (named.len(), least(question, tally, &by_count)) {
        named.push(last);
    }
    Found { text: format!("{text}."), named, ranks }
}

/// One answer of a question.
pub(super) fn finding_of(asked: &Asked, tally: &Tally, option: usize) -> String {
    if tally.answered == 0 {
        return empty_reason(asked, tally);
    }
    let base = asked.base(tally);
    format!("{}.", part(asked.noun(), &base, tally.counts[option], asked.question(), option))
}

/// Where two parts of a breakdown are furthest apart; `None` where fewer than two are large enough.
pub(super) fn contrast(asked: &Asked, by: &Question, breakdown: &Breakdown) -> Option<Found> {
    let large = |part: &usize| breakdown.parts[*part].answered >= SMALLEST_FOR_WORDS;
    let parts: Vec<usize> = (0..breakdown.parts.len()).filter(large).collect();
    if parts.len() < 2 {
        return None;
    }
    let least = format!("{SMALLEST_FOR_WORDS} {} or more", asked.noun().other);
    let (mut widest, mut found) = (0.0, None);
    for option in 0..asked.question().options.len() {
        let share = |part: usize| {
            let tally = &breakdown.parts[part];
            f64::from(tally.counts[option]) / f64::from(tally.answered)
        };
        for &high in &parts {
            for &low in &parts {
                if share(high) - share(low) > widest {
                    widest = share(high) - share(low);
                    found = Some((option, high, low));
                }
            }
        }
    }
    let Some((option, high, low)) = found else {
        let text = format!("By “{}”, no answer differs between groups of {least}.", by.label);
        return Some(Found { text, named: Vec::new(), ranks: true });
    };
    let base = |part: usize, selection: &Selection, size: u32| {
        let tally = &breakdown.parts[part];
        selection.answered(asked.survey, asked.question(), tally, size, Some((by, part)))
    };
    let count = |part: usize| breakdown.parts[part].counts[option];
    let first = base(high, asked.selection, breakdown.sizes[high]);
    let first = part(asked.noun(), &first, count(high), asked.question(), option);
    // What both have in common has been said.
    let second = base(low, &Selection::default(), breakdown.parts[low].asked);
    let text = format!(
        "{first}; of the {}{}, {}. This is the widest gap between groups of {least}; among so many \
         gaps, some are wide by chance.",
        thousands(second.count),
        second.words(),
        part_of_base(count(low), second.count)
    );
    Some(Found { text, named: vec![option], ranks: true })
}

/// Why there are no counts.
pub(super) fn empty_reason(asked: &Asked, tally: &Tally) -> String {
    let (noun, question) = (asked.noun(), asked.question());
    let selected = asked.selection.base(asked.selected);
    if asked.selected == 0 {
        return format!("There is no {}{}.", noun.one, asked.selection.base(1).words());
    }
    let label = &question.label;
    let none = |base: &Base| match base.count {
        1 => format!("not, by {}", base_phrase(noun, base)),
        _ => format!("by none of {}", base_phrase(noun, base)),
    };
    match (&question.asked_if, tally.asked) {
        (Some(routing), 0) => {
            let only = super::selection::routing_predicate(asked.survey, routing, 2);
            let whom = base_phrase(noun, &selected);
            let whom = if asked.selected == 1 { whom } else { format!("any of {whom}") };
            format!("“{label}” was not put to {whom}: only to {} that {only}.", noun.other)
        }
        _ => format!("“{label}” was answered {}.", none(&selected)),
    }
}

/// What to keep in mind of a finding that names these answers, and `ranks` them among all; `whole` as
/// in [`evidence`].
pub(super) fn caveat(asked: &Asked, named: &[usize], ranks: bool, whole: bool) -> String {
    match asked.survey.about().provenance {
        Provenance::Synthetic => {}
        Provenance::Public => return String::new(),
        // What the package says of its protected answers goes wherever they go.
        Provenance::Confidential => return first_sentence(&asked.survey.about().banner).0,
    }
    if !whole {
        return "These are invented answers; how answers go together is not real.".to_owned();
    }
    let (question, evidence) = (asked.question(), evidence(asked.survey, asked.question, true));
    let published = |option: &&usize| evidence.options[**option] == Some(Mark::Published);
    let real: Vec<usize> = named.iter().filter(published).copied().collect();
    let inferred =
        if evidence.inferred { "; bases, and counts behind percentages, are inferred" } else { "" };
    let invented = evidence.options.iter().filter(|mark| **mark == Some(Mark::Invented)).count();
    match real.len() {
        all if ranks && all == named.len() && all > 0 && invented > 0 => format!(
            "The figures named were published; {invented} of the {} that they are ranked among are \
             invented{inferred}.",
            evidence.options.len()
        ),
        0 => "These are invented answers.".to_owned(),
        1 if named.len() == 1 => format!("A published figure{inferred}."),
        all if all == named.len() => format!("Published figures{inferred}."),
        _ => format!(
            "Only {} was published, the rest is invented{inferred}.",
            list(&quoted(question, &real))
        ),
    }
}

/// What those do who gave an answer, said once of two counts of which the first comes first.
pub(super) fn predicate_of(question: &Question, option: usize, first: u32) -> String {
    predicate(question, option, if first == 1 { 1 } else { 2 })
}

/// "19 of 51 teams (37%) screen for trauma", without a full stop.
pub(super) fn part(
    noun: &Phrase,
    base: &Base,
    count: u32,
    question: &Question,
    option: usize,
) -> String {
    share(noun, base, count, &predicate(question, option, if count == 0 { 2 } else { count }))
}

fn share(noun: &Phrase, base: &Base, count: u32, does: &str) -> String {
    let n = base.count;
    let teams = noun.for_count(u64::from(n));
    if (count, n) == (1, 1) {
        return format!("{} {does}", capitalised(&base_phrase(noun, base)));
    }
    let words = base.words();
    // Words that tell more than "answered" would part a count from its percentage.
    if !words.is_empty() && words != " that answered" {
        return format!("Of {}, {} {does}", base_phrase(noun, base), part_of_base(count, n));
    }
    match count {
        0 => format!("None of the {} {teams}{words} {does}", thousands(n)),
        _ if count == n => format!("{}{words} {does}", capitalised(&every(n, teams))),
        _ => format!(
            "{} of {} {teams}{words}{} {does}",
            thousands(count),
            thousands(n),
            in_brackets(count, n)
        ),
    }
}

fn every(n: u32, teams: &str) -> String {
    if n == 2 { format!("both {teams}") } else { format!("all {} {teams}", thousands(n)) }
}

/// "none", "all 9", "4", "19 (37%)": how many of a base that has been said.
pub(super) fn part_of_base(count: u32, base: u32) -> String {
    match count {
        0 => "none".to_owned(),
        1 if base == 1 => "1".to_owned(),
        _ if (count, base) == (2, 2) => "both".to_owned(),
        _ if count == base => format!("all {}", thousands(count)),
        _ => format!("{}{}", thousands(count), in_brackets(count, base)),
    }
}

fn gave_none(noun: &Phrase, base: &Base, question: &Question) -> String {
    let label = &question.label;
    if base.count == 1 {
        return share(noun, base, 1, &format!("gave none of the answers to “{label}”"));
    }
    share(noun, base, 0, &format!("gave any of the answers to “{label}”"))
}

/// What is said after the most frequent answer, where it stands alone.
fn the_rest(question: &Question, tally: &Tally, by_count: &[usize]) -> String {
    let (top, n) = (tally.counts[by_count[0]], tally.answered);
    match question.kind {
        Kind::Single | Kind::Ordered if 2 * u64::from(top) > u64::from(n) => return String::new(),
        Kind::Single | Kind::Ordered => return ", the most common answer".to_owned(),
        Kind::Multiple => {}
    }
    least(question, tally, by_count).map_or_else(String::new, |last| {
        let count = tally.counts[last];
        format!(
            ", and {} {}: the most and the least common of {} answers",
            part_of_base(count, n),
            predicate(question, last, if count == 0 { 2 } else { count }),
            by_count.len()
        )
    })
}

/// The least frequent of at least three answers, where it stands alone.
fn least(question: &Question, tally: &Tally, by_count: &[usize]) -> Option<usize> {
    let [first, .., before, last] = by_count else { return None };
    let alone = tally.counts[*before] > tally.counts[*last];
    let tells = !rules_out_others(question)
        && tally.answered >= SMALLEST_FOR_WORDS
        && tally.counts[*first] > tally.counts[*before];
    (alone && tells).then_some(*last)
}

/// Whether whoever gives one answer gives no other.
fn rules_out_others(question: &Question) -> bool {
    match question.kind {
        Kind::Single | Kind::Ordered => true,
        Kind::Multiple => false,
    }
}

fn gave_all(question: &Question, options: &[usize]) -> String {
    let label = &question.label;
    if options.len() > MOST_NAMED {
        return format!("gave the same {} answers to “{label}”", options.len());
    }
    format!("gave the answers {} to “{label}”", list(&quoted(question, options)))
}

/// At least three answers share the first place.
fn no_leader(asked: &Asked, base: &Base, top: u32, tied: &[usize]) -> String {
    let (question, count) = (asked.question(), part_of_base(top, base.count));
    let gave = if tied.len() > MOST_NAMED {
        format!("{} answers were given by {count} each", tied.len())
    } else {
        let each = quoted(question, tied);
        let each: Vec<String> =
            each.iter().map(|answer| format!("{count} gave {answer}")).collect();
        list(&each)
    };
    let whom = base_phrase(asked.noun(), base);
    format!("No answer to “{}” leads: of {whom}, {gave}", question.label)
}

fn quoted(question: &Question, options: &[usize]) -> Vec<String> {
    options.iter().map(|&option| format!("“{}”", question.options[option].label)).collect()
}

/// A selection in words for those who hear it: "those that train their staff".
pub(super) fn screen_reader_text(selection: &Selection, count: u32) -> String {
    let base = selection.base(count);
    let that = if count == 1 { "the one" } else { "those" };
    if base.traits.is_empty() { String::new() } else { format!("{that}{}", base.words()) }
}
