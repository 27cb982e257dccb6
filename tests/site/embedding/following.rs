//! Height, colours and choices pass between a page and its embeds; nothing on the page moves.

use anyhow::{Result, ensure};
use explorer::state::permalink::START;
use serde_json::json;
use site_tests::{Hosts, Look};

use super::{FRAME, Host};

/// Heights in CSS pixels at some widths of the element, as an embed's line has them.
async fn measured(page: &str, widths: &[u32]) -> Result<String> {
    let host = Host::open(&Look::wide(), page).await?;
    host.wait_until_ready(1).await?;
    let mut heights = Vec::new();
    for width in widths {
        host.resize(*width, 900).await?;
        host.wait_for_script("innerWidth === arguments[0]", &[json!(width)]).await?;
        host.wait_until_fitting().await?;
        let size = host
            .script(
                "const { width, height } = document.querySelector('findings-explorer') \
                     .getBoundingClientRect(); return `${Math.round(width)}:${height}`;",
                vec![],
            )
            .await?;
        heights.push(size.as_str().unwrap_or_default().to_owned());
    }
    Ok(heights.join(" "))
}

#[tokio::test]
async fn the_frame_is_as_high_as_what_it_shows() -> Result<()> {
    for (page, name) in [
        ("plain.html", "host-plain"),
        ("wordpress.html", "host-wordpress"),
        ("strict.html", "host-strict"),
        ("dark.html", "host-dark"),
    ] {
        let host = Host::open(&Look::wide(), page).await?;
        host.wait_until_ready(1).await?;
        for width in [1280, 768, 320] {
            host.resize(width, 900).await?;
            host.wait_for_script("innerWidth === arguments[0]", &[json!(width)]).await?;
            host.wait_until_fitting().await?;
            host.picture(&format!("{name}-{width}")).await?;
        }
        let wide = "document.scrollingElement.scrollWidth > 320 \
             && ![...document.styleSheets].some(sheet => sheet.href.endsWith('theme.css'))";
        ensure!(host.script(&format!("return {wide};"), vec![]).await? == false, "{page} is wide");
        // A table opens, and the frame grows with it.
        host.enter_frame(FRAME).await?;
        host.click(".figure .details > summary").await?;
        host.leave_frame().await?;
        host.wait_until_fitting().await?;
        host.enter_frame(FRAME).await?;
        host.expect_accessible().await?;
        host.leave_frame().await?;
        host.expect_peace().await?;
    }
    Ok(())
}

#[tokio::test]
async fn nothing_on_the_page_moves_while_an_embed_loads() -> Result<()> {
    let heights = measured("plain.html", &[320, 400, 500, 640, 720, 1280]).await?;
    for look in [Look::wide(), Look::narrow(), Look::narrow().dark()] {
        let host = Host::open_with(&look, "plain.html", &heights).await?;
        host.wait_until_ready(1).await?;
        host.enter_frame(FRAME).await?;
        host.wait_for_charts(".chart__canvas").await?;
        let (within, sources) = host.layout_shift().await?;
        ensure!(within <= 0.02, "the frame shifts by {within}: {sources}");
        host.leave_frame().await?;
        host.wait_until_fitting().await?;
        let (shift, sources) = host.layout_shift().await?;
        ensure!(shift <= 0.02, "the page shifts by {shift} with {heights}: {sources}");
    }
    Ok(())
}

