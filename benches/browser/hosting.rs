//! The site on nginx: what goes over the wire for a visit, and how many requests one process answers.

use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::json;
use site_tests::{Browser, Look, Nginx, file_named};
use xtask::setup::on_path;

/// How long each file is asked for.
const SECONDS: &str = "10s";

/// Prints the bytes of a first and a second visit, and requests a second.
///
/// # Errors
/// When the site is not built or the browser does not start.
pub(super) async fn measure() -> Result<()> {
    let Some(nginx) = Nginx::with_built_site()? else { return Ok(()) };
    println!(
        "\nVisits, as Chromium counts what it gets, and nginx what a copy takes; headers and Brotli:"
    );
    println!("{:50} {:>10} {:>22}", "", "KB", "GB in a million visits");
    visits(&nginx).await?;
    load(&nginx)
}

async fn visits(nginx: &Nginx) -> Result<()> {
    let browser = Browser::open(&Look::wide()).await?;
    let first = view(&browser, nginx).await?;
    say("first visit, all of the first screen", first);
    let kept = "const done = arguments[0]; navigator.serviceWorker.ready.then(() => done(true));";
    browser.async_script(kept, vec![]).await?;
    say("and in the background, for use without a network", nginx.sent()? - first);
    say("second visit, with that copy", view(&browser, nginx).await?);
    browser.devtools("Network.enable", &json!({})).await?;
    browser.devtools("Network.setBypassServiceWorker", &json!({ "bypass": true })).await?;
    say("second visit, with the browser's own cache only", view(&browser, nginx).await?);
    Ok(())
}

/// Visits the findings until all of their charts are drawn. Returns the bytes that came for the page.
async fn view(browser: &Browser, nginx: &Nginx) -> Result<f64> {
    browser.goto("about:blank").await?;
    let before = browser.received().await?;
    browser.goto(&nginx.address("")).await?;
    browser.wait_for_app().await?;
    browser.wait_for_charts(".chart__canvas").await?;
    Ok(browser.received().await? - before)
}

/// A kilobyte a visit is a gigabyte in a million.
fn say(what: &str, bytes: f64) {
    let kilobytes = bytes / 1000.0;
    println!("{what:50} {kilobytes:>10.1} {kilobytes:>22.1}");
}

/// Asks for one file over and over, in two threads with 32 connections.
fn load(nginx: &Nginx) -> Result<()> {
    let Some(wrk) = on_path("wrk") else {
        println!("skipped: requests a second, for want of wrk");
        return Ok(());
    };
    println!(
        "\nOne process of nginx, asked by wrk on the same machine for {SECONDS} each, Brotli:"
    );
    let program = file_named(&nginx.folder(), "findings-explorer-", ".wasm")?;
    let program = program.file_name().context("no name")?.to_string_lossy().into_owned();
    for name in ["index.html", &program] {
        let run = Command::new(&wrk)
            .args(["--threads", "2", "--connections", "32", "--duration", SECONDS])
            .args(["--header", "Accept-Encoding: br", &nginx.address(name)])
            .output()?;
        let said = String::from_utf8(run.stdout)?;
        ensure!(run.status.success(), "wrk failed: {}", String::from_utf8_lossy(&run.stderr));
        println!("{name}");
        let lines = said.lines().map(str::trim);
        for line in lines.filter(|line| {
            ["Requests/sec", "Transfer/sec", "Non-2xx", "Socket errors"]
                .iter()
                .any(|start| line.starts_with(start))
        }) {
            println!("  {line}");
        }
    }
    Ok(())
}
