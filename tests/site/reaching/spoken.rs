//! What those hear who don't see the page change.

use anyhow::{Context, Result, ensure};
use explorer::fragment;
use explorer::state::permalink::START;
use serde_json::Value;
use site_tests::{Look, Site};

use crate::explorer::Explorer;

/// Notes every change of the live region from now on.
const WATCH: &str = "window.heard = []; \
     const region = document.getElementById('spoken'); \
     new MutationObserver(changes => changes.forEach(() => heard.push(region.textContent))) \
         .observe(region, { childList: true, characterData: true, subtree: true });";

/// What has changed since it was last asked, once the page has had time to draw.
async fn heard(page: &Explorer) -> Result<Vec<String>> {
    let script = "const done = arguments[0]; \
         requestAnimationFrame(() => requestAnimationFrame(() => done(heard.splice(0))));";
    Ok(serde_json::from_value(page.async_script(script, vec![]).await?)?)
}

#[tokio::test]
async fn a_change_of_the_filter_is_spoken_once() -> Result<()> {
    let site = Site::built()?;
    let page =
        Explorer::open(&site, &Look::wide(), fragment!("explore?in.definition=clear")).await?;
    page.wait_for_charts(".chart__canvas").await?;
    let opened = page.script("return document.getElementById('spoken').textContent;", vec![]);
    ensure!(opened.await? == "", "what the screen opens with is spoken");
    let role = "return document.querySelector('#spoken[role=status][aria-live=polite]') !== null;";
    ensure!(page.script(role, vec![]).await? == true, "the region is not polite");
    page.script(WATCH, vec![]).await?;

    let steps = [
        ("definition", "No definition", "in.definition=clear,none", "or have no definition."),
        (
            "authority_type",
            "County",
            "in.definition=clear,none&in.authority_type=county",
            "or have no definition and that are in a county.",
        ),
        ("authority_type", "County", "in.definition=clear,none", "or have no definition."),
    ];
    for (question, answer, address, words) in steps {
        page.tick(question, answer).await?;
        page.wait_for_address(&format!("{START}explore?{address}")).await?;
        expect_once(&page, words).await?;
    }
    page.break_down_by("authority_type").await?;
    page.wait_for_address(fragment!("explore?in.definition=clear,none&by=authority_type")).await?;
    expect_once(&page, "Broken down by Type of authority.").await?;
    page.click("#clear-filters").await?;
    page.wait_for_address(fragment!("explore")).await?;
    expect_once(&page, "58 of 58 teams selected.").await?;

    // What is no change of the selection is not spoken.
    page.click_label("Percentages").await?;
    page.wait_for_address(fragment!("explore?show=percentages")).await?;
    let more = heard(&page).await?;
    ensure!(more.is_empty(), "{more:?} is spoken");
    page.expect_no_complaints(&site).await
}

/// One change, with the count in sight and these words.
async fn expect_once(page: &Explorer, words: &str) -> Result<()> {
    let heard = heard(page).await?;
    ensure!(heard.len() == 1, "spoken {} times: {heard:?}", heard.len());
    let selected = page.text("#selected").await?;
    let fits = heard[0].starts_with(&selected) && heard[0].contains(words);
    ensure!(fits, "{heard:?} has not {selected:?} and {words:?}");
    Ok(())
}

#[tokio::test]
async fn a_new_screen_is_told_by_its_title() -> Result<()> {
    let site = Site::built()?;
    let page = Explorer::open(&site, &Look::wide(), "").await?;
    let focused = "[document.activeElement?.id, document.title]";
    let at_first = page.wait_for_script(focused, &[]).await?;
    ensure!(at_first[0] != "title", "the keyboard is moved on opening");
    let screens = [(2, "Explore"), (3, "Compare"), (4, "About"), (1, "Findings")];
    for (position, name) in screens {
        page.click(&format!(".header__nav li:nth-child({position}) a")).await?;
        let link = format!(".header__nav li:nth-child({position}) a[aria-current=page]");
        page.wait_for(&link).await?;
        page.wait_for_script("document.activeElement?.id === 'title'", &[]).await?;
        let title: Value = page.script("return document.title;", vec![]).await?;
        let title = title.as_str().context("the page has no title")?;
        ensure!(title.starts_with(name), "{title:?} is not of {name}");
        let scrolled = page.script("return scrollY;", vec![]).await?;
        ensure!(scrolled == 0, "{name} opens scrolled by {scrolled}");
    }
    page.expect_no_complaints(&site).await
}
