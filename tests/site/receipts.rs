//! A link to a figure says later whether the figure is still the same, and a link that is pinned to
//! data shows these or says that they are gone.

use explorer::state::permalink::START;
use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use explorer::state::{Place, Screen};
use explorer::view::{ExploreView, receipt};
use serde_json::Value;
use site_tests::{Browser, Look, Site, file_named};
use survey::Survey;
use survey::bundle::{self, Bundle};

const OF: &str = "[data-question=activities].figure";

/// The site's survey file and what is in it.
fn survey(folder: &Path) -> Result<(PathBuf, Bundle)> {
    let file = file_named(folder, "tic-2022-", ".survey")?;
    let bundle = bundle::decode(&fs::read(&file)?)?;
    Ok((file, bundle))
}

/// The address of a question's figure, as readers take it away from the site.
fn link(bundle: &Bundle, question: &str) -> Result<String> {
    let (survey, header) = (&bundle.survey, &bundle.header);
    let ix = survey.codebook().find(question).context("no such question")?;
    let place = Place { screen: Screen::Explore, ..Place::default() };
    let figure = ExploreView::new(survey, &place).figures[ix.position()].clone();
    Ok(receipt::figure_link(survey, header, &place, &figure))
}

/// Replaces the data of the site by others, in which the two sets of invented answers have changed
/// places: published figures stay, all others change. The earlier file is left.
fn replace_data(folder: &Path) -> Result<()> {
    let (file, bundle) = survey(folder)?;
    let mut parts = bundle.survey.into_parts();
    parts.draws.swap(0, 1);
    parts.about.version = "1.0.1".into();
    let bytes = bundle::encode(&Survey::new(parts)?)?;
    let digits = bundle::read_header(&bytes)?.0.checksum_text()[..16].to_owned();
    let name = format!("tic-2022-{digits}.survey");
    fs::write(folder.join(&name), bytes)?;
    let before = file.file_name().unwrap_or_default().to_string_lossy();
    for page in ["index.html", "embed.html"] {
        let page = folder.join(page);
        let text = fs::read_to_string(&page)?;
        ensure!(text.contains(&*before), "{} does not name the survey", page.display());
        fs::write(page, text.replace(&*before, &name))?;
    }
    Ok(())
}

async fn cells(browser: &Browser) -> Result<Value> {
    let cells =
        "return [...document.querySelectorAll(arguments[0] + ' td')].map(e => e.textContent);";
    browser.script(cells, vec![OF.into()]).await
}

#[tokio::test]
async fn a_link_to_a_figure_says_whether_it_is_still_the_same() -> Result<()> {
    let site = Site::altered(|_| Ok(()))?;
    let (_, then) = survey(site.folder().context("a copy")?)?;
    let browser = Browser::open(&Look::wide()).await?;
    browser.goto(&site.address(&link(&then, "activities")?)).await?;
    browser.wait_for_text(&format!("{OF} .receipt"), "This figure is unchanged").await?;
    browser.expect_accessible().await?;
    let counts = cells(&browser).await?;
    // Whatever is asked next is no longer what the link was made for.
    browser.click("[data-question=definition].facet label").await?;
    browser.wait_until_gone(".receipt").await?;
    ensure!(!browser.current_address().await?.contains("receipt"));

    let later = Site::altered(replace_data)?;
    browser.goto(&later.address(&link(&then, "uses_tic")?)).await?;
    let uses = "[data-question=uses_tic].figure .receipt";
    browser.wait_for_text(uses, "The counts of this figure are still the same").await?;
    browser.goto(&later.address(&link(&then, "activities")?)).await?;
    browser.wait_for_text(&format!("{OF} .receipt"), "This figure has changed").await?;
    ensure!(cells(&browser).await? != counts, "the figure should have changed");
    browser.expect_accessible().await?;

    browser.click_label("Look for the data as they were").await?;
    browser
        .wait_for_text(".notice", "You see an earlier version of the data: tic-2022 1.0.0")
        .await?;
    browser.wait_for_text(&format!("{OF} .receipt"), "This figure is unchanged").await?;
    ensure!(cells(&browser).await? == counts, "these are not the data as they were");
    // The pin stays while the reader looks around.
    browser.click_label("Findings").await?;
    browser.wait_for_text(".notice", "earlier version").await?;
    browser.back().await?;
    browser.wait_for_text(&format!("{OF} .receipt"), "unchanged").await?;
    browser.click_label("See the data of today").await?;
    browser.wait_for_text(&format!("{OF} .receipt"), "This figure has changed").await?;
    ensure!(!browser.current_address().await?.contains("data="));
    Ok(())
}

#[tokio::test]
async fn a_link_to_data_that_are_gone_says_so_and_shows_no_others() -> Result<()> {
    let site = Site::altered(|folder| {
        let (file, _) = survey(folder)?;
        // Other data under a name that is not theirs.
        Ok(fs::copy(file, folder.join("tic-2022-00112233aabbccdd.survey")).map(drop)?)
    })?;
    let browser = Browser::open(&Look::wide()).await?;
    let gone = ["0123456789abcdef", "00112233aabbccdd", "..%2Fsecret", ""];
    for data in gone {
        browser.goto(&site.address(&format!("?data={data}{START}explore"))).await?;
        browser
            .wait_for_text("#failure", "an earlier version of the data, which is not on this site")
            .await?;
        browser.wait_for_text("#failure", "shows the data of today").await?;
        browser.wait_for("#app h1").await?;
    }
    browser.expect_own_requests(&site).await
}
