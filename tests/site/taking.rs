//! A reader takes a figure away: copies and files, each with all that must go along.

mod pack;
mod pictures;

use explorer::fragment;
use explorer::state::permalink::START;
use std::fs;
use std::io::Cursor;

use anyhow::{Context, Result, ensure};
use calamine::{Data, Reader, Xlsx};
use serde_json::{Value, json};
use site_tests::{Browser, Downloads, Key, Look, Scratch, Site};
use xtask::project::Project;

use crate::explorer::Explorer;
use crate::reaching::faults;

const FIGURE: &str = "section.figure[data-question=activities]";
const SAID: &str = ".take-away__said";

/// Presses one of a figure's ways, opening the list that it is in, and gives what is then said.
pub(crate) async fn take(page: &Browser, figure: &str, what: &str) -> Result<String> {
    let way = format!("{figure} [data-take={what}]");
    let open = "const way = document.querySelector(arguments[0]); \
         const list = way.closest('details'); \
         if (list && !list.open) list.querySelector('summary').click();";
    page.script(open, vec![json!(way)]).await?;
    page.click(&way).await?;
    let said = "(said => said && said !== 'Preparing …' && said)\
         (document.querySelector(arguments[0])?.textContent)";
    let said = page.wait_for_script(said, &[json!(format!("{figure} {SAID}"))]).await?;
    Ok(said.as_str().unwrap_or_default().to_owned())
}

/// Notes what the page gives to the clipboard, which takes it as ever.
const WATCH: &str = "const { clipboard } = navigator; const write = clipboard.write; \
     window.copied = []; \
     clipboard.write = items => { window.copied.push(...items); return write.call(clipboard, items); };";

/// What was copied last, as a type.
async fn copied(page: &Browser, kind: &str) -> Result<String> {
    let read = "const [kind, done] = arguments; \
         window.copied.at(-1).getType(kind).then(blob => blob.text()).then(done, e => done(null));";
    let text = page.async_script(read, vec![json!(kind)]).await?;
    Ok(text.as_str().context("nothing such was copied")?.to_owned())
}

async fn network(page: &Browser, offline: bool) -> Result<()> {
    page.devtools("Network.enable", &json!({})).await?;
    let conditions = json!({
        "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1,
    });
    page.devtools("Network.emulateNetworkConditions", &conditions).await.map(drop)
}

/// Which of the files that make what is taken away were asked for.
async fn asked_for(page: &Browser) -> Result<usize> {
    let requests = page.requests().await?;
    let is_for_it = |address: &&String| {
        ["/takeaway-", "/part-takeaway-"].iter().any(|name| address.contains(name))
    };
    Ok(requests.iter().filter(is_for_it).count())
}

/// The site without what keeps it for use without a network, which has everything at once.
fn unkept() -> Result<Site> {
    Site::altered(|folder| Ok(fs::remove_file(folder.join("sw.js"))?))
}

#[tokio::test]
async fn nothing_is_loaded_for_it_before_it_is_asked_for() -> Result<()> {
    let site = unkept()?;
    let page = Explorer::open(&site, &Look::wide(), fragment!("explore")).await?;
    page.wait_for_charts(".chart__canvas").await?;
    ensure!(asked_for(&page).await? == 0, "it is loaded with the page");
    page.script(WATCH, vec![]).await?;
    ensure!(take(&page, FIGURE, "link").await? == "Copied.");
    ensure!(asked_for(&page).await? == 2, "{:?}", page.requests().await?);
    ensure!(take(&page, FIGURE, "link").await? == "Copied.");
    ensure!(asked_for(&page).await? == 2, "it is loaded twice");
    page.expect_own_requests(&site).await
}

