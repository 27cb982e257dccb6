//! Whatever stands in an address, the page shows what it can and says once that a part was left out.

use anyhow::{Result, ensure};
use explorer::fragment;
use explorer::state::permalink::START;
use serde_json::json;
use site_tests::{Browser, Look, Site};

use crate::explorer::Explorer;

pub(crate) const NOTICE: &str = "#address-notice";

/// An address, and what is left of it.
struct Case {
    address: String,
    screen: &'static str,
    /// How many are selected, on the screen that says so.
    selected: Option<&'static str>,
    left: &'static str,
}

fn case(
    address: &str,
    screen: &'static str,
    selected: Option<&'static str>,
    left: &'static str,
) -> Case {
    Case { address: address.to_owned(), screen, selected, left }
}

fn cases() -> Vec<Case> {
    const CLEAR: &str = fragment!("explore?in.definition=clear");
    let first = |address: &str| case(address, "Findings", None, fragment!("findings"));
    let clear = |address: &str| case(address, "Explore", Some("10 of 58 teams"), CLEAR);
    let all =
        |address: &str| case(address, "Explore", Some("58 of 58 teams"), fragment!("explore"));
    vec![
        // Screens and versions that are not there.
        first(fragment!("admin")),
        first("#/9/explore?in.definition=clear"),
        first("#/explore"),
        first(fragment!("explore/../about")),
        // Unknown, doubled and contradictory parts.
        clear(fragment!("explore?in.definition=clear&colour=red")),
        clear(fragment!("explore?in.definition=clear,unheard")),
        clear(fragment!("explore?in.definition=clear&in.definition=none")),
        clear(&format!("{START}explore?{}", "in.definition=clear&".repeat(100))),
        all(fragment!("explore?in.definition=all:clear,none")),
        all(fragment!("explore?in=Nobody")),
        all(fragment!("explore?by=activities")),
        case(fragment!("about?draw=z"), "About", None, fragment!("about")),
        // Broken, hostile and oversized.
        all(fragment!("explore?in=%FF%FE")),
        all(fragment!("explore?in=%")),
        clear(fragment!("explore?in.definition=clear&%00=%00")),
        all(fragment!("explore?in.constructor=clear&__proto__=1")),
        all(fragment!("explore?draw=<script>window.hostile=1</script>")),
        clear(fragment!("explore?in.definition=clear&by=<img src=x onerror=window.hostile=1>")),
        all(fragment!("explore?figure=\"><svg/onload=window.hostile=1>")),
        first(fragment!("javascript:window.hostile=1")),
        first(&format!("{START}explore?in.definition=clear&x={}", "a".repeat(9_000))),
    ]
}

async fn wait_for_title(page: &Explorer, screen: &str) -> Result<()> {
    let is_open = "document.title.startsWith(arguments[0] + ' – ')";
    page.wait_for_script(is_open, &[json!(screen)]).await.map(drop)
}

/// The page shows what is left of an address, with the sentence once.
async fn expect_rest(page: &Explorer, case: &Case) -> Result<()> {
    let Case { address, screen, selected, left } = case;
    page.wait_for_address(left).await?;
    page.wait_for_text(NOTICE, "Part of this link could not be used").await?;
    let notices = page.texts(NOTICE).await?.len();
    ensure!(notices == 1, "{notices} notices of {address}");
    wait_for_title(page, screen).await?;
    if let Some(selected) = selected {
        ensure!(page.text("#selected").await? == *selected, "{address} selects others");
    }
    let ran = page.script("return window.hostile !== undefined;", vec![]).await?;
    ensure!(ran == false, "a script in {address} ran");
    Ok(())
}

#[tokio::test]
async fn what_an_address_cannot_mean_is_left_out_and_the_rest_kept() -> Result<()> {
    let site = Site::built()?;
    let page = Explorer::open(&site, &Look::wide(), fragment!("explore")).await?;
    ensure!(page.texts(NOTICE).await?.is_empty(), "an address that is right is doubted");
    for case in cases() {
        // As typed into the address bar of the open page.
        let go = "location.hash = arguments[0];";
        page.script(go, vec![json!(case.address)]).await?;
        expect_rest(&page, &case).await?;
        page.click_label("Hide this message").await?;
        page.wait_until_gone(NOTICE).await?;
        page.wait_for_address(case.left).await?;
    }
    page.expect_no_complaints(&site).await
}

#[tokio::test]
async fn a_page_opened_at_a_broken_address_starts_all_the_same() -> Result<()> {
    let site = Site::built()?;
    // One of each kind: an unknown screen, an unknown part, a script, and far too much.
    let picked = [0, 4, 16, 20];
    let cases = cases();
    for case in picked.map(|position| &cases[position]) {
        let page = Explorer::open(&site, &Look::narrow(), &case.address).await?;
        expect_rest(&page, case).await?;
        page.expect_accessible().await?;
        // What is left stands in the address, so that it is not doubted again.
        page.reload().await?;
        page.wait_for_app().await?;
        wait_for_title(&page, case.screen).await?;
        page.wait_for_address(case.left).await?;
        ensure!(page.texts(NOTICE).await?.is_empty(), "{} is doubted", case.left);
        page.expect_no_complaints(&site).await?;
    }
    Ok(())
}

/// Presses the button for dark colours, from light ones, and sees the page change.
async fn turn_dark(page: &Explorer) -> Result<()> {
    let ground = "getComputedStyle(document.body).backgroundColor";
    let light = page.wait_for_script(ground, &[]).await?;
    page.click_label("Dark colours").await?;
    page.wait_for_script(&format!("{ground} !== arguments[0]"), &[light]).await?;
    page.wait_for_text(".header__theme", "Light colours").await
}

#[tokio::test]
async fn a_choice_of_colours_is_kept() -> Result<()> {
    let site = Site::built()?;
    let page = Explorer::open(&site, &Look::wide(), "").await?;
    turn_dark(&page).await?;
    page.reload().await?;
    page.wait_for_app().await?;
    page.wait_for_text(".header__theme", "Light colours").await?;
    page.expect_no_complaints(&site).await
}

#[tokio::test]
async fn everything_works_with_storage_turned_off() -> Result<()> {
    let site = Site::built()?;
    let browser = Browser::open(&Look::wide()).await?;
    // What a browser does that keeps nothing.
    let refuse = "for (const store of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) { \
         Object.defineProperty(window, store, \
             { get() { throw new DOMException('refused', 'SecurityError'); } }); }";
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": refuse })).await?;
    let page = Explorer::open_in(browser, &site, fragment!("explore")).await?;
    let refused = "(() => { try { localStorage; } catch { return true; } })()";
    page.wait_for_script(refused, &[]).await?;
    turn_dark(&page).await?;
    page.tick("definition", "Clear and agreed").await?;
    page.wait_for_address(fragment!("explore?in.definition=clear")).await?;
    ensure!(page.text("#selected").await? == "10 of 58 teams");
    page.reload().await?;
    page.wait_for_app().await?;
    page.wait_for_text("#selected", "10 of 58 teams").await?;
    page.wait_for_text(".header__theme", "Dark colours").await?;
    page.expect_no_complaints(&site).await
}
