//! From a click on a filter to painted charts, in the built site.

use anyhow::{Context, Result, ensure};
use explorer::fragment;
use serde::Deserialize;
use serde_json::{Value, json};
use site_tests::{Browser, Look, Site};

use crate::{Spread, verdict};

/// In milliseconds, from the click to the frame that has the new charts.
const BUDGET: f64 = 50.0;
/// Each of so many checkboxes is picked and unpicked so many times.
const BOXES: usize = 6;
const ROUNDS: usize = 5;

/// The first checkboxes that can be clicked, by their ids.
const FIND_BOXES: &str = "
    return [...document.querySelectorAll('.facet input[type=checkbox]:not(:disabled)')]
        .filter(box => box.checkVisibility()).map(box => box.id);";

/// Notes the times of the next click and of the frames after each change of a chart: two animation
/// frames later the first of them has been painted. The charts move for a moment; once they have been
/// still for a while, `painted` holds when the first and the last change had been painted.
const WATCH: &str = "
    const box = document.getElementById(arguments[0]);
    const times = {};
    window.painted = null;
    box.addEventListener('click', event => times.click = event.timeStamp, { once: true });
    let quiet;
    const observer = new MutationObserver(changes => {
        if (times.click === undefined
            || !changes.some(({ target }) => target.closest?.('.chart__canvas svg')
                || target.closest?.('.chart__canvas'))) return;
        requestAnimationFrame(() => requestAnimationFrame(() => {
            times.last = performance.now();
            times.first ??= times.last;
        }));
        clearTimeout(quiet);
        quiet = setTimeout(() => {
            observer.disconnect();
            window.painted = [times.first - times.click, times.last - times.click];
        }, 400);
    });
    observer.observe(document.body, { subtree: true, childList: true, attributes: true });";

#[derive(Deserialize)]
struct Painted(f64, f64);

/// Prints how long it takes, for readers who have asked for no motion and for the others.
///
/// # Errors
/// When the site is not built, or its charts do not change.
pub(crate) async fn measure() -> Result<()> {
    println!("\nA click on a filter to painted charts, the built site, 58 rows.");
    println!("\n{:<38}{:>12}{:>12}{:>12}", "ms", "least", "median", "most");
    let site = Site::built()?;
    for (name, look) in
        [("without motion", Look::wide().reduced_motion()), ("with motion", Look::wide())]
    {
        let painted = clicks(&site, &look).await?;
        let first = Spread::new(painted.iter().map(|times| times.0));
        let last = Spread::new(painted.iter().map(|times| times.1));
        println!("\n{name}, {} clicks: {}", painted.len(), verdict(&first, BUDGET));
        println!(
            "{:<38}{first}\n{:<38}{last}",
            "  the first change painted", "  the last change painted"
        );
    }
    Ok(())
}

async fn clicks(site: &Site, look: &Look) -> Result<Vec<Painted>> {
    let browser = Browser::open(look).await?;
    browser.goto(&site.address(fragment!("explore"))).await?;
    browser.wait_for_app().await?;
    browser.wait_for_charts(".chart__canvas").await?;
    let found = browser.script(FIND_BOXES, vec![]).await?;
    let boxes: Vec<String> = serde_json::from_value(found)?;
    ensure!(boxes.len() >= BOXES, "there are only {} checkboxes to click", boxes.len());
    let mut painted = Vec::new();
    for round in 0..=ROUNDS {
        for id in &boxes[..BOXES] {
            for _ in ["on", "off"] {
                let times = click(&browser, id).await?;
                // In the first round the browser still compiles.
                if round > 0 {
                    painted.push(times);
                }
            }
        }
    }
    Ok(painted)
}

async fn click(browser: &Browser, id: &str) -> Result<Painted> {
    browser.script(WATCH, vec![json!(id)]).await?;
    browser.click(&format!("[id='{id}']")).await?;
    let painted: Value = browser.wait_for_script("window.painted", &[]).await?;
    serde_json::from_value(painted).with_context(|| format!("no times for {id}"))
}
