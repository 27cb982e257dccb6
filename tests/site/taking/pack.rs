//! A pack for a board paper: chosen, made in the browser, saved, and opened from a disk.

use explorer::fragment;
use std::io::{Cursor, Read};

use anyhow::{Context, Result, ensure};
use site_tests::{Browser, Downloads, Key, Look, Scratch, Site};
use zip::ZipArchive;

use crate::explorer::Explorer;
use crate::reaching::faults;

const DIALOGUE: &str = "dialog.dialogue[open]";

/// Opens the dialogue from a screen of the site.
async fn opened(site: &Site, look: &Look, fragment: &str) -> Result<Explorer> {
    let page = Explorer::open(site, look, fragment).await?;
    page.click("[data-take=pack]").await?;
    page.wait_for(DIALOGUE).await?;
    Ok(page)
}

/// Leaves only the first `count` figures chosen.
async fn choose(page: &Browser, count: usize) -> Result<()> {
    page.click_label("Choose none").await?;
    for position in 0..count {
        page.click(&format!("label[for=pack-{position}]")).await?;
    }
    Ok(())
}

async fn made(page: &Browser) -> Result<ZipArchive<Cursor<Vec<u8>>>> {
    let downloads = Downloads::of(page).await?;
    page.click_label("Make the pack").await?;
    page.wait_for_text(&format!("{DIALOGUE} [role=status]"), "Saved as").await?;
    let said = page.text(&format!("{DIALOGUE} [role=status]")).await?;
    let name = said.split_whitespace().nth(2).context("no name is said")?.trim_end_matches(',');
    Ok(ZipArchive::new(Cursor::new(downloads.bytes(name).await?))?)
}

fn names(pack: &ZipArchive<Cursor<Vec<u8>>>) -> Result<Vec<String>> {
    pack.file_names().map(|name| Ok(name?.into_owned())).collect()
}

#[tokio::test]
async fn a_pack_of_chosen_figures_has_them_and_its_report_opens_from_a_disk() -> Result<()> {
    let site = Site::built()?;
    let page = opened(&site, &Look::wide(), fragment!("explore?in.definition=clear")).await?;
    let headings = page.texts(&format!("{DIALOGUE} label.govuk-checkboxes__label")).await?;
    choose(&page, 3).await?;
    let mut pack = made(&page).await?;
    let names = names(&pack)?;
    for (kind, count) in [(".csv", 3), (".json", 3), (".svg", 3), (".png", 3)] {
        let found = names.iter().filter(|name| name.ends_with(kind)).count();
        ensure!(found == count, "{found} files {kind} in {names:?}");
    }
    for name in ["README.txt", "report.html", "tables.xlsx", "citation.bib"] {
        ensure!(names.iter().any(|found| found == name), "no {name} in {names:?}");
    }
    page.expect_no_complaints(&site).await?;

    let folder = Scratch::new()?;
    pack.extract(folder.path())?;
    let report = format!("file://{}", folder.path().join("report.html").display());
    let reader = Browser::open(&Look::wide()).await?;
    reader.goto(&report).await?;
    reader.wait_for("h1").await?;
    let drawn = "[...document.images].length === 3 \
         && [...document.images].every(image => image.complete && image.naturalWidth > 500)";
    reader.wait_for_script(drawn, &[]).await?;
    let (_, first) = headings[0].split_once(": ").unwrap_or(("", &headings[0]));
    reader.wait_for_text("body", first).await?;
    reader.wait_for_text("body", "Illustrative data.").await?;
    reader.expect_accessible().await?;
    reader.picture("pack-report").await?;
    let asked = reader.requests().await?;
    let others = asked.iter().filter(|address| **address != report);
    let others: Vec<_> = others.filter(|address| !address.starts_with("data:")).collect();
    ensure!(others.is_empty(), "the report asks for {others:?}");
    ensure!(reader.complaints().await?.is_empty(), "{:?}", reader.complaints().await?);
    Ok(())
}

