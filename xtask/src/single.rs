//! The built site as one file that opens from a disk or a shared drive, without a server.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use data_encoding::BASE64;

use crate::{
    hook::{self, parts, policy},
    project::Project,
    search,
    sizes::kilobytes,
};

/// From here to the end of the head `index.html` has what a site loads from beside itself.
const LOADS: &str = "<!-- What the site loads: -->";

/// Writes the built site as one file into `dist-single/`, and says how large it is.
///
/// # Errors
/// When there is no built site, or a part of it is missing.
pub fn build(project: &Project) -> Result<()> {
    let file = write(project, &project.dist(), &project.root().join("dist-single"))?;
    if let Some(package) = hook::package_folder(project) {
        search::one_file(project, &package, &project.dist(), &file).inspect_err(|_| {
            // As of the site: the error is what matters.
            let _ = fs::remove_file(&file);
        })?;
    }
    let size = fs::metadata(&file)?.len();
    let shown = file.strip_prefix(project.root()).unwrap_or(&file);
    println!("\nThe page as one file is {}: {} KB.", shown.display(), kilobytes(size));
    Ok(())
}

/// Writes the site in `site` as one file into the folder `out`, under the name of its survey.
///
/// # Errors
/// When a part of the site is missing, or the file can't be written.
pub fn write(project: &Project, site: &Path, out: &Path) -> Result<PathBuf> {
    let index = site.join("index.html");
    let page = fs::read_to_string(&index)
        .with_context(|| format!("there is no page at {}", index.display()))?;
    let survey = only(site, "", ".survey")?;
    let page = assembled(project, site, &page, &survey)?;
    fs::create_dir_all(out).with_context(|| format!("cannot make {}", out.display()))?;
    let file = out.join(format!("{}.html", name_without_hash(&survey)?));
    fs::write(&file, page).with_context(|| format!("cannot write {}", file.display()))?;
    Ok(file)
}

fn assembled(project: &Project, site: &Path, page: &str, survey: &Path) -> Result<String> {
    let read = |path: PathBuf| {
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))
    };
    let glue = only(site, "findings-explorer-", ".js")?;
    // A mark of the file's encoding at its start would be part of the first selector here.
    let styles = read(only(site, "styles-", ".css")?)?;
    let styles = styles.trim_start_matches('\u{feff}');
    let icon = read(site.join("icon.svg"))?;
    let first = parts::bundle(project, "assets/boot/single/head.js", None)?;
    let app = parts::bundle(project, "assets/boot/single/index.js", Some(&glue))?;
    let mut blocks = data_block("program", &only(site, "findings-explorer-", ".wasm")?)?;
    blocks += &data_block("survey", survey)?;
    blocks += &data_block("takeaway", &only(site, "takeaway-", ".wasm")?)?;
    let package = site.join(parts::PACKAGE_ARCHIVE);
    if package.exists() {
        blocks += &data_block("package", &package)?;
    }
    let icon = format!("data:image/svg+xml;base64,{}", BASE64.encode(icon.as_bytes()));
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
fn replaced(page: &str, start: &str, end: &str, content: &str) -> Result<String> {
    let parts = page.split_once(start).and_then(|(before, rest)| {
        let (_, after) = rest.split_once(end)?;
        Some([before, content, after].concat())
    });
    parts.with_context(|| format!("the page has no `{start}` with `{end}` after it"))
}

/// Text that stands in the page must not hold what would end it there.
fn element(name: &str, text: &str) -> Result<String> {
    let lower = text.to_ascii_lowercase();
    ensure!(
        !lower.contains(&format!("</{name}")) && !lower.contains("<!--"),
        "a {name} holds what would end it in the page"
    );
    Ok(format!("<{name}>{text}</{name}>"))
}

/// A block of the page that `assets/boot/single/inside.js` unpacks: the gzip copy beside the file.
fn data_block(id: &str, file: &Path) -> Result<String> {
    let copy = PathBuf::from(format!("{}.gz", file.display()));
    let packed = fs::read(&copy)
        .with_context(|| format!("cannot read {}: is the site built?", copy.display()))?;
    let text = BASE64.encode(&packed);
    Ok(format!("<script type=\"application/gzip\" id=\"findings-{id}\">{text}</script>\n    "))
}

/// The one file of the site that is named so: the build puts hashes between.
fn only(site: &Path, start: &str, end: &str) -> Result<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(site).with_context(|| format!("cannot read {}", site.display()))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with(start) && name.ends_with(end) {
            found.push(path);
        }
    }
    ensure!(found.len() == 1, "{} files of the site are named {start}…{end}", found.len());
    found.pop().context("the only file")
}

/// `tic-2022-<16 digits>.survey` is `tic-2022`.
fn name_without_hash(survey: &Path) -> Result<String> {
    let stem = survey.file_stem().unwrap_or_default().to_string_lossy();
    let (name, _) = stem.rsplit_once('-').context("the survey's file has no hash in its name")?;
    Ok(name.to_owned())
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
    }
}
