//! Each screen on A4: no figure is cut, and each sheet says what it shows and where it is from.

use anyhow::{Context, Result, ensure};
use explorer::fragment;
use serde_json::{Value, json};
use site_tests::{Look, Site, bare};

use crate::explorer::Explorer;
use crate::program_parts::expect_every_screen;

/// States of screens, and what has to stand on one of its sheets.
const SCREENS: [(&str, &str, &str); 6] = [
    ("findings", fragment!("findings"), "What the authors recommend"),
    ("explore", fragment!("explore"), "Obstacles: teams that gave each answer"),
    (
        "filtered",
        fragment!("explore?in.definition=clear"),
        "Clarity of definition: Clear and agreed",
    ),
    ("parts", fragment!("explore?by=definition"), "Activities by clarity of definition"),
    ("sides", fragment!("explore?in.definition=clear&vs=others"), "the 48 other teams"),
    ("about", fragment!("about"), "Asked of all teams. Answered with one answer."),
];

/// This screen is printed once it is filled in, by a test of its own.
const FILLED_IN: &str = fragment!("compare");

#[test]
fn every_screen_is_printed() {
    expect_every_screen(SCREENS.iter().map(|(_, fragment, _)| *fragment).chain([FILLED_IN]));
}

/// Each figure's texts that belong together: its heading, what is said of it, its base, its chart.
const FIGURES: &str = "return [...document.querySelectorAll('section.figure[data-question]')].map(figure => \
         [...figure.querySelectorAll('.figure__headline, .figure__measure, .figure__sentence, \
              .figure__base, .chart svg text')].map(e => e.textContent));";

/// What only a screen has.
const CONTROLS: [&str; 5] =
    ["Dark colours", "Copy sentence", "Break down by", "Explore this", "Remove filter"];

/// What each sheet says in its foot: the banner's first words, the data and their version.
const FOOT: [&str; 3] =
    ["Illustrative data.", "are invented answers", "findings explorer. Data: tic-2022 1.0.0"];

async fn expect_printed(page: &Explorer, name: &str, says: &str) -> Result<()> {
    let Some(sheets) = page.sheets(&format!("printed-{name}")).await? else { return Ok(()) };
    let address = page.current_address().await?;
    for (sheet, number) in sheets.iter().zip(1..) {
        let counted = format!("{number} / {}", sheets.len());
        for words in FOOT.into_iter().chain([counted.as_str(), &address]) {
            ensure!(sheet.contains(&bare(words)), "{name}: sheet {number} lacks {words:?}");
        }
        for control in CONTROLS {
            ensure!(!sheet.contains(&bare(control)), "{name}: sheet {number} has {control:?}");
        }
    }
    let on_one = |texts: &[&str]| {
        sheets.iter().any(|sheet| texts.iter().all(|text| sheet.contains(&bare(text))))
    };
    ensure!(on_one(&[says]), "{name}: no sheet says {says:?}");
    // On paper all charts are drawn; on the screen only those near the view.
    if page.script("return document.querySelector('.chart__canvas');", vec![]).await? != Value::Null
    {
        page.wait_for_charts(".chart__canvas").await?;
    }
    let figures = page.script(FIGURES, vec![]).await?;
    for figure in figures.as_array().context("no list of figures")? {
        let texts: Vec<&str> =
            figure.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        ensure!(on_one(&texts), "{name}: a figure is cut; no sheet has all of {texts:?}");
    }
    Ok(())
}

#[tokio::test]
async fn each_sheet_of_each_screen_has_whole_figures_their_mark_their_source_and_the_link()
-> Result<()> {
    let site = Site::built()?;
    let page = Explorer::open(&site, &Look::wide(), "").await?;
    for (name, fragment, says) in SCREENS {
        page.script("location.hash = arguments[0];", vec![json!(fragment)]).await?;
        page.wait_for_address(fragment).await?;
        if name != "about" {
            page.wait_for(".chart__canvas svg").await?;
        }
        expect_printed(&page, name, says).await?;
    }
    page.expect_no_complaints(&site).await
}

#[tokio::test]
async fn the_comparison_is_printed_without_the_form() -> Result<()> {
    let site = Site::built()?;
    let page = Explorer::open(&site, &Look::wide(), FILLED_IN).await?;
    page.click("label[for='own-authority_type-1']").await?;
    page.click("label[for='own-uses_tic-0']").await?;
    page.click("label[for='own-definition-0']").await?;
    page.wait_for(".beside").await?;
    expect_printed(&page, "compare", "Clear and agreed").await
}

#[tokio::test]
async fn paper_is_white_when_the_screen_is_dark() -> Result<()> {
    let site = Site::built()?;
    let page = Explorer::open(&site, &Look::wide().dark(), fragment!("explore")).await?;
    page.wait_for_charts(".chart__canvas").await?;
    let colour = "return document.querySelector('.chart svg text').getAttribute('fill');";
    let (light, dark) = ("#17212b", "#eef3f7");
    ensure!(page.script(colour, vec![]).await? == dark, "the chart is not dark to begin with");
    let turned = format!("dispatchEvent(new Event(arguments[0])); {colour}");
    ensure!(page.script(&turned, vec![json!("beforeprint")]).await? == light, "dark on paper");
    ensure!(page.script(&turned, vec![json!("afterprint")]).await? == dark, "light on the screen");
    expect_printed(&page, "dark", "58 of 58 teams").await
}
