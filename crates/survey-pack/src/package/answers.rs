//! A table of answers made into records, row by row, with every cell that can't be right reported.

use std::collections::HashMap;
use std::sync::Arc;

use survey::{Answers, Bitmap, Codebook, Question, Records};

use super::descriptor::Unticked;
use super::schema::{Cells, Layout, Tick};
use crate::problem::{Problem, Problems, suggest};
use crate::table::{Meanings, Row, Table};

const UNDECLARED: &str = "Declare it in the schema (with the role “left_out” if it is not to be \
                          packed) or delete it.";

/// Reads a table by its layout.
pub(super) fn read(table: &Table, layout: &Layout, problems: &mut Problems) -> Option<Records> {
    if table.rows().len() == 0 && problems.is_empty() {
        let fix = "Add a row for each respondent.";
        problems.add(Problem::new(&table.file, "has a header and no answers", fix));
    }
    let names = column_names(layout);
    let found = table.columns(&names, UNDECLARED, problems);
    let columns: HashMap<&str, usize> =
        names.iter().zip(&found).filter_map(|(&name, &found)| Some((name, found?))).collect();
    let reader = Reader { table, layout, columns, codebook: &layout.codebook };

    let ids = reader.ids(problems);
    let weights = reader.weights(problems);
    let mut columns: Vec<Column> = Vec::new();
    for (question, cells) in layout.codebook.questions().iter().zip(&layout.questions) {
        let column = reader.question(question, cells, &columns, problems);
        columns.push(column);
    }
    if !problems.is_empty() {
        return None;
    }
    let answers = columns.into_iter().map(|column| column.answers).collect();
    Records::new(Arc::clone(&layout.codebook), ids, answers, weights)
        .map_err(|errors| {
            for error in errors {
                let fix = "This should have been found earlier: please report it.";
                problems.add(Problem::new(&table.file, error.to_string(), fix));
            }
        })
        .ok()
}

fn column_names(layout: &Layout) -> Vec<&str> {
    let mut names = vec![layout.id.as_str()];
    names.extend(layout.weight.as_deref());
    names.extend(layout.left_out.iter().map(String::as_str));
    for cells in &layout.questions {
        match cells {
            Cells::Choice { column, .. } => names.push(column),
            Cells::Ticks { columns, .. } => {
                names.extend(columns.iter().map(|tick| tick.column.as_str()));
            }
        }
    }
    names
}

/// The answers to one question.
struct Column {
    answers: Answers,
    /// Whose answer was reported, so that nobody can tell what it leads to.
    unreadable: Bitmap,
}

/// What a respondent's cells say to a question.
enum Given<'a> {
    Nothing,
    Unreadable,
    /// Options, and the column to name if they should not be there.
    Options(&'a str),
}

/// What a cell of a question with one column says.
#[derive(Clone, Copy)]
enum Choice {
    Option(usize),
    Blank,
    Unknown,
}

/// What a cell of an option's own column says.
#[derive(Clone, Copy)]
enum Ticked {
    Yes,
    No,
    Blank,
    Unknown,
}

/// A question's cells with what they mean; none for a column that is missing.
enum Columns<'a> {
    Choice { column: &'a str, values: &'a [String], cells: Option<Meanings<'a, Choice>> },
    Ticks { ticks: Vec<(&'a Tick, Option<Meanings<'a, Ticked>>)>, unticked: Unticked },
}

struct Reader<'a> {
    table: &'a Table,
    layout: &'a Layout,
    columns: HashMap<&'a str, usize>,
    codebook: &'a Codebook,
}

