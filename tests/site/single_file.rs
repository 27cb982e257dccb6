//! The page as one file, opened from a disk.

use explorer::fragment;
use explorer::state::permalink::START;
use std::fs;

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use site::single;
use site_tests::{Browser, Downloads, Look, Scratch, Site};
use xtask::project::Project;

use crate::program_parts::screens;
use crate::taking::take;

/// The file, in a folder of its own with nothing beside it.
struct OneFile {
    address: String,
    folder: Scratch,
}

impl OneFile {
    fn made() -> Result<Self> {
        let (project, folder) = (Project::here(), Scratch::new()?);
        let file = single::write(&project.program(), &project.dist(), folder.path())?;
        Ok(Self { address: format!("file://{}", file.display()), folder })
    }

    /// The file in a browser, once the app has started.
    async fn opened(&self, look: &Look, fragment: &str) -> Result<Browser> {
        let browser = Browser::open(look).await?;
        browser.goto(&format!("{}{fragment}", self.address)).await?;
        browser.wait_for_app().await?;
        Ok(browser)
    }

    /// Nothing was asked for but the file itself, and the console is silent.
    async fn stands_alone(&self, browser: &Browser) -> Result<()> {
        let complaints = browser.complaints().await?;
        ensure!(complaints.is_empty(), "the console says:\n{}", complaints.join("\n"));
        let requests = browser.requests().await?;
        let inside = |address: &String| {
            address.starts_with(&self.address)
                || ["data:", "blob:"].iter().any(|kind| address.starts_with(kind))
        };
        ensure!(requests.iter().any(|address| address.starts_with(&self.address)), "{requests:?}");
        let others: Vec<_> = requests.into_iter().filter(|address| !inside(address)).collect();
        ensure!(others.is_empty(), "asked for:\n{}", others.join("\n"));
        Ok(())
    }
}

