//! How respondents of public answers are named. The names are published with the answers, so those that
//! only one person goes by, such as an e-mail address, are refused unless they are meant to be there.

mod person;

use self::person::{has_nhs_check_digit, person_form};
use crate::problem::{Problem, Problems};
use crate::table::Table;

/// Headers of columns whose numbers have no form of their own.
const TELLING: [&str; 8] = [
    "case number",
    "case no",
    "case ref",
    "case reference",
    "hospital number",
    "national insurance number",
    "nhs number",
    "patient number",
];

const FIX: &str = "Give the respondents numbers of your own in that column (1, 2, 3 …). If their \
                   holder has published exactly these, say “identifiers”: “meant” in the package’s \
                   “survey”.";

/// Reports names that belong to one person, in the column of respondents' names.
pub(super) fn check(table: &Table, column: &str, problems: &mut Problems) {
    let problem = |what: String| Problem::new(&table.file, what, FIX).column(column);
    let ids: Vec<(u64, &str)> =
        table.rows().map(|row| row.number).zip(table.column(column)).collect();
    let mut found = false;
    for &(row, id) in &ids {
        if let Some(form) = person_form(id) {
            let what = format!("the respondent’s name has the form of {form}, and is published");
            problems.add(problem(what).row(row));
            found = true;
        }
    }
    if found {
        return;
    }
    // One number in eleven has the check digit by chance.
    let checked: Vec<u64> =
        ids.iter().filter(|(_, id)| has_nhs_check_digit(id)).map(|(row, _)| *row).collect();
    let words: String = column
        .chars()
        .map(|c| if c.is_alphanumeric() { c.to_ascii_lowercase() } else { ' ' })
        .collect();
    let words = format!(" {} ", words.split_whitespace().collect::<Vec<_>>().join(" "));
    if !checked.is_empty() && checked.len() * 2 > ids.len() {
        for row in checked {
            let what = "the respondent’s name has the form of an NHS number, and is published";
            problems.add(problem(what.to_owned()).row(row));
        }
    } else if TELLING.iter().any(|telling| words.contains(&format!(" {telling} "))) {
        let what = "the respondents’ names are such numbers by its header, and are published";
        problems.add(problem(what.to_owned()).row(1));
    }
}
