//! The table of a figure that is not broken down.

use survey::Tally;
use survey_stats::{BaseRule, percent};

use crate::view::asked::Asked;
use crate::view::row::RowView;
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
    if rows.iter().any(|row| row.range.is_some()) {
        columns.extend(ranges.columns().iter().map(|&heading| heading.to_owned()));
    }
    let row = |row: &RowView| {
        let mut cells = vec![thousands(row.count), thousands(tally.answered)];
        if with_percent {
            let percent = percent(row.count, tally.answered);
            cells.push(percent.map_or_else(String::new, words::percent));
        }
        cells.extend(row.range.iter().flat_map(|range| range.cells.clone()));
        TableRow { heading: row.label.clone(), cells, mark: row.mark }
    };
    TableView {
        caption: words::counts(&question.label, &noun.other),
        columns,
        rows: rows.iter().map(row).collect(),
    }
}
