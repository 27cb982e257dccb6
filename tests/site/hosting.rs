//! The site on hosts as others run them: nginx with the file in `docs/hosting`, and a plain server.

mod plain;

use explorer::fragment;
use std::fs;

use anyhow::{Context, Result, ensure};
use site_tests::{Answer, Browser, Look, Nginx, Site};

/// The root of a host, and a folder of it.
const FOLDERS: [&str; 2] = ["", "some/folder/"];

const FOR_EVER: &str = "public, max-age=31536000, immutable";
const ASK_ANEW: &str = "no-cache";

/// The start of a file's name, its end, its type, how long it is kept.
const FILES: [(&str, &str, &str, &str); 10] = [
    ("index.html", "", "text/html; charset=utf-8", ASK_ANEW),
    ("embed.html", "", "text/html; charset=utf-8", ASK_ANEW),
    ("sw.js", "", "text/javascript; charset=utf-8", ASK_ANEW),
    ("embed.js", "", "text/javascript; charset=utf-8", ASK_ANEW),
    ("site.webmanifest", "", "application/manifest+json", ASK_ANEW),
    ("styles-", ".css", "text/css; charset=utf-8", FOR_EVER),
    ("charts-", ".js", "text/javascript; charset=utf-8", FOR_EVER),
    ("findings-explorer-", ".wasm", "application/wasm", FOR_EVER),
    ("part-explore_", ".wasm", "application/wasm", FOR_EVER),
    ("tic-2022-", ".survey", "application/octet-stream", FOR_EVER),
];

/// Opens the findings and a figure by its link.
async fn expect_working(address: String) -> Result<()> {
    let site = Site::elsewhere(address);
    let browser = Browser::open(&Look::wide()).await?;
    browser.goto(&site.address("")).await?;
    browser.wait_for_app().await?;
    browser.goto(&site.address(fragment!("explore?in.definition=clear"))).await?;
    browser.wait_for_text("#selected", "10 of 58 teams").await?;
    browser.wait_for_charts(".chart__canvas").await?;
    browser.expect_no_complaints(&site).await
}

#[tokio::test]
async fn nginx_shows_it_at_the_root_and_in_a_folder() -> Result<()> {
    let Some(nginx) = Nginx::with_built_site()? else { return Ok(()) };
    for folder in FOLDERS {
        expect_working(nginx.address(folder)).await?;
    }
    let answer = Answer::to("GET", &nginx.address("some/folder"), &[])?;
    ensure!(answer.status == 301 && answer.header("location") == "/some/folder/", "{answer:?}");
    Ok(())
}

/// Everything that goes with one file, in every coding and when it is asked for again.
fn expect_file(nginx: &Nginx, name: &str, kind: &str, kept: &str) -> Result<()> {
    let ask = |headers: &[(&str, &str)]| Answer::to("GET", &nginx.address(name), headers);
    for (accepted, coding, copy) in
        [("br, gzip", "br", ".br"), ("gzip", "gzip", ".gz"), ("identity", "", "")]
    {
        let answer = ask(&[("Accept-Encoding", accepted)])?;
        ensure!(answer.status == 200, "{name}: {}", answer.status);
        let expected = [
            ("content-type", kind),
            ("content-encoding", coding),
            ("cache-control", kept),
            ("vary", "Accept-Encoding"),
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            ("cross-origin-resource-policy", "cross-origin"),
        ];
        for (header, value) in expected {
            let found = answer.header(header);
            ensure!(found == value, "{name} ({accepted}): {header} is {found:?}, not {value:?}");
        }
        ensure!(answer.header("permissions-policy").contains("camera=()"), "{name}");
        let file = fs::read(nginx.folder().join(format!("{name}{copy}")))?;
        ensure!(answer.body == file, "{name} ({accepted}) is not the file {name}{copy}");
        for (condition, held) in [
            ("If-None-Match", answer.header("etag")),
            ("If-Modified-Since", answer.header("last-modified")),
        ] {
            let again = ask(&[("Accept-Encoding", accepted), (condition, held)])?;
            ensure!(again.status == 304 && again.body.is_empty(), "{name}: {condition} {held}");
            ensure!(again.header("cache-control") == kept, "{name}: 304 without Cache-Control");
        }
    }
    Ok(())
}

#[test]
fn nginx_sends_the_copies_with_types_caching_and_safe_headers() -> Result<()> {
    let Some(nginx) = Nginx::with_built_site()? else { return Ok(()) };
    for folder in FOLDERS {
        for (start, end, kind, kept) in FILES {
            let name = if end.is_empty() {
                start.to_owned()
            } else {
                let file = site_tests::file_named(&nginx.folder(), start, end)?;
                file.file_name().context("no name")?.to_string_lossy().into_owned()
            };
            expect_file(&nginx, &format!("{folder}{name}"), kind, kept)?;
        }
        for (page, ancestors) in [("", "'self'"), ("index.html", "'self'"), ("embed.html", "*")] {
            let answer = Answer::to("GET", &nginx.address(&format!("{folder}{page}")), &[])?;
            let policy = format!("frame-ancestors {ancestors}");
            ensure!(answer.header("content-security-policy") == policy, "{page}: {answer:?}");
            ensure!(answer.header("cross-origin-embedder-policy") == "require-corp", "{page}");
            ensure!(answer.header("cache-control") == ASK_ANEW, "{page}");
        }
    }
    Ok(())
}

#[test]
fn nginx_gives_nothing_that_is_not_the_sites() -> Result<()> {
    let Some(nginx) = Nginx::with_built_site()? else { return Ok(()) };
    fs::create_dir(nginx.folder().join(".git"))?;
    fs::write(nginx.folder().join(".git/config"), "secret")?;
    fs::create_dir(nginx.folder().join("empty"))?;
    for (method, path, status) in [
        ("GET", ".git/config", 404),
        ("GET", "empty/", 403),
        ("GET", "nowhere", 404),
        ("POST", "index.html", 405),
    ] {
        let answer = Answer::to(method, &nginx.address(path), &[])?;
        ensure!(answer.status == status, "{method} {path}: {}", answer.status);
        ensure!(!String::from_utf8_lossy(&answer.body).contains("secret"), "{path}");
    }
    // What is missing may be there tomorrow.
    let missing = nginx.address("charts-0123456789abcdef.js");
    let answer = Answer::to("GET", &missing, &[])?;
    ensure!(answer.status == 404, "{}", answer.status);
    let kept = answer.header("cache-control");
    ensure!(!kept.contains("immutable"), "a missing file is kept: {kept}");
    Ok(())
}

/// A page that isolates itself takes nothing from other sites but what lets it.
#[tokio::test]
async fn a_site_that_isolates_itself_can_embed_from_nginx() -> Result<()> {
    let Some((nginx, host)) = Nginx::with_built_site()?.zip(Nginx::with_built_site()?) else {
        return Ok(());
    };
    let folder = nginx.address("");
    let page = format!(
        "<!doctype html><title>Host</title><script async src=\"{folder}embed.js\"></script>\
         <findings-explorer src=\"{folder}\" figure=\"definition\"></findings-explorer>"
    );
    fs::write(host.folder().join("host.html"), page)?;
    let browser = Browser::open(&Look::wide()).await?;
    browser.goto(&host.address("host.html")).await?;
    ensure!(
        browser.script("return crossOriginIsolated || isSecureContext;", vec![]).await? == true
    );
    let frame = "document.querySelector('findings-explorer')?.shadowRoot?.querySelector('iframe')";
    browser.enter_frame(frame).await?;
    browser.wait_for_charts(".chart__canvas").await
}