impl<'a> Reader<'a> {
    fn ids(&self, problems: &mut Problems) -> Vec<String> {
        let Some(&column) = self.columns.get(self.layout.id.as_str()) else { return Vec::new() };
        let mut seen: HashMap<&str, u64> = HashMap::new();
        for row in self.table.rows() {
            let row = &row;
            let id = row.cell(column);
            if id.trim().is_empty() {
                let fix = "Give each respondent a name or number of its own.";
                problems.add(self.problem(row, &self.layout.id, "the id is blank", fix));
            } else if let Some(before) = seen.insert(id, row.number) {
                let what = format!("row {before} has the same id");
                let fix = "Delete one of the rows, or give it an id of its own.";
                problems.add(self.problem(row, &self.layout.id, what, fix).value(id));
            }
        }
        self.table.rows().map(|row| row.cell(column).to_owned()).collect()
    }

    fn weights(&self, problems: &mut Problems) -> Option<Vec<f64>> {
        let name = self.layout.weight.as_deref()?;
        let &column = self.columns.get(name)?;
        let weight = |row: Row| {
            let row = &row;
            let cell = row.cell(column);
            let weight =
                cell.parse().ok().filter(|weight: &f64| weight.is_finite() && *weight >= 0.0);
            if weight.is_none() {
                let what = "is not a weight";
                let fix = "Write a number of 0 or more, with a point: 0.85.";
                problems.add(self.problem(row, name, what, fix).value(cell));
            }
            weight.unwrap_or_default()
        };
        Some(self.table.rows().map(weight).collect())
    }

    fn question(
        &self,
        question: &Question,
        cells: &'a Cells,
        earlier: &[Column],
        problems: &mut Problems,
    ) -> Column {
        let rows = self.table.rows();
        let mut answers = Answers::none(rows.len(), question.options.len());
        let mut unreadable = Bitmap::new(rows.len());
        let (columns, mut chosen) = (self.meanings(cells), Vec::new());
        for (position, row) in rows.enumerate() {
            let asked = match &question.asked_if {
                None => true,
                Some(routing) => {
                    let before = &earlier[routing.question.position()];
                    if before.unreadable.get(position) {
                        unreadable.set(position);
                        continue;
                    }
                    routing.any_of.iter().any(|&o| before.answers.options()[o].get(position))
                }
            };
            chosen.clear();
            match self.given(&row, position, &columns, asked, &mut chosen, problems) {
                Given::Nothing => {}
                Given::Unreadable => unreadable.set(position),
                Given::Options(_) if asked => answers.record(position, chosen.iter().copied()),
                Given::Options(column) => problems.add(self.not_asked(&row, column, question)),
            }
        }
        Column { answers, unreadable }
    }

