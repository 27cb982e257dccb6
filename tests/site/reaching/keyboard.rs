//! Everything is reached and used by keyboard, in an order that makes sense, and in sight.

use anyhow::{Context, Result, ensure};
use explorer::fragment;
use serde_json::{Value, json};
use site_tests::{Key, Look, Site};

use crate::explorer::Explorer;
use crate::program_parts::expect_every_screen;

/// More steps than any screen has stops: whoever walks so far is caught in a trap.
const TOO_MANY: usize = 400;

/// What has the focus: what it is, whether its focus shows, and whether something lies over it.
const STOP: &str = "const e = document.activeElement; \
     if (!e || e === document.body) return null; \
     const drawn = style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 \
         || style.boxShadow !== 'none'; \
     const label = e.labels?.[0]; \
     const shows = drawn(getComputedStyle(e)) \
         || Boolean(label) && drawn(getComputedStyle(label, '::before')); \
     const box = e.getBoundingClientRect(); \
     const points = [0.1, 0.5, 0.9].flatMap(x => [0.1, 0.5, 0.9].map(y => \
         [box.left + x * box.width, box.top + y * box.height])); \
     const inSight = points.some(([x, y]) => { \
         const top = document.elementFromPoint(x, y); \
         return top && (e.contains(top) || top.contains(e) && top !== document.documentElement \
             || Boolean(label?.contains(top))); }); \
     e.dataset.reached = ''; \
     return { what: `<${e.localName} id=${e.id} class=${e.className}> ${e.textContent.trim() \
         .slice(0, 40)}`, id: e.id, shows, inSight };";

/// What takes the keyboard and was not reached. Of radios of one name only the checked one does.
const MISSED: &str = "return [...document.querySelectorAll( \
         'a[href], button, input, select, summary, [tabindex=\"0\"]')] \
     .filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.disabled) \
     .filter(e => e.type !== 'radio' || e.checked) \
     .filter(e => !('reached' in e.dataset)) \
     .map(e => `not reached: <${e.localName} id=${e.id} class=${e.className}>`);";

async fn tab(page: &Explorer) -> Result<()> {
    page.press(&char::from(Key::Tab).to_string()).await
}

/// Goes from the top of the page to its end by Tab, and tells what is wrong on the way.
pub(crate) async fn walk(page: &Explorer) -> Result<(Vec<String>, Vec<String>)> {
    let (mut stops, mut faults) = (Vec::new(), Vec::new());
    loop {
        tab(page).await?;
        let stop = page.script(STOP, vec![]).await?;
        // The browser's own controls come after the last, then the first again.
        let Some(what) = stop["what"].as_str().map(str::to_owned) else { break };
        if stops.first() == Some(&what) {
            break;
        }
        ensure!(stops.last() != Some(&what) || stop["id"] == "", "caught at {what}");
        ensure!(stops.len() < TOO_MANY, "there is no end after {what}");
        if stop["shows"] == false {
            faults.push(format!("focus does not show: {what}"));
        }
        if stop["inSight"] == false {
            faults.push(format!("out of sight or covered: {what}"));
        }
        stops.push(what);
    }
    let missed: Vec<String> = serde_json::from_value(page.script(MISSED, vec![]).await?)?;
    faults.extend(missed);
    Ok((stops, faults))
}

#[tokio::test]
async fn tab_reaches_everything_and_leaves_the_page() -> Result<()> {
    let site = Site::built()?;
    let mut all_faults = Vec::new();
    let states = [
        (Look::wide(), fragment!("findings")),
        (Look::wide(), fragment!("explore?in.definition=clear,none")),
        (Look::narrow(), fragment!("explore?in.definition=clear")),
        (Look::wide(), fragment!("compare")),
        (Look::narrow(), fragment!("compare")),
        (Look::wide(), fragment!("about")),
    ];
    expect_every_screen(states.iter().map(|(_, fragment)| *fragment));
    for (look, fragment) in states {
        let page = Explorer::open(&site, &look, fragment).await?;
        let (stops, faults) = walk(&page).await?;
        let order =
            ["skip-link", "Findings", "Explore", "Compare", "About", "Share", "header__theme"];
        for (stop, expected) in stops.iter().zip(order) {
            ensure!(stop.contains(expected), "{expected} was expected at {stop}");
        }
        all_faults.extend(faults.into_iter().map(|fault| format!("{fragment}: {fault}")));
        page.expect_no_complaints(&site).await?;
    }
    ensure!(all_faults.is_empty(), "{}", all_faults.join("\n"));
    Ok(())
}

