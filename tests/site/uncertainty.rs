//! How far off shares may be, chosen, drawn, said and kept in the address.

use anyhow::{Result, ensure};
use explorer::fragment;
use serde_json::json;
use site_tests::{Look, Site};

use crate::explorer::{Explorer, expect_same};

/// The figure of a question: what stands above it, its spoken text, its table, the texts
/// of its chart, and how many thin lines are drawn, found by their height.
const FIGURE: &str = "const figure = document.querySelector(`section[data-question='${arguments[0]}']`); \
     const texts = css => [...figure.querySelectorAll(css)].map(e => e.textContent.trim()); \
     const tall = path => Math.round(path.getBBox().height); \
     return { \
         sentence: texts('.figure__said')[0], \
         range: texts('.figure__base')[0] ?? null, \
         spoken: figure.querySelector('[role=img]').getAttribute('aria-label'), \
         columns: texts('thead th').slice(4), \
         first: texts('tbody tr:first-child td').slice(3), \
         drawn: texts('svg text'), \
         lines: [...figure.querySelectorAll('svg path')] \
             .filter(path => path.getAttribute('fill') !== 'none' && tall(path) <= 5).length, \
     };";

async fn choose(page: &Explorer, uncertainty: &str, address: &str) -> Result<()> {
    page.wait_for("#uncertainty").await?.select_by_value(uncertainty).await?;
    page.wait_for_address(address).await?;
    page.wait_for_charts(".chart__canvas").await
}

/// Waits for thin lines in a figure further down, which is drawn once it is near.
async fn expect_lines(page: &Explorer, question: &str, lines: usize) -> Result<()> {
    let near =
        "document.querySelector(`section[data-question='${arguments[0]}']`).scrollIntoView();";
    page.script(near, vec![json!(question)]).await?;
    let drawn = format!("(() => {{ {FIGURE} }})().lines === arguments[1]");
    page.wait_for_script(&drawn, &[json!(question), json!(lines)]).await?;
    page.script("scrollTo(0, 0);", vec![]).await.map(drop)
}

#[tokio::test]
async fn uncertainty_is_drawn_said_and_kept_in_the_address() -> Result<()> {
    let site = Site::built()?;
    let page = Explorer::open(&site, &Look::wide(), fragment!("explore")).await?;
    page.wait_for_charts(".chart__canvas").await?;
    let figure = async |question: &str| page.script(FIGURE, vec![json!(question)]).await;
    let plain = figure("uses_tic").await?;
    ensure!(plain["lines"] == 0 && plain["range"].is_null() && plain["columns"] == json!([]));

    // It brings percentages, over which it is drawn.
    let interval = fragment!("explore?show=percentages&uncertain=interval");
    choose(&page, "interval", interval).await?;
    let uses = figure("uses_tic").await?;
    ensure!(uses["columns"] == json!(["95% interval"]), "{uses}");
    ensure!(uses["first"] == json!(["82% to 94%"]), "{uses}");
    ensure!(uses["lines"] == 2, "{uses}");
    for text in [&uses["sentence"], &uses["spoken"]] {
        let said =
            "If the teams that answered were a random sample of the 149 invited: 82% to 94%.";
        ensure!(text.as_str().is_some_and(|text| text.contains(said)), "{uses}");
    }
    // Each published answer has its line.
    expect_lines(&page, "activities", 5).await?;
    let invented = figure("obstacles").await?;
    ensure!(invented["lines"] == 0, "an invented answer has a line");
    let why = "No ranges are shown: these numbers are invented";
    ensure!(invented["range"].as_str().is_some_and(|text| text.starts_with(why)), "{invented}");
    page.expect_accessible().await?;

    page.reload().await?;
    page.wait_for_app().await?;
    page.wait_for_charts(".chart__canvas").await?;
    expect_same("after a reload", &figure("uses_tic").await?, &uses)?;

    // Over counts it would put the counts in doubt.
    page.click_label("Counts").await?;
    page.wait_for_address(fragment!("explore?uncertain=interval")).await?;
    page.wait_for_charts(".chart__canvas").await?;
    let counts = figure("uses_tic").await?;
    ensure!(counts["lines"] == 0 && counts["first"] == json!(["82% to 94%"]), "{counts}");

    choose(&page, "bounds", fragment!("explore?show=percentages&uncertain=bounds")).await?;
    let uses = figure("uses_tic").await?;
    ensure!(uses["first"] == json!(["51 of 149 (34%)", "143 of 149 (96%)"]), "{uses}");
    let said = "If no other team did, 34%; if every other did, 96%.";
    ensure!(uses["sentence"].as_str().is_some_and(|text| text.contains(said)), "{uses}");
    // Put only to some.
    expect_lines(&page, "activities", 0).await?;
    let routed = figure("activities").await?;
    ensure!(routed["columns"] == json!(["Other invented set"]), "{routed}");
    let why = "nobody knows how many would have been asked this";
    ensure!(routed["range"].as_str().is_some_and(|text| text.contains(why)), "{routed}");
    page.expect_accessible().await?;

    choose(&page, "none", fragment!("explore?show=percentages")).await?;
    ensure!(figure("uses_tic").await?["lines"] == 0);
    page.expect_no_complaints(&site).await
}

#[tokio::test]
async fn uncertainty_is_seen_in_every_window() -> Result<()> {
    let site = Site::built()?;
    let windows = [
        (Look::wide(), "intervals-wide"),
        (Look::narrow(), "intervals-narrow"),
        (Look::wide().dark(), "intervals-dark"),
        (Look::wide().forced_colours(), "intervals-forced-colours"),
    ];
    for (look, name) in windows {
        let address = fragment!("explore?show=percentages&uncertain=interval");
        let page = Explorer::open(&site, &look, address).await?;
        page.wait_for_charts(".chart__canvas").await?;
        let figure = page.script(FIGURE, vec![json!("uses_tic")]).await?;
        ensure!(figure["lines"] == 2, "{name}: {figure}");
        page.picture(name).await?;
        page.expect_no_complaints(&site).await?;
    }
    Ok(())
}
