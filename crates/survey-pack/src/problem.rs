//! What is wrong with a package: all of it, each with where it stands and what to do.

use std::collections::HashMap;
use std::fmt;

use serde::Serialize;

/// One thing that is wrong, in one place or in many rows alike.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Problem {
    /// The file, as the package names it.
    pub file: String,
    /// Where in a JSON file: `survey.draws[0].seed`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// The rows of a table as a spreadsheet numbers them: the header is row 1.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<u64>,
    /// The column of a table, by its header.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// What stands there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// What is wrong with it.
    pub what: String,
    /// What to do about it.
    pub fix: String,
}

impl Problem {
    /// A problem of a whole file, to be narrowed down with the other methods.
    pub fn new(file: impl Into<String>, what: impl Into<String>, fix: impl Into<String>) -> Self {
        Self {
            file: file.into(),
            at: None,
            rows: Vec::new(),
            column: None,
            value: None,
            what: what.into(),
            fix: fix.into(),
        }
    }

    /// The place in a JSON file.
    #[must_use]
    pub fn at(mut self, path: impl Into<String>) -> Self {
        self.at = Some(path.into());
        self
    }

    /// The row of a table.
    #[must_use]
    pub fn row(mut self, row: u64) -> Self {
        self.rows = vec![row];
        self
    }

    /// The column of a table.
    #[must_use]
    pub fn column(mut self, column: impl Into<String>) -> Self {
        self.column = Some(column.into());
        self
    }

    /// What stands there.
    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = Some(value.into());
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if let Some(at) = &self.at {
            write!(f, ", at {at}")?;
        }
        match self.rows.as_slice() {
            [] => {}
            [row] => write!(f, ", row {row}")?,
            [first, second] => write!(f, ", rows {first} and {second}")?,
            [first, .., last] => {
                write!(f, ", rows {first} to {last} ({} of them)", self.rows.len())?;
            }
        }
        if let Some(column) = &self.column {
            write!(f, ", column “{column}”")?;
        }
        if let Some(value) = &self.value {
            write!(f, ", value “{}”", shortened(value))?;
        }
        write!(f, ": {}. {}", self.what, self.fix)
    }
}

/// All problems found so far. The same problem of many rows is kept as one with all its rows, so
/// that a column in another spelling does not bury everything else.
#[derive(Clone, Debug, Default)]
pub struct Problems {
    list: Vec<Problem>,
    known: HashMap<Problem, usize>,
}

impl Problems {
    /// Notes a problem.
    pub fn add(&mut self, mut problem: Problem) {
        let rows = std::mem::take(&mut problem.rows);
        if let Some(&position) = self.known.get(&problem).filter(|_| !rows.is_empty()) {
            self.list[position].rows.extend(rows);
            return;
        }
        self.known.insert(problem.clone(), self.list.len());
        self.list.push(Problem { rows, ..problem });
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The problems in the order they were found.
    pub fn into_vec(self) -> Vec<Problem> {
        self.list
    }
}

/// The known word nearest to what was written, as the start of a sentence that helps; otherwise the
/// words there are.
pub fn suggest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let known: Vec<&str> = known.into_iter().collect();
    let folded = written.trim().to_lowercase();
    let likeness = |word: &str| {
        let word = word.to_lowercase();
        let slips = strsim::osa_distance(&folded, &word);
        // Letters that changed places in a short word are a slip that Jaro and Winkler don't see.
        let slip = slips <= 2 && slips * 3 <= word.chars().count();
        strsim::jaro_winkler(&folded, &word).max(if slip { 0.9 } else { 0.0 })
    };
    let nearest = known.iter().copied().max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
    match nearest {
        Some(word) if likeness(word) >= 0.8 => format!("Did you mean “{word}”?"),
        Some(_) if known.len() <= 12 => {
            let quoted: Vec<String> =
                known.iter().map(|word| format!("“{}”", shortened(word))).collect();
            format!("Use one of {}.", quoted.join(", "))
        }
        Some(_) => "Nothing there is like it.".to_owned(),
        None => "There is none to name.".to_owned(),
    }
}

/// A value that fits on a line.
fn shortened(value: &str) -> String {
    const LONGEST: usize = 60;
    let visible: String = value.chars().flat_map(visible).take(LONGEST + 1).collect();
    match visible.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &visible[..end]),
        None => visible,
    }
}

/// Characters that move the cursor or can't be seen are written out: they are often what is wrong.
fn visible(c: char) -> Vec<char> {
    if c.is_control()
        || matches!(c, '\u{a0}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{feff}')
    {
        c.escape_unicode().collect()
    } else {
        vec![c]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_says_where_and_what_to_do() {
        let problem = Problem::new("a.csv", "not an option", "Did you mean “clear”?")
            .row(12)
            .column("definition")
            .value("cler\u{a0}");
        assert_eq!(
            problem.to_string(),
            "a.csv, row 12, column “definition”, value “cler\\u{a0}”: not an option. Did you mean “clear”?"
        );
    }

    #[test]
    fn the_same_problem_of_many_rows_is_one() {
        let mut problems = Problems::default();
        for row in [2, 3, 9] {
            problems.add(Problem::new("a.csv", "wrong", "Mend it.").row(row));
        }
        problems.add(Problem::new("a.csv", "wrong", "Mend it.").row(4).column("b"));
        let list = problems.into_vec();
        assert_eq!(list.len(), 2);
        assert_eq!(list[0].to_string(), "a.csv, rows 2 to 9 (3 of them): wrong. Mend it.");
    }

    #[test]
    fn suggestions_fit_what_was_written() {
        let cases = [
            ("cler", &["clear", "partial"][..], "Did you mean “clear”?"),
            ("yse", &["yes", "no"], "Did you mean “yes”?"),
            ("Clear ", &["clear", "partial"], "Did you mean “clear”?"),
            ("7", &["clear", "partial"], "Use one of “clear”, “partial”."),
            ("x", &[], "There is none to name."),
        ];
        for (written, known, expected) in cases {
            assert_eq!(suggest(written, known.iter().copied()), expected, "{written}");
        }
    }
}
