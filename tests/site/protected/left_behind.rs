//! Nothing of anybody's answers is in what is served.

use std::fs;

use anyhow::{Context, Result, ensure};
use site_tests::Site;
use xtask::project::Project;

use super::demonstration;

/// Something that must be found wherever canaries are looked for, or nothing was looked at.
const THERE: &str = "when support for families ends";

fn canaries() -> Result<Vec<String>> {
    let file = Project::here().root().join("data/demo-confidential/canaries.txt");
    let text = fs::read_to_string(file)?;
    let canaries: Vec<String> = text.lines().filter(|l| !l.is_empty()).map(str::to_owned).collect();
    ensure!(canaries.len() > 3, "there are no canaries to look for");
    Ok(canaries)
}

fn has(content: &[u8], text: &str) -> bool {
    content.windows(text.len()).any(|window| window == text.as_bytes())
}

#[test]
fn no_file_that_is_served_holds_a_canary() -> Result<()> {
    let site: Site = demonstration()?;
    let folder = site.folder().context("the site is a copy")?;
    let (canaries, mut there) = (canaries()?, 0);
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        ensure!(path.is_file(), "{} was not looked into", path.display());
        let content = fs::read(&path)?;
        for canary in &canaries {
            ensure!(!has(&content, canary), "{} holds {canary}", path.display());
        }
        there += usize::from(has(&content, THERE));
        ensure!(path.extension().is_none_or(|extension| extension != "zip"), "{}", path.display());
    }
    // The page, and the packed survey.
    ensure!(there == 2, "{there} files hold the survey's title");
    Ok(())
}
