//! A reader filters, compares and shares; whatever is shown is what the command counts.

use anyhow::{Context, Result, ensure};
use explorer::fragment;
use serde_json::json;
use site_tests::{Browser, Look, Site};

use crate::explorer::{Explorer, Selection, expect_same};

const EXPLORE: &str = fragment!("explore");
const CLEAR: (&str, &str) = ("definition", "clear");
const TWO_ACTIVITIES: (&str, &str) = ("activities", "all:training,screening");

#[tokio::test]
async fn every_step_of_a_narrowing_shows_what_the_command_counts() -> Result<()> {
    let site = Site::built()?;
    let page = Explorer::open(&site, &Look::wide(), EXPLORE).await?;
    page.expect(&Selection::default()).await?;
    let others = page.shown().await?["others"].clone();
    ensure!(others["obstacles"].as_object().is_some_and(|others| others.len() == 5), "{others}");
    ensure!(others["uses_tic"] == json!({}), "a published number has another: {others}");

    page.tick("definition", "Clear and agreed").await?;
    page.wait_for_address(fragment!("explore?in.definition=clear")).await?;
    ensure!(page.text("#selected").await? == "10 of 58 teams");
    page.expect(&Selection::of(&[CLEAR])).await?;

    page.tick("activities", "Training for staff").await?;
    page.wait_for_address(fragment!("explore?in.definition=clear&in.activities=training")).await?;
    page.expect(&Selection::of(&[CLEAR, ("activities", "training")])).await?;
    let screening = "Screening for trauma or adverse childhood experiences";
    page.tick("activities", screening).await?;
    page.wait_for_address(fragment!(
        "explore?in.definition=clear&in.activities=training,screening"
    ))
    .await?;
    page.expect(&Selection::of(&[CLEAR, ("activities", "training,screening")])).await?;
    page.tick("activities", "All of these").await?;
    let narrowed = fragment!("explore?in.definition=clear&in.activities=all:training,screening");
    page.wait_for_address(narrowed).await?;
    let mut selection = Selection::of(&[CLEAR, TWO_ACTIVITIES]);
    page.expect(&selection).await?;

    let names: Vec<String> = selection.names(&page.bundle)?.into_iter().take(3).collect();
    ensure!(names.len() == 3, "only {names:?} are left");
    let mut address = narrowed.to_owned();
    for (name, sign) in names.iter().zip(["&in=", ",", ","]) {
        page.tick("respondents", name).await?;
        address = address + sign + &name.replace(' ', "%20");
        page.wait_for_address(&address).await?;
        selection.respondents.push(name.clone());
        page.expect(&selection).await?;
    }
    page.wait_for("#listing").await?;
    let columns = page.texts("#listing ~ .table-scroll thead th").await?;
    ensure!(columns[1..] == names, "the listing is of {columns:?}");

    page.break_down_by("authority_type").await?;
    page.wait_for_address(&(address + "&by=authority_type")).await?;
    selection.by = Some("authority_type");
    page.expect(&selection).await?;
    page.expect_no_complaints(&site).await
}

#[tokio::test]
async fn every_breakdown_shows_what_the_command_counts() -> Result<()> {
    let site = Site::built()?;
    let page = Explorer::open(&site, &Look::wide(), EXPLORE).await?;
    let grouping: Vec<String> = page
        .bundle
        .survey
        .codebook()
        .questions()
        .iter()
        .filter(|question| question.grouping)
        .map(|question| question.id.clone())
        .collect();
    ensure!(grouping.len() > 1, "only {grouping:?} can be broken down by");
    for by in grouping {
        page.break_down_by(&by).await?;
        page.wait_for_address(&format!("{EXPLORE}?by={by}")).await?;
        page.expect(&Selection { by: Some(by.leak()), ..Selection::default() }).await?;
        page.wait_for_charts(".chart__canvas").await?;
    }
    page.expect_no_complaints(&site).await
}

#[tokio::test]
async fn a_copied_address_shows_the_same_to_somebody_else() -> Result<()> {
    let site = Site::built()?;
    let page = Explorer::open(&site, &Look::wide(), EXPLORE).await?;
    page.tick("activities", "Workforce").await?;
    page.wait_for_address(fragment!("explore?in.activities=@workforce")).await?;
    page.tick("activities", "Cross-agency collaboration and referral").await?;
    page.tick("activities", "All of these").await?;
    page.break_down_by("authority_type").await?;
    page.click_label("Percentages").await?;
    page.wait_for_address(fragment!(
        "explore?in.activities=all:@workforce,referral&by=authority_type&show=percentages"
    ))
    .await?;
    let (address, shown) = (page.current_address().await?, page.shown().await?);

    let other = Browser::open(&Look::wide()).await?;
    let fragment = address.split_once('#').context("the address has no fragment")?.1;
    let other = Explorer::open_in(other, &site, &format!("#{fragment}")).await?;
    expect_same("elsewhere", &other.shown().await?, &shown)?;
    ensure!(other.current_address().await? == address);
    other
        .expect(&Selection {
            by: Some("authority_type"),
            ..Selection::of(&[("activities", "all:@workforce,referral")])
        })
        .await?;

    page.reload().await?;
    page.wait_for_app().await?;
    page.wait_for("#selected").await?;
    expect_same("after a reload", &page.shown().await?, &shown)?;
    page.expect_no_complaints(&site).await?;
    other.expect_no_complaints(&site).await
}

