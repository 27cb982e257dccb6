//! One sentence a figure: what was found, how many of how many, and what to keep in mind of it.
//! Heading, spoken text, copied text and exports take their words from here.

use survey::limits::SMALLEST_FOR_WORDS;
use survey::{Breakdown, Kind, Phrase, Provenance, Question, Standing, Survey, Tally};

use super::asked::Asked;
use super::order::by_count;
use super::selection::{Base, Selection, base_phrase};
use super::standing::{StandingView, share_in_a_sentence};
use super::wording::{capitalised, counted, first_sentence, in_brackets, list, predicate};
use crate::words::grammar;
use crate::words::selection::{ANSWERED, THAT, those};
use crate::words::sentence as words;

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
        joined(&[&self.finding, &self.range, &self.caveat])
    }

    /// Finding and range, where the caveat stands beside them.
    pub fn without_caveat(&self) -> String {
        joined(&[&self.finding, &self.range])
    }
}

fn joined(parts: &[&str]) -> String {
    let said: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    said.join(" ")
}

/// A finding in words.
pub(super) struct Found {
    pub(super) text: String,
    /// The answers that it names.
    pub(super) named: Vec<usize>,
}

/// The answers that a figure turns on: the most frequent one, and of several answers the least
/// frequent. Among invented answers nothing leads: those are named that are real.
pub(super) fn finding(asked: &Asked, tally: &Tally, standing: &StandingView) -> Found {
    let question = asked.question();
    let base = asked.base(tally);
    // What was printed and what was worked out are told apart, an answer at a time.
    if !standing.is_real() || (is_worked_out(standing) && !is_yes_or_no(question)) {
        return real_answers(asked, tally, &base, standing);
    }
    // Those who were selected for saying no are no finding.
    let by_design = |option: usize| tally.counts[option] == base.count && (asked.picked)(option);
    if is_yes_or_no(question) && !by_design(YES) && !by_design(1 - YES) {
        let text = said_of(asked, tally, &base, standing, YES);
        return Found { text: words::ended(&text), named: vec![YES] };
    }
    let by_count = by_count(&tally.counts);
    let first = by_count[0];
    let top = tally.counts[first];
    let tied: Vec<usize> = by_count.iter().copied().filter(|&o| tally.counts[o] == top).collect();
    let says = |option: usize| part(asked.noun(), &base, tally.counts[option], question, option);
    if top == 0 {
        let text = words::ended(&gave_none(asked.noun(), &base, question));
        return Found { text, named: by_count };
    }
    let rest = the_rest(question, tally, &by_count);
    let text = match tied.as_slice() {
        [_] if top == base.count && (asked.picked)(first) && rules_out_others(question) => {
            words::only_selected(&base_phrase(asked.noun(), &base), top)
        }
        [_] => says(first) + &rest,
        [_, second] if base.count > 1 => {
            let does = predicate(question, *second, top);
            words::and_as_many(&says(first), &part_of_base(top, base.count), &does)
        }
        _ if top == base.count => share(asked.noun(), &base, top, &gave_all(question, &tied)),
        _ => no_leader(asked, &base, top, &tied),
    };
    let mut named = if tied.len() > 2 { tied } else { by_count[..tied.len()].to_vec() };
    if let (1, Some(last)) = (named.len(), least(question, tally, &by_count)) {
        named.push(last);
    }
    Found { text: words::ended(&text), named }
}

/// The answer of a question of yes and no of which something is said.
pub(super) const YES: usize = 0;

/// Whether a question is one of yes and no: its figure speaks of those who say yes, be they few.
pub(super) fn is_yes_or_no(question: &Question) -> bool {
    matches!(&question.options[..], [_, no] if ["no", "false"].contains(&no.id.as_str()))
        && rules_out_others(question)
}

/// No sentence has more words, where one that it must have is not so long.
const MOST_WORDS: usize = 25;