/// Presses Tab until something with this id has the focus.
pub(crate) async fn tab_to(page: &Explorer, id: &str) -> Result<()> {
    for _ in 0..TOO_MANY {
        tab(page).await?;
        if focused(page).await? == id {
            return Ok(());
        }
    }
    anyhow::bail!("{id} is not reached")
}

pub(crate) async fn focused(page: &Explorer) -> Result<Value> {
    page.script("return document.activeElement?.id;", vec![]).await
}

/// The id of the control with this label in a question's filter.
pub(crate) async fn control(page: &Explorer, question: &str, answer: &str) -> Result<String> {
    let script = "const [question, answer] = arguments; \
         return [...document.querySelectorAll(`.facet[data-question=\"${question}\"] label`)] \
             .find(label => label.textContent.trim().startsWith(answer))?.htmlFor;";
    let id = page.script(script, vec![json!(question), json!(answer)]).await?;
    Ok(id.as_str().with_context(|| format!("there is no {answer:?}"))?.to_owned())
}

#[tokio::test]
async fn the_skip_link_leads_past_the_navigation() -> Result<()> {
    let site = Site::built()?;
    let page = Explorer::open(&site, &Look::wide(), fragment!("explore")).await?;
    tab(&page).await?;
    page.wait_for(".skip-link:focus").await?;
    page.press(&char::from(Key::Enter).to_string()).await?;
    page.wait_for_script("document.activeElement?.id === 'main'", &[]).await?;
    tab(&page).await?;
    let inside = "return Boolean(document.activeElement.closest('main'));";
    ensure!(page.script(inside, vec![]).await? == true, "the next stop is not in the content");
    page.wait_for_address(fragment!("explore")).await?;
    page.expect_no_complaints(&site).await
}

#[tokio::test]
async fn space_ticks_and_the_focus_stays() -> Result<()> {
    let site = Site::built()?;
    let page = Explorer::open(&site, &Look::wide(), fragment!("explore")).await?;
    let clear = control(&page, "definition", "Clear and agreed").await?;
    tab_to(&page, &clear).await?;
    page.press(" ").await?;
    page.wait_for_address(fragment!("explore?in.definition=clear")).await?;
    ensure!(page.text("#selected").await? == "10 of 58 teams");
    ensure!(focused(&page).await? == clear.as_str(), "the focus has moved");
    page.press(" ").await?;
    page.wait_for_address(fragment!("explore")).await?;
    ensure!(focused(&page).await? == clear.as_str(), "the focus has moved");
    page.expect_no_complaints(&site).await
}

#[tokio::test]
async fn arrows_choose_among_radios() -> Result<()> {
    let site = Site::built()?;
    let fragment = fragment!("explore?in.activities=training,screening");
    let page = Explorer::open(&site, &Look::wide(), fragment).await?;
    let (right, left) = (char::from(Key::Right).to_string(), char::from(Key::Left).to_string());
    let any = control(&page, "activities", "Any of these").await?;
    let all = control(&page, "activities", "All of these").await?;
    tab_to(&page, &any).await?;
    page.press(&right).await?;
    page.wait_for_address(fragment!("explore?in.activities=all:training,screening")).await?;
    ensure!(focused(&page).await? == all.as_str(), "the focus has moved");
    page.press(&left).await?;
    page.wait_for_address(fragment).await?;

    tab_to(&page, "show-counts").await?;
    page.press(&right).await?;
    page.wait_for_address(&format!("{fragment}&show=percentages")).await?;
    ensure!(focused(&page).await? == "show-percentages", "the focus has moved");
    page.expect_no_complaints(&site).await
}

#[tokio::test]
async fn enter_opens_a_figures_table_and_more_filters() -> Result<()> {
    let site = Site::built()?;
    let page = Explorer::open(&site, &Look::wide(), fragment!("explore")).await?;
    for details in ["#filters details", "section.figure details"] {
        let focus = "document.querySelector(arguments[0] + ' > summary').focus();";
        page.script(focus, vec![json!(details)]).await?;
        page.press(&char::from(Key::Enter).to_string()).await?;
        page.wait_for(&format!("{details}[open] > :not(summary)")).await?;
    }
    page.expect_no_complaints(&site).await
}
