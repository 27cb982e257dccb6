//! What links to the page show elsewhere, where the build is told its address.

use std::fs;

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use site::Address;
use site_tests::{Browser, Look, Site};
use xtask::{project::Project, survey_site::SurveySite};

const ADDRESS: &str = "https://findings.example/tic/";

/// The site as it is built for [`ADDRESS`].
fn addressed() -> Result<Site> {
    Site::altered(|folder| {
        let project = Project::here();
        let (package, survey) = ("data/tic-2022", "tic-2022.survey");
        let (package, survey) = (project.root().join(package), project.generated().join(survey));
        let site = SurveySite {
            survey: &survey,
            package: Some(&package),
            address: Some(Address::parse(ADDRESS)?),
            keeps_offline: true,
        };
        site.write(&project, folder).map(drop)
    })
}

#[tokio::test]
async fn the_page_names_its_picture_and_its_embed_and_asks_for_neither() -> Result<()> {
    let site = addressed()?;
    let browser = Browser::open(&Look::wide()).await?;
    browser.goto(&site.address("")).await?;
    browser.wait_for_app().await?;
    let head = "return ['og:title', 'og:description', 'og:url', 'og:image'] \
           .map((name) => document.querySelector(`meta[property='${name}']`).content) \
         .concat(['canonical', 'alternate'] \
           .map((rel) => document.querySelector(`link[rel=${rel}]`).getAttribute('href')));";
    let said: Vec<String> = serde_json::from_value(browser.script(head, vec![]).await?)?;
    ensure!(said[0].starts_with("Trauma-informed care"), "{said:?}");
    ensure!(said[1].contains("invented answers"), "the preview does not say so: {said:?}");
    let expected = ["", "social.png", "", "oembed.json"].map(|file| format!("{ADDRESS}{file}"));
    ensure!(said[2..] == expected, "{said:?}");
    browser.expect_no_complaints(&site).await
}

#[tokio::test]
async fn the_embed_that_others_are_offered_is_a_sandboxed_frame() -> Result<()> {
    let site = addressed()?;
    let file = site.folder().context("a copy")?.join("oembed.json");
    let said: Value = serde_json::from_str(&fs::read_to_string(file)?)?;
    ensure!(said["version"] == "1.0" && said["type"] == "rich", "{said}");
    ensure!(said["width"].is_u64() && said["height"].is_u64(), "{said}");
    let frame = said["html"].as_str().context("it has no html")?;
    ensure!(frame.starts_with(&format!("<iframe src=\"{ADDRESS}embed.html#")), "{frame}");
    ensure!(frame.contains("sandbox=\"") && frame.ends_with("</iframe>"), "{frame}");
    ensure!(said["thumbnail_url"] == format!("{ADDRESS}social.png"), "{said}");
    Ok(())
}

#[tokio::test]
async fn the_picture_has_the_size_that_is_said_and_is_always_the_same() -> Result<()> {
    let pictures = [addressed()?, addressed()?].map(|site| {
        let folder = site.folder().context("a copy")?;
        let worker = fs::read_to_string(folder.join("sw.js"))?;
        ensure!(!worker.contains("social.png"), "readers keep a picture that no page shows");
        Ok(fs::read(folder.join("social.png"))?)
    });
    let [first, second] = pictures;
    let (first, second) = (first?, second?);
    ensure!(first == second, "the same page has two pictures");
    let side =
        |at: usize| first[at..at + 4].iter().fold(0, |sum, &byte| 256 * sum + u32::from(byte));
    ensure!(first.starts_with(b"\x89PNG") && (side(16), side(20)) == (1200, 630));
    Ok(())
}

#[tokio::test]
async fn without_an_address_nothing_that_needs_one_is_said() -> Result<()> {
    let page = fs::read_to_string(Project::here().dist().join("index.html"))?;
    ensure!(page.contains("property=\"og:title\""));
    for absent in ["og:url", "og:image", "canonical", "oembed"] {
        ensure!(!page.contains(absent), "{absent}");
    }
    Ok(())
}