#[tokio::test]
async fn the_link_that_is_copied_shows_the_figure_again() -> Result<()> {
    let site = Site::built()?;
    let page =
        Explorer::open(&site, &Look::wide(), fragment!("explore?in.definition=clear")).await?;
    page.script(WATCH, vec![]).await?;
    take(&page, FIGURE, "link").await?;
    let link = copied(&page, "text/plain").await?;
    ensure!(link.starts_with(&site.address(fragment!("explore?"))), "{link}");
    ensure!(link.contains("in.definition=clear") && link.contains("figure=activities"), "{link}");
    let shown = page.text(&format!("{FIGURE} .figure__measure")).await?;
    let other = Browser::open(&Look::wide()).await?;
    other.goto(&link).await?;
    other.wait_for_text(&format!("{FIGURE} .figure__measure"), &shown).await
}

#[tokio::test]
async fn without_the_network_it_is_said_and_later_it_works() -> Result<()> {
    let site = unkept()?;
    let page = Explorer::open(&site, &Look::wide(), fragment!("explore")).await?;
    page.wait_for_charts(".chart__canvas").await?;
    network(&page, true).await?;
    let said = take(&page, FIGURE, "svg").await?;
    ensure!(said.contains("did not arrive") && said.contains("try again"), "{said}");
    ensure!(take(&page, FIGURE, "sentence").await? == "Copied.", "the sentence needs no network");
    network(&page, false).await?;
    let downloads = Downloads::of(&page).await?;
    let said = take(&page, FIGURE, "svg").await?;
    ensure!(said.contains("Saved as tic-2022-activities.svg"), "{said}");
    downloads.bytes("tic-2022-activities.svg").await?;
    // What is there once needs no network any more.
    network(&page, true).await?;
    let said = take(&page, FIGURE, "csv").await?;
    ensure!(said.contains("Saved as tic-2022-activities.csv"), "{said}");
    page.expect_own_requests(&site).await
}

#[tokio::test]
async fn pages_of_other_sites_offer_none_of_it() -> Result<()> {
    let site = Site::built()?;
    let page = Browser::open(&Look::wide()).await?;
    page.goto(&site.address(&format!("embed.html{START}explore?figure=activities"))).await?;
    page.wait_for_charts(".chart__canvas").await?;
    let offered = "return document.querySelectorAll('[data-take]').length;";
    ensure!(page.script(offered, vec![]).await? == 0, "an embed offers it");
    Ok(())
}

/// The page's table of a figure, cell by cell.
async fn table(page: &Browser, figure: &str) -> Result<Vec<Vec<String>>> {
    let script = "const words = cell => { const copy = cell.cloneNode(true); \
             copy.querySelectorAll('.mark').forEach(mark => mark.remove()); \
             return copy.textContent.trim(); }; \
         return [...document.querySelectorAll(arguments[0] + ' tr')] \
             .map(row => [...row.cells].map(words));";
    let rows: Value = page.script(script, vec![json!(figure)]).await?;
    Ok(serde_json::from_value(rows)?)
}

#[tokio::test]
async fn the_rows_of_a_csv_are_those_of_the_pages_table() -> Result<()> {
    let site = Site::built()?;
    let page =
        Explorer::open(&site, &Look::wide(), fragment!("explore?in.definition=partial")).await?;
    let downloads = Downloads::of(&page).await?;
    let shown = table(&page, FIGURE).await?;
    take(&page, FIGURE, "csv").await?;
    let text = downloads.text("tic-2022-activities.csv").await?;
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
    ensure!(lines.len() == shown.len() && shown.len() > 5, "{} of {}", lines.len(), shown.len());
    for (line, row) in lines.iter().zip(&shown).skip(1) {
        for cell in row.iter().take(3) {
            let number = cell.trim_end_matches('%').replace(',', "");
            ensure!(line.contains(&number), "no {cell:?} in {line:?}");
        }
    }
    page.expect_no_complaints(&site).await
}

/// The cells of all sheets of a workbook but its cover, as text.
fn cells(workbook: Vec<u8>) -> Result<Vec<Vec<String>>> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(workbook))?;
    let mut all = Vec::new();
    for (_, sheet) in workbook.worksheets() {
        all.extend(sheet.rows().map(|row| row.iter().map(ToString::to_string).collect()));
    }
    Ok(all)
}

