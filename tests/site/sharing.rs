//! A reader shares what is on the screen: the link shows it again, and the lines for a website show
//! it there.

use anyhow::{Context, Result, ensure};
use explorer::fragment;
use explorer::state::permalink::START;
use serde_json::json;
use site_tests::{Browser, Hosts, Key, Look, Site};

use crate::explorer::Explorer;

const FIGURE: &str = "section.figure[data-question=activities]";
const FRAME: &str =
    "document.querySelector('findings-explorer')?.shadowRoot?.querySelector('iframe')";

/// Presses "Share or embed" of the figure, or of the screen, and waits until the dialogue is open.
async fn open_dialogue(page: &Browser, of: &str) -> Result<()> {
    page.click(&format!("{of} [data-take=share]")).await?;
    page.wait_for("dialog[open] #share-title").await.map(drop)
}

/// The text in one of the dialogue's boxes.
async fn box_text(page: &Browser, id: &str) -> Result<String> {
    let text = "return document.getElementById(arguments[0]).value;";
    let text = page.script(text, vec![json!(id)]).await?;
    Ok(text.as_str().context("no such box")?.to_owned())
}

async fn choose(page: &Browser, list: &str, value: &str) -> Result<()> {
    Ok(page.wait_for(&format!("#{list}")).await?.select_by_value(value).await?)
}

/// The lines, once they hold how tall the embed is.
async fn measured_lines(page: &Browser) -> Result<String> {
    let lines = "(lines => lines.includes(' heights=\"320:') && lines)\
         (document.getElementById('share-element').value)";
    let lines = page.wait_for_script(lines, &[]).await?;
    Ok(lines.as_str().unwrap_or_default().to_owned())
}

#[tokio::test]
async fn a_figure_is_shared_as_a_link_and_shown_on_a_website_without_a_shift() -> Result<()> {
    let site = Site::built()?;
    let page =
        Explorer::open(&site, &Look::wide(), fragment!("explore?in.definition=clear")).await?;
    let sentence = page.text(&format!("{FIGURE} .figure__measure")).await?;
    open_dialogue(&page, FIGURE).await?;
    let link = box_text(&page, "share-link").await?;
    let lines = measured_lines(&page).await?;
    page.expect_accessible().await?;
    page.picture("share").await?;
    page.expect_no_complaints(&site).await?;

    let other = Browser::open(&Look::wide()).await?;
    other.goto(&link).await?;
    other.wait_for_text(&format!("{FIGURE} .receipt"), "unchanged").await?;

    let hosts = Hosts::of(&site, "")?;
    let article = format!(
        "<!doctype html><html lang=en><meta charset=utf-8><title>An article</title>\
         <link rel=icon href='data:,'><link rel=stylesheet href=article.css>\
         <script src=heard.js></script><main><h1>An article</h1>{lines}<p id=after>After it.</p>"
    );
    other.goto(&hosts.add("shared.html", &article)?).await?;
    other
        .wait_for_script("window.heard.some(({ name }) => name === 'findings-ready')", &[])
        .await?;
    other.enter_frame(FRAME).await?;
    other.wait_for_charts(".chart__canvas").await?;
    ensure!(other.text(".figure__measure").await? == sentence);
    ensure!(other.texts(".figure").await?.len() == 1, "there is more than the figure");
    other.leave_frame().await?;
    let (shift, sources) = other.layout_shift().await?;
    ensure!(shift <= 0.02, "the page moved by {shift}:\n{sources}");
    other.picture("shared").await
}

#[tokio::test]
async fn a_screen_is_shared_live_or_pinned_by_keyboard() -> Result<()> {
    let site = Site::built()?;
    let look = Look::narrow().dark();
    let page = Explorer::open(&site, &look, fragment!("explore?in.definition=clear")).await?;
    open_dialogue(&page, ".header").await?;
    measured_lines(&page).await?;
    page.expect_accessible().await?;
    let wide = "return document.documentElement.scrollWidth > innerWidth;";
    ensure!(page.script(wide, vec![]).await? == false, "the page is wider than the window");
    ensure!(box_text(&page, "share-link").await? == page.current_address().await?);
    let digits = &page.bundle.header.checksum_text()[..16];
    page.click("label[for=share-pinned]").await?;
    choose(&page, "share-colours", "dark").await?;
    choose(&page, "share-what", "activities").await?;
    let link = box_text(&page, "share-link").await?;
    ensure!(link.contains(&format!("?data={digits}{START}explore?")), "{link}");
    let lines = measured_lines(&page).await?;
    for part in [
        format!(" data=\"{digits}\""),
        " theme=\"dark\"".into(),
        " figure=\"activities\"".into(),
        " filter=\"in.definition=clear\"".into(),
        "<th scope=\"row\">Training for staff</th><td>10</td><td>10</td>".into(),
        "Illustrative data. The teams’ real answers were never published".into(),
    ] {
        ensure!(lines.contains(&part), "{part} is not in {lines}");
    }
    // Escape closes it, and the keyboard is where it was.
    page.press(&Key::Escape.to_string()).await?;
    page.wait_until_gone("dialog").await?;
    let focused = "return document.activeElement.dataset.take;";
    ensure!(page.script(focused, vec![]).await? == "share");
    // It is of the place that it was opened over, and goes when the reader goes back.
    page.click_label("Findings").await?;
    page.wait_for_screen("Trauma-informed care in children’s social care").await?;
    open_dialogue(&page, ".header").await?;
    page.back().await?;
    page.wait_until_gone("dialog").await?;
    page.goto(&link).await?;
    page.wait_for_text(&format!("{FIGURE} .receipt"), "unchanged").await?;
    // What is pinned to today's data says nothing of another day.
    let notices = page.texts(".notice:not([hidden])").await?;
    ensure!(!notices.iter().any(|notice| notice.contains("earlier")), "{notices:?}");
    page.expect_no_complaints(&site).await
}

#[tokio::test]
async fn page_and_data_are_cited() -> Result<()> {
    let site = Site::built()?;
    let page = Explorer::open(&site, &Look::wide(), fragment!("about")).await?;
    let watch = "const { clipboard } = navigator; window.copied = []; \
         clipboard.write = async items => { window.copied.push(await (await items[0] \
             .getType('text/plain')).text()); };";
    page.script(watch, vec![]).await?;
    for (way, part) in [
        ("cite-page", fragment!("about")),
        ("bibtex-page", "@misc{"),
        ("cite-data", "tic-2022 1.0.0"),
        ("bibtex-data", "@misc{"),
    ] {
        page.script("window.copied.length = 0;", vec![]).await?;
        page.click(&format!("main [data-take={way}]")).await?;
        let text = page.wait_for_script("window.copied[0]", &[]).await?;
        let text = text.as_str().unwrap_or_default();
        ensure!(text.contains(part) && text.contains("Asmussen"), "{way}: {text}");
    }
    page.expect_accessible().await
}