#[tokio::test]
async fn a_host_hears_what_the_reader_chose_and_what_it_chose_itself_is_shown() -> Result<()> {
    let host = Host::open(&Look::wide(), "wordpress.html").await?;
    host.wait_until_ready(1).await?;
    let ready = host.heard("findings-ready").await?;
    ensure!(
        ready[0]["view"] == "explore" && ready[0]["filter"] == "by=authority_type",
        "{ready:?}"
    );
    host.enter_frame(FRAME).await?;
    host.click("label[for^='pick-'], .facet label").await?;
    host.leave_frame().await?;
    host.wait_for_script("window.heard.some(({ name }) => name === 'findings-change')", &[])
        .await?;
    let change = host.heard("findings-change").await?.pop().unwrap_or_default();
    let filter = change["filter"].as_str().unwrap_or_default().to_owned();
    ensure!(filter.starts_with("in."), "{change}");
    let link = format!("{}{START}explore?{filter}", host.site.address(""));
    ensure!(change["link"] == json!(link), "{change}");

    // The host's own attributes: shown without the program being loaded again.
    let loads =
        |asked: Vec<String>| asked.iter().filter(|path| path.contains("embed.html")).count();
    let before = loads(host.site.asked());
    let set = "const embed = document.querySelector('findings-explorer'); \
         for (const [name, value] of Object.entries(arguments[0])) embed.setAttribute(name, value);";
    let attributes = json!({ "figure": "definition", "filter": "in.authority_type=county" });
    host.script(set, vec![attributes]).await?;
    host.wait_for_framed_text(".embed-selection", "9 of 58 teams").await?;
    ensure!(host.framed_texts("[data-question]").await?.len() == 1, "more than one figure");
    host.script(set, vec![json!({ "view": "about", "figure": "", "filter": "" })]).await?;
    host.wait_for_framed_text("h1", "About the data").await?;
    host.wait_until_fitting().await?;
    ensure!(loads(host.site.asked()) == before, "the frame was loaded again");
    let shown = "window.heard.at(-1).view === 'about'";
    host.wait_for_script(shown, &[]).await?;
    host.expect_peace().await
}

#[tokio::test]
async fn answers_of_the_readers_own_are_told_to_no_host() -> Result<()> {
    let host = Host::open(&Look::wide(), "wordpress.html").await?;
    host.wait_until_ready(1).await?;
    let set = "document.querySelector('findings-explorer').setAttribute('view', 'compare');";
    host.script(set, vec![]).await?;
    host.wait_for_framed_text("h1", "Where do you stand?").await?;
    // While its part of the program was on its way, the screen before was shown, and could be told.
    let listen =
        "window.messages = []; addEventListener('message', event => messages.push(event.data));";
    host.script(listen, vec![]).await?;
    host.enter_frame(FRAME).await?;
    host.click("label[for='own-uses_tic-yes'], #own-uses_tic + label, .question label").await?;
    host.wait_for_text(".compare__progress", "1").await?;
    host.leave_frame().await?;
    host.wait_until_fitting().await?;
    let told = host.script("return messages;", vec![]).await?;
    let keys: Vec<_> = told.as_array().into_iter().flatten().collect();
    ensure!(!keys.is_empty(), "the host hears of the height");
    for message in keys {
        let is_height = message["type"] == "height";
        let is_bare = message["type"] == "change"
            && message["filter"] == ""
            && message["figure"] == ""
            && message["link"] == json!(format!("{}{START}compare", host.site.address("")));
        ensure!(is_height || is_bare, "the host was told {message}");
    }
    host.expect_peace().await
}

#[tokio::test]
async fn colours_follow_the_host() -> Result<()> {
    let host = Host::open(&Look::wide(), "dark.html").await?;
    host.wait_until_ready(1).await?;
    let ground = "getComputedStyle(document.body).backgroundColor === arguments[0]";
    let (light, dark) = ("rgb(255, 255, 255)", "rgb(16, 24, 31)");
    let set = "document.querySelector('findings-explorer').setAttribute('theme', arguments[0]);";
    // The last is what the reader's system asks.
    for (theme, colour) in [("dark", dark), ("light", light), ("dark", dark), ("auto", light)] {
        host.script(set, vec![json!(theme)]).await?;
        host.enter_frame(FRAME).await?;
        host.wait_for_script(ground, &[json!(colour)]).await?;
        let stored = host.script("return localStorage.length;", vec![]).await?;
        ensure!(stored == 0, "an embed remembers colours");
        host.leave_frame().await?;
    }
    host.expect_peace().await
}

#[tokio::test]
async fn an_embed_taken_out_and_put_back_starts_again() -> Result<()> {
    let host = Host::open(&Look::wide(), "dark.html").await?;
    host.wait_until_ready(1).await?;
    let again = "const embed = document.querySelector('findings-explorer'); embed.remove(); \
         document.querySelector('main').append(embed);";
    host.script(again, vec![]).await?;
    host.wait_until_ready(2).await?;
    host.wait_until_fitting().await?;
    let frames = host
        .script(
            "return document.querySelector('findings-explorer').shadowRoot \
                 .querySelectorAll('iframe').length;",
            vec![],
        )
        .await?;
    ensure!(frames == 1, "{frames} frames");
    let _ = Hosts::of(&host.site, "")?;
    host.expect_peace().await
}
