//! What words claim is true of the counts that they are said of: headlines and sentences of random
//! counts of public answers, each held to what its words mean. 100,000 of them take a
//! few seconds.

use proptest::prelude::*;
use survey::Tally;

use super::*;
use crate::state::Uncertainty;
use crate::test_survey::public_survey;
use crate::view::asked::Asked;
use crate::view::figure::FigureView;
use crate::view::order::order;
use crate::view::question_figure::figure;
use crate::view::selection::Selection;

thread_local! {
    static SURVEY: Survey = public_survey();
}

/// A figure of these counts, of everybody or of three teams by name.
fn of_counts(
    survey: &Survey,
    question: usize,
    tally: Tally,
    selected: u32,
    named: bool,
) -> std::rc::Rc<FigureView> {
    let ix = survey.codebook().position(question).unwrap();
    let mut filter = Filter::default();
    if named {
        (0..3).for_each(|row| filter.toggle_respondent(row));
    }
    let draw = &survey.draws()[0];
    let asked = Asked {
        survey,
        question: ix,
        selected,
        selection: &Selection::new(survey, draw.ids(), &filter),
        filter: &filter,
        other_set: None,
        uncertainty: Uncertainty::None,
        order: &order(survey, ix, draw.source().total(ix)),
        picked: &|_| false,
    };
    figure(&asked, &Ok(tally), None)
}

/// What a share must be where a word is said of it: from, to, in percent of the base; both ends belong
/// to it.
const MEANT: [(&str, [f64; 2]); 8] = [
    ("None of", [0.0, 0.0]),
    ("Very few", [0.0, 10.0]),
    ("Few", [10.0, 25.0]),
    ("Some", [25.0, 45.0]),
    ("About half", [45.0, 55.0]),
    ("Most", [50.0, 90.0]),
    ("Nearly all", [90.0, 100.0]),
    ("All", [100.0, 100.0]),
];

fn is_meant(word: &str, count: u32, base: u32) -> bool {
    let share = 100.0 * f64::from(count) / f64::from(base);
    MEANT
        .iter()
        .filter(|(meant, _)| word.starts_with(meant))
        .any(|(_, [from, to])| (*from - 1e-9..=*to + 1e-9).contains(&share))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100_000))]

    #[test]
    fn words_hold_of_the_counts_they_are_said_of(
        question in 0_usize..4,
        answered in 1_u32..120,
        missing in 0_u32..20,
        drawn: [u32; 3],
        named: bool,
    ) {
        let options = SURVEY.with(|survey| survey.codebook().questions()[question].options.len());
        let first = drawn[0] % (answered + 1);
        let counts = match (question, options) {
            (2, _) => drawn.map(|count| count % (answered + 1)).to_vec(),
            (_, 2) => vec![first, answered - first],
            _ => {
                let second = drawn[1] % (answered - first + 1);
                vec![first, second, answered - first - second]
            }
        };
        let asked = answered + missing;
        let tally = Tally { asked, answered, counts: counts.clone(), ..Tally::default() };
        let figure = SURVEY.with(|survey| of_counts(survey, question, tally, asked, named));
        let (headline, sentence) = (&figure.headline, &figure.sentence.finding);
        let most = counts.iter().copied().max().unwrap();
        let alone = |count: u32| counts.iter().filter(|&&other| other == count).count() == 1;

        let claims = MEANT.iter().any(|(word, _)| headline.starts_with(word));
        if claims {
            let whole = !headline.contains(&answered.to_string());
            prop_assert!(is_meant(headline, most, answered) || is_meant(headline, counts[0], answered), "{}", headline);
            // Without its base it is said of all who were asked, whatever the others would have said.
            if whole {
                prop_assert!(is_meant(headline, most, asked), "{}", headline);
                prop_assert!(is_meant(headline, most + missing, asked), "{}", headline);
            }
            if headline.starts_with("Most") || headline.starts_with("Nearly all") {
                prop_assert!(2 * most > answered, "{}", headline);
                prop_assert!(question == 2 || alone(most), "a tie is no majority: {}", headline);
            }
        }
        if headline.starts_with("The most common") || sentence.contains("the most common answer") {
            prop_assert!(alone(most), "{} | {}", headline, sentence);
        }
        if sentence.contains("the most and the least common") {
            prop_assert!(alone(most) && alone(*counts.iter().min().unwrap()), "{}", sentence);
        }
        // A count of a base is one of the figure's.
        if let Some((count, rest)) = headline.split_once(" of ")
            && let (Ok(count), Some(base)) = (count.parse::<u32>(), rest.split(' ').next())
        {
            prop_assert!(counts.contains(&count), "{}", headline);
            prop_assert_eq!(base, answered.to_string());
        }
        // Nothing is said of nobody, nor a share of more than all.
        prop_assert!(!sentence.contains(" 0 of 0") && !headline.contains("0 of 0"));
    }
}
