//! Screens whose part of the program is loaded when they are opened.

use explorer::fragment;
use explorer::state::Screen;
use explorer::state::permalink::START;
use std::{fs, path::Path, time::Duration};

use anyhow::{Result, ensure};
use site_tests::{Browser, Look, Site, file_named};

/// Each screen by its name, and something that it alone shows.
pub(crate) fn screens() -> [(&'static str, &'static str); Screen::ALL.len()] {
    let own = |screen| match screen {
        Screen::Findings => ".finding",
        Screen::Explore => ".explore__results",
        Screen::Compare => ".compare__form",
        Screen::About => ".codebook",
    };
    Screen::ALL.map(|screen| (screen.id(), own(screen)))
}

/// Fails where no address in a list is of some screen.
pub(crate) fn expect_every_screen<'a>(addresses: impl Iterator<Item = &'a str>) {
    let names: Vec<&str> =
        addresses.filter_map(|address| address.strip_prefix(START)?.split('?').next()).collect();
    for screen in Screen::ALL {
        assert!(names.contains(&screen.id()), "{} is not among {names:?}", screen.id());
    }
}
const MISSING: &str = "What this screen needs did not arrive.";

fn link(screen: &str) -> String {
    format!("a[href='{START}{screen}']")
}

async fn opened(site: &Site, fragment: &str) -> Result<Browser> {
    let browser = Browser::open(&Look::wide()).await?;
    browser.goto(&site.address(fragment)).await?;
    browser.wait_for_app().await?;
    Ok(browser)
}

/// The file that no other screen needs.
fn part(folder: &Path, screen: &str) -> Result<std::path::PathBuf> {
    file_named(folder, &format!("part-{screen}-"), ".wasm")
}

#[tokio::test]
async fn each_screen_opens_from_each_other() -> Result<()> {
    let site = Site::built()?;
    for (first, own) in screens() {
        for (next, its_own) in screens() {
            if first != next {
                let browser = opened(&site, &format!("{START}{first}")).await?;
                browser.wait_for(own).await?;
                browser.click(&link(next)).await?;
                browser.wait_for(its_own).await?;
                // Focus is where a screen begins.
                let focus = "document.activeElement === document.querySelector('main h1')";
                browser.wait_for_script(focus, &[]).await?;
                browser.expect_no_complaints(&site).await?;
            }
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_part_that_is_missing_is_said_and_tried_again() -> Result<()> {
    let site = Site::altered(|folder| {
        Ok(fs::rename(part(folder, "explore_takeaway")?, folder.join("elsewhere"))?)
    })?;
    let folder = site.folder().expect("a copy");
    let browser = opened(&site, "").await?;
    browser.click(&link("explore")).await?;
    browser.wait_for_text("main [role=alert]", MISSING).await?;
    browser.expect_accessible().await?;
    browser.picture("part-missing").await?;
    // The rest of the page goes on.
    browser.click(&link("about")).await?;
    browser.wait_for(".codebook").await?;
    browser.click(&link("explore")).await?;
    browser.wait_for_text("main [role=alert]", MISSING).await?;
    let page = fs::read_to_string(folder.join("index.html"))?;
    let (_, name) = page.split_once("./part-explore_takeaway-").expect("the page names the part");
    let name = name.split('"').next().unwrap_or_default();
    fs::rename(folder.join("elsewhere"), folder.join(format!("part-explore_takeaway-{name}")))?;
    browser.click("main .empty button").await?;
    browser.wait_for(".explore__results").await.map(drop)
}

#[tokio::test]
async fn a_part_that_is_damaged_is_said_too_also_at_the_start() -> Result<()> {
    let site = Site::altered(|folder| {
        let file = part(folder, "compare")?;
        let mut program = fs::read(&file)?;
        program.truncate(program.len() / 2);
        Ok(fs::write(file, program)?)
    })?;
    let browser = opened(&site, fragment!("compare")).await?;
    browser.wait_for_text("main [role=alert]", MISSING).await?;
    browser.click(&link("findings")).await?;
    browser.wait_for(".finding").await.map(drop)
}

#[tokio::test]
async fn without_the_charts_part_tables_are_open() -> Result<()> {
    let site =
        Site::altered(|folder| Ok(fs::remove_file(file_named(folder, "part-charts", ".wasm")?)?))?;
    let browser = opened(&site, fragment!("explore")).await?;
    browser.wait_for(".figure details[open] table").await.map(drop)
}

#[tokio::test]
async fn what_the_address_needs_is_asked_for_beside_the_app_and_nothing_else_is() -> Result<()> {
    for (fragment, first) in [
        ("", None),
        (fragment!("findings"), None),
        (fragment!("explore?in.definition=clear"), Some("/part-explore_")),
        (fragment!("compare"), Some("/part-compare-")),
    ] {
        // What comes after the app never comes here.
        let site = Site::altered(|folder| {
            Ok(fs::remove_file(file_named(folder, "findings-explorer-", ".wasm")?)?)
        })?;
        let browser = Browser::open(&Look::wide()).await?;
        browser.goto(&site.address(fragment)).await?;
        browser.wait_for_text("#failure", "could not start").await?;
        // Which of the requests comes first is the browser's.
        let has = |asked: &[String], part: &str| asked.iter().any(|path| path.starts_with(part));
        let mut asked = site.asked();
        for _ in 0..500 {
            if first.is_none_or(|first| has(&asked, first)) {
                break;
            }
            tokio::time::sleep(Duration::from_millis(40)).await;
            asked = site.asked();
        }
        for part in
            ["/part-explore_", "/part-compare-", "/part-about-", "/part-charts", "/part-takeaway-"]
        {
            let is_asked = has(&asked, part);
            ensure!(is_asked == (first == Some(part)), "{fragment}: {part} in {asked:?}");
        }
    }
    Ok(())
}
