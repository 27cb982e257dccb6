//! The table of figures that were published elsewhere, and whether the answers give them.

use survey::{Codebook, Draw, Inferred, PublishedFigure, QuestionIx};
use survey_stats as stats;

use crate::problem::{Problem, Problems};
use crate::selection;
use crate::table::{Row, Table};

/// The table's columns, in the order in which [`Cells`] takes them apart.
const COLUMNS: [&str; 9] =
    ["id", "statement", "source", "question", "option", "percent", "count", "base", "inferred"];

/// Columns with numbers that may have been printed or worked out.
const NUMBERS: [&str; 3] = ["percent", "count", "base"];

/// A figure with the row it stands in.
#[derive(Debug)]
pub(super) struct FigureRow {
    /// The row as a spreadsheet shows it.
    pub row: u64,
    /// The figure.
    pub figure: PublishedFigure,
}

/// Reads the table. Figures that can't be read are reported and left out.
pub(super) fn read(table: &Table, codebook: &Codebook, problems: &mut Problems) -> Vec<FigureRow> {
    let found =
        table.columns(&COLUMNS, "Delete it: the columns of this table are fixed.", problems);
    let Some(columns) = found.into_iter().collect::<Option<Vec<usize>>>() else {
        return Vec::new();
    };
    let mut figures: Vec<FigureRow> = Vec::new();
    for row in table.rows() {
        let cells = Cells { table, row: &row, columns: &columns };
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
pub(super) fn check(
    file: &str,
    figures: &[FigureRow],
    draws: &[Draw],
    is_confidential: bool,
    problems: &mut Problems,
) {
    for FigureRow { row, figure } in figures {
        let Some((question, option)) = figure.about else { continue };
        // For confidential answers the rule on prior publication judges it, by the counts that round to it.
        if is_confidential && figure.count.is_none() {
            continue;
        }
        for draw in draws {
            let Ok(tally) = draw.source().total(question) else { continue };
            let (count, base) = (tally.counts[option], tally.answered);
            if figure.agrees_with(count, base) {
                continue;
            }
            let share = stats::percent(count, base)
                .map_or_else(String::new, |percent| format!(" ({percent}%)"));
            let what = format!(
                "“{}” is published as {}; answers “{}” give {count} of {base}{share}",
                figure.id,
                figure.numbers(),
                draw.id,
            );
            let column = if figure.count.is_some() { "count" } else { "percent" };
            let fix = "Correct the answers, or the figure.";
            problems.add(Problem::new(file, what, fix).row(*row).column(column));
        }
    }
}

/// A cell that can't be read, and was reported.
struct Reported;

struct Cells<'a> {
    table: &'a Table,
    row: &'a Row<'a>,
    columns: &'a [usize],
}

impl Cells<'_> {
    /// The figure of a row.
    fn figure(&self, codebook: &Codebook, problems: &mut Problems) -> Option<PublishedFigure> {
        for name in ["id", "statement", "source"] {
            if self.cell(name).trim().is_empty() {
                problems.add(self.problem(name, "is blank", "Every figure needs one."));
            }
        }
        // All cells are read before any of them stops the row, so that each is reported.
        let about = self.about(codebook, problems);
        let percent = self.number("percent", problems);
        let count = self.number("count", problems);
        let base = self.number("base", problems);
        let inferred = self.inferred(problems);
        let (about, inferred) = (about.ok()?, inferred.ok()?);
        let (mut percent, count, base) = (percent.ok()?, count.ok()?, base.ok()?);
        if let (Some(given), Some(count), Some(base)) = (percent, count, base)
            && stats::percent(count, base) != Some(given)
        {
            let what = match stats::percent(count, base) {
                Some(rounded) => format!("{count} of {base} is {rounded}%, not {given}%"),
                None => "a share of nobody".to_owned(),
            };
            let problem = self.problem("percent", what, "Correct the percentage, count or base.");
            problems.add(problem.value(given.to_string()));
            // It has been reported.
            percent = None;
        }
        Some(PublishedFigure {
            id: self.cell("id").to_owned(),
            statement: self.cell("statement").to_owned(),
            source: self.cell("source").to_owned(),
            about,
            percent,
            count,
            base,
            inferred,
        })
    }

    /// `None` for a figure that is about no question.
    fn about(
        &self,
        codebook: &Codebook,
        problems: &mut Problems,
    ) -> Result<Option<(QuestionIx, usize)>, Reported> {
        let (question, option) = (self.cell("question"), self.cell("option"));
        if question.is_empty() && option.is_empty() {
            return Ok(None);
        }
        let found = selection::question(codebook, question).and_then(|ix| {
            selection::option(codebook.question(ix), option).map(|option| (ix, option))
        });
        match found {
            Ok(about) => Ok(Some(about)),
            Err(error) => {
                let column = if codebook.find(question).is_none() { "question" } else { "option" };
                problems.add(self.problem(column, error.what, error.fix).value(self.cell(column)));
                Err(Reported)
            }
        }
    }

    /// `None` for a blank cell.
    fn number(&self, column: &str, problems: &mut Problems) -> Result<Option<u32>, Reported> {
        let cell = self.cell(column);
        if cell.is_empty() {
            return Ok(None);
        }
        cell.parse().map(Some).map_err(|_| {
            let problem = self.problem(column, "is not a whole number", "Write digits only.");
            problems.add(problem.value(cell));
            Reported
        })
    }

    /// Which numbers were not printed: none, count and base, or those that are named.
    fn inferred(&self, problems: &mut Problems) -> Result<Inferred, Reported> {
        match self.cell("inferred") {
            "no" => Ok(Inferred::default()),
            "yes" => Ok(Inferred { percent: false, count: true, base: true }),
            named => {
                let columns: Vec<&str> = named.split_whitespace().collect();
                if !columns.is_empty() && columns.iter().all(|name| NUMBERS.contains(name)) {
                    let [percent, count, base] = NUMBERS.map(|name| columns.contains(&name));
                    return Ok(Inferred { percent, count, base });
                }
                let what = "is neither yes nor no, nor names what was not printed";
                let fix = "Write no; yes, where count and base were worked out; or the columns \
                           whose numbers were, such as “percent count base”.";
                problems.add(self.problem("inferred", what, fix).value(named));
                Err(Reported)
            }
        }
    }

    fn cell(&self, column: &str) -> &str {
        let position = COLUMNS.iter().position(|name| *name == column).unwrap_or_default();
        self.row.cell(self.columns[position])
    }

    fn problem(&self, column: &str, what: impl Into<String>, fix: impl Into<String>) -> Problem {
        Problem::new(&self.table.file, what, fix).row(self.row.number).column(column)
    }
}