/// The answers of a figure that are not invented, each with its count, as far as they fit into a sentence.
/// Nothing is said of how they stand among the others.
fn real_answers(asked: &Asked, tally: &Tally, base: &Base, standing: &StandingView) -> Found {
    let question = asked.question();
    let real = |option: &usize| standing.shares[*option].is_real();
    let mut named: Vec<usize> = asked.order.iter().copied().filter(real).collect();
    let whom = base_phrase(asked.noun(), base);
    let worked_out = is_worked_out(standing);
    let each: Vec<String> = named
        .iter()
        .map(|&option| {
            let count = tally.counts[option];
            let does = predicate(question, option, if count == 0 { 2 } else { count });
            let part = if worked_out {
                share_in_a_sentence(standing.shares[option], count, base.count)
            } else {
                part_of_base(count, base.count)
            };
            words::subject(&part, &does)
        })
        .collect();
    let text = if each.is_empty() {
        // "The teams that answered answered" would say it twice.
        let whom = if base.traits.iter().all(|of| of == ANSWERED) {
            counted(base.count, asked.noun())
        } else {
            whom
        };
        words::answered_by(&question.label, &whom)
    } else {
        let whom = if worked_out { of_teams(asked.noun(), base) } else { whom };
        let fits = |said: usize| {
            words::real_answers(&whom, &each[..said]).split_whitespace().count() <= MOST_WORDS
        };
        let said = (1..=each.len()).rev().find(|&said| fits(said)).unwrap_or(1);
        named.truncate(said);
        words::real_answers(&whom, &each[..said]) + &words::more_real_numbers(each.len() - said)
    };
    Found { text, named }
}

/// Whether one of the numbers was worked out from what was printed.
fn is_worked_out(standing: &StandingView) -> bool {
    standing
        .shares
        .iter()
        .any(|share| [share.count, share.base, share.percentage].contains(&Standing::WorkedOut))
}

/// The respondents of a base without their number, which was worked out: "teams that use it".
fn of_teams(noun: &Phrase, base: &Base) -> String {
    noun.other.clone() + &base.words()
}

/// One answer with its numbers as far as they were printed: "Of teams that use it, 2 of about 51 refer".
fn said_of(
    asked: &Asked,
    tally: &Tally,
    base: &Base,
    standing: &StandingView,
    option: usize,
) -> String {
    let (question, count) = (asked.question(), tally.counts[option]);
    if !is_worked_out(standing) || !standing.shares[option].is_real() {
        return part(asked.noun(), base, count, question, option);
    }
    let share = share_in_a_sentence(standing.shares[option], count, base.count);
    let does = predicate(question, option, if count == 0 { 2 } else { count });
    words::part_of(&of_teams(asked.noun(), base), &share, &does)
}

/// One answer of a question.
pub(super) fn finding_of(
    asked: &Asked,
    tally: &Tally,
    standing: &StandingView,
    option: usize,
) -> String {
    if tally.answered == 0 {
        return empty_reason(asked, tally);
    }
    let base = asked.base(tally);
    words::ended(&said_of(asked, tally, &base, standing, option))
}

/// Where two parts of a breakdown are furthest apart; `None` where fewer than two are large enough.
pub(super) fn contrast(asked: &Asked, by: &Question, breakdown: &Breakdown) -> Option<Found> {
    let large = |part: &usize| breakdown.parts[*part].answered >= SMALLEST_FOR_WORDS;
    let parts: Vec<usize> = (0..breakdown.parts.len()).filter(large).collect();
    if parts.len() < 2 {
        return None;
    }
    let groups = words::groups_of(SMALLEST_FOR_WORDS, &asked.noun().other);
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
        let text = words::no_answer_differs(&by.label, &groups);
        return Some(Found { text, named: Vec::new() });
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
    let of_second = part_of_base(count(low), second.count);
    let text = words::widest_gap(&first, second.count, &second.words(), &of_second, &groups);
    Some(Found { text, named: vec![option] })
}

/// Why there are no counts.
pub(super) fn empty_reason(asked: &Asked, tally: &Tally) -> String {
    let (noun, question) = (asked.noun(), asked.question());
    let selected = asked.selection.base(asked.selected);
    if asked.selected == 0 {
        return words::there_is_none(&noun.one, &asked.selection.base(1).words());
    }
    let whom = base_phrase(noun, &selected);
    match (&question.asked_if, tally.asked) {
        (Some(routing), 0) => {
            let only = super::selection::routing_predicate(asked.survey, routing, 2);
            words::not_put(&question.label, &whom, asked.selected, noun, &only)
        }
        _ => words::answered_by_none(&question.label, &whom, asked.selected),
    }
}

