//! The site without a network, and from one version to the next.

use explorer::fragment;
use explorer::state::permalink::START;
use std::{fs, path::Path};

use anyhow::{Context, Result, ensure};
use serde_json::json;
use site::worker;
use site_tests::{Browser, Look, Site, file_named};
use xtask::project::Project;

use crate::program_parts::screens;

const CHARTS: &str = ".chart__canvas";
const NEW_VERSION: &str = "A new version of this page is ready.";

/// A browser that keeps the site at `address`, and shows its page from what it keeps.
pub(crate) async fn keeping(look: &Look, address: &str) -> Result<Browser> {
    let browser = Browser::open(look).await?;
    browser.goto(address).await?;
    browser.wait_for_app().await?;
    let kept = "const done = arguments[0]; navigator.serviceWorker.ready.then(({ active }) => { \
         const look = () => active.state === 'activated' && done(true); \
         active.addEventListener('statechange', look); look(); });";
    browser.async_script(kept, vec![]).await?;
    browser.reload().await?;
    browser.wait_for_app().await?;
    browser.wait_for_script("navigator.serviceWorker.controller !== null", &[]).await?;
    Ok(browser)
}

/// Has the browser look for a new version, and returns what became of it.
async fn update(browser: &Browser) -> Result<String> {
    let script = "const done = arguments[0]; navigator.serviceWorker.getRegistration() \
         .then((registration) => registration.update()).then(({ installing, waiting }) => { \
           const found = installing ?? waiting; \
           const look = () => found.state !== 'installing' && done(found.state); \
           found.addEventListener('statechange', look); look(); }) \
         .catch((error) => done(String(error)));";
    let state = browser.async_script(script, vec![]).await?;
    Ok(state.as_str().unwrap_or_default().to_owned())
}

/// Makes the site in `folder` another version: its page has a mark, and its charts a new name.
fn renew(folder: &Path) -> Result<()> {
    let charts = file_named(folder, "charts-", ".js")?;
    let old = charts.file_name().context("a name")?.to_string_lossy().into_owned();
    let new = "charts-bbbbbbbbbbbbbbbb.js";
    fs::rename(&charts, folder.join(new))?;
    for page in ["index.html", "embed.html"] {
        let file = folder.join(page);
        let text = fs::read_to_string(&file)?.replace(&old, new);
        fs::write(file, text.replacen("<title>", "<meta name=\"renewed\"><title>", 1))?;
    }
    Ok(worker::write(&Project::here().program(), folder, true)?)
}

/// Which version the page is of, after its charts have been drawn.
async fn is_renewed(browser: &Browser) -> Result<bool> {
    browser.wait_for_app().await?;
    browser.wait_for_charts(CHARTS).await?;
    let script = "const page = document.querySelector('meta[name=renewed]') !== null; \
         const charts = performance.getEntriesByType('resource') \
           .filter(({ name }) => name.includes('/charts-')) \
           .map(({ name }) => name.includes('bbbb')); \
         return [page, charts];";
    let found = browser.script(script, vec![]).await?;
    ensure!(found[1] == json!([found[0]]), "page and charts are of different versions: {found}");
    Ok(found[0] == true)
}

async fn caches(browser: &Browser) -> Result<Vec<String>> {
    let script = "const done = arguments[0]; caches.keys().then(done);";
    Ok(serde_json::from_value(browser.async_script(script, vec![]).await?)?)
}

/// The addresses of all that the browser's caches hold.
pub(crate) async fn kept(browser: &Browser) -> Result<Vec<String>> {
    let script = "const done = arguments[0]; (async () => { \
         const all = []; \
         for (const name of await caches.keys()) { \
           for (const { url } of await (await caches.open(name)).keys()) { all.push(url); } } \
         done(all); })();";
    Ok(serde_json::from_value(browser.async_script(script, vec![]).await?)?)
}

