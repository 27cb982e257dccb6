//! Rule 1, columns: only answers to declared questions are counted. Weights, dates, and questions
//! whose "answers" are names, addresses or nearly as many as there are respondents are refused, also
//! where they were declared by mistake. Columns in nobody's schema are refused before, by the package's
//! reader; free text has no declared answers and is read only to look for it in the packed file.

use survey::Question;

use crate::identifying::identifying_form;
use crate::rule::{Case, Outcome, Rule, Stage};

pub(super) const RULE: Rule = Rule {
    name: "columns",
    number: 1,
    demands: "No column that is published holds free text, identifiers, dates, addresses or weights.",
    exact: "Declared types are exact; addresses, dates and numbers in answers are recognised by their form.",
    stage: Stage::Release,
    counts_only: false,
    of_changes: false,
    check,
};

/// Types of the Table Schema that no question with declared answers needs.
const DATES: [&str; 7] = ["date", "time", "datetime", "year", "yearmonth", "duration", "geopoint"];
/// A question with more answers than this, for each respondent, tells respondents apart.
const ANSWERS_TO_RESPONDENTS: usize = 2;

fn check(case: &Case<'_>) -> Outcome {
    let mut outcome = Outcome::default();
    for column in case.columns {
        outcome.examined += 1;
        let place = format!("column {}", column.name);
        let fix = "Give the column the role “left_out”.";
        if column.is_weight {
            outcome.breach(None, place, "weights tell respondents apart", fix);
        } else if DATES.contains(&column.kind.as_str()) {
            let what = format!("is of type “{}”: such values tell respondents apart", column.kind);
            outcome.breach(None, place, what, fix);
        }
    }
    for (_, question) in case.sample.codebook.iter() {
        let place = format!("question {}", question.id);
        let fix = "Give its columns the role “left_out”, or declare answers that are groups.";
        if question.options.len() * ANSWERS_TO_RESPONDENTS > case.sample.rows() {
            let what = format!(
                "has {} answers for {} respondents, as an identifier has",
                question.options.len(),
                case.sample.rows()
            );
            outcome.breach(None, place.clone(), what, fix);
        }
        for (id, label) in names(question) {
            let form = identifying_form(label).or_else(|| identifying_form(id));
            if let Some(form) = form {
                let what = format!("the answer “{label}” has the form of {}", form.words());
                outcome.breach(None, place.clone(), what, fix);
            }
        }
    }
    outcome
}

/// Ids and labels of a question's answers and of their groups.
fn names(question: &Question) -> impl Iterator<Item = (&str, &str)> {
    let answers = question.options.iter().map(|answer| (answer.id.as_str(), answer.label.as_str()));
    let groups = question.groups.iter().map(|group| (group.id.as_str(), group.label.as_str()));
    answers.chain(groups)
}
