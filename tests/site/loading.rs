//! The page loads, wherever it lies, asks nothing of others, and can be used by everyone.

use anyhow::{Result, ensure};
use site_tests::{Browser, Look, Site};

async fn loads_cleanly(site: &Site, look: &Look) -> Result<Browser> {
    let browser = Browser::open(look).await?;
    browser.goto(&site.address("")).await?;
    browser.wait_for_app().await?;
    browser.wait_for("main h1").await?;
    browser.expect_no_complaints(site).await?;
    Ok(browser)
}

#[tokio::test]
async fn the_app_starts_at_the_root_of_a_host() -> Result<()> {
    let site = Site::built()?;
    let browser = loads_cleanly(&site, &Look::wide()).await?;
    browser.picture("start-wide").await
}

#[tokio::test]
async fn the_app_starts_in_a_folder_of_a_host() -> Result<()> {
    loads_cleanly(&Site::built_below("/some/folder/")?, &Look::wide()).await.map(drop)
}

#[tokio::test]
async fn axe_has_no_objection_in_light_dark_and_narrow() -> Result<()> {
    let site = Site::built()?;
    for look in [Look::wide(), Look::wide().dark(), Look::narrow()] {
        loads_cleanly(&site, &look).await?.expect_accessible().await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_policy_leaves_no_room_for_scripts_from_elsewhere() -> Result<()> {
    let site = Site::built()?;
    let browser = loads_cleanly(&site, &Look::wide()).await?;
    let policy = browser
        .script(
            "return document.querySelector('meta[http-equiv=\"Content-Security-Policy\"]').content;",
            vec![],
        )
        .await?;
    let policy = policy.as_str().unwrap_or_default();
    ensure!(policy.starts_with("default-src 'none'"), "{policy}");
    ensure!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{policy}");
    // The policy is not only written down: a script in the page is refused.
    browser
        .script(
            "const script = document.createElement('script'); script.textContent = 'window.ran = 1'; \
             document.head.append(script);",
            vec![],
        )
        .await?;
    ensure!(browser.script("return window.ran === undefined;", vec![]).await? == true);
    let complaints = browser.complaints().await?.join("\n");
    ensure!(complaints.contains("Content Security Policy"), "no complaint in {complaints:?}");
    Ok(())
}