#[tokio::test]
async fn the_rows_of_a_spreadsheet_are_those_of_the_pages_table() -> Result<()> {
    let site = Site::built()?;
    let page =
        Explorer::open(&site, &Look::wide(), fragment!("explore?in.definition=partial")).await?;
    let downloads = Downloads::of(&page).await?;
    let shown = table(&page, FIGURE).await?;
    let said = take(&page, FIGURE, "xlsx").await?;
    let name = said.split_whitespace().nth(2).context("no name is said")?.trim_end_matches(',');
    let rows = cells(downloads.bytes(name).await?)?;
    for row in &shown[1..] {
        let numbers: Vec<String> =
            row[1..3].iter().map(|cell| cell.trim_end_matches('%').replace(',', "")).collect();
        let is_there = |cells: &Vec<String>| {
            cells.contains(&row[0]) && numbers.iter().all(|number| cells.contains(number))
        };
        ensure!(rows.iter().any(is_there), "no {row:?} in {rows:?}");
    }
    page.expect_no_complaints(&site).await
}

#[tokio::test]
async fn a_table_and_a_citation_are_copied_with_what_must_go_along() -> Result<()> {
    let site = Site::built()?;
    let page =
        Explorer::open(&site, &Look::wide(), fragment!("explore?in.definition=clear")).await?;
    page.script(WATCH, vec![]).await?;
    ensure!(take(&page, FIGURE, "table").await? == "Copied.");
    let (plain, html) = (copied(&page, "text/plain").await?, copied(&page, "text/html").await?);
    for text in ["Training for staff", "10", "Illustrative data.", "figure=activities", "receipt="]
    {
        ensure!(plain.contains(text) && html.contains(text), "no {text:?} in {plain}\n{html}");
    }
    ensure!(html.contains("<caption>") && html.contains("scope=\"row\""), "{html}");
    ensure!(take(&page, FIGURE, "citation").await? == "Copied.");
    let cited = copied(&page, "text/plain").await?;
    for text in ["Asmussen", "tic-2022 1.0.0", "receipt=", "Illustrative data."] {
        ensure!(cited.contains(text), "no {text:?} in {cited}");
    }
    page.expect_no_complaints(&site).await
}

#[tokio::test]
async fn what_a_survey_protects_is_taken_away_as_it_is_shown() -> Result<()> {
    let site = Site::over_demonstration()?;
    let page = Explorer::open(&site, &Look::wide(), fragment!("explore")).await?;
    let downloads = Downloads::of(&page).await?;
    let figure = "section.figure:has(take-away)";
    let shown = page.text(&format!("{figure} .figure__headline")).await?;
    let said = take(&page, figure, "svg").await?;
    let name = said.split_whitespace().nth(2).context("no name is said")?.trim_end_matches(',');
    let drawing = downloads.text(name).await?;
    let document = roxmltree::Document::parse(&drawing)?;
    let seen = pictures::seen(&document);
    for text in [shown.as_str(), "Protected"] {
        ensure!(seen.contains(text), "no {text:?} in {seen}");
    }
    page.expect_no_complaints(&site).await
}

