//! The search for respondents who fit all that is published, for the holder alone: does the packed
//! file find more of the true ones than its totals do? The search itself is the crate `reconstruct`;
//! here a file is held against its package (`answers`), compared part by part (`compare`), looked at
//! by three answers together (`triples`) and put into words (`words`). Nothing is written to disk.

mod answers;
mod compare;
mod triples;
mod words;

use reconstruct::{Columns, Impossible, Published, Tables, from_tables, from_totals};
use serde::Serialize;
use survey::bundle::Bundle;
use survey::{Cube, QuestionIx, Source};
use thiserror::Error;

use self::answers::Known;
pub use self::compare::{Above, Found, Length, Means};
pub use self::triples::Threes;
pub use self::words::describe;
use crate::package::Package;

/// More values than this are not held at once: tries, respondents and columns multiplied.
const VALUES: u64 = 1 << 29;

/// More numbers than this are not searched for together: the solver would need minutes for each try.
const NUMBERS: usize = 1_500;

/// How much is tried.
#[derive(Clone, Debug)]
pub struct Request {
    /// Tries from totals, and as many by each of two aims from tables.
    pub tries: u32,
    /// How many columns the parts of rows have that are compared.
    pub lengths: Vec<usize>,
}

impl Default for Request {
    fn default() -> Self {
        Self { tries: 20, lengths: vec![8, 10] }
    }
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Tables find no more of the true respondents than totals alone.
    NoBetter,
    /// Tables find more, or pin a small count down.
    Better,
    /// The search could not be run, or would see nothing.
    ShowsNothing,
}

/// What was found. It tells of single respondents and stays with the holder.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// The people that it is for.
    pub notice: &'static str,
    /// What it comes to.
    pub verdict: Verdict,
    /// The same in words.
    pub sentence: String,
    /// How many respondents the release counts.
    pub respondents: u32,
    /// What several respondents are called.
    pub called: String,
    /// How many columns a whole row has.
    pub columns: usize,
    /// How often each search was tried.
    pub tries: u32,
    /// Whole rows and parts of rows.
    pub lengths: Vec<Length>,
    /// Three answers together; absent where the search was not run.
    pub triples: Option<Threes>,
    /// What could not be looked at, or was not.
    pub not_covered: Vec<String>,
}

/// Why nothing was searched.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum AttackError {
    /// Not the release of a confidential survey.
    #[error("the file holds no tables of confidential answers. Name the file that “pack” wrote.")]
    NoTables,
    /// A package that releases nothing.
    #[error("the package can’t be released ({0}). “survey-pack check” says what to change.")]
    NoRelease(String),
    /// A file that is not of this package.
    #[error(
        "the file is not of this package: {0}. Name the package that it was packed from, with the \
         answers and the plan of then."
    )]
    Another(String),
    /// More than this machine should hold.
    #[error(
        "{0} tries of so many respondents are too much to hold. Ask for fewer with --tries, {1} at \
         most."
    )]
    TooLarge(u32, u64),
}

/// Holds a packed file against its package and looks for the package's respondents in it.
///
/// # Errors
/// When the file holds no tables, or other tables than the package's answers give.
pub fn attack(
    bundle: &Bundle,
    package: &Package,
    request: &Request,
) -> Result<Report, AttackError> {
    let known = Known::of(bundle, package)?;
    let values = u64::from(known.cube.respondents()) * known.width() as u64;
    let most = VALUES / (3 * values).max(1);
    if u64::from(request.tries) > most {
        return Err(AttackError::TooLarge(request.tries, most));
    }
    let mut report = Report {
        notice: words::NOTICE,
        verdict: Verdict::ShowsNothing,
        sentence: String::new(),
        respondents: known.cube.respondents(),
        called: bundle.survey.about().respondent.other.clone(),
        columns: known.width(),
        tries: request.tries,
        lengths: Vec::new(),
        triples: None,
        not_covered: Vec::new(),
    };
    if let Err(why) = search(&known, request, &mut report) {
        report.not_covered.push(format!("No rows could be searched for: {why}."));
    }
    report.verdict = verdict(&report);
    report.sentence = words::sentence(&report);
    report.not_covered.extend(words::never_covered(request.tries));
    Ok(report)
}

fn search(known: &Known, request: &Request, report: &mut Report) -> Result<(), Impossible> {
    let totals = known.columns.published(&known.cube, Tables::Totals);
    let Searchable { tables, with, without } = searchable(&known.columns, &known.cube)?;
    if !without.is_empty() {
        let ids = without.iter().map(|ix| known.id(*ix)).collect::<Vec<_>>().join(", ");
        report.not_covered.push(format!(
            "The tables by {ids} were not searched: with them too many columns hang together."
        ));
    }
    let by_chance = from_totals(&totals, request.tries.into())?;
    let found = from_tables(&tables, &by_chance)?;
    report.lengths = compare::lengths(known, &found, &by_chance, &request.lengths);
    report.triples = Some(triples::look(known, &with, [&tables, &totals], &found)?);
    Ok(())
}

/// All tables, or those by as many groupings as can be searched together.
struct Searchable {
    tables: Published,
    /// The groupings whose tables are in it.
    with: Vec<QuestionIx>,
    /// The groupings whose tables had to be left out.
    without: Vec<QuestionIx>,
}

fn searchable(columns: &Columns, cube: &Cube) -> Result<Searchable, Impossible> {
    let mut groupings: Vec<QuestionIx> = cube.crossed().iter().map(|table| table.by).collect();
    groupings.sort_unstable();
    groupings.dedup();
    let tables = columns.published(cube, Tables::All);
    if is_searchable(&tables)? {
        return Ok(Searchable { tables, with: groupings, without: Vec::new() });
    }
    let tables = columns.published(cube, Tables::Totals);
    tables.size(&[])?;
    let mut found = Searchable { tables, with: Vec::new(), without: Vec::new() };
    for by in groupings {
        let with = [found.with.as_slice(), &[by]].concat();
        let tables = columns.published(cube, Tables::By(&with));
        if is_searchable(&tables)? {
            (found.tables, found.with) = (tables, with);
        } else {
            found.without.push(by);
        }
    }
    Ok(found)
}

fn is_searchable(tables: &Published) -> Result<bool, Impossible> {
    match tables.size(&[]) {
        Ok(size) => Ok(size <= NUMBERS),
        Err(Impossible::TooWide(_)) => Ok(false),
        Err(other) => Err(other),
    }
}

fn verdict(report: &Report) -> Verdict {
    let pinned = report.triples.as_ref().is_some_and(|threes| threes.pinned > 0);
    if pinned || report.lengths.iter().any(Length::is_telling) {
        return Verdict::Better;
    }
    let is_seeing = |length: &Length| length.above.is_some_and(|above| above.sees);
    let sees = report.lengths.iter().filter(|length| length.above.is_some()).all(is_seeing)
        && report.lengths.iter().any(is_seeing);
    if sees { Verdict::NoBetter } else { Verdict::ShowsNothing }
}
