//! A page that means harm can make an embed show what an address could, and no more.

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use site_tests::Look;

use super::{FRAME, Host};

/// What the frame shows and what of it a host could wish to change.
const SHOWN: &str = "return { address: location.hash, query: location.search, \
     text: document.body.innerText, theme: document.documentElement.dataset.theme ?? null, \
     stored: localStorage.length, ran: window.hostile ?? null };";

/// Messages that are of the right form in all but one thing, and some in none.
const FORGED: &str = "
    const forged = [
        null, 0, '', 'findings-explorer', [], {}, [1], true,
        { 'findings-explorer': 2, type: 'theme', theme: 'dark' },
        { 'findings-explorer': '1', type: 'theme', theme: 'dark' },
        { 'findings-explorer': [1], type: 'theme', theme: 'dark' },
        { 'findings-explorer': true, type: 'theme', theme: 'dark' },
        { type: 'theme', theme: 'dark' },
        { 'findings-explorer': 1, type: 'theme', theme: 'red' },
        { 'findings-explorer': 1, type: 'theme', theme: { toString: 'dark' } },
        { 'findings-explorer': 1, type: 'theme', theme: ['dark'] },
        { 'findings-explorer': 1, type: 'filter', filter: 'in.definition=clear' },
        { 'findings-explorer': 1, type: 'change', view: 'about', filter: '', figure: '' },
        { 'findings-explorer': 1, type: 'height', pixels: 10 },
        { 'findings-explorer': 1, type: 'restore', place: '#/about' },
        { 'findings-explorer': 1, type: ['hello'] },
        { 'findings-explorer': 1, type: '__proto__', theme: 'dark' },
        { 'findings-explorer': 1, type: 'constructor' },
        JSON.parse('{\"__proto__\":{\"findings-explorer\":1,\"type\":\"theme\",\"theme\":\"dark\"}}'),
        { 'findings-explorer': 1, type: 'theme', theme: '\"><script>window.hostile=1</script>' },
    ];
";

async fn shown(host: &Host) -> Result<Value> {
    host.enter_frame(FRAME).await?;
    let shown = host.script(SHOWN, vec![]).await?;
    host.leave_frame().await?;
    Ok(shown)
}

/// The frame has heard all that was sent before: what is asked last is done last.
async fn settled(host: &Host) -> Result<()> {
    let set = "document.querySelector('findings-explorer').setAttribute('theme', arguments[0]);";
    for theme in ["dark", "light"] {
        host.script(set, vec![json!(theme)]).await?;
        host.enter_frame(FRAME).await?;
        let has = "document.documentElement.dataset.theme === arguments[0]";
        host.wait_for_script(has, &[json!(theme)]).await?;
        host.leave_frame().await?;
    }
    Ok(())
}

async fn opened() -> Result<Host> {
    let host = Host::open(&Look::wide(), "hostile.html").await?;
    host.wait_until_ready(1).await?;
    host.enter_frame(FRAME).await?;
    host.wait_for_charts(".chart__canvas").await?;
    host.leave_frame().await?;
    settled(&host).await?;
    Ok(host)
}

#[tokio::test]
async fn forged_messages_and_floods_change_nothing() -> Result<()> {
    let host = opened().await?;
    let before = shown(&host).await?;
    let forge = format!(
        "{FORGED} const frame = {FRAME}.contentWindow; \
         for (let i = 0; i < 10000; i++) frame.postMessage(forged[i % forged.length], '*');"
    );
    host.script(&forge, vec![]).await?;
    settled(&host).await?;
    ensure!(shown(&host).await? == before, "forged messages changed the frame");
    // A flood of messages in the right form is answered, once for all that came together, and the
    // frame still hears its reader.
    let flood = format!(
        "const frame = {FRAME}.contentWindow; window.answers = 0; \
         addEventListener('message', () => window.answers++); \
         for (let i = 0; i < 10000; i++) {{ \
             frame.postMessage({{ 'findings-explorer': 1, type: 'hello' }}, '*'); \
             frame.postMessage({{ 'findings-explorer': 1, type: 'theme', \
                 theme: i % 2 ? 'light' : 'dark' }}, '*'); }}"
    );
    host.script(&flood, vec![]).await?;
    settled(&host).await?;
    ensure!(shown(&host).await? == before, "a flood changed the frame");
    let answers = host.script("return window.answers;", vec![]).await?;
    ensure!(answers.as_u64().is_some_and(|count| count < 2_000), "{answers} answers");
    host.wait_until_fitting().await?;
    host.expect_peace().await
}

