//! The table of figures that were published elsewhere, and whether the answers give them.

use survey::{Codebook, Draw, PublishedFigure, stats};

use crate::problem::{Problem, Problems};
use crate::selection;
use crate::table::{Row, Table};

/// The table's columns, in the order in which [`Cells`] takes them apart.
const COLUMNS: [&str; 9] =
    ["id", "statement", "source", "question", "option", "percent", "count", "base", "inferred"];

/// A figure with the row it stands in.
#[derive(Debug)]
pub struct FigureRow {
    /// The row as a spreadsheet shows it.
    pub row: u64,
    /// The figure.
    pub figure: PublishedFigure,
}

/// Reads the table. Figures that can't be read are reported and left out.
pub fn read(table: &Table, codebook: &Codebook, problems: &mut Problems) -> Vec<FigureRow> {
    let found = table.columns(&COLUMNS, problems);
    let Some(columns) = found.into_iter().collect::<Option<Vec<usize>>>() else {
        return Vec::new();
    };
    let mut figures: Vec<FigureRow> = Vec::new();
    for row in table.rows() {
        let cells = Cells { table, row, columns: &columns };
        let Some(figure) = cells.figure(codebook, problems) else { continue };
        if figures.iter().any(|before| before.figure.id == figure.id) {
            let fix = "Give each figure an id of its own.";
            problems.add(cells.problem("id", "the id stands twice", fix));
        }
        figures.push(FigureRow { row: row.number, figure });
    }
    figures
}

/// Reports every figure that a set of answers contradicts.
pub fn check(file: &str, figures: &[FigureRow], draws: &[Draw], problems: &mut Problems) {
    for FigureRow { row, figure } in figures {
        let (Some((question, option)), Some(count)) = (figure.about, figure.count) else {
            continue;
        };
        for draw in draws {
            let tally = draw.records.total(question);
            let base = figure.base.unwrap_or(tally.answered);
            if (tally.counts[option], tally.answered) != (count, base) {
                let what = format!(
                    "“{}” is published as {count} of {base}; answers “{}” give {} of {}",
                    figure.id, draw.id, tally.counts[option], tally.answered
                );
                let fix = "Correct the answers, or the figure.";
                problems.add(Problem::new(file, what, fix).row(*row).column("count"));
            }
        }
    }
}

struct Cells<'a> {
    table: &'a Table,
    row: &'a Row,
    columns: &'a [usize],
}

impl Cells<'_> {
    fn figure(&self, codebook: &Codebook, problems: &mut Problems) -> Option<PublishedFigure> {
        for name in ["id", "statement", "source"] {
            if self.cell(name).trim().is_empty() {
                problems.add(self.problem(name, "is blank", "Every figure needs one."));
            }
        }
        let about = self.about(codebook, problems)?;
        let percent = self.number("percent", problems)?;
        let count = self.number("count", problems)?;
        let base = self.number("base", problems)?;
        if let (Some(percent), Some(count), Some(base)) = (percent, count, base)
            && stats::percent(count, base) != Some(percent)
        {
            let what = match stats::percent(count, base) {
                Some(rounded) => format!("{count} of {base} is {rounded}%, not {percent}%"),
                None => "a share of nobody".to_owned(),
            };
            let problem = self.problem("percent", what, "Correct the percentage, count or base.");
            problems.add(problem.value(percent.to_string()));
        }
        let inferred = match self.cell("inferred") {
            "yes" => true,
            "no" => false,
            other => {
                let problem = self.problem("inferred", "is neither yes nor no", "Write yes or no.");
                problems.add(problem.value(other));
                return None;
            }
        };
        Some(PublishedFigure {
            id: self.cell("id").to_owned(),
            statement: self.cell("statement").to_owned(),
            source: self.cell("source").to_owned(),
            about,
            count,
            base,
            inferred,
        })
    }

    /// `None` when it was reported; the inner one when the figure is about no question.
    fn about(
        &self,
        codebook: &Codebook,
        problems: &mut Problems,
    ) -> Option<Option<(survey::QuestionIx, usize)>> {
        let (question, option) = (self.cell("question"), self.cell("option"));
        if question.is_empty() && option.is_empty() {
            return Some(None);
        }
        let found = selection::question(codebook, question).and_then(|ix| {
            selection::option(codebook.question(ix), option).map(|option| (ix, option))
        });
        match found {
            Ok(about) => Some(Some(about)),
            Err(error) => {
                let column = if codebook.find(question).is_none() { "question" } else { "option" };
                problems.add(self.problem(column, error.what, error.fix).value(self.cell(column)));
                None
            }
        }
    }

    /// `None` when it was reported; the inner one when the cell is blank.
    fn number(&self, column: &str, problems: &mut Problems) -> Option<Option<u32>> {
        let cell = self.cell(column);
        if cell.is_empty() {
            return Some(None);
        }
        let number = cell.parse().ok();
        if number.is_none() {
            let problem = self.problem(column, "is not a whole number", "Write digits only.");
            problems.add(problem.value(cell));
        }
        number.map(Some)
    }

    fn cell(&self, column: &str) -> &str {
        let position = COLUMNS.iter().position(|name| *name == column).unwrap_or_default();
        self.row.cell(self.columns[position])
    }

    fn problem(&self, column: &str, what: impl Into<String>, fix: impl Into<String>) -> Problem {
        Problem::new(&self.table.file, what, fix).row(self.row.number).column(column)
    }
}