#[tokio::test]
async fn a_tick_moves_nothing_that_is_looked_at() -> Result<()> {
    let site = Site::built()?;
    let page = Explorer::open(&site, &Look::wide(), EXPLORE).await?;
    page.wait_for_charts(".chart__canvas").await?;
    let top = "return document.querySelector(\"section[data-question='definition']\") \
        .getBoundingClientRect().top;";
    page.script(
        "document.querySelector(\"section[data-question='definition']\").scrollIntoView();",
        vec![],
    )
    .await?;
    let before = page.script(top, vec![]).await?.as_f64().context("no place")?;
    // Nine counties: their answers are listed.
    page.tick("authority_type", "County").await?;
    page.wait_for_address(fragment!("explore?in.authority_type=county")).await?;
    page.wait_for("#listing").await?;
    let after = page.script(top, vec![]).await?.as_f64().context("no place")?;
    ensure!((after - before).abs() < 60.0, "the figure moved from {before} to {after}");
    page.click_label("All answers of these 9 teams").await?;
    page.wait_for_script("document.activeElement?.id === 'listing'", &[]).await?;
    page.expect_no_complaints(&site).await
}

#[tokio::test]
async fn the_list_of_all_questions_leads_to_each() -> Result<()> {
    let site = Site::built()?;
    let page = Explorer::open(&site, &Look::wide(), EXPLORE).await?;
    let lines = page.texts(".overview li a").await?;
    ensure!(lines.len() == page.bundle.survey.codebook().questions().len(), "{lines:?}");
    let marks = page.texts(".overview .mark").await?;
    ensure!(marks.len() == lines.len() && marks[0] == "published", "{marks:?}");
    page.click(".overview li:nth-child(4) a").await?;
    let there = "document.activeElement?.dataset.question !== undefined \
        && Math.abs(document.activeElement.getBoundingClientRect().top) < 200";
    page.wait_for_script(there, &[]).await?;
    page.expect_accessible().await?;
    page.expect_no_complaints(&site).await
}

#[tokio::test]
async fn back_returns_to_the_screen_before_with_its_filters() -> Result<()> {
    let site = Site::built()?;
    let page = Explorer::open(&site, &Look::wide(), "").await?;
    let findings = page.texts("main h1").await?.concat();
    page.click(".header__nav li:nth-child(2) a").await?;
    page.wait_for_screen("Explore the answers").await?;
    page.tick("definition", "Clear and agreed").await?;
    page.wait_for_address(fragment!("explore?in.definition=clear")).await?;
    let shown = page.shown().await?;
    page.click(".header__nav li:nth-child(4) a").await?;
    page.wait_for_screen("About the data").await?;
    page.wait_for_address(fragment!("about?in.definition=clear")).await?;

    page.back().await?;
    page.wait_for_screen("Explore the answers").await?;
    expect_same("after going back", &page.shown().await?, &shown)?;
    // The tick is a step of its own.
    page.back().await?;
    page.wait_for_address(EXPLORE).await?;
    page.expect(&Selection::default()).await?;
    page.back().await?;
    page.wait_for_screen(&findings).await?;
    page.forward().await?;
    page.wait_for_screen("Explore the answers").await?;
    page.forward().await?;
    page.wait_for_address(fragment!("explore?in.definition=clear")).await?;
    expect_same("after going forward", &page.shown().await?, &shown)?;
    page.forward().await?;
    page.wait_for_screen("About the data").await?;
    ensure!(page.texts("#address-notice").await?.is_empty(), "an address of its own is doubted");
    page.expect_no_complaints(&site).await
}

#[tokio::test]
async fn each_finding_opens_what_it_rests_on() -> Result<()> {
    let site = Site::built()?;
    let page = Explorer::open(&site, &Look::wide(), "").await?;
    let links = "[...document.querySelectorAll('a.finding__explore')].map(a => a.hash)";
    let links: Vec<String> = serde_json::from_value(page.wait_for_script(links, &[]).await?)?;
    ensure!(links.len() == page.bundle.survey.findings().len(), "only {links:?}");
    for (position, link) in (1..).zip(links) {
        page.click(&format!("article:nth-of-type({position}) a.finding__explore")).await?;
        page.wait_for_screen("Explore the answers").await?;
        page.wait_for_address(&link).await?;
        let figure = link.split_once("figure=").context("no figure is named")?.1;
        let is_in_sight = "(figure => { const box = figure.getBoundingClientRect(); \
             return box.top >= -1 && box.top < innerHeight; })\
             (document.querySelector(`section[data-question='${arguments[0]}']`))";
        page.wait_for_script(is_in_sight, &[json!(figure)]).await?;
        ensure!(page.texts("#address-notice").await?.is_empty(), "{link} is doubted");
        page.back().await?;
        page.wait_for("article a.finding__explore").await?;
    }
    page.expect_no_complaints(&site).await
}

