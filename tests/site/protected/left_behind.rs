//! Nothing of anybody's answers is in what is served, in the browser's memory or in its storage.

use explorer::fragment;
use explorer::state::Screen;
use explorer::state::permalink::START;
use std::fs;

use anyhow::{Context, Result, ensure};
use site_tests::{Browser, Look, Site};
use xtask::project::Project;

use super::{Explorer, go};

/// Something that must be found wherever canaries are looked for, or nothing was looked at.
const THERE: &str = "when support for families ends";
/// The same in the heap, where charts keep their labels; the page's own words are not in it.
const DRAWN: &str = "The council alone";

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
    let site = Site::over_demonstration()?;
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
    // The page, its form for embeds, its manifest, and the packed survey.
    ensure!(there == 4, "{there} files hold the survey's title");
    Ok(())
}

#[tokio::test]
async fn neither_memory_nor_storage_holds_a_canary() -> Result<()> {
    let site = Site::over_demonstration()?;
    let browser = Browser::open(&Look::wide()).await?;
    browser.remember_programs().await?;
    let page = Explorer::open_in(browser, &site, fragment!("explore")).await?;
    // Whatever a reader does, the program has done it by now.
    let screens = Screen::ALL.map(|screen| format!("{START}{}", screen.id()));
    let explored = [
        fragment!("explore?in.authority=county"),
        fragment!("explore?by=funding"),
        fragment!("explore"),
    ];
    for fragment in screens.iter().map(String::as_str).chain(explored) {
        go(&page, fragment).await?;
        page.wait_for("main h1").await?;
    }
    page.click_label("Dark colours").await?;
    page.wait_for_text(".header__theme", "Light colours").await?;
    page.wait_for_charts(".chart__canvas").await?;
    let heap = page.heap().await?;
    let stored = page.stored().await?.to_string();
    ensure!(heap.contains(DRAWN), "the heap's snapshot does not hold the charts");
    ensure!(stored.contains("dark"), "the storage does not hold the choice of colours: {stored}");
    let canaries = canaries()?;
    for canary in &canaries {
        ensure!(!heap.contains(canary), "the heap holds {canary}");
        ensure!(!stored.contains(canary), "the storage holds {canary}");
    }
    let mut texts = canaries;
    texts.push(THERE.to_owned());
    let found = page.in_program_memory(&texts).await?;
    ensure!(found == [THERE], "the program's memory holds {found:?}");
    page.expect_no_complaints(&site).await
}
