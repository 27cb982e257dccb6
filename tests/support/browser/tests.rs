//! Nothing of one test is seen by the next in the same Chromium.

use std::fs;

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use xtask::server::Server;

use crate::{Browser, Downloads, Look, Scratch, chromium::Chromium};

/// Leaves something wherever a page can.
const LEAVE: &str = "const done = arguments[0]; (async () => { \
     localStorage.left = 'local'; sessionStorage.left = 'session'; document.cookie = 'left=cookie'; \
     await (await caches.open('left')).put('left', new Response('cache')); \
     await new Promise((then, fail) => { \
         Object.assign(indexedDB.open('left'), { onsuccess: then, onerror: fail }); }); \
     await (await navigator.storage.getDirectory()).getFileHandle('left', { create: true }); \
     await navigator.serviceWorker.register('worker.js'); await navigator.serviceWorker.ready; \
     await fetch('kept.txt', { cache: 'force-cache' }); \
     name = 'left'; history.pushState(null, '', 'left'); console.error('left'); })().then(done, (error) => done(String(error)));";

/// All that a page finds there, and how its window is.
const FOUND: &str = "const done = arguments[0]; (async () => { \
     const files = []; \
     for await (const file of (await navigator.storage.getDirectory()).keys()) files.push(file); \
     const kept = await fetch('kept.txt', { cache: 'only-if-cached', mode: 'same-origin' }) \
         .then(({ ok }) => ok, () => false); \
     return { local: { ...localStorage }, session: { ...sessionStorage }, \
         cookies: document.cookie, caches: await caches.keys(), \
         databases: (await indexedDB.databases()).map(({ name }) => name), files, \
         workers: (await navigator.serviceWorker.getRegistrations()).length, kept, name, \
         location: (await navigator.permissions.query({ name: 'geolocation' })).state, \
         width: innerWidth, dark: matchMedia('(prefers-color-scheme: dark)').matches, \
         history: history.length, \
     }; })().then(done, (error) => done(String(error)));";

async fn found(browser: &Browser, page: &str) -> Result<Value> {
    browser.goto(page).await?;
    browser.async_script(FOUND, vec![]).await
}

#[tokio::test]
async fn nothing_of_one_context_is_seen_in_the_next() -> Result<()> {
    let folder = Scratch::new()?;
    for file in ["page.html", "worker.js", "kept.txt"] {
        fs::write(folder.path().join(file), "")?;
    }
    let server = Server::bind(0, folder.path(), "/")?.start()?;
    let page = format!("{}page.html", server.address());
    let mut first = Browser::open_in(Chromium::start()?, &Look::narrow().dark()).await?;
    let clean = found(&first, &page).await?;
    let granted = json!({
        "permissions": ["geolocation"], "browserContextId": first.session.context,
    });
    first.devtools("Browser.grantPermissions", &granted).await?;
    ensure!(first.async_script(LEAVE, vec![]).await?.is_null(), "nothing could be left");
    first.open_tab(&page).await?;
    first.to_first_tab().await?;
    let left = found(&first, &page).await?;
    for (part, value) in left.as_object().into_iter().flatten() {
        let of_the_window = ["width", "dark"].contains(&part.as_str());
        ensure!(of_the_window != (*value != clean[part]), "{part} was {value} before: {left}");
    }
    let downloads = Downloads::of(&first).await?;
    ensure!(first.complaints().await?.iter().any(|complaint| complaint.contains("left")));

    // The same process: this test has started it and hands it on.
    let chromium = first.session.end()?;
    drop(downloads);
    let next = Browser::open_in(chromium, &Look::wide()).await?;
    ensure!(next.requests().await?.is_empty() && next.complaints().await?.is_empty());
    ensure!(next.client.windows().await?.len() == 1, "a tab is still open");
    let mut expected = clean;
    expected["width"] = json!(1280);
    expected["dark"] = json!(false);
    let seen = found(&next, &page).await?;
    ensure!(seen == expected, "the next context sees {seen}");
    Ok(())
}
