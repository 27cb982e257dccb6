//! The last look at a site: whether what must not be published is found in any of its files.

mod copies;

use std::{
    fs::File,
    io::{self, Read},
    path::{Path, PathBuf},
};

use data_encoding::BASE64;
use zip::{ZipArchive, result::ZipError};

use crate::{
    error::{ArchiveError, Error, Result},
    files,
};

/// Says what of all that must not be published is found in a file's bytes, for an error to quote;
/// nothing where nothing is found.
pub type Find<'a> = dyn Fn(&[u8]) -> Option<String> + 'a;

/// Looks through all files of a site. Compressed copies are held to be of the files beside them, and
/// archives are taken apart.
///
/// # Errors
/// When something is found, or a file can't be read. The error names the file.
pub fn site(site: &Path, find: &Find<'_>) -> Result<()> {
    let all = files::every_file(site)?;
    let (copies, own): (Vec<PathBuf>, Vec<PathBuf>) =
        all.into_iter().partition(|file| files::has_ending(file, &files::COPIES));
    copies.iter().try_for_each(|copy| copies::check(copy))?;
    for file in own {
        let name = file.strip_prefix(site).unwrap_or(&file).display().to_string();
        if files::has_ending(&file, &["zip"]) {
            members(&name, &file, find)?;
        } else {
            refuse(&name, find(&files::read(&file)?))?;
        }
    }
    Ok(())
}

/// The same of a site as one file, whose parts are those of the site in `site`.
///
/// # Errors
/// As [`site`] does, and when the file has a part inside that the site does not have.
pub fn one_file(site: &Path, file: &Path, find: &Find<'_>) -> Result<()> {
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut page = files::read_text(file)?;
    for copy in files::every_file(site)?.iter().filter(|file| files::has_ending(file, &["gz"])) {
        // What the file has inside was looked through with the site.
        page = page.replace(&BASE64.encode(&files::read(copy)?), "");
    }
    let parts = page.split("<script type=\"application/gzip\"").skip(1);
    let mut bodies = parts.filter_map(|part| Some(part.split_once('>')?.1));
    if !bodies.all(|body| body.starts_with("</script>")) {
        return Err(Error::Stranger { file: name });
    }
    refuse(&name, find(page.as_bytes()))
}

fn members(name: &str, path: &Path, find: &Find<'_>) -> Result<()> {
    let cannot = |source: io::Error| Error::Read { path: path.to_owned(), source };
    let cannot_zip =
        |error: ZipError| Error::Archive { path: path.to_owned(), source: ArchiveError(error) };
    let mut archive = ZipArchive::new(File::open(path).map_err(cannot)?).map_err(cannot_zip)?;
    for place in 0..archive.len() {
        let mut member = archive.by_index(place).map_err(cannot_zip)?;
        let within = format!("{name}, {}", member.name().map_err(cannot_zip)?);
        // Its name is looked through with what it holds.
        let mut content = format!("{within}\n").into_bytes();
        member.read_to_end(&mut content).map_err(cannot)?;
        refuse(&within, find(&content))?;
    }
    Ok(())
}

fn refuse(file: &str, found: Option<String>) -> Result<()> {
    match found {
        Some(found) => Err(Error::LeftOut { file: file.to_owned(), found }),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive::{self, Package};

    /// Finds the word `canary`.
    fn canary(content: &[u8]) -> Option<String> {
        String::from_utf8_lossy(content).contains("canary").then(|| "a bird".to_owned())
    }

    fn refused(folder: &Path) -> String {
        site(folder, &canary).unwrap_err().to_string()
    }

    #[test]
    fn a_find_names_its_file_wherever_it_lies() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        files::make_folder(&folder.join("below")).unwrap();
        files::write(&folder.join("index.html"), "<p>sparrow</p>").unwrap();
        site(folder, &canary).unwrap();
        files::write(&folder.join("below/a.js"), "'canary'").unwrap();
        let a_script = Path::new("below").join("a.js").display().to_string();
        let said = refused(folder);
        assert!(
            said.starts_with(&format!("{a_script} holds what the package leaves out: a bird."))
        );
    }

    #[test]
    fn archives_are_taken_apart_names_and_all() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        for (name, text) in [("canary.csv", ""), ("birds.csv", "canary")] {
            let files = [(name.to_owned(), text.to_owned())].into();
            let package = Package { name: "tea".to_owned(), files };
            archive::write(&package, &folder.join("package.zip")).unwrap();
            let said = refused(folder);
            assert!(said.starts_with(&format!("package.zip, tea/{name} holds")), "{said}");
        }
    }

    #[test]
    fn one_file_may_have_the_sites_parts_inside_and_no_others() {
        let folder = tempfile::tempdir().unwrap();
        let (site, file) = (folder.path().join("site"), folder.path().join("tea.html"));
        files::make_folder(&site).unwrap();
        files::write(&site.join("a.wasm.gz"), "canary, packed").unwrap();
        let part = |content: &str| {
            let text = BASE64.encode(content.as_bytes());
            format!("<script type=\"application/gzip\" id=\"a\">{text}</script>")
        };
        let said = |page: String| {
            files::write(&file, page).unwrap();
            one_file(&site, &file, &canary).map_err(|error| error.to_string())
        };
        assert_eq!(said(part("canary, packed")), Ok(()));
        assert!(said(part("sparrow")).unwrap_err().starts_with("tea.html has a part inside"));
        let outside = part("canary, packed") + "<p>canary</p>";
        assert!(said(outside).unwrap_err().starts_with("tea.html holds"));
    }
}
