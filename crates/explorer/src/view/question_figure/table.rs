//! The table of a figure that is not broken down.

use survey::Tally;
use survey_stats::{BaseRule, percent};

use crate::view::asked::Asked;
use crate::view::row::{OtherSet, RowView};
use crate::view::table::{TableRow, TableView};
use crate::view::uncertainty::Ranges;
use crate::view::wording::{capitalised, thousands};
use crate::words::table as words;

pub(super) fn plain_table(
    asked: &Asked,
    tally: &Tally,
    rows: &[RowView],
    ranges: Ranges,
) -> TableView {
    let question = asked.survey.codebook().question(asked.question);
    let noun = &asked.survey.about().respondent;
    let with_percent = BaseRule::of(tally.answered).allows_percentage();
    let mut columns =
        vec![words::ANSWER.to_owned(), capitalised(&noun.other), words::OF.to_owned()];
    if with_percent {
        columns.push(words::PERCENTAGE.to_owned());
    }
    let has_ranges = rows.iter().any(|row| row.range.is_some());
    let has_others = rows.iter().any(|row| row.other_set.is_some());
    if has_ranges {
        columns.extend(ranges.columns().iter().map(|&heading| heading.to_owned()));
    }
    columns.extend(has_others.then(|| words::OTHER_SET.to_owned()));
    let row = |row: &RowView| {
        let mut cells = vec![thousands(row.count), thousands(tally.answered)];
        if with_percent {
            let percent = percent(row.count, tally.answered);
            cells.push(percent.map_or_else(String::new, words::percent));
        }
        if has_ranges {
            let none = || vec![String::new(); ranges.columns().len()];
            cells.extend(row.range.as_ref().map_or_else(none, |range| range.cells.clone()));
        }
        if has_others {
            cells.push(row.other_set.map_or_else(String::new, OtherSet::said));
        }
        TableRow { heading: row.label.clone(), cells, mark: row.mark }
    };
    TableView {
        caption: words::counts(&question.label, &noun.other),
        columns,
        rows: rows.iter().map(row).collect(),
    }
}