    fn meanings(&self, cells: &'a Cells) -> Columns<'a> {
        let column = |name: &str| self.columns.get(name).map(|&at| self.table.column_at(at));
        let blank = |cell: &str| self.layout.missing.iter().any(|missing| missing == cell);
        match cells {
            Cells::Choice { column: name, options, values } => {
                let meaning = |cell: &str| match options.get(cell) {
                    Some(&option) => Choice::Option(option),
                    None if blank(cell) => Choice::Blank,
                    None => Choice::Unknown,
                };
                let cells = column(name).map(|column| column.meanings(meaning));
                Columns::Choice { column: name, values, cells }
            }
            Cells::Ticks { columns, unticked } => {
                let meanings = |tick: &Tick| {
                    let is = |known: &[String], cell: &str| known.iter().any(|known| known == cell);
                    let meaning = |cell: &str| match cell {
                        cell if is(&tick.yes, cell) => Ticked::Yes,
                        cell if blank(cell) => Ticked::Blank,
                        cell if is(&tick.no, cell) => Ticked::No,
                        _ => Ticked::Unknown,
                    };
                    column(&tick.column).map(|column| column.meanings(meaning))
                };
                let ticks = columns.iter().map(|tick| (tick, meanings(tick))).collect();
                Columns::Ticks { ticks, unticked: *unticked }
            }
        }
    }

    /// What the row at `position` says to a question; `chosen` takes the options.
    fn given(
        &self,
        row: &Row,
        position: usize,
        columns: &Columns<'a>,
        asked: bool,
        chosen: &mut Vec<usize>,
        problems: &mut Problems,
    ) -> Given<'a> {
        match columns {
            Columns::Choice { cells: None, .. } => Given::Unreadable,
            Columns::Choice { column, values, cells: Some(cells) } => match cells.at(position) {
                Choice::Option(option) => {
                    chosen.push(option);
                    Given::Options(column)
                }
                Choice::Blank => Given::Nothing,
                Choice::Unknown => {
                    let cell = self.cell(row, column);
                    let fix = suggest(cell, values.iter().map(String::as_str));
                    let problem = self.problem(row, column, "is not one of the answers", fix);
                    problems.add(problem.value(cell));
                    Given::Unreadable
                }
            },
            Columns::Ticks { ticks, unticked } => {
                let (mut blank, mut answered, mut readable) = (None, None, true);
                for (option, (tick, cells)) in ticks.iter().enumerate() {
                    match cells.as_ref().map(|cells| cells.at(position)) {
                        None => readable = false,
                        Some(Ticked::Yes) => {
                            chosen.push(option);
                            answered.get_or_insert(tick.column.as_str());
                        }
                        Some(Ticked::No) => {
                            answered.get_or_insert(tick.column.as_str());
                        }
                        Some(Ticked::Blank) => {
                            blank.get_or_insert(tick.column.as_str());
                        }
                        Some(Ticked::Unknown) => {
                            readable = false;
                            let cell = self.cell(row, &tick.column);
                            let known = tick.yes.iter().chain(&tick.no).map(String::as_str);
                            let what = "is neither a yes nor a no";
                            let problem =
                                self.problem(row, &tick.column, what, suggest(cell, known));
                            problems.add(problem.value(cell));
                        }
                    }
                }
                if let Some(alone) = chosen.iter().find(|&&option| ticks[option].0.exclusive)
                    && chosen.len() > 1
                {
                    let column = &ticks[*alone].0.column;
                    let what =
                        "stands alone by its declaration, and another option is ticked beside it";
                    let fix = "Correct the row, or take “exclusive” away from the option.";
                    problems.add(self.problem(row, column, what, fix));
                    return Given::Unreadable;
                }
                match (readable, answered, blank) {
                    (false, ..) => Given::Unreadable,
                    (true, None, _) => Given::Nothing,
                    (true, Some(_), Some(blank)) if *unticked == Unticked::No && asked => {
                        let what = "is blank where other options of the question have an answer";
                        let fix = "Write a no, or blank all of the question's cells; if a blank \
                                   means no throughout, declare “unticked”: “blank” for the \
                                   question.";
                        problems.add(self.problem(row, blank, what, fix));
                        Given::Unreadable
                    }
                    (true, Some(column), _) => Given::Options(column),
                }
            }
        }
    }

    fn cell<'b>(&self, row: &'b Row, column: &str) -> &'b str {
        self.columns.get(column).map_or("", |&column| row.cell(column))
    }

    fn not_asked(&self, row: &Row, column: &str, question: &Question) -> Problem {
        let because = question.asked_if.as_ref().map_or_else(String::new, |routing| {
            let before = self.codebook.question(routing.question);
            let leads: Vec<&str> =
                routing.any_of.iter().map(|&option| before.options[option].id.as_str()).collect();
            format!(" (asked if “{}” is {})", before.id, leads.join(" or "))
        });
        let what = format!("an answer to “{}”, which was not asked{because}", question.id);
        let fix = "Blank it, or correct the answer that decides who is asked.";
        let cell = self.cell(row, column);
        self.problem(row, column, what, fix).value(cell)
    }

    fn problem(
        &self,
        row: &Row,
        column: &str,
        what: impl Into<String>,
        fix: impl Into<String>,
    ) -> Problem {
        Problem::new(&self.table.file, what, fix).row(row.number).column(column)
    }
}
