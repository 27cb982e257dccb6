//! The last look at a built site: whether what its survey's package leaves out is found in any file.

use std::{
    fs::{self, File},
    io::Read,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, anyhow, bail, ensure};
use data_encoding::BASE64;
use survey_pack::{
    package::{LeftOutCell, SiteSearch},
    problem::Problem,
};
use zip::ZipArchive;

use crate::{
    hook,
    project::Project,
    run::{command, run},
};

/// Looks through all files of a site that was made over a package. Compressed copies are held to be of
/// the files beside them, and archives are taken apart.
///
/// # Errors
/// When something is found, or a file can't be read. The error names file and column.
pub fn site(project: &Project, package: &Path, site: &Path) -> Result<()> {
    let search = search(project, package, site)?;
    if search.size() == 0 {
        return Ok(());
    }
    run(command("node", project.root()).arg("xtask/same_copies.mjs").arg(site))?;
    for file in files(site)? {
        let name = file.strip_prefix(site).unwrap_or(&file).display().to_string();
        if has_ending(&file, "zip") {
            members(&name, &file, &search)?;
        } else {
            let content = fs::read(&file).with_context(|| format!("cannot read {name}"))?;
            refuse(&name, &search.find(&content))?;
        }
    }
    Ok(())
}

/// The same of the page as one file, whose parts are those of the site in `site`.
///
/// # Errors
/// As [`site`] does.
pub fn one_file(project: &Project, package: &Path, site: &Path, file: &Path) -> Result<()> {
    let search = search(project, package, site)?;
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut page =
        fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    for copy in every_file(site)?.iter().filter(|file| has_ending(file, "gz")) {
        let content = fs::read(copy).with_context(|| format!("cannot read {}", copy.display()))?;
        // What the file has inside was looked through with the site.
        page = page.replace(&BASE64.encode(&content), "");
    }
    let parts = page.split("<script type=\"application/gzip\"").skip(1);
    let mut bodies = parts.filter_map(|part| Some(part.split_once('>')?.1));
    ensure!(
        bodies.all(|body| body.starts_with("</script>")),
        "{name} has a part inside that is none of the site’s"
    );
    refuse(&name, &search.find(page.as_bytes()))
}

fn search(project: &Project, package: &Path, site: &Path) -> Result<SiteSearch> {
    let program = program(project, site)?;
    SiteSearch::of(package)
        .and_then(|search| search.without_words_of(program.iter().map(Vec::as_slice)))
        .map_err(|problems| {
            anyhow!("{}", problems.iter().map(Problem::to_string).collect::<Vec<_>>().join("\n"))
        })
}

/// What is the same over every survey: the program, as built and as written.
fn program(project: &Project, site: &Path) -> Result<Vec<Vec<u8>>> {
    let is_program = |file: &&PathBuf| {
        ["js", "wasm", "css", "svg"].iter().any(|end| has_ending(file, end))
            && !file.ends_with(hook::WORKER)
    };
    let root = project.root();
    let mut program: Vec<PathBuf> = files(site)?.iter().filter(is_program).cloned().collect();
    program.extend(every_file(&root.join("src"))?);
    program.extend(every_file(&root.join("assets"))?);
    program.push(root.join("index.html"));
    let read =
        |file: &PathBuf| fs::read(file).with_context(|| format!("cannot read {}", file.display()));
    program.iter().map(read).collect()
}

fn members(name: &str, archive: &Path, search: &SiteSearch) -> Result<()> {
    let cannot = || format!("cannot read {name}");
    let mut archive =
        ZipArchive::new(File::open(archive).with_context(cannot)?).with_context(cannot)?;
    for place in 0..archive.len() {
        let mut member = archive.by_index(place).with_context(cannot)?;
        let within = format!("{name}, {}", member.name().with_context(cannot)?);
        // Its name is looked through with what it holds.
        let mut content = format!("{within}\n").into_bytes();
        member.read_to_end(&mut content).with_context(cannot)?;
        refuse(&within, &search.find(&content))?;
    }
    Ok(())
}

fn refuse(file: &str, found: &[&LeftOutCell]) -> Result<()> {
    let Some(first) = found.first() else { return Ok(()) };
    let of_column = found.iter().filter(|other| other.column == first.column).count();
    let beginning: String = first.value.chars().take(2).collect();
    bail!(
        "{file} holds what the package leaves out: column “{}”, {of_column} of its cells, the first \
         begins with “{beginning}”. Take it out of the package’s texts and labels; if it is no \
         secret, delete the column from the package. If neither is the case, the build is at fault: \
         publish nothing, and report it.",
        first.column
    )
}

fn has_ending(file: &Path, ending: &str) -> bool {
    file.extension().is_some_and(|end| end == ending)
}

/// All files but the compressed copies, which say the same.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = every_file(folder)?;
    files.retain(|file| !has_ending(file, "br") && !has_ending(file, "gz"));
    Ok(files)
}

fn every_file(folder: &Path) -> Result<Vec<PathBuf>> {
    let cannot = || format!("cannot read {}", folder.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(cannot)? {
        let path = entry.with_context(cannot)?.path();
        if path.is_dir() {
            files.extend(every_file(&path)?);
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_find_names_file_and_column_and_not_the_value() {
        let hidden = |column: &str, value: &str| LeftOutCell {
            column: column.to_owned(),
            value: value.to_owned(),
            is_id: false,
        };
        let (jo, al) = (hidden("e-mail", "jo@team.example"), hidden("e-mail", "al@team.example"));
        let (other, none) = (hidden("remark", "never again"), []);
        let error = refuse("index.html", &[&jo, &al, &other]).unwrap_err().to_string();
        let expected = "index.html holds what the package leaves out: column “e-mail”, 2 of its \
                        cells, the first begins with “jo”.";
        assert!(error.starts_with(expected), "{error}");
        assert!(!error.contains("team.example"));
        assert!(refuse("index.html", &none).is_ok());
    }
}
