//! A finished site as one file that opens from a disk or a shared drive, without a server.

use std::{
    fs,
    path::{Path, PathBuf},
};

use data_encoding::BASE64;

use crate::{
    INDEX, PACKAGE_ARCHIVE,
    error::{Error, Result},
    files,
    page::PROGRAM_PART,
    policy,
    program::{self, Program},
};

/// From here to the end of the head the program's page has what a site loads from beside itself.
const LOADS: &str = "<!-- What the site loads: -->";

/// Writes a site of the program as one file into the folder `out`, under the name of its survey.
/// The gzip copies must lie beside the site's files: they are what is put into the page.
///
/// # Errors
/// When a part of the site is missing, or the file can't be written.
pub fn write(program: &Program, site: &Path, out: &Path) -> Result<PathBuf> {
    let page = files::read_text(&site.join(INDEX))?;
    let survey = only(site, "", ".survey")?;
    let page = assembled(program, site, &page, &survey)?;
    files::make_folder(out)?;
    let file = out.join(format!("{}.html", name_without_hash(&survey)?));
    files::write(&file, page)?;
    Ok(file)
}

fn assembled(program: &Program, site: &Path, page: &str, survey: &Path) -> Result<String> {
    // A mark of the file's encoding at its start would be part of the first selector here.
    let styles = files::read_text(&only(site, "styles-", ".css")?)?;
    let styles = styles.trim_start_matches('\u{feff}');
    let icon = files::read(&site.join("icon.svg"))?;
    let first = program.text(program::SINGLE_HEAD)?;
    let app = program.text(program::SINGLE)?;
    let mut blocks = data_block("program", &only(site, "findings-explorer-", ".wasm")?)?;
    for part in all(site, PROGRAM_PART, ".wasm")? {
        blocks += &part_block(&part)?;
    }
    blocks += &data_block("survey", survey)?;
    let package = site.join(PACKAGE_ARCHIVE);
    if package.exists() {
        blocks += &data_block("package", &package)?;
    }
    let icon = format!("data:image/svg+xml;base64,{}", BASE64.encode(&icon));
    let head = [
        format!("<link rel=\"icon\" href=\"{icon}\">"),
        element("style", styles)?,
        element("script", &first)?,
        "</head>".to_owned(),
    ];
    let end = format!("{blocks}{}\n  </body>", element("script", &app)?);
    let policy = policy::element_of_one_file(styles, &[&first, &app]);
    let page = replaced(page, LOADS, "</head>", &head.join("\n    "))?;
    let page = replaced(&page, "</body", ">", &end)?;
    replaced(&page, "<meta http-equiv=\"Content-Security-Policy\"", ">", &policy)
}

/// Puts `content` in place of all from the first `start` to the next `end`, both included.
fn replaced(page: &str, start: &'static str, end: &'static str, content: &str) -> Result<String> {
    let parts = page.split_once(start).and_then(|(before, rest)| {
        let (_, after) = rest.split_once(end)?;
        Some([before, content, after].concat())
    });
    parts.ok_or(Error::Span { start, end })
}

/// Text that stands in the page must not hold what would end it there.
fn element(name: &'static str, text: &str) -> Result<String> {
    let lower = text.to_ascii_lowercase();
    if lower.contains(&format!("</{name}")) || lower.contains("<!--") {
        return Err(Error::EndsEarly { element: name });
    }
    Ok(format!("<{name}>{text}</{name}>"))
}

/// A block of the page that `assets/boot/single/inside.js` unpacks: the gzip copy beside the file.
fn data_block(id: &str, file: &Path) -> Result<String> {
    block(&format!("id=\"findings-{id}\""), file)
}

/// The same of a part of the program, for all that needs it.
fn part_block(file: &Path) -> Result<String> {
    let name = name_without_hash(file)?;
    let needed_by = name.trim_start_matches(PROGRAM_PART).replace(program::AND, " ");
    block(&format!("data-part=\"{needed_by}\""), file)
}

fn block(attribute: &str, file: &Path) -> Result<String> {
    let copy = PathBuf::from(format!("{}.gz", file.display()));
    let packed = fs::read(&copy).map_err(|source| Error::CopyMissing { path: copy, source })?;
    let text = BASE64.encode(&packed);
    Ok(format!("<script type=\"application/gzip\" {attribute}>{text}</script>\n    "))
}

/// The one file of the site that is named so: the build puts hashes between.
fn only(site: &Path, start: &'static str, end: &'static str) -> Result<PathBuf> {
    match <[PathBuf; 1]>::try_from(all(site, start, end)?) {
        Ok([only]) => Ok(only),
        Err(found) => Err(Error::NotOne { site: site.to_owned(), count: found.len(), start, end }),
    }
}

/// The files of the site that are named so, in order.
fn all(site: &Path, start: &str, end: &str) -> Result<Vec<PathBuf>> {
    let cannot = |source| Error::Read { path: site.to_owned(), source };
    let mut found = Vec::new();
    for entry in fs::read_dir(site).map_err(cannot)? {
        let path = entry.map_err(cannot)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with(start) && name.ends_with(end) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// `tic-2022-<16 digits>.survey` is `tic-2022`.
fn name_without_hash(survey: &Path) -> Result<String> {
    let stem = survey.file_stem().unwrap_or_default().to_string_lossy();
    let name = stem.rsplit_once('-').map(|(name, _)| name.to_owned());
    name.ok_or_else(|| Error::Unhashed { path: survey.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_end_an_element_is_not_put_into_it() {
        assert_eq!(element("style", "a{}").unwrap(), "<style>a{}</style>");
        for text in ["'</script>'", "'</SCRIPT '", "'<!--'"] {
            assert!(element("script", text).is_err(), "{text}");
        }
    }

    #[test]
    fn the_page_is_changed_between_marks_or_it_is_an_error() {
        let page = "<head>a<!-- b --><link></head>";
        assert_eq!(replaced(page, "<!--", "</head>", "c").unwrap(), "<head>ac");
        assert!(replaced(page, "<!--", "</body>", "c").is_err());
        assert!(replaced(page, "</head>", "<!--", "c").is_err());
    }

    #[test]
    fn the_file_has_the_name_of_its_survey() {
        let survey = Path::new("x/tic-2022-0123456789abcdef.survey");
        assert_eq!(name_without_hash(survey).unwrap(), "tic-2022");
        assert!(name_without_hash(Path::new("x/tea.survey")).is_err());
    }

    #[test]
    fn of_several_files_none_is_chosen() {
        let site = tempfile::tempdir().unwrap();
        let named = |end| only(site.path(), "a-", end).map_err(|error| error.to_string());
        for name in ["a-1.js", "a-2.js", "a-1.css"] {
            files::write(&site.path().join(name), "").unwrap();
        }
        assert_eq!(named(".css"), Ok(site.path().join("a-1.css")));
        assert!(named(".js").unwrap_err().contains("2 files named a-….js"));
        assert!(named(".wasm").unwrap_err().contains("0 files"));
    }
}