#[tokio::test]
async fn a_pack_of_the_findings_has_the_figures_that_they_rest_on() -> Result<()> {
    let site = Site::built()?;
    let page = opened(&site, &Look::narrow(), "").await?;
    let listed = page.texts(&format!("{DIALOGUE} label.govuk-checkboxes__label")).await?;
    let mut questions: Vec<_> = page
        .bundle
        .survey
        .findings()
        .iter()
        .flat_map(|f| &f.figures)
        .map(|figure| figure.question)
        .collect();
    questions.sort_unstable();
    questions.dedup();
    ensure!(listed.len() == questions.len(), "{listed:?}");
    let mut pack = made(&page).await?;
    let mut readme = String::new();
    pack.by_name("README.txt")?.read_to_string(&mut readme)?;
    for text in ["Illustrative data.", "Asmussen"] {
        ensure!(readme.contains(text), "no {text:?} in {readme}");
    }
    page.expect_no_complaints(&site).await
}

#[tokio::test]
async fn the_dialogue_is_for_everybody_and_gives_the_keyboard_back() -> Result<()> {
    let site = Site::built()?;
    for (look, name) in [
        (Look::wide(), "wide"),
        (Look::wide().dark(), "dark"),
        (Look::narrow(), "narrow"),
        (Look::narrow().dark().reduced_motion(), "narrow-dark"),
    ] {
        let page = Explorer::open(&site, &look, fragment!("explore")).await?;
        page.script("document.querySelector('[data-take=pack]').focus();", vec![]).await?;
        page.press(&char::from(Key::Enter).to_string()).await?;
        page.wait_for(DIALOGUE).await?;
        page.wait_for_script("document.activeElement.id === 'pack-title'", &[]).await?;
        let found = faults(&page).await?;
        ensure!(found.is_empty(), "{name}: {}", found.join("\n"));
        page.picture(&format!("pack-dialogue-{name}")).await?;

        // Nothing chosen is said; and the keyboard is where something can be chosen.
        page.click_label("Choose none").await?;
        page.click_label("Make the pack").await?;
        page.wait_for_text(&format!("{DIALOGUE} [role=status]"), "Choose at least one").await?;
        page.wait_for_script("document.activeElement.id === 'pack-0'", &[]).await?;

        page.press(&char::from(Key::Escape).to_string()).await?;
        page.wait_until_gone("dialog").await?;
        let back = "document.activeElement.dataset.take === 'pack'";
        page.wait_for_script(back, &[]).await?;
        page.expect_no_complaints(&site).await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_pack_that_is_stopped_saves_nothing_and_another_can_be_made() -> Result<()> {
    let site = Site::built()?;
    let page = opened(&site, &Look::wide(), fragment!("explore")).await?;
    let downloads = Downloads::of(&page).await?;
    // Held up at the second figure, so that there is something to stop.
    let hold = "const open = URL.createObjectURL; let count = 0; window.held = null; \
         const decode = Image.prototype.decode ?? HTMLImageElement.prototype.decode; \
         HTMLImageElement.prototype.decode = function () { count += 1; \
             return count === 2 ? new Promise(go => { window.held = go; }).then(() => decode.call(this)) \
                                : decode.call(this); };";
    page.script(hold, vec![]).await?;
    page.click_label("Make the pack").await?;
    page.wait_for_script("window.held", &[]).await?;
    page.wait_for_text(".dialogue__making", "Figure 2 of").await?;
    let value = page.script("return document.querySelector('.dialogue progress').value;", vec![]);
    ensure!(value.await? == 1);
    page.picture("pack-making").await?;
    // The page answers meanwhile.
    page.click_label("Stop").await?;
    page.script("window.held();", vec![]).await?;
    page.wait_for_text(&format!("{DIALOGUE} [role=status]"), "Stopped. Nothing was saved.").await?;
    ensure!(std::fs::read_dir(downloads.path(""))?.count() == 0, "something was saved");
    choose(&page, 1).await?;
    let pack = made(&page).await?;
    ensure!(names(&pack)?.iter().filter(|name| name.starts_with("pictures/")).count() == 2);
    page.expect_no_complaints(&site).await?;
    Ok(())
}

#[tokio::test]
async fn a_protected_survey_makes_a_pack_without_what_is_not_available() -> Result<()> {
    let site = Site::over_demonstration()?;
    let page = Explorer::open(&site, &Look::wide(), fragment!("explore")).await?;
    page.click("[data-take=pack]").await?;
    page.wait_for(DIALOGUE).await?;
    choose(&page, 2).await?;
    let mut pack = made(&page).await?;
    let mut report = String::new();
    pack.by_name("report.html")?.read_to_string(&mut report)?;
    ensure!(report.contains("Protected"), "nothing says that figures are protected");
    page.expect_no_complaints(&site).await
}
