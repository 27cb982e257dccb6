//! The service worker in `sw.js`, over exactly the files of one version of the site.

use std::{env, fmt::Write, fs, path::Path};

use anyhow::{Context, Result, bail};
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use super::{parts, social};
use crate::project::Project;

/// `FINDINGS_OFFLINE=off` builds a site that keeps nothing in its readers' browsers.
const VARIABLE: &str = "FINDINGS_OFFLINE";

/// At the root of the site, under a name that never changes: its place is what it may answer for.
pub(crate) const WORKER: &str = "sw.js";

/// What no page is made of: what only others ask for, pictures and words for links to it; and the
/// survey's package, which a reader asks for or does not.
const LEFT_OUT: [&str; 4] = [WORKER, social::OEMBED, social::PICTURE, parts::PACKAGE_ARCHIVE];

/// Whether readers are to have the site without a network.
///
/// # Errors
/// When the variable says anything but `off`.
pub(super) fn is_wanted() -> Result<bool> {
    // A page that changes while it is worked on is never served from a copy.
    let while_working = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "debug");
    match env::var(VARIABLE).as_deref() {
        Err(env::VarError::NotPresent) => Ok(!while_working),
        Ok("off") => Ok(false),
        _ => bail!("{VARIABLE} is either `off` or not set"),
    }
}

/// Writes the service worker into a site that is otherwise finished: the one that keeps its files,
/// or the one that takes away what an earlier one kept.
///
/// # Errors
/// When a file can't be read, or the worker not be written.
pub fn worker(project: &Project, site: &Path, wanted: bool) -> Result<()> {
    let text = if wanted {
        let code = parts::bundle(project, "assets/offline/worker.js", None)?;
        with_list(&files(site)?, &code)
    } else {
        parts::bundle(project, "assets/offline/off.js", None)?
    };
    let file = site.join(WORKER);
    fs::write(&file, text).with_context(|| format!("cannot write {}", file.display()))
}

/// Names and checksums of the files that make a page, in order of name; not the copies for hosts, nor
/// data that the page does not name, as a host keeps them for links to an earlier version.
fn files(site: &Path) -> Result<Vec<(String, String)>> {
    let cannot = || format!("cannot read {}", site.display());
    let page = fs::read_to_string(site.join("index.html")).with_context(cannot)?;
    let mut files = Vec::new();
    for entry in fs::read_dir(site).with_context(cannot)? {
        let path = entry.with_context(cannot)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let is_copy = path.extension().is_some_and(|end| end == "br" || end == "gz");
        let is_earlier = path.extension().is_some_and(|end| end == "survey")
            && !page.contains(&format!("\"./{name}\""));
        if path.is_file() && !is_copy && !is_earlier && !LEFT_OUT.contains(&name.as_str()) {
            let content = fs::read(&path).with_context(cannot)?;
            files.push((name, HEXLOWER.encode(&Sha256::digest(content))));
        }
    }
    files.sort();
    Ok(files)
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
        let site = env::temp_dir().join(format!("findings-{}.offline", std::process::id()));
        fs::create_dir_all(&site).unwrap();
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
            fs::write(site.join(name), text).unwrap();
        }
        let kept: Vec<String> = files(&site).unwrap().into_iter().map(|(name, _)| name).collect();
        assert_eq!(kept, ["app.js", "index.html", "tea-00.survey"]);
        fs::remove_dir_all(site).unwrap();
    }
}
