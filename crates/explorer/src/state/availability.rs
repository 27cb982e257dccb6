//! What of a question may be put to the answers. A source decides it; the screens offer nothing
//! else, and addresses can ask for nothing else.

use survey::{Filter, Pick, QuestionIx, Source};

/// The part of a selection and a breakdown that a source offers. Of clauses that it does not offer
/// together the first stays, and a selection stays before a breakdown.
pub fn keep_available(
    source: &dyn Source,
    filter: &Filter,
    by: Option<QuestionIx>,
) -> (Filter, Option<QuestionIx>) {
    let mut kept = Filter::default();
    for (question, clause) in filter.clauses() {
        let mut with = kept.clone();
        with.set(question, clause.clone());
        if source.offers(&with, None) {
            kept = with;
        }
    }
    let mut with = kept.clone();
    filter.respondents().iter().for_each(|&row| with.toggle_respondent(row));
    if source.offers(&with, None) {
        kept = with;
    }
    let by = by.filter(|&by| source.offers(&kept, Some(by)));
    (kept, by)
}

/// Whether a question's answers can be picked beside what is selected. What is picked can be let go.
pub fn offers_filter(
    source: &dyn Source,
    filter: &Filter,
    by: Option<QuestionIx>,
    question: QuestionIx,
) -> bool {
    let mut with = filter.clone();
    if filter.clause(question).is_none_or(|clause| clause.picks().is_empty()) {
        with.toggle(question, Pick::Option(0));
    }
    source.offers(&with, by)
}

#[cfg(test)]
mod tests {
    use survey::{Clause, Matching};

    use super::*;
    use crate::test_survey::{protected_survey, tiny_survey};

    const USES: QuestionIx = QuestionIx(0);
    const DEFINITION: QuestionIx = QuestionIx(1);
    const TYPE: QuestionIx = QuestionIx(3);

    fn filter(questions: &[QuestionIx]) -> Filter {
        let mut filter = Filter::default();
        for &question in questions {
            filter.toggle(question, Pick::Option(0));
        }
        filter
    }

    #[test]
    fn records_answer_everything_and_break_down_by_groupings() {
        let survey = tiny_survey();
        let source = survey.draws[0].source();
        let mut all = filter(&[USES, DEFINITION, TYPE]);
        all.toggle_respondent(3);
        assert_eq!(keep_available(source, &all, Some(TYPE)), (all.clone(), Some(TYPE)));
        assert_eq!(keep_available(source, &all, Some(USES)), (all.clone(), None));
        assert!((0..4).all(|ix| offers_filter(source, &all, Some(TYPE), QuestionIx(ix))));
    }

    #[test]
    fn a_cube_answers_one_grouping_at_a_time() {
        let survey = protected_survey();
        let source = survey.draws[0].source();
        let none = Filter::default();
        let mut respondent = filter(&[TYPE]);
        respondent.toggle_respondent(3);
        let mut all_of = Filter::default();
        all_of.set(TYPE, Clause::new(Matching::All, [Pick::Option(0)]));
        let cases = [
            (filter(&[]), Some(TYPE), (none.clone(), Some(TYPE))),
            (filter(&[TYPE]), None, (filter(&[TYPE]), None)),
            (filter(&[TYPE]), Some(TYPE), (filter(&[TYPE]), None)),
            (filter(&[TYPE]), Some(USES), (filter(&[TYPE]), None)),
            (filter(&[USES, TYPE]), None, (filter(&[USES]), None)),
            (filter(&[DEFINITION]), None, (none.clone(), None)),
            (filter(&[DEFINITION, TYPE]), Some(USES), (filter(&[TYPE]), None)),
            (filter(&[DEFINITION]), Some(USES), (none.clone(), Some(USES))),
            (filter(&[]), Some(DEFINITION), (none.clone(), None)),
            (respondent, None, (filter(&[TYPE]), None)),
            (all_of, None, (none.clone(), None)),
        ];
        for (filter, by, expected) in cases {
            assert_eq!(keep_available(source, &filter, by), expected, "{filter:?} by {by:?}");
        }
        let offers = |filter: &Filter, by| -> Vec<usize> {
            (0..4).filter(|&ix| offers_filter(source, filter, by, QuestionIx(ix))).collect()
        };
        assert_eq!(offers(&none, None), [0, 3]);
        assert_eq!(offers(&filter(&[TYPE]), None), [3]);
        assert!(offers(&none, Some(TYPE)).is_empty());
    }
}