#[tokio::test]
async fn every_screen_works_once_nobody_answers() -> Result<()> {
    let mut site = Site::built_below("/some/folder/")?;
    let browser = keeping(&Look::wide(), &site.address("")).await?;
    // It comes with a script that is loaded once the browser has time.
    browser.wait_for_script("document.getElementById('update') !== null", &[]).await?;
    ensure!(browser.texts("#update").await? == [""], "there is nothing to say of a first version");
    site.stop();
    browser.reload().await?;
    browser.wait_for_app().await?;
    for (screen, own) in screens() {
        browser.goto(&site.address(&format!("?theme=light{START}{screen}"))).await?;
        browser.wait_for_app().await?;
        browser.wait_for(own).await?;
        browser.wait_for(&format!("a[href='{START}{screen}'][aria-current='page']")).await?;
    }
    browser.goto(&site.address(fragment!("explore?in.definition=clear"))).await?;
    browser.wait_for_text("main", "10 of 58").await?;
    browser.wait_for_charts(CHARTS).await?;
    browser.click_label("Clear all").await?;
    browser.wait_for_script(&format!("location.hash === '{START}explore'"), &[]).await?;
    browser.goto(&site.address(&format!("embed.html{START}explore"))).await?;
    browser.wait_for_charts(CHARTS).await?;
    // Nothing that the list forgot: each part that the page can load is kept.
    let script = "const done = arguments[0]; const { findings } = window; \
         Promise.all(Object.keys(findings).filter((name) => name.startsWith('import')) \
           .map((name) => findings[name]())).then((all) => done(all.length), (e) => done(String(e)));";
    let parts = browser.async_script(script, vec![]).await?;
    ensure!(parts.as_u64().is_some_and(|count| count > 0), "{parts}");
    Ok(())
}

#[tokio::test]
async fn neither_the_package_nor_earlier_data_are_kept() -> Result<()> {
    const EARLIER: &str = "tic-2022-0011223344556677.survey";
    let mut site = Site::altered(|folder| {
        fs::copy(file_named(folder, "", ".survey")?, folder.join(EARLIER))?;
        Ok(worker::write(&Project::here().program(), folder, true)?)
    })?;
    let browser = keeping(&Look::wide(), &site.address("")).await?;
    let fetched = "const [names, done] = arguments; \
         Promise.all(names.map((name) => fetch(name, { cache: 'no-store' }) \
           .then(({ ok }) => ok, () => false))).then(done);";
    let names = vec![json!(["package.zip", EARLIER])];
    // Readers who ask get both, from the network and into no cache.
    ensure!(browser.async_script(fetched, names.clone()).await? == json!([true, true]));
    let kept = kept(&browser).await?;
    let is_kept = |part: &str| kept.iter().any(|address| address.contains(part));
    ensure!(is_kept(".survey") && is_kept("index.html"), "{kept:?}");
    ensure!(!is_kept("package") && !is_kept(EARLIER), "{kept:?}");
    site.stop();
    ensure!(browser.async_script(fetched, names).await? == json!([false, false]));
    Ok(())
}

#[tokio::test]
async fn a_new_version_waits_until_it_is_asked_for() -> Result<()> {
    let site = Site::altered(|_| Ok(()))?;
    let address = site.address(fragment!("explore"));
    let browser = keeping(&Look::narrow(), &address).await?;
    ensure!(!is_renewed(&browser).await?);
    renew(site.folder().context("a copy")?)?;
    ensure!(update(&browser).await? == "installed");
    browser.wait_for_text("#update", NEW_VERSION).await?;
    browser.expect_accessible().await?;
    browser.picture("offline-update").await?;
    // Loaded again, and in a second tab, it is what it was: nobody was asked.
    browser.reload().await?;
    ensure!(!is_renewed(&browser).await?, "a reload changed the version");
    browser.wait_for_text("#update", NEW_VERSION).await?;
    browser.open_tab(&address).await?;
    ensure!(!is_renewed(&browser).await?, "a second tab has another version");
    browser.click_label("Use it now").await?;
    browser.wait_for_text("#update", "open in another tab").await?;
    browser.close_tab().await?;
    browser.click_label("Use it now").await?;
    browser.wait_for_script("document.querySelector('meta[name=renewed]')", &[]).await?;
    ensure!(is_renewed(&browser).await?);
    ensure!(caches(&browser).await?.len() == 1, "the version before is still kept");
    browser.expect_no_complaints(&site).await
}

