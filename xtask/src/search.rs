//! Looks through a built site for what its survey's package leaves out.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, anyhow};
use survey_pack::package::{LeftOutCell, LeftOutSearch};

use crate::{project::Project, survey_site::listed};

/// Sources of what the page says over every survey.
const SOURCES: [&str; 3] = ["src", "crates/explorer/src", "assets"];

/// Looks through all files of a site that was made over a package.
///
/// # Errors
/// When something is found, or a file can't be read. The error names file and column.
pub fn site(project: &Project, package: &Path, folder: &Path) -> Result<()> {
    let search = search(project, package)?;
    if search.size() == 0 {
        return Ok(());
    }
    Ok(site::search::site(folder, &|content| described(&search.find(content)))?)
}

/// The same of the page as one file, whose parts are those of the site in `folder`.
///
/// # Errors
/// As [`site`] does.
pub fn one_file(project: &Project, package: &Path, folder: &Path, file: &Path) -> Result<()> {
    let search = search(project, package)?;
    Ok(site::search::one_file(folder, file, &|content| described(&search.find(content)))?)
}

fn search(project: &Project, package: &Path) -> Result<LeftOutSearch> {
    let mut program = project.program().contents()?;
    program.extend(sources(project)?);
    LeftOutSearch::of(package)
        .and_then(|search| search.without_words_of(program.iter().map(Vec::as_slice)))
        .map_err(|problems| anyhow!("{}", listed(&problems)))
}

/// The program as it is written: a sentence that is put together stands in no built file as a whole.
fn sources(project: &Project) -> Result<Vec<Vec<u8>>> {
    let mut files = Vec::new();
    for folder in SOURCES {
        every_file(&project.root().join(folder), &mut files)?;
    }
    let read =
        |file: &PathBuf| fs::read(file).with_context(|| format!("cannot read {}", file.display()));
    files.iter().map(read).collect()
}

fn every_file(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    let cannot = || format!("cannot read {}", folder.display());
    for entry in fs::read_dir(folder).with_context(cannot)? {
        let path = entry.with_context(cannot)?.path();
        if path.is_dir() {
            every_file(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

/// What was found, without the whole of any cell.
fn described(found: &[&LeftOutCell]) -> Option<String> {
    let first = found.first()?;
    let of_column = found.iter().filter(|other| other.column == first.column).count();
    let beginning: String = first.value.chars().take(2).collect();
    Some(format!(
        "column “{}”, {of_column} of its cells, the first begins with “{beginning}”",
        first.column
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_find_names_the_column_and_not_the_value() {
        let hidden = |column: &str, value: &str| LeftOutCell {
            column: column.to_owned(),
            value: value.to_owned(),
            is_id: false,
        };
        let (jo, al) = (hidden("e-mail", "jo@team.example"), hidden("e-mail", "al@team.example"));
        let other = hidden("remark", "never again");
        let said = described(&[&jo, &al, &other]);
        let expected = "column “e-mail”, 2 of its cells, the first begins with “jo”";
        assert_eq!(said.as_deref(), Some(expected));
        assert_eq!(described(&[]), None);
    }
}
