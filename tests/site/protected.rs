//! The explorer over the demonstration: a survey marked confidential, packed as its holder would pack
//! it, with canaries among its answers that must not come out anywhere.

mod left_behind;

use anyhow::{Result, ensure};
use explorer::fragment;
use explorer::state::permalink::START;
use serde_json::{Value, json};
use site_tests::{Look, Site};

use crate::addresses::NOTICE;
use crate::explorer::{Explorer, Selection, expect_same};
use crate::program_parts::expect_every_screen;
use crate::reaching::faults;
use crate::reaching::keyboard::{control, focused, tab_to, walk};

const NOT_AVAILABLE: &str = "is not available for this survey.";

async fn open(site: &Site, look: &Look) -> Result<Explorer> {
    Explorer::open(site, look, fragment!("explore")).await
}

async fn go(page: &Explorer, fragment: &str) -> Result<()> {
    page.script("location.hash = arguments[0];", vec![json!(fragment)]).await?;
    page.wait_for_address(fragment).await
}

/// States of every screen, and something that stands in each.
const STATES: [(&str, &str); 6] = [
    (fragment!("findings"), "article"),
    (fragment!("explore"), "#breakdown"),
    (fragment!("explore?in.authority=county,city"), ".chip"),
    (fragment!("explore?by=funding&show=percentages"), "#breakdown"),
    (fragment!("compare"), "main form, main fieldset"),
    (fragment!("about"), ".checksum"),
];

#[test]
fn every_screen_is_among_the_states() {
    expect_every_screen(STATES.iter().map(|(fragment, _)| *fragment));
}

/// All states of a screen in one window: nothing broken, nothing too small or too wide.
async fn expect_usable(look: &Look) -> Result<()> {
    let site = Site::over_demonstration()?;
    let page = open(&site, look).await?;
    let mut found = Vec::new();
    for (fragment, is_there) in STATES {
        go(&page, fragment).await?;
        page.wait_for(is_there).await?;
        let toggle = "return document.querySelector('.filters__toggle')?.checkVisibility() \
             && !document.querySelector('.filters--open');";
        if page.script(toggle, vec![]).await? == true {
            page.click(".filters__toggle").await?;
            page.wait_for("#filters").await?;
        }
        let open_all = "document.querySelectorAll('details').forEach(e => { e.open = true; });";
        page.script(open_all, vec![]).await?;
        found.extend(faults(&page).await?.into_iter().map(|fault| format!("{fragment}: {fault}")));
    }
    ensure!(found.is_empty(), "{}", found.join("\n"));
    page.expect_no_complaints(&site).await
}

#[tokio::test]
async fn every_screen_is_usable_in_light_colours() -> Result<()> {
    expect_usable(&Look::wide()).await
}

#[tokio::test]
async fn every_screen_is_usable_in_the_narrowest_window_and_dark_colours() -> Result<()> {
    expect_usable(&Look::narrow().dark()).await
}

/// The page's controls as they stand: answers that can be ticked, and breakdowns to choose.
async fn offered(page: &Explorer) -> Result<(Vec<(String, String)>, Vec<String>)> {
    let ticks = "return [...document.querySelectorAll('.facet input[type=checkbox]:not(:disabled)')] \
         .map(e => [e.closest('.facet').dataset.question, document.querySelector( \
             `label[for='${e.id}'] bdi`).textContent.trim()]);";
    let breakdowns = "return [...document.querySelectorAll('#breakdown option')] \
         .map(e => e.value).filter(Boolean);";
    Ok((
        serde_json::from_value(page.script(ticks, vec![]).await?)?,
        serde_json::from_value(page.script(breakdowns, vec![]).await?)?,
    ))
}

/// The figures that are drawn; every other says the one sentence and nothing else.
async fn expect_figures(page: &Explorer) -> Result<()> {
    let figures = "return [...document.querySelectorAll('section.figure[data-question]')].map(e => \
         e.querySelector('.chart') ? null \
         : [...e.children].flatMap(e => [...e.children]).slice(1).map(e => e.textContent));";
    let figures = page.script(figures, vec![]).await?;
    let (mut drawn, mut left) = (0, Vec::new());
    for figure in figures.as_array().into_iter().flatten() {
        if figure == &Value::Null {
            drawn += 1;
        } else {
            left.push(figure.clone());
        }
    }
    ensure!(drawn > 1, "only {drawn} figures are drawn");
    for words in left {
        // The question as it was put, and the sentence.
        let said = words[1].as_str().unwrap_or_default();
        ensure!(words.as_array().map(Vec::len) == Some(2), "more is said: {words}");
        ensure!(said.ends_with(NOT_AVAILABLE), "{said}");
    }
    Ok(())
}