#[tokio::test]
async fn only_the_page_around_a_frame_is_heard_and_only_the_frame_by_the_page() -> Result<()> {
    let host = opened().await?;
    let before = shown(&host).await?;
    let size = "const box = document.querySelector('findings-explorer').getBoundingClientRect(); \
         return [box.width, box.height];";
    let height = host.script(size, vec![]).await?;
    host.script("window.heard = [];", vec![]).await?;
    // Another window of the host's own origin speaks to the frame and to the page.
    host.enter_frame("document.getElementById('sibling')").await?;
    let speak = format!(
        "const frame = parent.{FRAME}.contentWindow; \
         frame.postMessage({{ 'findings-explorer': 1, type: 'theme', theme: 'dark' }}, '*'); \
         for (const message of [ \
             {{ type: 'height', pixels: 50000 }}, \
             {{ type: 'change', view: 'about', filter: 'x', figure: '', link: 'javascript:1' }}, \
         ]) parent.postMessage({{ 'findings-explorer': 1, ...message }}, '*');"
    );
    host.script(&speak, vec![]).await?;
    host.leave_frame().await?;
    // And the page to itself.
    host.script(
        "for (const pixels of [50000, -1, 0, '9', NaN, Infinity, null]) \
             postMessage({ 'findings-explorer': 1, type: 'height', pixels }, '*');",
        vec![],
    )
    .await?;
    settled(&host).await?;
    ensure!(shown(&host).await? == before, "a stranger changed the frame");
    ensure!(host.script(size, vec![]).await? == height, "a stranger changed the page");
    ensure!(host.heard("findings-change").await?.is_empty(), "a stranger made an event");
    host.expect_peace().await
}

#[tokio::test]
async fn forged_attributes_do_what_an_address_could() -> Result<()> {
    let host = opened().await?;
    let hostile = [
        "javascript:window.hostile=1",
        "\"><script>window.hostile=1</script>",
        "https://elsewhere.example/",
        "//elsewhere.example/",
        "../../..",
        "%00%FF",
        "x#/about",
        "definition&draw=<img src=x onerror=window.hostile=1>",
    ];
    let set = "const [name, value] = arguments; \
         document.querySelector('findings-explorer').setAttribute(name, value);";
    for name in ["view", "figure", "filter", "theme"] {
        for value in hostile {
            host.script(set, vec![json!(name), json!(value)]).await?;
            host.enter_frame(FRAME).await?;
            host.wait_for("#in-full").await?;
            let place = "location.origin + '/' === arguments[0] \
                 && location.pathname === '/embed.html' && window.hostile === undefined";
            host.wait_for_script(place, &[json!(host.site.address(""))]).await?;
            host.leave_frame().await?;
        }
        let remove = "document.querySelector('findings-explorer').removeAttribute(arguments[0]);";
        host.script(remove, vec![json!(name)]).await?;
    }
    // All of it at once, from the start, as the page's own markup.
    let fresh = "const [values, src] = arguments; \
         document.querySelector('findings-explorer').remove(); \
         const embed = document.createElement('findings-explorer'); \
         for (const name of ['view', 'figure', 'filter', 'data', 'theme', 'heights', 'height']) \
             embed.setAttribute(name, values[name.length % values.length]); \
         embed.setAttribute('src', src); document.querySelector('main').prepend(embed);";
    let address = host.site.address("");
    host.script(fresh, vec![json!(hostile), json!(address)]).await?;
    host.enter_frame(FRAME).await?;
    let own = "location.href.startsWith(arguments[0]) && window.hostile === undefined";
    host.wait_for_script(own, &[json!(format!("{address}embed.html?"))]).await?;
    host.wait_for("#failure").await?;
    host.leave_frame().await?;
    let ran = host.script("return window.hostile ?? null;", vec![]).await?;
    ensure!(ran == Value::Null, "a script ran in the host");
    let foreign: Vec<_> = host
        .requests()
        .await?
        .into_iter()
        .filter(|address| address.contains("elsewhere"))
        .collect();
    ensure!(foreign.is_empty(), "{foreign:?}");
    Ok(())
}

#[tokio::test]
async fn a_page_without_an_origin_keeps_its_fallback() -> Result<()> {
    let host = Host::open(&Look::wide(), "sandboxed.html").await?;
    host.enter_frame("document.getElementById('inner')").await?;
    host.wait_for_script(FRAME, &[]).await?;
    // The program came as far as it can: a page in a sandbox may not have its script.
    let asked = || host.site.asked().iter().any(|path| path.starts_with("/findings-explorer-"));
    while !asked() {
        host.wait_for("#fallback").await?;
    }
    host.wait_for("#fallback").await?;
    ensure!(host.script("return heard.length;", vec![]).await? == 0, "it says that it is ready");
    Ok(())
}