/// What to keep in mind of a figure's numbers, wherever its sentence stands alone.
pub(super) fn caveat(asked: &Asked, standing: &StandingView) -> String {
    match asked.survey.about().provenance {
        Provenance::Synthetic => standing.sentence.clone(),
        Provenance::Public => source(asked.survey),
        // What the package says of its protected answers goes wherever they go.
        Provenance::Confidential => {
            joined(&[&first_sentence(&asked.survey.about().banner).0, &source(asked.survey)])
        }
    }
}

/// Where the answers were published, with the date: a sentence that is copied has no page around it.
fn source(survey: &Survey) -> String {
    let about = survey.about();
    let first = about.sources.first().map_or(&about.title, |publication| &publication.title);
    words::source(first)
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
        return words::subject(&capitalised(&base_phrase(noun, base)), does);
    }
    let that = base.words();
    // Words that tell more than "answered" would part a count from its percentage.
    if !that.is_empty() && that.strip_prefix(THAT) != Some(ANSWERED) {
        return words::part_of(&base_phrase(noun, base), &part_of_base(count, n), does);
    }
    match count {
        0 => words::none_of(n, teams, &that, does),
        _ if count == n => words::subject(&(capitalised(&words::every(n, teams)) + &that), does),
        _ => words::some_of([count, n], teams, &that, &in_brackets(count, n), does),
    }
}

/// "none", "all 9", "4", "19 (37%)": how many of a base that has been said.
pub(super) fn part_of_base(count: u32, base: u32) -> String {
    match count {
        0 => words::NONE.to_owned(),
        1 if base == 1 => grammar::thousands(count),
        _ if (count, base) == (2, 2) => words::BOTH.to_owned(),
        _ if count == base => words::all(count),
        _ => grammar::thousands(count) + &in_brackets(count, base),
    }
}

fn gave_none(noun: &Phrase, base: &Base, question: &Question) -> String {
    let label = &question.label;
    if base.count == 1 {
        return share(noun, base, 1, &words::gave_none(label));
    }
    share(noun, base, 0, &words::gave_any(label))
}

/// What is said after the most frequent answer, where it stands alone.
fn the_rest(question: &Question, tally: &Tally, by_count: &[usize]) -> String {
    let (top, n) = (tally.counts[by_count[0]], tally.answered);
    match question.kind {
        Kind::Single | Kind::Ordered if 2 * u64::from(top) > u64::from(n) => return String::new(),
        Kind::Single | Kind::Ordered => return words::MOST_COMMON.to_owned(),
        Kind::Multiple => {}
    }
    least(question, tally, by_count).map_or_else(String::new, |last| {
        let count = tally.counts[last];
        let does = predicate(question, last, if count == 0 { 2 } else { count });
        words::least_common(&part_of_base(count, n), &does, by_count.len())
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
        return words::gave_the_same(options.len(), label);
    }
    words::gave_all(&quoted(question, options), label)
}

/// At least three answers share the first place.
fn no_leader(asked: &Asked, base: &Base, top: u32, tied: &[usize]) -> String {
    let (question, count) = (asked.question(), part_of_base(top, base.count));
    let gave = if tied.len() > MOST_NAMED {
        words::answers_given(tied.len(), &count)
    } else {
        let each = quoted(question, tied);
        let each: Vec<String> = each.iter().map(|answer| words::gave(&count, answer)).collect();
        list(&each)
    };
    let whom = base_phrase(asked.noun(), base);
    words::no_leader(&question.label, &whom, &gave)
}

fn quoted(question: &Question, options: &[usize]) -> Vec<String> {
    options.iter().map(|&option| grammar::quoted(&question.options[option].label)).collect()
}

/// A selection in words for those who hear it: "those that train their staff".
pub(super) fn screen_reader_text(selection: &Selection, count: u32) -> String {
    let base = selection.base(count);
    if base.traits.is_empty() { String::new() } else { those(count, &base.words()) }
}
