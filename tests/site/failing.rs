//! When the app cannot start, the page says so and its findings stay readable.

use std::{fs, path::Path};

use anyhow::{Result, ensure};
use explorer::fragment;
use site_tests::{Browser, Look, Site, file_named};

/// The page, with its prerendered text in sight, after `alter` has broken the site.
async fn broken(look: &Look, alter: impl FnOnce(&Path) -> Result<()>) -> Result<(Site, Browser)> {
    let site = Site::altered(alter)?;
    let browser = Browser::open(look).await?;
    browser.goto(&site.address("")).await?;
    browser.wait_for("#app h1").await?;
    Ok((site, browser))
}

/// One sentence of what happened, one of what is left, one of what to do.
async fn says(browser: &Browser, what_happened: &str) -> Result<()> {
    browser.wait_for_text("#failure", what_happened).await?;
    browser.wait_for_text("#failure", "stay readable").await?;
    browser.wait_for_text("#failure", "Reload the page").await?;
    browser.wait_until_gone("#status").await?;
    browser.wait_for("#app h1").await?;
    browser.expect_accessible().await
}

#[tokio::test]
async fn a_program_that_is_missing() -> Result<()> {
    let (_site, browser) = broken(&Look::wide(), |folder| {
        Ok(fs::remove_file(file_named(folder, "findings-explorer-", ".wasm")?)?)
    })
    .await?;
    says(&browser, "could not start: its program did not arrive (status 404)").await
}

#[tokio::test]
async fn a_program_that_is_damaged() -> Result<()> {
    let (_site, browser) = broken(&Look::wide(), |folder| {
        let file = file_named(folder, "findings-explorer-", ".wasm")?;
        let mut program = fs::read(&file)?;
        program.truncate(program.len() / 2);
        Ok(fs::write(file, program)?)
    })
    .await?;
    says(&browser, "could not start: this browser could not run its program").await
}

#[tokio::test]
async fn a_script_that_is_missing() -> Result<()> {
    let (_site, browser) = broken(&Look::wide(), |folder| {
        Ok(fs::remove_file(file_named(folder, "findings-explorer-", ".js")?)?)
    })
    .await?;
    says(&browser, "could not start: its script did not arrive").await
}

#[tokio::test]
async fn a_survey_that_is_missing() -> Result<()> {
    let (_site, browser) = broken(&Look::wide(), |folder| {
        Ok(fs::remove_file(file_named(folder, "tic-2022-", ".survey")?)?)
    })
    .await?;
    says(&browser, "could not start: its survey file did not arrive (status 404)").await
}

#[tokio::test]
async fn a_survey_that_is_altered() -> Result<()> {
    let (_site, browser) = broken(&Look::wide(), |folder| {
        let file = file_named(folder, "tic-2022-", ".survey")?;
        let mut survey = fs::read(&file)?;
        if let Some(byte) = survey.last_mut() {
            *byte ^= 1;
        }
        Ok(fs::write(file, survey)?)
    })
    .await?;
    says(&browser, "could not start: ").await
}

#[tokio::test]
async fn a_browser_without_webassembly() -> Result<()> {
    let (_site, browser) = broken(&Look::wide(), |folder| {
        let file = file_named(folder, "boot-", ".js")?;
        let boot = fs::read_to_string(&file)?;
        Ok(fs::write(file, format!("delete globalThis.WebAssembly;{boot}"))?)
    })
    .await?;
    says(&browser, "could not start: this browser does not run WebAssembly").await
}

#[tokio::test]
async fn a_failure_later_brings_the_readable_findings_back() -> Result<()> {
    let site = Site::built()?;
    let browser = Browser::open(&Look::wide()).await?;
    browser.goto(&site.address("")).await?;
    browser.wait_for_app().await?;
    // As an extension may do: the app then has nothing to put the next screen before, and panics.
    let script = "document.getElementById('app').textContent = ''; \
         location.hash = arguments[0];";
    browser.script(script, vec![fragment!("about").into()]).await?;
    says(&browser, "stopped: something in it went wrong").await
}

#[tokio::test]
async fn a_boot_script_that_is_missing_leaves_a_sentence_that_is_true() -> Result<()> {
    let (_site, browser) =
        broken(&Look::wide(), |folder| Ok(fs::remove_file(file_named(folder, "boot-", ".js")?)?))
            .await?;
    browser.wait_for_text("#status", "If this message stays, reload the page").await
}

#[tokio::test]
async fn a_browser_with_storage_turned_off() -> Result<()> {
    let (site, browser) = broken(&Look::wide(), |folder| {
        let file = file_named(folder, "boot-", ".js")?;
        let boot = fs::read_to_string(&file)?;
        // What reading `localStorage` does in a browser that keeps nothing.
        let refuse = "Object.defineProperty(window, 'localStorage', \
             { get() { throw new DOMException('refused', 'SecurityError'); } });";
        Ok(fs::write(file, format!("{refuse}{boot}"))?)
    })
    .await?;
    browser.wait_for_app().await?;
    browser.expect_no_complaints(&site).await
}

#[tokio::test]
async fn a_browser_with_scripts_turned_off() -> Result<()> {
    let (_site, browser) = broken(&Look::wide().without_scripts(), |_| Ok(())).await?;
    let notice = browser.text("noscript").await?;
    ensure!(notice.contains("can be read but not filtered"), "{notice:?}");
    Ok(())
}
