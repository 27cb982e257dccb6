//! A figure's sentence in the reader's own texts.

use anyhow::{Context, Result, ensure};
use explorer::fragment;
use serde_json::json;
use site_tests::{Key, Look, Site};

use crate::explorer::Explorer;

const FIGURE: &str = "section.figure[data-question=definition]";
const CAVEAT: &str = "Invented: how one answer relates to another is made up.";

async fn opened(site: &Site) -> Result<Explorer> {
    let page =
        Explorer::open(site, &Look::wide(), fragment!("explore?in.authority_type=london")).await?;
    page.wait_for_charts(".chart__canvas").await?;
    Ok(page)
}

/// Opens what can be copied, presses the button, both by keyboard, and gives what is then told.
async fn copied(page: &Explorer) -> Result<String> {
    let enter = char::from(Key::Enter).to_string();
    let list = format!("{FIGURE} take-away details");
    page.script(
        "document.querySelector(arguments[0]).focus();",
        vec![json!(format!("{list} summary"))],
    )
    .await?;
    page.press(&enter).await?;
    page.wait_for(&format!("{list}[open]")).await?;
    page.press(&char::from(Key::Tab).to_string()).await?;
    page.press(&enter).await?;
    page.wait_for_text(&format!("{FIGURE} .take-away__said"), ".").await?;
    page.text(&format!("{FIGURE} .take-away__said")).await
}

#[tokio::test]
async fn a_sentence_is_copied_with_what_is_real() -> Result<()> {
    let site = Site::built()?;
    let page = opened(&site).await?;
    // Passed on to the browser's own, which answers whether it was taken.
    let watch = "const clipboard = navigator.clipboard; const write = clipboard.writeText; \
         clipboard.writeText = text => { window.copied = text; return write.call(clipboard, text); };";
    page.script(watch, vec![]).await?;
    let shown = page.texts(&format!("{FIGURE} .figure__said")).await?;
    let shown = shown.first().context("the figure says nothing")?;
    let told = copied(&page).await?;
    ensure!(told == "Copied.", "told {told:?}");
    let text = page.script("return window.copied;", vec![]).await?;
    let text = text.as_str().context("nothing is copied")?;
    ensure!(text == format!("{shown} {CAVEAT}"), "{text:?} is not {shown:?}");
    ensure!(shown.starts_with("“Clarity") && shown.contains("London borough"), "{shown:?}");
    page.expect_no_complaints(&site).await
}

#[tokio::test]
async fn where_copying_is_refused_the_sentence_is_shown_to_be_copied_by_hand() -> Result<()> {
    let site = Site::built()?;
    let page = opened(&site).await?;
    let refuse = "Object.defineProperty(navigator, 'clipboard', { value: undefined });";
    page.script(refuse, vec![]).await?;
    let told = copied(&page).await?;
    ensure!(told.contains("does not let this page copy") && told.contains(CAVEAT), "{told:?}");
    page.expect_accessible().await?;
    page.expect_no_complaints(&site).await
}
