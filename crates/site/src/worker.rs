//! The service worker in `sw.js`, over exactly the files of one version of the site.

use std::{fmt::Write, fs, path::Path};

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use crate::{
    INDEX, OEMBED, PACKAGE_ARCHIVE, PICTURE,
    error::{Error, Result},
    files,
    program::{self, Program},
};

/// At the root of the site, under a name that never changes: its place is what it may answer for.
const FILE: &str = "sw.js";

/// What no page is made of: what only others ask for, pictures and words for links to it; and the
/// survey's package, which a reader asks for or does not.
const LEFT_OUT: [&str; 4] = [FILE, OEMBED, PICTURE, PACKAGE_ARCHIVE];

/// Writes the service worker into a site that is otherwise finished: the one that keeps its files,
/// or the one that takes away what an earlier one kept.
///
/// # Errors
/// When a file can't be read, or the worker not be written.
pub fn write(program: &Program, site: &Path, keeps_offline: bool) -> Result<()> {
    let text = if keeps_offline {
        with_list(&listed(site)?, &program.text(program::WORKER)?)
    } else {
        program.text(program::NO_WORKER)?
    };
    files::write(&site.join(FILE), text)
}

/// Names and checksums of the files that make a page, in order of name; not the copies for hosts, nor
/// data that the page does not name, as a host keeps them for links to an earlier version.
fn listed(site: &Path) -> Result<Vec<(String, String)>> {
    let cannot = |source| Error::Read { path: site.to_owned(), source };
    let page = files::read_text(&site.join(INDEX))?;
    let mut listed = Vec::new();
    for entry in fs::read_dir(site).map_err(cannot)? {
        let path = entry.map_err(cannot)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let is_copy = files::has_ending(&path, &files::COPIES);
        let is_earlier =
            files::has_ending(&path, &["survey"]) && !page.contains(&format!("\"./{name}\""));
        if path.is_file() && !is_copy && !is_earlier && !LEFT_OUT.contains(&name.as_str()) {
            listed.push((name, HEXLOWER.encode(&Sha256::digest(files::read(&path)?))));
        }
    }
    listed.sort();
    Ok(listed)
}

/// The version is a hash of all that makes it: names, contents and the worker's own code.
fn with_list(files: &[(String, String)], code: &str) -> String {
    let mut list = String::new();
    for (name, checksum) in files {
        // Names are made by the build; writing to a string can't fail.
        let _ = write!(list, "[{name:?},{checksum:?}],");
    }
    let version = HEXLOWER.encode(&Sha256::digest([&list, code].concat())[..8]);
    format!("const SITE={{version:\"{version}\",files:[{list}]}};\n{code}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(files: &[(&str, &str)], code: &str) -> String {
        let own = |&(name, checksum): &(&str, &str)| (name.to_owned(), checksum.to_owned());
        let text = with_list(&files.iter().map(own).collect::<Vec<_>>(), code);
        text["const SITE={version:\"".len()..][..16].to_owned()
    }

    #[test]
    fn a_version_changes_with_a_name_a_content_or_the_code() {
        let version = made(&[("a.js", "00")], "x");
        assert_eq!(version, made(&[("a.js", "00")], "x"));
        for other in [
            made(&[("b.js", "00")], "x"),
            made(&[("a.js", "01")], "x"),
            made(&[("a.js", "00"), ("b.js", "00")], "x"),
            made(&[("a.js", "00")], "y"),
        ] {
            assert_ne!(version, other);
        }
    }

    #[test]
    fn neither_the_package_nor_earlier_data_are_kept() {
        let site = tempfile::tempdir().unwrap();
        let page = "<meta name=\"findings-survey\" content=\"./tea-00.survey\">";
        for (name, text) in [
            ("index.html", page),
            ("tea-00.survey", "now"),
            ("tea-01.survey", "before"),
            ("package.zip", "all"),
            ("sw.js", ""),
            ("app.js", ""),
            ("app.js.br", ""),
        ] {
            fs::write(site.path().join(name), text).unwrap();
        }
        let kept: Vec<String> =
            listed(site.path()).unwrap().into_iter().map(|(name, _)| name).collect();
        assert_eq!(kept, ["app.js", "index.html", "tea-00.survey"]);
    }
}