#[tokio::test]
async fn every_control_that_is_offered_gives_figures_and_those_that_the_command_counts()
-> Result<()> {
    let site = Site::over_demonstration()?;
    let page = open(&site, &Look::wide()).await?;
    let (ticks, breakdowns) = offered(&page).await?;
    ensure!(breakdowns == ["authority", "funding"], "{breakdowns:?}");
    ensure!(ticks.len() == 5, "{ticks:?}");
    page.expect(&Selection::default()).await?;
    for (question, answer) in ticks {
        page.tick(&question, &answer).await?;
        page.wait_for(".chip").await?;
        let id = page.bundle.survey.codebook().find(&question).map(|ix| {
            let question = page.bundle.survey.codebook().question(ix);
            question.options.iter().find(|option| option.label == answer).map(|o| o.id.clone())
        });
        let id = id.flatten().unwrap_or_default();
        page.wait_for_address(&format!("{START}explore?in.{question}={id}")).await?;
        expect_figures(&page).await?;
        // What is still offered is of the same question, and no breakdown.
        let (beside, breakdowns) = offered(&page).await?;
        ensure!(beside.iter().all(|(of, _)| *of == question), "{beside:?} beside {question}");
        ensure!(breakdowns.is_empty(), "{breakdowns:?} beside {question}");
        page.tick(&question, &answer).await?;
        page.wait_for_address(fragment!("explore")).await?;
    }
    for by in breakdowns {
        page.break_down_by(&by).await?;
        page.wait_for_address(&format!("{START}explore?by={by}")).await?;
        expect_figures(&page).await?;
        ensure!(offered(&page).await?.0.is_empty(), "filters beside a breakdown");
    }
    for (fragment, selection) in [
        (fragment!("explore?in.authority=county"), Selection::of(&[("authority", "county")])),
        (
            fragment!("explore?in.authority=county,city"),
            Selection::of(&[("authority", "county,city")]),
        ),
        (
            fragment!("explore?by=authority"),
            Selection { by: Some("authority"), ..Selection::default() },
        ),
    ] {
        go(&page, fragment).await?;
        page.expect(&selection).await?;
    }
    page.expect_no_complaints(&site).await
}

#[tokio::test]
async fn the_keyboard_keeps_its_place_while_filters_come_and_go() -> Result<()> {
    let site = Site::over_demonstration()?;
    let page = open(&site, &Look::wide()).await?;
    // The second of the filters: the first goes when it is used.
    let council = control(&page, "funding", "The council alone").await?;
    tab_to(&page, &council).await?;
    page.press(" ").await?;
    page.wait_for_address(fragment!("explore?in.funding=council")).await?;
    ensure!(page.text("#selected").await? == "31 of 58 teams");
    ensure!(focused(&page).await? == council.as_str(), "the focus has moved");
    page.press(" ").await?;
    page.wait_for_address(fragment!("explore")).await?;
    ensure!(focused(&page).await? == council.as_str(), "the focus has moved");
    for (look, fragment) in [
        (Look::wide(), fragment!("explore")),
        (Look::narrow(), fragment!("explore?in.funding=council")),
        (Look::narrow(), fragment!("explore?by=authority")),
    ] {
        let page = Explorer::open(&site, &look, fragment).await?;
        let (_, faults) = walk(&page).await?;
        ensure!(faults.is_empty(), "{fragment}:\n{}", faults.join("\n"));
    }
    page.expect_no_complaints(&site).await
}

#[tokio::test]
async fn whatever_an_address_asks_the_message_is_the_same() -> Result<()> {
    let site = Site::over_demonstration()?;
    let page = open(&site, &Look::wide()).await?;
    let all = fragment!("explore");
    let county = fragment!("explore?in.authority=county");
    let mut first: Option<(Value, String)> = None;
    for (asked, left) in [
        // Withheld, no grouping, merged away, unknown: the same.
        (fragment!("explore?in.complaint=yes").to_owned(), all),
        (fragment!("explore?in.stays=yes").to_owned(), all),
        (fragment!("explore?in.ways=phone").to_owned(), all),
        (fragment!("explore?in.ways=all:phone,visit").to_owned(), all),
        (fragment!("explore?in.authority=island").to_owned(), all),
        (fragment!("explore?in.authority=unheard").to_owned(), all),
        (fragment!("explore?in.unheard=county").to_owned(), all),
        (fragment!("explore?by=stays").to_owned(), all),
        (fragment!("explore?by=unheard").to_owned(), all),
        // A respondent by name, and far too much.
        (fragment!("explore?in=Canary-7c41%20team%2001").to_owned(), all),
        (format!("{START}explore?{}", "x&".repeat(3000)), all),
        // A tracker: one table less another.
        (fragment!("explore?in.authority=county&in.funding=council").to_owned(), county),
        (fragment!("explore?in.authority=county&in.authority=city").to_owned(), county),
        (fragment!("explore?in.authority=county,county").to_owned(), county),
        (fragment!("explore?in.authority=county&by=funding").to_owned(), county),
        (fragment!("explore?in.authority=county&in.stays=yes").to_owned(), county),
    ] {
        page.script("location.hash = arguments[0];", vec![json!(asked)]).await?;
        page.wait_for(NOTICE).await?;
        page.wait_for_address(left).await?;
        let shown = (page.shown().await?, page.text(NOTICE).await?);
        if left == all {
            let expected = first.get_or_insert_with(|| shown.clone());
            expect_same(&asked, &shown.0, &expected.0)?;
        }
        let message = first.as_ref().map(|(_, message)| message);
        ensure!(Some(&shown.1) == message, "{asked}: {}", shown.1);
        page.click_label("Hide this message").await?;
        page.wait_until_gone(NOTICE).await?;
    }
    page.expect_no_complaints(&site).await
}