#[tokio::test]
async fn labels_that_a_spreadsheet_would_run_are_text_in_every_format() -> Result<()> {
    const LABEL: &str = "=cmd|'/C calc'!A0 <b>&\"";
    let folder = Scratch::new()?;
    let package = folder.path().join("hostile");
    fs::create_dir(&package)?;
    for entry in fs::read_dir(Project::here().root().join("data/tic-2022"))? {
        let entry = entry?;
        fs::copy(entry.path(), package.join(entry.file_name()))?;
    }
    let schema = package.join("answers.schema.json");
    let text = fs::read_to_string(&schema)?;
    let with = text.replace("\"Training for staff\"", &json!(LABEL).to_string());
    ensure!(text != with, "the label is another");
    fs::write(&schema, with)?;

    let site = Site::over(&package)?;
    let page = Explorer::open(&site, &Look::wide(), fragment!("explore")).await?;
    page.script(WATCH, vec![]).await?;
    let downloads = Downloads::of(&page).await?;
    take(&page, FIGURE, "csv").await?;
    let csv = downloads.text("tic-2022-activities.csv").await?;
    let line = csv.lines().find(|line| line.contains("cmd")).context("the label is not there")?;
    ensure!(line.contains("'=cmd") && !line.contains(",=cmd"), "{line}");
    ensure!(!line.contains(",\"=cmd"), "{line}");
    take(&page, FIGURE, "table").await?;
    for kind in ["text/plain", "text/html"] {
        let text = copied(&page, kind).await?;
        ensure!(
            text.contains("'=cmd") && !text.contains("\n=cmd") && !text.contains(">=cmd"),
            "{text}"
        );
    }
    let said = take(&page, FIGURE, "xlsx").await?;
    let name = said.split_whitespace().nth(2).context("no name is said")?.trim_end_matches(',');
    let bytes = downloads.bytes(name).await?;
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes))?;
    let mut found = 0;
    for (sheet, range) in workbook.worksheets() {
        let formulas = workbook.worksheet_formula(&sheet)?;
        ensure!(formulas.is_empty(), "{sheet} has formulas");
        found += range.cells().filter(|(_, _, cell)| **cell == Data::String(LABEL.into())).count();
    }
    ensure!(found > 0, "the label is not in the workbook as it is");
    take(&page, FIGURE, "svg").await?;
    let drawing = downloads.text("tic-2022-activities.svg").await?;
    let document = roxmltree::Document::parse(&drawing)?;
    let is_label = |text: &str| text.split_whitespace().any(|word| word == "=cmd|'/C");
    ensure!(document.descendants().filter_map(|node| node.text()).any(is_label), "{drawing}");
    take(&page, FIGURE, "png").await?;
    downloads.bytes("tic-2022-activities.png").await?;
    page.expect_no_complaints(&site).await
}

#[tokio::test]
async fn the_ways_are_for_everybody() -> Result<()> {
    let site = Site::built()?;
    for (look, name) in [
        (Look::wide(), "wide"),
        (Look::wide().dark(), "dark"),
        (Look::narrow(), "narrow"),
        (Look::narrow().dark(), "narrow-dark"),
    ] {
        for (fragment, figure) in [
            (fragment!("explore"), FIGURE),
            (fragment!("explore?in.definition=clear&vs=others"), FIGURE),
            ("", ".dots"),
        ] {
            let page = Explorer::open(&site, &look, fragment).await?;
            // By keyboard alone: the list of downloads, and the first of them.
            let list = format!("{figure} take-away details:nth-of-type(2)");
            let focus = "document.querySelector(arguments[0]).focus();";
            page.script(focus, vec![json!(format!("{list} summary"))]).await?;
            let enter = char::from(Key::Enter).to_string();
            page.press(&enter).await?;
            page.wait_for(&format!("{list}[open]")).await?;
            page.press(&char::from(Key::Tab).to_string()).await?;
            let downloads = Downloads::of(&page).await?;
            page.press(&enter).await?;
            page.wait_for_text(&format!("{figure} {SAID}"), "Saved as").await?;
            drop(downloads);
            let open =
                "document.querySelectorAll('take-away details').forEach(e => { e.open = true; });";
            page.script(open, vec![]).await?;
            let found = faults(&page).await?;
            ensure!(found.is_empty(), "{name} {fragment}: {}", found.join("\n"));
            if fragment != fragment!("explore") {
                page.picture(&format!("ways-{name}-{}", fragment.len())).await?;
            }
            page.expect_no_complaints(&site).await?;
        }
    }
    Ok(())
}
