//! A few selected respondents as themselves: up to nine say more in a table than in percentages.

use survey::{QuestionIx, Records, Survey};

use super::table::{TableRow, TableView};

/// More respondents than this are counted, not listed.
const MOST: usize = 9;

/// The selected respondents' answers: a row for each question, a column for each respondent.
#[derive(Clone, Debug, PartialEq)]
pub struct ListingView {
    /// The table.
    pub table: TableView,
}

pub(super) fn listing(
    survey: &Survey,
    records: &Records,
    filter: &survey::Filter,
) -> Option<ListingView> {
    let rows: Vec<usize> = records.select(filter).rows().take(MOST + 1).collect();
    if rows.is_empty() || rows.len() > MOST {
        return None;
    }
    let noun = &survey.about.respondent;
    let mut columns = vec!["Question".to_owned()];
    columns.extend(rows.iter().map(|&row| records.ids()[row].clone()));
    let table = TableView {
        caption: format!("The answers of the selected {}", noun.for_count(rows.len() as u64)),
        columns,
        rows: survey
            .codebook
            .iter()
            .map(|(ix, question)| TableRow {
                heading: question.label.clone(),
                cells: rows.iter().map(|&row| cell(survey, records, ix, row)).collect(),
                mark: None,
            })
            .collect(),
    };
    Some(ListingView { table })
}

fn cell(survey: &Survey, records: &Records, question: QuestionIx, row: usize) -> String {
    if !records.asked(question).get(row) {
        return "not asked".to_owned();
    }
    let answers = records.answers(question);
    if !answers.answered.get(row) {
        return "not answered".to_owned();
    }
    let options = survey.codebook.question(question).options.iter().zip(&answers.options);
    let chosen: Vec<&str> = options
        .filter(|(_, chosen)| chosen.get(row))
        .map(|(option, _)| option.label.as_str())
        .collect();
    if chosen.is_empty() { "none of these".to_owned() } else { chosen.join("; ") }
}
