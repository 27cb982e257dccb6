//! Everyone can use every screen: seen or heard, wide or narrow, light or dark, by keyboard alone.

mod copying;
pub(crate) mod keyboard;
mod spoken;

use anyhow::{Result, ensure};
use explorer::fragment;
use explorer::state::Screen;
use explorer::state::permalink::START;
use serde_json::{Value, json};
use site_tests::{Look, Site};

use crate::explorer::Explorer;

/// A state of the page: its name, its address, and what is true once it is there.
const STATES: &[(&str, &str, &str)] = &[
    ("findings", fragment!("findings"), "document.querySelectorAll('article').length > 0"),
    ("explore", fragment!("explore"), "selected() === '58 of 58 teams'"),
    ("filtered", fragment!("explore?in.definition=clear"), "selected() === '10 of 58 teams'"),
    (
        "broken down",
        fragment!("explore?by=definition"),
        "selected() === '58 of 58 teams' && breakdown() === 'definition'",
    ),
    (
        "percentages of types",
        fragment!(
            "explore?in.activities=all:@services,training&by=authority_type&show=percentages"
        ),
        "breakdown() === 'authority_type'",
    ),
    (
        "intervals",
        fragment!("explore?show=percentages&uncertain=interval"),
        "document.getElementById('uncertainty').value === 'interval'",
    ),
    (
        "bounds",
        fragment!("explore?show=percentages&uncertain=bounds"),
        "document.getElementById('uncertainty').value === 'bounds'",
    ),
    (
        "listing",
        fragment!("explore?in=Synthetic%20team%2001,Synthetic%20team%2003"),
        "document.getElementById('listing')",
    ),
    (
        "nobody",
        fragment!("explore?in.definition=clear&in=Synthetic%20team%2001"),
        "selected() === '0 of 58 teams'",
    ),
    (
        "all others beside",
        fragment!("explore?in.definition=clear&vs=others"),
        "document.querySelector('.sides')",
    ),
    (
        "two selections",
        fragment!("explore?in.authority_type=london&vs=own&b.authority_type=county"),
        "selected() === 'A: 13 of 58 teams · B: 9 of 58 teams'",
    ),
    ("compare", fragment!("compare"), "document.getElementById('own-uses_tic')"),
    ("about", fragment!("about"), "document.querySelector('.checksum')"),
    (
        "a broken address",
        fragment!("explore?in.definition=unheard"),
        "selected() === '58 of 58 teams'",
    ),
];

/// Words that the conditions of states use.
const WORDS: &str = "const selected = () => document.getElementById('selected')?.textContent; \
     const breakdown = () => document.getElementById('breakdown')?.value;";

/// What is wider than the window, where the page scrolls sideways.
const TOO_WIDE: &str = "const edge = innerWidth; \
     if (document.scrollingElement.scrollWidth <= edge) return []; \
     return [...document.querySelectorAll('body *')] \
         .filter(e => e.checkVisibility() && e.getBoundingClientRect().right > edge + 0.5) \
         .filter(e => !e.parentElement.closest('.table-scroll, .facet__scroll')) \
         .map(e => `wider than the window: <${e.localName} class=${e.className}>`);";

/// Controls that are smaller than a fingertip: `24 × 24` CSS pixels, WCAG 2.2's least.
const TOO_SMALL: &str = "const controls = 'button, nav a, summary, select, \
         input[type=checkbox], input[type=radio], input[type=search]'; \
     return [...document.querySelectorAll(controls)].filter(e => e.checkVisibility()) \
         .map(e => [e, e.getBoundingClientRect()]) \
         .filter(([, box]) => box.width < 24 || box.height < 24) \
         .map(([e, box]) => `too small: <${e.localName} id=${e.id} class=${e.className}> \
is ${box.width} × ${box.height}`);";

/// Everything wrong with the page as it is.
pub(crate) async fn faults(page: &Explorer) -> Result<Vec<String>> {
    let mut faults = page.violations().await?;
    for script in [TOO_WIDE, TOO_SMALL] {
        let found: Vec<String> = serde_json::from_value(page.script(script, vec![]).await?)?;
        faults.extend(found);
    }
    Ok(faults)
}

/// Goes through all states in one window; then through Explore with everything open.
async fn expect_all_states_usable(look: &Look) -> Result<()> {
    let site = Site::built()?;
    let page = Explorer::open(&site, look, "").await?;
    let mut faults_of = Vec::new();
    for (name, fragment, is_there) in STATES {
        page.script("location.hash = arguments[0];", vec![json!(fragment)]).await?;
        page.wait_for_script(&format!("(() => {{ {WORDS} return {is_there}; }})()"), &[]).await?;
        if page.script("return document.querySelector('.chart__canvas');", vec![]).await?
            != Value::Null
        {
            page.wait_for_charts(".chart__canvas").await?;
        }
        faults_of.extend(faults(&page).await?.into_iter().map(|fault| format!("{name}: {fault}")));
    }
    page.script(&format!("location.hash = '{START}explore?by=definition';"), vec![]).await?;
    page.wait_for_address(fragment!("explore?by=definition")).await?;
    let toggle = "document.querySelector('.filters__toggle')?.checkVisibility()";
    if page.script(&format!("return {toggle};"), vec![]).await? == true {
        page.click(".filters__toggle").await?;
    }
    page.wait_for("#filters").await?;
    let open_all = "document.querySelectorAll('details').forEach(e => { e.open = true; });";
    page.script(open_all, vec![]).await?;
    faults_of.extend(faults(&page).await?.into_iter().map(|fault| format!("opened: {fault}")));
    ensure!(faults_of.is_empty(), "{}", faults_of.join("\n"));
    page.expect_no_complaints(&site).await
}

#[test]
fn every_screen_is_among_the_states() {
    for screen in Screen::ALL {
        let address = format!("{START}{}", screen.id());
        assert!(STATES.iter().any(|(_, state, _)| *state == address), "{address}");
    }
}

#[tokio::test]
async fn every_state_is_usable_in_light_colours() -> Result<()> {
    expect_all_states_usable(&Look::wide()).await
}

#[tokio::test]
async fn every_state_is_usable_in_dark_colours() -> Result<()> {
    expect_all_states_usable(&Look::wide().dark()).await
}

#[tokio::test]
async fn every_state_is_usable_in_the_narrowest_window() -> Result<()> {
    expect_all_states_usable(&Look::narrow()).await
}

#[tokio::test]
async fn every_state_is_usable_in_the_narrowest_window_and_dark_colours() -> Result<()> {
    expect_all_states_usable(&Look::narrow().dark()).await
}
