//! The survey in a few numbers, for the first screen.

use survey::{Filter, Standing, Survey};
use survey_stats::{BaseRule, percent};

use crate::view::order::order;
use crate::view::standing::{Mark, ShareMark};
use crate::view::wording::{predicate, thousands};
use crate::words::{findings as words, table};

/// One of the survey's few numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyFigureView {
    /// "89%", or "2" where a count was printed.
    pub number: String,
    /// What those do who are counted: "use trauma-informed care".
    pub does: String,
    /// "about 51 of 57 teams".
    pub of: String,
    /// Where the number comes from; none where answers are public.
    pub mark: Option<ShareMark>,
    /// The anchor of the finding that it belongs to.
    pub finding: String,
}

/// More numbers are no longer seen at a glance.
const MOST_KEY_FIGURES: usize = 4;

/// Of each figure that a finding rests on the answer it is about, or the one that most gave; only where
/// its number is real.
pub(super) fn key_figures(survey: &Survey, draw: usize) -> Vec<KeyFigureView> {
    let source = survey.draws()[draw].source();
    let mut seen = Vec::new();
    let mut figures = Vec::new();
    for finding in survey.findings() {
        for of in &finding.figures {
            let Ok(tally) = source.total(of.question) else { continue };
            let order = order(survey, of.question, Ok(tally));
            let Some(option) = of.option.or_else(|| order.first().copied()) else { continue };
            let share = survey.standing(&Filter::default(), of.question, option);
            let key = (of.question, option);
            if seen.contains(&key) || !share.is_real() || tally.answered == 0 {
                continue;
            }
            seen.push(key);
            let (count, base) = (tally.counts[option], tally.answered);
            let percent = percent(count, base).filter(|_| {
                share.count != Standing::Published && BaseRule::of(base).allows_percentage()
            });
            let about =
                |standing, number| words::number_of(number, standing == Standing::WorkedOut);
            figures.push(KeyFigureView {
                number: percent.map_or_else(|| thousands(count), table::percent),
                does: predicate(survey.codebook().question(of.question), option, 2),
                of: match percent {
                    Some(_) => words::count_of(
                        &about(share.count, count),
                        base,
                        &survey.about().respondent,
                    ),
                    None => words::of(&about(share.base, base), base, &survey.about().respondent),
                },
                mark: standing_mark(if percent.is_some() { share.percentage } else { share.count }),
                finding: finding.id.clone(),
            });
        }
    }
    figures.truncate(MOST_KEY_FIGURES);
    figures
}

/// The mark of one number; none where answers are public, and need none.
fn standing_mark(standing: Standing) -> Option<ShareMark> {
    match standing {
        Standing::Published => Some(Mark::Published.alone()),
        Standing::WorkedOut => Some(Mark::WorkedOut.alone()),
        Standing::Protected => Some(Mark::Protected.alone()),
        Standing::Invented => Some(Mark::Invented.alone()),
        Standing::Reported => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_survey::{public_survey, tiny_survey};

    fn said(survey: &Survey) -> Vec<String> {
        let figures = key_figures(survey, 0);
        figures.iter().map(|f| format!("{} {} ({})", f.number, f.does, f.of)).collect()
    }

    #[test]
    fn invented_numbers_are_no_key_figures() {
        assert_eq!(said(&tiny_survey()), ["77% use it (about 30 of 39 teams)"]);
        let public = said(&public_survey());
        assert!(public.contains(&"77% use it (30 of 39 teams)".to_owned()), "{public:?}");
        assert!(public.len() > said(&tiny_survey()).len(), "{public:?}");
    }
}
