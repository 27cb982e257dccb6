//! A few selected respondents as themselves: fewer than words are for say more in a table than in percentages.

use survey::limits::SMALLEST_FOR_WORDS;
use survey::{Kind, QuestionIx, Records, Survey};

use super::table::{TableRow, TableView};
use super::wording::lower_first;
use crate::words::table as words;

/// More respondents than this are counted, not listed: of them something may be said in words.
const MOST: usize = SMALLEST_FOR_WORDS as usize - 1;

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
    let noun = &survey.about().respondent;
    let mut columns = vec![words::QUESTION.to_owned()];
    columns.extend(rows.iter().map(|&row| records.ids()[row].clone()));
    let table = TableView {
        caption: words::listing(u32::try_from(rows.len()).unwrap_or_default(), noun),
        columns,
        rows: survey
            .codebook()
            .iter()
            .flat_map(|(ix, _)| question_rows(survey, records, ix, &rows))
            .collect(),
    };
    Some(ListingView { table })
}

/// One row, or of a multiple response one for each of its answers.
fn question_rows(
    survey: &Survey,
    records: &Records,
    ix: QuestionIx,
    rows: &[usize],
) -> Vec<TableRow> {
    let question = survey.codebook().question(ix);
    let row = |heading: String, gave: &dyn Fn(usize) -> String| TableRow {
        heading,
        cells: rows
            .iter()
            .map(|&row| missing(records, ix, row).unwrap_or_else(|| gave(row)))
            .collect(),
        mark: None,
    };
    let options = records.answers(ix).options();
    match question.kind {
        Kind::Multiple => {
            let labels = question.options.iter().zip(options);
            let yes_or_no = |gave: bool| if gave { words::YES } else { words::NO }.to_owned();
            labels
                .map(|(option, gave)| {
                    let heading = words::answer_of(&question.label, &lower_first(&option.label));
                    row(heading, &|row| yes_or_no(gave.get(row)))
                })
                .collect()
        }
        Kind::Single | Kind::Ordered => {
            let label = |row: usize| {
                let chosen = options.iter().position(|gave| gave.get(row));
                chosen.map_or_else(String::new, |option| question.options[option].label.clone())
            };
            vec![row(question.label.clone(), &label)]
        }
    }
}

/// Why a respondent has no answer, where there is none.
fn missing(records: &Records, question: QuestionIx, row: usize) -> Option<String> {
    if !records.asked(question).get(row) {
        return Some(words::NOT_ASKED.to_owned());
    }
    (!records.answers(question).answered().get(row)).then(|| words::NOT_ANSWERED.to_owned())
}
