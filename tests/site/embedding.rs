//! The explorer in pages of other sites.

mod following;
mod hostile;
mod loading;

use std::ops::Deref;

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use site_tests::{Browser, Hosts, Look, Site};

/// The frame of the first embed on a page.
const FRAME: &str =
    "document.querySelector('findings-explorer')?.shadowRoot?.querySelector('iframe')";

/// A page of another site with embeds of the explorer.
struct Host {
    browser: Browser,
    site: Site,
    hosts: Hosts,
}

impl Deref for Host {
    type Target = Browser;

    fn deref(&self) -> &Browser {
        &self.browser
    }
}

impl Host {
    /// Opens a page of `tests/hosts` in a browser of its own.
    async fn open(look: &Look, page: &str) -> Result<Self> {
        Self::open_with(look, page, "").await
    }

    /// The same, with the heights that `plain.html` says its figure will have.
    async fn open_with(look: &Look, page: &str, heights: &str) -> Result<Self> {
        let site = Site::built()?;
        let hosts = Hosts::of(&site, heights)?;
        let browser = Browser::open(look).await?;
        browser.goto(&hosts.address(page)).await?;
        Ok(Self { browser, site, hosts })
    }

    /// Waits until `count` embeds have said that they are ready.
    async fn wait_until_ready(&self, count: usize) -> Result<()> {
        let ready = "window.heard.filter(({ name }) => name === 'findings-ready').length \
             >= arguments[0]";
        self.wait_for_script(ready, &[json!(count)]).await.map(drop)
    }

    /// Waits until the first embed's frame is exactly as high as the page in it.
    async fn wait_until_fitting(&self) -> Result<()> {
        self.enter_frame(FRAME).await?;
        let fits = "document.documentElement.scrollHeight <= innerHeight \
             && Math.ceil(document.documentElement.getBoundingClientRect().height) === innerHeight";
        self.wait_for_script(fits, &[]).await?;
        self.leave_frame().await
    }

    /// The texts that a selector names in the first embed's frame.
    async fn framed_texts(&self, css: &str) -> Result<Vec<String>> {
        self.enter_frame(FRAME).await?;
        let texts = self.texts(css).await?;
        self.leave_frame().await?;
        Ok(texts)
    }

    /// Waits until something in the first embed's frame says `text`.
    async fn wait_for_framed_text(&self, css: &str, text: &str) -> Result<()> {
        self.enter_frame(FRAME).await?;
        self.wait_for_text(css, text).await?;
        self.leave_frame().await
    }

    /// What the page has heard of its embeds.
    async fn heard(&self, name: &str) -> Result<Vec<Value>> {
        let heard = "return window.heard.filter(event => event.name === arguments[0]);";
        let heard = self.script(heard, vec![json!(name)]).await?;
        Ok(heard.as_array().cloned().unwrap_or_default())
    }

    /// Nothing was asked of any third site, and nobody complained.
    async fn expect_peace(&self) -> Result<()> {
        let own = [self.site.address(""), self.hosts.address("")];
        let requests = self.requests().await?;
        let foreign: Vec<_> = requests
            .iter()
            .filter(|address| !own.iter().any(|own| address.starts_with(own)))
            .filter(|address| !address.starts_with("data:") && !address.starts_with("blob:"))
            .collect();
        ensure!(foreign.is_empty(), "asked of third sites: {foreign:?}");
        let complaints = self.complaints().await?;
        ensure!(complaints.is_empty(), "the console says:\n{}", complaints.join("\n"));
        Ok(())
    }
}
