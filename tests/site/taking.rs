//! A reader takes a figure away: copies and files, each with all that must go along.

mod pictures;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use site_tests::{Browser, Downloads, Look, Site};

use crate::explorer::Explorer;

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
    Ok(requests.iter().filter(|address| address.contains("/takeaway-")).count())
}

#[tokio::test]
async fn nothing_is_loaded_for_it_before_it_is_asked_for() -> Result<()> {
    let site = Site::built()?;
    let page = Explorer::open(&site, &Look::wide(), "#/1/explore").await?;
    page.wait_for_charts(".chart__canvas").await?;
    ensure!(asked_for(&page).await? == 0, "it is loaded with the page");
    page.script(WATCH, vec![]).await?;
    ensure!(take(&page, FIGURE, "link").await? == "Copied.");
    ensure!(asked_for(&page).await? == 2, "{:?}", page.requests().await?);
    ensure!(take(&page, FIGURE, "link").await? == "Copied.");
    ensure!(asked_for(&page).await? == 2, "it is loaded twice");
    page.expect_no_complaints(&site).await
}

#[tokio::test]
async fn the_link_that_is_copied_shows_the_figure_again() -> Result<()> {
    let site = Site::built()?;
    let page = Explorer::open(&site, &Look::wide(), "#/1/explore?in.definition=clear").await?;
    page.script(WATCH, vec![]).await?;
    take(&page, FIGURE, "link").await?;
    let link = copied(&page, "text/plain").await?;
    ensure!(link.starts_with(&site.address("#/1/explore?")), "{link}");
    ensure!(link.contains("in.definition=clear") && link.contains("figure=activities"), "{link}");
    let shown = page.text(&format!("{FIGURE} .figure__sentence")).await?;
    let other = Browser::open(&Look::wide()).await?;
    other.goto(&link).await?;
    other.wait_for_text(&format!("{FIGURE} .figure__sentence"), &shown).await
}

#[tokio::test]
async fn without_the_network_it_is_said_and_later_it_works() -> Result<()> {
    let site = Site::built()?;
    let page = Explorer::open(&site, &Look::wide(), "#/1/explore").await?;
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
    let page = Explorer::open(&site, &Look::wide(), "#/1/explore?in.definition=partial").await?;
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
