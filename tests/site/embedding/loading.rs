//! When an embed loads, what it loads, and what is shown without.

use anyhow::{Result, ensure};
use explorer::state::permalink::START;
use serde_json::json;
use site_tests::{Browser, Hosts, Look, Site};

use super::{FRAME, Host};

fn count(asked: &[String], part: &str) -> usize {
    asked.iter().filter(|path| path.contains(part)).count()
}

#[tokio::test]
async fn three_embeds_fetch_the_program_once() -> Result<()> {
    let host = Host::open(&Look::wide(), "three.html").await?;
    host.wait_until_ready(3).await?;
    // Charts come after what is ready without them.
    host.enter_frame(FRAME).await?;
    host.wait_for_charts(".chart__canvas").await?;
    host.leave_frame().await?;
    host.picture("host-three").await?;
    let asked = host.site.asked();
    ensure!(count(&asked, "embed.html") == 3, "{asked:#?}");
    for part in [".wasm", ".survey", "/part-explore_", "/charts-", "styles-", "embed.js"] {
        ensure!(count(&asked, part) > 0, "{part} was not fetched: {asked:#?}");
    }
    for file in asked.iter().filter(|file| !file.contains("embed.html")) {
        ensure!(count(&asked, file) == 1, "{file} was fetched more than once: {asked:#?}");
    }
    host.expect_peace().await
}

#[tokio::test]
async fn nothing_is_asked_for_before_an_embed_is_near() -> Result<()> {
    let host = Host::open(&Look::wide(), "far.html").await?;
    host.wait_for_script("customElements.get('findings-explorer')", &[]).await?;
    // Two frames later an observer would have said so.
    let settled = "const done = arguments[0]; \
         requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));";
    host.async_script(settled, vec![]).await?;
    ensure!(host.site.asked() == ["/embed.js"], "{:?}", host.site.asked());
    // 400 pixels below the window it is near, and still out of sight.
    let near = "const top = document.querySelector('findings-explorer') \
         .getBoundingClientRect().top; scrollTo(0, top + scrollY - innerHeight - 350);";
    host.script(near, vec![]).await?;
    host.wait_until_ready(1).await?;
    let top = "return document.querySelector('findings-explorer').getBoundingClientRect().top \
         > innerHeight;";
    ensure!(host.script(top, vec![]).await? == true, "it is in sight");
    // It has the height that it keeps when it is seen, charts and all.
    let height = "return document.querySelector('findings-explorer').offsetHeight;";
    let before = host.script(height, vec![]).await?;
    host.script("document.querySelector('findings-explorer').scrollIntoView();", vec![]).await?;
    host.enter_frame(FRAME).await?;
    host.wait_for_charts(".chart__canvas").await?;
    host.leave_frame().await?;
    host.wait_until_fitting().await?;
    let after = host.script(height, vec![]).await?;
    ensure!(before == after, "{before} pixels out of sight, {after} in sight");
    host.expect_peace().await
}

#[tokio::test]
async fn what_stands_in_the_element_stays_without_scripts() -> Result<()> {
    let site = Site::built()?;
    let hosts = Hosts::of(&site, "")?;
    let browser = Browser::open(&Look::wide().without_scripts()).await?;
    browser.goto(&hosts.address("plain.html")).await?;
    browser.wait_for("#fallback").await?;
    ensure!(site.asked().is_empty(), "{:?}", site.asked());
    Ok(())
}

#[tokio::test]
async fn what_stands_in_the_element_stays_where_the_explorer_cannot_be_had() -> Result<()> {
    // A site without a frame's page, one without a program, and an address that is none.
    let cases: [(&str, Option<&str>); 3] =
        [("embed.html", None), (".wasm", None), ("", Some("javascript:alert(1)//"))];
    for (missing, src) in cases {
        let site = Site::altered(|folder| {
            for entry in std::fs::read_dir(folder)? {
                let path = entry?.path();
                if !missing.is_empty() && path.to_string_lossy().ends_with(missing) {
                    std::fs::remove_file(path)?;
                }
            }
            Ok(())
        })?;
        let hosts = Hosts::of(&site, "")?;
        let browser = Browser::open(&Look::wide()).await?;
        browser.goto(&hosts.address("plain.html")).await?;
        browser.wait_for("#fallback").await?;
        if let Some(src) = src {
            let set = "document.querySelector('findings-explorer').setAttribute('src', arguments[0]); \
                 window.heard = [];";
            browser.script(set, vec![json!(src)]).await?;
            browser.wait_for_script(&format!("!{FRAME}"), &[]).await?;
        } else {
            browser.enter_frame(FRAME).await?;
            browser.wait_for_script("document.readyState === 'complete'", &[]).await?;
            if missing == ".wasm" {
                browser.wait_for_text("#failure", "“Open in full” leads to the findings").await?;
            }
            browser.leave_frame().await?;
        }
        browser.wait_for("#fallback").await?;
        let heard = browser.script("return window.heard;", vec![]).await?;
        ensure!(heard == json!([]), "{heard}");
    }
    Ok(())
}

#[tokio::test]
async fn a_plain_frame_shows_a_figure_with_its_banner() -> Result<()> {
    let site = Site::built()?;
    let hosts = Hosts::of(&site, "")?;
    let browser = Browser::open(&Look::wide().dark()).await?;
    browser.goto(&hosts.address("frame.html")).await?;
    browser.picture("host-frame").await?;
    browser.enter_frame("document.getElementById('frame')").await?;
    browser.wait_for_app().await?;
    browser.wait_for_text(".banner", "All other numbers are invented").await?;
    browser.wait_for_charts(".chart__canvas").await?;
    for furniture in [".header", ".footer", ".skip-link"] {
        ensure!(browser.texts(furniture).await?.is_empty(), "{furniture} in an embed");
    }
    let link = browser.attribute("#in-full", "href").await?;
    ensure!(link == Some(format!("./{START}explore?figure=definition")), "{link:?}");
    // As the address asks, whatever the reader's system does.
    let ground = "return getComputedStyle(document.body).backgroundColor;";
    ensure!(browser.script(ground, vec![]).await? == "rgb(255, 255, 255)");
    browser.expect_accessible().await
}

#[tokio::test]
async fn a_frame_without_scripts_says_what_it_is() -> Result<()> {
    let site = Site::built()?;
    let browser = Browser::open(&Look::narrow().without_scripts()).await?;
    browser.goto(&site.address("embed.html")).await?;
    browser.wait_for("#in-full").await?;
    browser.wait_for(".banner").await?;
    let notice = browser.text("noscript").await?;
    ensure!(notice.contains("“Open in full” leads to the findings as text"), "{notice:?}");
    browser.picture("embed-without-scripts").await
}
