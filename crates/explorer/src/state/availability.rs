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
    use crate::test_survey::{authority_type, definition, protected_survey, tiny_survey, uses};

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
        let source = survey.draws()[0].source();
        let mut all = filter(&[uses(), definition(), authority_type()]);
        all.toggle_respondent(3);
        assert_eq!(
            keep_available(source, &all, Some(authority_type())),
            (all.clone(), Some(authority_type()))
        );
        assert_eq!(keep_available(source, &all, Some(uses())), (all.clone(), None));
        assert!(source.codebook().positions().all(|ix| offers_filter(
            source,
            &all,
            Some(authority_type()),
            ix
        )));
    }

    #[test]
    fn a_cube_answers_one_grouping_at_a_time() {
        let survey = protected_survey();
        let source = survey.draws()[0].source();
        let none = Filter::default();
        let mut respondent = filter(&[authority_type()]);
        respondent.toggle_respondent(3);
        let mut all_of = Filter::default();
        all_of.set(authority_type(), Clause::new(Matching::All, [Pick::Option(0)]));
        let cases = [
            (filter(&[]), Some(authority_type()), (none.clone(), Some(authority_type()))),
            (filter(&[authority_type()]), None, (filter(&[authority_type()]), None)),
            (
                filter(&[authority_type()]),
                Some(authority_type()),
                (filter(&[authority_type()]), None),
            ),
            (filter(&[authority_type()]), Some(uses()), (filter(&[authority_type()]), None)),
            (filter(&[uses(), authority_type()]), None, (filter(&[uses()]), None)),
            (filter(&[definition()]), None, (none.clone(), None)),
            (
                filter(&[definition(), authority_type()]),
                Some(uses()),
                (filter(&[authority_type()]), None),
            ),
            (filter(&[definition()]), Some(uses()), (none.clone(), Some(uses()))),
            (filter(&[]), Some(definition()), (none.clone(), None)),
            (respondent, None, (filter(&[authority_type()]), None)),
            (all_of, None, (none.clone(), None)),
        ];
        for (filter, by, expected) in cases {
            assert_eq!(keep_available(source, &filter, by), expected, "{filter:?} by {by:?}");
        }
        let offers = |filter: &Filter, by| -> Vec<usize> {
            let positions = source.codebook().positions();
            let offered = positions.filter(|&ix| offers_filter(source, filter, by, ix));
            offered.map(QuestionIx::position).collect()
        };
        assert_eq!(offers(&none, None), [0, 3]);
        assert_eq!(offers(&filter(&[authority_type()]), None), [3]);
        assert!(offers(&none, Some(authority_type())).is_empty());
    }
}