#[tokio::test]
async fn filters_are_taken_away_one_by_one_or_all_at_once() -> Result<()> {
    let site = Site::built()?;
    let fragment = fragment!("explore?in.definition=clear&in.authority_type=county,london");
    let page = Explorer::open(&site, &Look::wide(), fragment).await?;
    let chips = page.shown().await?["chips"].clone();
    let words = ["Clear and agreed", "County", "London borough"];
    let chips: Vec<String> = serde_json::from_value(chips)?;
    ensure!(chips.len() == 3 && chips.iter().zip(words).all(|(chip, word)| chip.ends_with(word)));

    page.click(".selected__chips li:nth-child(2) button").await?;
    page.wait_for_address(fragment!("explore?in.definition=clear&in.authority_type=london"))
        .await?;
    page.expect(&Selection::of(&[CLEAR, ("authority_type", "london")])).await?;
    page.click("#clear-filters").await?;
    page.wait_for_address(EXPLORE).await?;
    page.expect(&Selection::default()).await?;
    page.wait_until_gone(".selected__chips").await?;
    page.expect_no_complaints(&site).await
}

#[tokio::test]
async fn a_selection_of_nobody_says_so_and_offers_the_way_out() -> Result<()> {
    let site = Site::built()?;
    let page =
        Explorer::open(&site, &Look::wide(), fragment!("explore?in.definition=clear")).await?;
    let inside = Selection::of(&[CLEAR]).names(&page.bundle)?;
    let names = Selection::default().names(&page.bundle)?;
    let outside = names.iter().find(|name| !inside.contains(name)).context("all are inside")?;
    page.tick("respondents", outside).await?;
    page.wait_for_text(".empty h2", "No team matches all of this").await?;
    page.wait_for_text(".empty p", "clear them all").await?;
    ensure!(page.text("#selected").await? == "0 of 58 teams");
    page.wait_until_gone("section.figure").await?;
    page.click(".empty button").await?;
    page.wait_for_address(EXPLORE).await?;
    page.expect(&Selection::default()).await?;
    page.expect_no_complaints(&site).await
}

#[tokio::test]
async fn a_question_is_found_by_typing() -> Result<()> {
    let site = Site::built()?;
    let page = Explorer::open(&site, &Look::wide(), EXPLORE).await?;
    let all = page.texts("section.figure h3").await?.len();
    page.type_into("#find-question", "BOROUGH").await?;
    let only = "[...document.querySelectorAll('section.figure')].map(f => f.dataset.question) \
         .join() === 'authority_type'";
    page.wait_for_script(only, &[]).await?;
    ensure!(page.text("#selected").await? == "58 of 58 teams", "typing selects nobody");

    page.type_into("#find-question", "no such words").await?;
    page.wait_for_text(".empty p", "No question or answer contains “no such words”.").await?;
    page.click(".empty button").await?;
    let shown = "document.querySelectorAll('section.figure h3').length === arguments[0]";
    page.wait_for_script(shown, &[json!(all)]).await?;
    let typed = page.script("return document.querySelector('#find-question').value;", vec![]);
    ensure!(typed.await? == "");
    page.expect(&Selection::default()).await?;
    page.expect_no_complaints(&site).await
}

#[tokio::test]
async fn bars_switch_between_counts_and_percentages() -> Result<()> {
    let site = Site::built()?;
    let page = Explorer::open(&site, &Look::wide(), EXPLORE).await?;
    let chart = "section[data-question=definition] .chart__canvas";
    page.wait_for_charts(chart).await?;
    let drawing = "document.querySelector(arguments[0]).innerHTML";
    let counts = page.wait_for_script(drawing, &[json!(chart)]).await?;
    page.click_label("Percentages").await?;
    page.wait_for_address(fragment!("explore?show=percentages")).await?;
    let differs = format!("{drawing} !== arguments[1]");
    page.wait_for_script(&differs, &[json!(chart), counts]).await?;
    // Length is all that changes: the numbers stay beside each other in the table.
    page.expect(&Selection::default()).await?;
    page.click_label("Counts").await?;
    page.wait_for_address(EXPLORE).await?;
    page.expect_no_complaints(&site).await
}

#[tokio::test]
async fn all_of_these_can_be_chosen_before_there_are_any() -> Result<()> {
    let site = Site::built()?;
    let page = Explorer::open(&site, &Look::wide(), EXPLORE).await?;
    page.tick("activities", "All of these").await?;
    page.tick("activities", "Training for staff").await?;
    page.wait_for_address(fragment!("explore?in.activities=all:training")).await?;
    page.expect(&Selection::of(&[("activities", "all:training")])).await?;
    page.expect_no_complaints(&site).await
}
