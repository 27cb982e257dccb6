//! A figure's headline, made from its counts by rule. Where nothing can be said, the question's
//! name is the headline. What is not of everybody has its base, so that it is true wherever it
//! stands alone.

use survey::limits::SMALLEST_FOR_WORDS;
use survey::{Kind, Question, Tally};

use super::asked::Asked;
use super::order::by_count;
use super::selection::{ANSWERED, Base, base_phrase};
use super::sentence::{YES, is_yes_or_no};
use super::standing::StandingView;
use super::wording::{counted, predicate, quantifier};
use crate::words::headline as words;

/// "Very few teams refer" is said of several, whatever the count.
const SEVERAL: u32 = 2;
/// Where a headline with its base has more letters, the question's name has the base.
const MOST_LETTERS: usize = 100;

/// What the counts show, in a sentence without a full stop.
pub(super) fn headline(asked: &Asked, tally: &Tally, standing: &StandingView) -> String {
    // Invented numbers claim nothing, nor do real ones among them.
    let claim = if standing.is_real() { claim(asked, tally, &asked.base(tally)) } else { None };
    let is_short =
        |claim: &String| is_of_all(asked, tally) || claim.chars().count() <= MOST_LETTERS;
    claim.filter(is_short).unwrap_or_else(|| name(asked, tally, asked.question().label.clone()))
}

/// What a breakdown shows. What all of them together say is not what is drawn, and where the groups
/// are furthest apart takes a sentence, so the title is what is measured.
pub(super) fn headline_by(asked: &Asked, tally: &Tally, by: &Question) -> String {
    name(asked, tally, words::by(&asked.question().label, &by.label))
}

/// A name, with its base where that is not everybody.
fn name(asked: &Asked, tally: &Tally, name: String) -> String {
    if is_of_all(asked, tally) {
        return name;
    }
    words::name_and_base(&name, &counted(tally.answered, asked.noun()))
}

/// Whether a figure is of all respondents, but for those who gave no answer.
fn is_of_all(asked: &Asked, tally: &Tally) -> bool {
    asked.everybody() && asked.base(tally).traits.iter().all(|of| of == ANSWERED)
}

fn claim(asked: &Asked, tally: &Tally, base: &Base) -> Option<String> {
    if tally.answered == 0 {
        return None;
    }
    let question = asked.question();
    let by_count = by_count(&tally.counts);
    let top = by_count[0];
    if is_yes_or_no(question) && top != YES && question.options[YES].says.is_some() {
        return Some(few(asked, base, tally.counts[YES]));
    }
    let ties = by_count.iter().filter(|&&o| tally.counts[o] == tally.counts[top]).count();
    // That all gave an answer by which they were selected is no finding.
    let by_design = tally.counts[top] == base.count && (asked.picked)(top);
    let unsaid = question.options[top].says.is_none() || tally.counts[top] == 0;
    if by_design || unsaid || ties > 2 {
        return None;
    }
    match question.kind {
        Kind::Single | Kind::Ordered => {}
        Kind::Multiple => return Some(of_multiple(asked, tally, base, &by_count)),
    }
    if ties == 2 {
        return None;
    }
    if tally.answered >= SMALLEST_FOR_WORDS && 100 * tally.counts[top] < 45 * tally.answered {
        // "Some teams …" would hide that no other answer is given more often.
        let whole = asked.everybody() && base.traits.is_empty();
        let of = if whole { String::new() } else { words::of(&base_phrase(asked.noun(), base)) };
        return Some(words::most_common(&of, &question.options[top].label));
    }
    Some(part(asked, base, tally.counts[top], top, holds_of_all(asked, base, tally, &[top])))
}

/// The most and the least frequent answer: "Nearly all train staff, few have written policies".
fn of_multiple(asked: &Asked, tally: &Tally, base: &Base, by_count: &[usize]) -> String {
    let question = asked.question();
    let (top, last) = (by_count[0], by_count[by_count.len() - 1]);
    let first = |of_all| part(asked, base, tally.counts[top], top, of_all);
    let part = |option: usize| quantifier(tally.counts[option], tally.answered);
    let differs = tally.answered >= SMALLEST_FOR_WORDS
        && part(top) != part(last)
        && question.options[last].says.is_some();
    if !differs {
        return first(holds_of_all(asked, base, tally, &[top]));
    }
    let of_all = holds_of_all(asked, base, tally, &[top, last]);
    let first = first(of_all);
    let both = words::most_and_least(&first, part(last), &predicate(question, last, SEVERAL));
    if of_all || both.chars().count() <= MOST_LETTERS { both } else { first }
}

/// Whether the words for these answers are true of all respondents, whatever those would say who
/// did not answer.
fn holds_of_all(asked: &Asked, base: &Base, tally: &Tally, options: &[usize]) -> bool {
    let missing = asked.selected.saturating_sub(base.count);
    asked.everybody()
        && base.traits.iter().all(|of| of == ANSWERED)
        && options.iter().map(|&option| tally.counts[option]).all(|count| {
            let words = |count: u32| quantifier(count, base.count + missing);
            let said = quantifier(count, base.count);
            words(count) == said && words(count + missing) == said
        })
}

/// How few say yes: "nearly all have not" would be read twice. The base is in it, so whom it is of may
/// be left out where that takes many words.
fn few(asked: &Asked, base: &Base, count: u32) -> String {
    let (question, noun) = (asked.question(), asked.noun());
    let does = predicate(question, YES, if count == 0 { SEVERAL } else { count });
    let teams = noun.for_count(u64::from(base.count));
    let said = |whom: &str| match count {
        0 => words::none_of(base.count, teams, whom, &does),
        _ => words::count_of(count, base.count, teams, whom, &does),
    };
    let whole = said(&base.words());
    if whole.chars().count() <= MOST_LETTERS { whole } else { said("") }
}

