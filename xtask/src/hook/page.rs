//! After Trunk: what it made becomes part of the built program, and the site is made of that.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use site::{PACKAGE_ARCHIVE, program};

use super::{parts, scripts::minify};
use crate::{changes::Inputs, prerender, project::Project, settings, survey_site::SurveySite};

/// The page as Trunk wrote it.
const PAGE: &str = "index.html";

/// Makes the site in the folder that Trunk names.
///
/// # Errors
/// When a part is missing, the text cannot be made, or the page lacks one of its marks.
pub fn page(project: &Project) -> Result<()> {
    let staging = env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .context("this is a hook of Trunk; run `cargo xtask build` instead")?;
    let (survey, package) = (parts::survey_file(project), settings::package_folder(project));
    let site = SurveySite {
        survey: &survey,
        package: package.as_deref(),
        address: settings::address()?,
        keeps_offline: settings::keeps_offline()?,
    };
    let is_release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    complete_program(project, &staging, is_release)?;
    let left_behind = if settings::watches() {
        site.write_saying(&kept_text(project, &site)?, project, &staging)?
    } else {
        site.write(project, &staging)?
    };
    if !left_behind.is_empty() {
        println!(
            "Not in {PACKAGE_ARCHIVE}, because the package does not declare them as answers or \
             figures: {}",
            left_behind.join(", ")
        );
    }
    Ok(())
}

/// What the prerenderer wrote of this survey since `serve --watch` was started.
fn kept_text(project: &Project, site: &SurveySite<'_>) -> Result<String> {
    let (kept, address) = (project.kept_text(), site.address.as_ref());
    Inputs::default().file(site.survey).make_if_changed(&kept, &project.marks(), || {
        let written = prerender::written(project, site.survey, address)?;
        fs::write(&kept, written).with_context(|| format!("cannot write {}", kept.display()))
    })?;
    fs::read_to_string(&kept).with_context(|| format!("cannot read {}", kept.display()))
}

/// Puts what Trunk made beside the parts of the program that were made before it. While the page is
/// worked on, nothing is minified.
fn complete_program(project: &Project, staging: &Path, is_release: bool) -> Result<()> {
    let program = project.program_folder();
    let app = program.join(program::APP);
    // What an earlier build left has other names, or another program in it.
    if app.exists() {
        fs::remove_dir_all(&app).with_context(|| format!("cannot empty {}", app.display()))?;
    }
    fs::create_dir_all(&app).with_context(|| format!("cannot make {}", app.display()))?;
    let cannot = || format!("cannot read {}", staging.display());
    for entry in fs::read_dir(staging).with_context(cannot)? {
        let path = entry.with_context(cannot)?.path();
        let name = path.file_name().context("a file has no name")?;
        if name == PAGE {
            continue;
        }
        if is_release && path.extension().is_some_and(|extension| extension == "js") {
            minify(project, &path)?;
        }
        let copy = app.join(name);
        fs::copy(&path, &copy).with_context(|| format!("cannot copy {}", path.display()))?;
    }
    let page = staging.join(PAGE);
    let text = fs::read_to_string(&page)
        .with_context(|| format!("Trunk left no page at {}", page.display()))?;
    let out = program.join(program::PAGE);
    fs::write(&out, without_skipped_app(&settle_reload_script(&text))?)
        .with_context(|| format!("cannot write {}", out.display()))
}

/// Without the element by which Trunk learns that it has no program to compile: it leaves that there.
fn without_skipped_app(page: &str) -> Result<String> {
    let parts = page.split_once("<link data-trunk rel=\"rust\"").and_then(|(before, rest)| {
        let (_, after) = rest.split_once('>')?;
        Some([before.trim_end(), after].concat())
    });
    parts.context("the page has no `<link data-trunk rel=\"rust\" data-trunk-skip>`")
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
    fn what_is_said_to_trunk_does_not_stay_in_the_page() {
        let page =
            "<head>\n  <link data-trunk rel=\"rust\" data-trunk-skip data-trunk-id=\"2\">\n</head>";
        assert_eq!(without_skipped_app(page).unwrap(), "<head>\n</head>");
        assert!(without_skipped_app("<head></head>").is_err());
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