#[tokio::test]
async fn a_new_version_does_not_forget_what_is_not_saved() -> Result<()> {
    let site = Site::altered(|_| Ok(()))?;
    let browser = keeping(&Look::wide(), &site.address(fragment!("compare"))).await?;
    browser.click_label("County").await?;
    renew(site.folder().context("a copy")?)?;
    ensure!(update(&browser).await? == "installed");
    browser.click_label("Use it now").await?;
    browser.wait_for_text("#update", "would forget your answers").await?;
    let renewed = "return document.querySelector('meta[name=renewed]') !== null";
    ensure!(browser.script(renewed, vec![]).await? == false);
    Ok(())
}

#[tokio::test]
async fn a_version_that_is_half_deployed_is_left_alone() -> Result<()> {
    let site = Site::altered(|_| Ok(()))?;
    let folder = site.folder().context("a copy")?;
    let browser = keeping(&Look::wide(), &site.address(fragment!("explore"))).await?;
    renew(folder)?;
    let charts = file_named(folder, "charts-", ".js")?;
    let whole = fs::read(&charts)?;
    fs::write(&charts, &whole[..whole.len() / 2])?;
    ensure!(update(&browser).await? == "redundant");
    browser.reload().await?;
    ensure!(!is_renewed(&browser).await?);
    ensure!(browser.texts("#update").await? == [""]);
    ensure!(caches(&browser).await?.len() == 1, "half a version is kept");
    // Once the rest is there, so is the version.
    fs::write(&charts, whole)?;
    ensure!(update(&browser).await? == "installed");
    browser.wait_for_text("#update", NEW_VERSION).await
}

#[tokio::test]
async fn a_host_can_turn_it_off_and_others_on_it_keep_theirs() -> Result<()> {
    let site = Site::twice()?;
    let folder = site.folder().context("a copy")?.join("a");
    let browser = keeping(&Look::wide(), &site.address("b/")).await?;
    let of_b = caches(&browser).await?;
    browser.open_tab(&site.address("a/")).await?;
    browser.wait_for_app().await?;
    let two = "const [done] = arguments; navigator.serviceWorker.ready.then(() => done(true));";
    browser.async_script(two, vec![]).await?;
    ensure!(caches(&browser).await?.len() == 2 && of_b.len() == 1);
    worker::write(&Project::here().program(), &folder, false)?;
    let page = fs::read_to_string(folder.join("index.html"))?;
    fs::write(folder.join("index.html"), page.replace("findings-offline", "was-offline"))?;
    let off = "const done = arguments[0]; navigator.serviceWorker.getRegistration() \
         .then((registration) => registration.update()).then(() => done(true));";
    browser.async_script(off, vec![]).await?;
    let gone = "const done = arguments[0]; (async () => { \
         while (await navigator.serviceWorker.getRegistration()) { \
           await new Promise((soon) => setTimeout(soon, 40)); } \
         done(true); })();";
    browser.async_script(gone, vec![]).await?;
    ensure!(caches(&browser).await? == of_b, "{:?}", caches(&browser).await?);
    browser.reload().await?;
    browser.wait_for_app().await?;
    ensure!(browser.texts("#update").await?.is_empty(), "the page still looks for versions");
    Ok(())
}

#[tokio::test]
async fn an_embed_keeps_nothing() -> Result<()> {
    let site = Site::built()?;
    let browser = Browser::open(&Look::wide()).await?;
    browser.goto(&site.address(&format!("embed.html{START}explore"))).await?;
    browser.wait_for_charts(CHARTS).await?;
    let offered = "return document.querySelector('meta[name=findings-offline]') !== null";
    ensure!(browser.script(offered, vec![]).await? == false);
    ensure!(caches(&browser).await?.is_empty());
    Ok(())
}