#[tokio::test]
async fn every_screen_works_from_a_disk_and_asks_for_nothing() -> Result<()> {
    let file = OneFile::made()?;
    ensure!(fs::read_dir(file.folder.path())?.count() == 1, "the file is not alone");
    for (look, name) in [(Look::wide(), "wide"), (Look::narrow().dark(), "narrow-dark")] {
        let browser = file.opened(&look, "").await?;
        // The first rule of the styles counts too.
        let brand = "getComputedStyle(document.documentElement).getPropertyValue('--brand') !== ''";
        browser.wait_for_script(brand, &[]).await?;
        for (screen, own) in screens() {
            browser.goto(&format!("{}{START}{screen}", file.address)).await?;
            browser.wait_for(own).await?;
            browser.wait_for(&format!("a[href='{START}{screen}'][aria-current='page']")).await?;
            if screen == "explore" {
                browser.wait_for_charts(".chart__canvas").await?;
            }
            browser.expect_accessible().await?;
            browser.picture(&format!("single-{name}-{screen}")).await?;
        }
        file.stands_alone(&browser).await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_link_into_the_file_and_a_filter_work() -> Result<()> {
    let file = OneFile::made()?;
    let link = fragment!("explore?in.definition=clear");
    let browser = file.opened(&Look::wide(), link).await?;
    browser.wait_for_text("main", "10 of 58").await?;
    browser.wait_for_charts(".chart__canvas").await?;
    browser.click_label("Clear all").await?;
    browser.wait_for_script(&format!("location.hash === '{START}explore'"), &[]).await?;
    browser.wait_for_text("main", "58").await?;
    file.stands_alone(&browser).await
}

#[tokio::test]
async fn the_data_package_is_in_the_file() -> Result<()> {
    let file = OneFile::made()?;
    let browser = file.opened(&Look::wide(), fragment!("about")).await?;
    let downloads = Downloads::of(&browser).await?;
    browser.click("a[download]").await?;
    let saved = downloads.bytes("package.zip").await?;
    ensure!(saved == fs::read(Project::here().dist().join("package.zip"))?);
    file.stands_alone(&browser).await
}

#[tokio::test]
async fn it_works_from_a_web_server_too_and_leaves_nothing_there() -> Result<()> {
    let project = Project::here();
    let site = Site::altered(|folder| {
        single::write(&project.program(), &project.dist(), folder)?;
        Ok(())
    })?;
    let browser = Browser::open(&Look::wide()).await?;
    let address = site.address("tic-2022.html");
    browser.goto(&format!("{address}{START}explore")).await?;
    browser.wait_for_charts(".chart__canvas").await?;
    browser.expect_no_complaints(&site).await?;
    let asked = browser.requests().await?;
    let own = |asked: &String| asked.starts_with(&address) || asked.starts_with("data:");
    ensure!(asked.iter().all(own), "{asked:?}");
    let kept = "const done = arguments[0]; \
         Promise.all([caches.keys(), navigator.serviceWorker.getRegistrations()]) \
           .then(([caches, workers]) => done(caches.length + workers.length));";
    ensure!(browser.async_script(kept, vec![]).await? == 0);
    Ok(())
}

#[tokio::test]
async fn its_policy_allows_what_stands_in_it_and_no_request() -> Result<()> {
    let file = OneFile::made()?;
    let browser = file.opened(&Look::wide(), "").await?;
    let policy = browser
        .script(
            "return document.querySelector('meta[http-equiv=\"Content-Security-Policy\"]').content;",
            vec![],
        )
        .await?;
    let policy = policy.as_str().context("the file has no policy")?;
    ensure!(policy.starts_with("default-src 'none'; script-src 'sha256-"), "{policy}");
    for absent in ["'self'", "unsafe-inline", "'unsafe-eval'", "connect-src", "http"] {
        ensure!(!policy.contains(absent), "{policy}");
    }
    let asked = "const done = arguments[0]; \
         fetch('https://example.org/').then(() => done('sent'), () => done('refused'));";
    ensure!(browser.async_script(asked, vec![]).await? == Value::from("refused"));
    let complaints = browser.complaints().await?.join("\n");
    ensure!(complaints.contains("Content Security Policy"), "no complaint in {complaints:?}");
    Ok(())
}

#[tokio::test]
async fn without_scripts_it_is_readable() -> Result<()> {
    let file = OneFile::made()?;
    let browser = Browser::open(&Look::wide().without_scripts()).await?;
    browser.goto(&file.address).await?;
    browser.wait_for("#app h1").await?;
    browser.wait_for_text("noscript", "can be read but not filtered").await
}

#[tokio::test]
async fn a_browser_that_cannot_unpack_says_so() -> Result<()> {
    let file = OneFile::made()?;
    let browser = Browser::open(&Look::wide()).await?;
    let script = "delete globalThis.DecompressionStream";
    let source = serde_json::json!({ "source": script });
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", &source).await?;
    browser.goto(&file.address).await?;
    browser.wait_for_text("#failure", "can’t unpack what is in this file").await?;
    browser.wait_for("#app h1").await.map(drop)
}

#[tokio::test]
async fn a_figure_is_taken_away_from_the_file_and_does_not_tell_where_the_file_lies() -> Result<()>
{
    let file = OneFile::made()?;
    let browser = file.opened(&Look::wide(), fragment!("explore")).await?;
    let downloads = Downloads::of(&browser).await?;
    let figure = "section.figure[data-question=activities]";
    for kind in ["csv", "svg", "png"] {
        let said = take(&browser, figure, kind).await?;
        ensure!(said.starts_with(&format!("Saved as tic-2022-activities.{kind}")), "{said}");
        downloads.bytes(&format!("tic-2022-activities.{kind}")).await?;
    }
    let drawing = downloads.text("tic-2022-activities.svg").await?;
    ensure!(
        drawing.contains(&format!("tic-2022.html{START}explore?figure=activities")),
        "{drawing}"
    );
    let folder = file.folder.path().display().to_string();
    ensure!(!drawing.contains(&folder) && !drawing.contains("file:"), "{drawing}");
    file.stands_alone(&browser).await
}