fn part(asked: &Asked, base: &Base, count: u32, option: usize, of_all: bool) -> String {
    let (question, noun) = (asked.question(), asked.noun());
    let whom = if of_all { String::new() } else { base.words() };
    if base.count < SMALLEST_FOR_WORDS {
        let does = predicate(question, option, count);
        let teams = noun.for_count(u64::from(base.count));
        return words::count_of(count, base.count, teams, &whom, &does);
    }
    let (teams, does) = (&noun.other, predicate(question, option, SEVERAL));
    let part = quantifier(count, base.count);
    if of_all {
        words::part_of_all(part, teams, &does)
    } else {
        words::part_of(part, base.count, teams, &whom, &does)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use survey::Survey;

    use super::*;
    use crate::state::Uncertainty;
    use crate::test_survey::public_survey;
    use crate::view::selection::Selection;
    use crate::view::standing::standing;

    fn said(
        survey: &Survey,
        question: usize,
        tally: &Tally,
        selected: u32,
        ids: &[&str],
    ) -> String {
        let ids: Vec<String> = ids.iter().map(|&id| id.to_owned()).collect();
        let mut filter = survey::Filter::default();
        (0..ids.len()).for_each(|row| filter.toggle_respondent(u32::try_from(row).unwrap()));
        headline(
            &Asked {
                survey,
                question: survey.codebook().position(question).unwrap(),
                selected,
                selection: &Selection::new(survey, &ids, &filter),
                filter: &filter,
                other_set: None,
                uncertainty: Uncertainty::None,
                order: &[],
                picked: &|_| false,
            },
            tally,
            &standing(survey, survey.codebook().position(question).unwrap(), Some(&filter)),
        )
    }

    #[test]
    fn headlines_follow_the_counts() {
        let survey = public_survey();
        let cases: [(usize, u32, &[u32], &str); 17] = [
            // Few say yes: they are spoken of, not those who say no.
            (0, 51, &[2, 49], "2 of 51 teams use it"),
            (0, 51, &[0, 51], "None of the 51 teams use it"),
            (0, 30, &[12, 18], "12 of 30 teams use it"),
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
            let said = said(&survey, question, &tally, answered, &[]);
            assert_eq!(said, expected, "{counts:?} of {answered}");
        }
    }

    #[test]
    fn a_headline_that_is_not_of_everybody_has_its_base() {
        type Case = (usize, u32, u32, &'static [u32], &'static [&'static str], &'static str);
        let survey = public_survey();
        let cases: [Case; 10] = [
            // Nobody knows what the one says that did not answer: it is still most.
            (0, 40, 39, &[30, 9], &[], "Most teams use it"),
            (0, 40, 39, &[39, 0], &[], "All 39 teams that answered use it"),
            (0, 60, 40, &[30, 10], &[], "Most of the 40 teams that answered use it"),
            (
                2,
                40,
                30,
                &[27, 15, 3],
                &[],
                "Nearly all of the 30 teams that use it train staff, few refer",
            ),
            (
                1,
                40,
                30,
                &[6, 13, 11],
                &[],
                "The most common answer of the 30 teams that use it: Partial",
            ),
            (1, 40, 30, &[10, 10, 10], &[], "Clarity of definition, 30 teams"),
            (0, 10, 10, &[10, 0], &["A", "B"], "All 10 teams that are named A or B use it"),
            (0, 10, 10, &[5, 5], &["A", "B"], "Use of care, 10 teams"),
            (0, 1, 1, &[1, 0], &["A"], "1 of 1 team that is named A uses it"),
            (
                0,
                10,
                10,
                &[10, 0],
                &[
                    "A very long name of a team that does its work in many places",
                    "And another one",
                ],
                "Use of care, 10 teams",
            ),
        ];
        for (question, selected, answered, counts, ids, expected) in cases {
            let asked = if question == 0 { selected } else { answered };
            let tally = Tally { asked, answered, counts: counts.to_vec(), ..Tally::default() };
            let said = said(&survey, question, &tally, selected, ids);
            assert_eq!(said, expected, "{counts:?} of {answered} of {selected}");
        }
    }

    proptest! {
        /// Cropped, a headline without a number is taken for one on all respondents.
        #[test]
        fn a_headline_without_its_base_holds_of_all(
            question in 0_usize..4,
            selected in 1_u32..90,
            left_out in 0_u32..20,
            counted: [u32; 3],
            named: bool,
        ) {
            let survey = public_survey();
            let answered = selected.saturating_sub(left_out).max(1);
            let options = survey.codebook().questions()[question].options.len();
            let first = counted[0] % (answered + 1);
            let counts = match (question, options) {
                (2, _) => counted.map(|count| count % (answered + 1)).to_vec(),
                (_, 2) => vec![first, answered - first],
                _ => {
                    let second = counted[1] % (answered - first + 1);
                    vec![first, second, answered - first - second]
                }
            };
            let asked = if question == 0 { selected } else { answered };
            let tally = Tally { asked, answered, counts: counts.clone(), ..Tally::default() };
            let said = said(&survey, question, &tally, selected, if named { &["A"] } else { &[] });
            let name = &survey.codebook().questions()[question].label;
            let with_base = said.contains(&answered.to_string());
            prop_assert!(said == *name || with_base || !named, "{}", said);
            if said != *name && !with_base && !said.starts_with("The most common") {
                let top = counts.iter().copied().max().unwrap();
                for top in [top, top + selected - answered] {
                    prop_assert!(said.starts_with(quantifier(top, selected)), "{} {}", said, top);
                }
            }
        }
    }
}
