//! A figure's headline, made from its counts by rule. Where nothing can be said, the question's
//! name is the headline.

use survey::limits::SMALLEST_FOR_WORDS;
use survey::{Kind, Phrase, Question, Tally};

use super::order::by_count;
use super::wording::{capitalised, predicate, quantifier};

/// "Very few teams refer" is said of several, whatever the count.
const SEVERAL: u32 = 2;

/// What the counts show, in a sentence without a full stop.
pub(super) fn headline(question: &Question, tally: &Tally, noun: &Phrase) -> String {
    if tally.answered == 0 {
        return question.label.clone();
    }
    let by_count = by_count(&tally.counts);
    let top = by_count[0];
    let ties = by_count.iter().filter(|&&o| tally.counts[o] == tally.counts[top]).count();
    if question.options[top].says.is_none() || tally.counts[top] == 0 || ties > 2 {
        return question.label.clone();
    }
    match question.kind {
        Kind::Single | Kind::Ordered => {}
        Kind::Multiple => return of_multiple(question, tally, noun, &by_count),
    }
    if ties == 2 {
        return question.label.clone();
    }
    if tally.answered >= SMALLEST_FOR_WORDS && 100 * tally.counts[top] < 45 * tally.answered {
        // "Some teams …" would hide that no other answer is given more often.
        return format!("The most common answer: {}", question.options[top].label);
    }
    capitalised(&part(question, tally, noun, top))
}

/// The most and the least frequent answer: "Nearly all train staff, few have written policies".
fn of_multiple(question: &Question, tally: &Tally, noun: &Phrase, by_count: &[usize]) -> String {
    let (top, last) = (by_count[0], by_count[by_count.len() - 1]);
    let first = capitalised(&part(question, tally, noun, top));
    let words = |option: usize| quantifier(tally.counts[option], tally.answered);
    let differs = tally.answered >= SMALLEST_FOR_WORDS
        && words(top) != words(last)
        && question.options[last].says.is_some();
    if !differs {
        return first;
    }
    format!("{first}, {} {}", words(last).to_lowercase(), predicate(question, last, SEVERAL))
}

fn part(question: &Question, tally: &Tally, noun: &Phrase, option: usize) -> String {
    let (count, base) = (tally.counts[option], tally.answered);
    if base < SMALLEST_FOR_WORDS {
        let does = predicate(question, option, count);
        return format!("{count} of {base} {} {does}", noun.for_count(u64::from(base)));
    }
    let does = predicate(question, option, SEVERAL);
    match quantifier(count, base) {
        half @ "About half" => format!("{half} the {} {does}", noun.other),
        part => format!("{part} {} {does}", noun.other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_survey::tiny_survey;

    #[test]
    fn headlines_follow_the_counts() {
        let survey = tiny_survey();
        let noun = &survey.about.respondent;
        let cases: [(usize, u32, &[u32], &str); 14] = [
            (1, 30, &[6, 13, 11], "The most common answer: Partial"),
            (0, 39, &[30, 9], "Most teams use it"),
            (0, 39, &[39, 0], "All teams use it"),
            (0, 20, &[10, 10], "Use of care"),
            (0, 9, &[6, 3], "6 of 9 teams use it"),
            (0, 1, &[1, 0], "1 of 1 team uses it"),
            (0, 0, &[0, 0], "Use of care"),
            (1, 30, &[6, 15, 9], "About half the teams have a partial definition"),
            (2, 30, &[27, 15, 3], "Nearly all teams train staff, few refer"),
            (2, 30, &[30, 15, 0], "All teams train staff, none refer"),
            (2, 30, &[27, 15, 1], "Nearly all teams train staff, very few refer"),
            (2, 30, &[27, 27, 27], "Activities"),
            (2, 5, &[4, 2, 0], "4 of 5 teams train staff"),
            (3, 40, &[10, 30], "Authority type"),
        ];
        for (question, answered, counts, expected) in cases {
            let tally =
                Tally { asked: answered, answered, counts: counts.to_vec(), ..Tally::default() };
            let question = &survey.codebook.questions()[question];
            assert_eq!(headline(question, &tally, noun), expected, "{counts:?} of {answered}");
        }
    }
}
