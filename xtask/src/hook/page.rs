//! After Trunk: the page gets its text, the addresses of its parts and its policy.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use super::{embed, offline, package, parts, policy, social};
use crate::{
    project::Project,
    run::{command, output},
};

/// Finishes the page that Trunk wrote, in the folder that Trunk names.
///
/// # Errors
/// When a part is missing, the text cannot be made, or the page lacks one of its marks.
pub fn page(project: &Project) -> Result<()> {
    let staging = env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .context("this is a hook of Trunk; run `cargo xtask build` instead")?;
    if env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release") {
        minify_modules(project, &staging)?;
    }
    let page = staging.join("index.html");
    fs::copy(&page, unfinished(project))
        .with_context(|| format!("Trunk left no page at {}", page.display()))?;
    let package = parts::package_folder(project);
    let address = social::address()?;
    let survey = parts::survey_file(project);
    let left_behind = finish(project, package.as_deref(), &survey, &staging, address.as_deref())?;
    if !left_behind.is_empty() {
        println!(
            "Not in {}, because the package does not declare them as answers or figures: {}",
            parts::PACKAGE_ARCHIVE,
            left_behind.join(", ")
        );
    }
    Ok(())
}

/// The page as Trunk wrote it last, which [`finish`] can finish for another survey.
pub fn unfinished(project: &Project) -> PathBuf {
    project.generated().join("page.html")
}

/// Puts a packed survey into the folder of a site, and what the page says of it into the page: its
/// title, its text, the names of its parts and the policy. `package` is the survey's package, which
/// comes along where its answers may; a confidential survey's is not needed. `address` is where the
/// site will be, ending in a slash, if that is known. Returns which files of the package's folder are
/// not in the package that readers take away.
///
/// # Errors
/// When a part is missing, the text cannot be made, or the page lacks one of its marks.
pub fn finish(
    project: &Project,
    package: Option<&Path>,
    survey: &Path,
    site: &Path,
    address: Option<&str>,
) -> Result<Vec<String>> {
    let survey_name = copy_survey(survey, site)?;
    let mut left_behind = Vec::new();
    if package::may_be_taken_away(survey)? {
        let package = package.context(
            "readers may take this survey's package away: name its folder, not the packed file",
        )?;
        left_behind = package::archive(package, &site.join(parts::PACKAGE_ARCHIVE))?;
    }
    let charts_name = copy_with_hash(&parts::charts_file(project), site)?;
    let frame_name = copy_with_hash(&parts::frame_file(project), site)?;
    // Pages of other sites name it: it keeps its name.
    let embed_script = parts::embed_file(project);
    fs::copy(&embed_script, site.join("embed.js"))
        .with_context(|| format!("cannot copy {}", embed_script.display()))?;
    let takeaway = Takeaway {
        script: copy_with_hash(&parts::takeaway_script(project), site)?,
        program: copy_with_hash(&parts::takeaway_program(project), site)?,
    };
    let file = site.join("index.html");
    let page = fs::read_to_string(&file)
        .with_context(|| format!("there is no page at {}", file.display()))?;
    let text = prerendered(project, survey, address)?;
    let manifest = site.join("site.webmanifest");
    fs::write(&manifest, &text.manifest)
        .with_context(|| format!("cannot write {}", manifest.display()))?;
    if address.is_some() {
        social::write(project, site, &text.oembed, &text.picture)?;
    }
    let parts = part_elements(&survey_name, &charts_name, &takeaway);
    let frame = format!("{parts}\n    {}", embed::script_element(&frame_name));
    let embedded = embed::page(&page)?;
    write(&site.join(embed::PAGE), &embedded, &text.head, &text.embedded, &frame)?;
    let keeps = offline::is_wanted()?;
    let own = if keeps {
        let name = copy_with_hash(&parts::offline_file(project), site)?;
        format!("{parts}\n    <meta name=\"findings-offline\" content=\"./{name}\">")
    } else {
        parts
    };
    write(&file, &page, &text.head, &text.page, &own)?;
    offline::worker(project, site, keeps)?;
    Ok(left_behind)
}

/// Fills the marks of a page, the policy last: it has the hashes of what stands in the page.
fn write(file: &Path, page: &str, head: &str, text: &str, parts: &str) -> Result<()> {
    let page = fill(page, "title", head)?;
    let page = fill(&page, "text", text)?;
    let page = fill(&page, "parts", parts)?;
    let page = settle_reload_script(&page);
    let page = fill(&page, "policy", &policy::policy_element(&page))?;
    fs::write(file, page).with_context(|| format!("cannot write {}", file.display()))
}

fn minify_modules(project: &Project, staging: &Path) -> Result<()> {
    let folder =
        fs::read_dir(staging).with_context(|| format!("cannot read {}", staging.display()))?;
    for entry in folder {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "js") {
            parts::minify(project, &path)?;
        }
    }
    Ok(())
}

