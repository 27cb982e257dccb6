//! Charts are drawn under the page's policy, in every window, and spoken.

use anyhow::{Result, ensure};
use explorer::fragment;
use site_tests::{Browser, Look, Site};

const CHARTS: &str = ".chart__canvas";

async fn explore(site: &Site, look: &Look) -> Result<Browser> {
    let browser = Browser::open(look).await?;
    browser.goto(&site.address(fragment!("explore"))).await?;
    browser.wait_for_app().await?;
    browser.wait_for_charts(CHARTS).await?;
    Ok(browser)
}

#[tokio::test]
async fn charts_are_drawn_without_a_word_from_the_policy() -> Result<()> {
    let site = Site::built()?;
    for (look, name) in [
        (Look::wide(), "explore-wide"),
        (Look::wide().dark(), "explore-dark"),
        (Look::narrow(), "explore-narrow"),
    ] {
        let browser = explore(&site, &look).await?;
        browser.picture(name).await?;
        browser.expect_no_complaints(&site).await?;
        browser.expect_accessible().await?;
    }
    Ok(())
}

#[tokio::test]
async fn nothing_is_wider_than_the_narrowest_window() -> Result<()> {
    let browser = explore(&Site::built()?, &Look::narrow()).await?;
    let width = browser.script("return document.documentElement.scrollWidth;", vec![]).await?;
    ensure!(width == 320, "the page is {width} pixels wide");
    Ok(())
}

#[tokio::test]
async fn the_page_hardly_moves_while_it_loads() -> Result<()> {
    let browser = explore(&Site::built()?, &Look::wide()).await?;
    let (shift, sources) = browser.layout_shift().await?;
    ensure!(shift <= 0.02, "the layout shifts by {shift}: {sources}");
    Ok(())
}

#[tokio::test]
async fn rows_of_cells_keep_their_names_in_the_narrowest_window() -> Result<()> {
    let site = Site::built()?;
    let browser = Browser::open(&Look::narrow()).await?;
    browser.goto(&site.address(fragment!("explore?by=definition"))).await?;
    browser.wait_for_app().await?;
    browser.wait_for_charts(CHARTS).await?;
    // What comes later is drawn on top.
    let below = "const svg = document.querySelector('[data-question=activities] .chart svg'); \
         const name = [...svg.querySelectorAll('text')] \
             .find(text => text.textContent === 'Training for staff'); \
         return [...svg.querySelectorAll('path')].filter(cell => !cell.closest('defs') && cell.getAttribute('fill') !== 'none') \
             .filter(cell => name.compareDocumentPosition(cell) & 4).length;";
    let covering = browser.script(below, vec![]).await?;
    ensure!(covering == 0, "{covering} cells are drawn over a row's name");
    Ok(())
}

#[tokio::test]
async fn charts_are_drawn_near_the_view_and_on_paper() -> Result<()> {
    let site = Site::built()?;
    let browser = Browser::open(&Look::narrow()).await?;
    browser.goto(&site.address(fragment!("explore"))).await?;
    browser.wait_for_app().await?;
    let undrawn = "return [...document.querySelectorAll('.chart__canvas')] \
         .filter(host => !host.querySelector('svg')).length;";
    let turned = format!("dispatchEvent(new Event(arguments[0])); {undrawn}");
    let first = "document.querySelector('.chart__canvas').scrollIntoView({ block: 'center' });";
    browser.script(first, vec![]).await?;
    browser.wait_for(".chart__canvas svg").await?;
    let (far, tall) = (browser.script(undrawn, vec![]).await?, "document.body.scrollHeight");
    ensure!(far.as_u64() > Some(2), "{far} charts are not drawn");
    let before = browser.wait_for_script(tall, &[]).await?;
    let on_paper = browser.script(&turned, vec!["beforeprint".into()]).await?;
    ensure!(on_paper == 0, "{on_paper} charts are not on paper");
    ensure!(browser.script(&turned, vec!["afterprint".into()]).await? == far);
    browser.wait_for_charts(CHARTS).await?;
    let after = browser.wait_for_script(tall, &[]).await?;
    ensure!(before == after, "the page was {before} pixels tall and is {after}");
    Ok(())
}

#[tokio::test]
async fn what_changed_out_of_sight_is_drawn_when_it_is_seen() -> Result<()> {
    let site = Site::built()?;
    let browser = explore(&site, &Look::wide()).await?;
    let last = "[...document.querySelectorAll('.chart__canvas')].at(-1)";
    let drawn = format!("{last}.innerHTML");
    let before = browser.wait_for_script(&drawn, &[]).await?;
    let filtered = fragment!("explore?in.definition=clear");
    browser.script("location.hash = arguments[0];", vec![filtered.into()]).await?;
    let shown = "document.querySelector('[data-place]').dataset.place === arguments[0]";
    browser.wait_for_script(shown, &[filtered.into()]).await?;
    ensure!(browser.wait_for_script(&drawn, &[]).await? == before, "it was drawn out of sight");
    browser.script(&format!("{last}.scrollIntoView();"), vec![]).await?;
    browser.wait_for_script(&format!("{drawn} !== arguments[0]"), &[before]).await.map(drop)
}