/// What a reader without scripts is shown, made by the app itself on this machine.
struct Text {
    /// The page's title and description.
    head: String,
    /// All findings.
    page: String,
    /// What an embed says of itself.
    embedded: String,
    /// The web app's manifest.
    manifest: String,
    /// What the oEmbed file says; nothing without an address.
    oembed: String,
    /// The picture for previews, as SVG.
    picture: String,
}

fn prerendered(project: &Project, survey: &Path, address: Option<&str>) -> Result<Text> {
    let html = output(
        command("cargo", project.root())
            .args(["run", "--quiet", "--features", "prerender", "--bin", "prerender", "--"])
            .arg(survey)
            .args(address),
    )?;
    let mut parts = html.trim_end().splitn(6, '\n').map(str::to_owned);
    let mut next = || parts.next().context("the app rendered no text");
    Ok(Text {
        head: next()?,
        embedded: next()?,
        manifest: next()?,
        oembed: next()?,
        picture: next()?,
        page: next()?,
    })
}

/// Copies a file under a name that changes with its content, so that browsers may keep it for good.
fn copy_with_hash(file: &Path, folder: &Path) -> Result<String> {
    let content = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    let name = hashed_name(file, &content);
    let copy = folder.join(&name);
    fs::write(&copy, content).with_context(|| format!("cannot write {}", copy.display()))?;
    Ok(name)
}

/// The survey's name holds the first digits of the checksum that it carries, so that a link which
/// names the data of a figure names their file too.
fn copy_survey(file: &Path, folder: &Path) -> Result<String> {
    let content = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    // As `crates/survey/src/bundle.rs` has it.
    let checksum = content.get(16..24).context("the packed survey is cut off")?;
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let name = format!("{stem}-{}.survey", HEXLOWER.encode(checksum));
    let copy = folder.join(&name);
    fs::write(&copy, content).with_context(|| format!("cannot write {}", copy.display()))?;
    Ok(name)
}

/// `charts.js` becomes `charts-<16 digits>.js`.
fn hashed_name(file: &Path, content: &[u8]) -> String {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let extension = file.extension().unwrap_or_default().to_string_lossy();
    let hash = HEXLOWER.encode(&Sha256::digest(content)[..8]);
    format!("{stem}-{hash}.{extension}")
}

/// The names of what makes the things that readers take away.
struct Takeaway {
    script: String,
    program: String,
}

/// The survey starts to load with the page; the charts wait for the first text, and what makes the
/// things that readers take away waits until it is asked for.
fn part_elements(survey: &str, charts: &str, takeaway: &Takeaway) -> String {
    let Takeaway { script, program } = takeaway;
    format!(
        "<link rel=\"preload\" as=\"fetch\" href=\"./{survey}\" crossorigin=\"anonymous\">\n    \
         <meta name=\"findings-survey\" content=\"./{survey}\">\n    \
         <meta name=\"findings-charts\" content=\"./{charts}\">\n    \
         <meta name=\"findings-takeaway\" content=\"./{script}\" data-wasm=\"./{program}\">"
    )
}

/// Puts `content` in place of the one comment `<!-- findings:MARK -->`.
fn fill(page: &str, mark: &str, content: &str) -> Result<String> {
    let comment = format!("<!-- findings:{mark} -->");
    let count = page.matches(&comment).count();
    ensure!(count == 1, "index.html has {count} times `{comment}`, and should have it once");
    Ok(page.replace(&comment, content))
}

/// `trunk serve` writes its own address into its reload script with each answer, and no hash in the
/// policy would hold. The browser knows the address just as well.
fn settle_reload_script(page: &str) -> String {
    page.replace("'{{__TRUNK_ADDRESS__}}'", "window.location.host")
        .replace("'{{__TRUNK_WS_BASE__}}'", "'/'")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_filled_once_or_it_is_an_error() {
        let page = "<div><!-- findings:text --></div>";
        assert_eq!(fill(page, "text", "<p>a</p>").unwrap(), "<div><p>a</p></div>");
        assert!(fill(page, "policy", "").is_err());
        assert!(fill(&page.repeat(2), "text", "").is_err());
    }

    #[test]
    fn a_name_changes_with_the_content_only() {
        let name = hashed_name(Path::new("x/charts.js"), b"a");
        assert_eq!(name, "charts-ca978112ca1bbdca.js");
        assert_ne!(name, hashed_name(Path::new("x/charts.js"), b"b"));
    }

    #[test]
    fn the_reload_script_has_no_address_left_to_fill_in() {
        let script =
            "const address = '{{__TRUNK_ADDRESS__}}'; const base = '{{__TRUNK_WS_BASE__}}';";
        assert_eq!(
            settle_reload_script(script),
            "const address = window.location.host; const base = '/';"
        );
    }
}
