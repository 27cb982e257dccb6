//! What the browser asked for, and what it complained of.

use std::env;

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::{Browser, Site, command::DriverCommand, site::DIST};

/// The driver forgets what it has told, so all of it is kept here.
#[derive(Debug, Default)]
pub(crate) struct Log {
    complaints: Vec<String>,
    requests: Vec<String>,
    received: f64,
}

impl Browser {
    /// Errors and warnings of the console so far, violations of the page's policy among them.
    ///
    /// # Errors
    /// When the browser has gone.
    pub async fn complaints(&self) -> Result<Vec<String>> {
        let told = self.client.issue_cmd(DriverCommand::log("browser")).await?;
        let new = told
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(complaint)
            .filter(|said| !reloads(said));
        let mut log = self.log.borrow_mut();
        log.complaints.extend(new);
        Ok(log.complaints.clone())
    }

    /// Addresses that the browser has asked for so far.
    ///
    /// # Errors
    /// When the browser has gone.
    pub async fn requests(&self) -> Result<Vec<String>> {
        let told = self.client.issue_cmd(DriverCommand::log("performance")).await?;
        let mut log = self.log.borrow_mut();
        for message in told.as_array().into_iter().flatten().filter_map(message) {
            log.received += received(&message).unwrap_or_default();
            log.requests.extend(request(&message));
        }
        Ok(log.requests.clone())
    }

    /// How many bytes have come over the wire for the page so far, headers and all, as they were coded.
    /// What a service worker fetches is not among them.
    ///
    /// # Errors
    /// When the browser has gone.
    pub async fn received(&self) -> Result<f64> {
        self.requests().await?;
        Ok(self.log.borrow().received)
    }

    /// Nothing in the console, and nothing asked of any other site.
    ///
    /// # Errors
    /// With all that is amiss.
    pub async fn expect_no_complaints(&self, site: &Site) -> Result<()> {
        self.expect_own_requests(site).await?;
        let complaints = self.complaints().await?;
        ensure!(complaints.is_empty(), "the console says:\n{}", complaints.join("\n"));
        Ok(())
    }

    /// Nothing asked of any other site, whatever the console says.
    ///
    /// # Errors
    /// With the addresses of other sites.
    pub async fn expect_own_requests(&self, site: &Site) -> Result<()> {
        let requests = self.requests().await?;
        ensure!(!requests.is_empty(), "the browser's log of requests is empty");
        let foreign: Vec<_> =
            requests.into_iter().filter(|address| !is_own(address, site)).collect();
        ensure!(foreign.is_empty(), "asked of other sites:\n{}", foreign.join("\n"));
        Ok(())
    }
}

/// Addresses without a host never leave the browser.
fn is_own(address: &str, site: &Site) -> bool {
    site.has(address)
        || reloads(address)
        || ["data:", "blob:", "about:"].iter().any(|kind| address.starts_with(kind))
}

/// Whether this is of the script by which a development site hears of a new build.
fn reloads(text: &str) -> bool {
    env::var_os(DIST).is_some() && text.contains("/.well-known/trunk/ws")
}

/// An error or a warning among the console's entries.
fn complaint(entry: &Value) -> Option<String> {
    let level = entry["level"].as_str()?;
    matches!(level, "SEVERE" | "WARNING")
        .then(|| format!("{level}: {}", entry["message"].as_str().unwrap_or_default()))
}

/// What an entry tells of the network.
fn message(entry: &Value) -> Option<Value> {
    let text: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
    Some(text["message"].clone())
}

/// The address, where a message tells of a request.
fn request(message: &Value) -> Option<String> {
    match message["method"].as_str()? {
        "Network.requestWillBeSent" => Some(message["params"]["request"]["url"].as_str()?.into()),
        "Network.webSocketCreated" => Some(message["params"]["url"].as_str()?.into()),
        _ => None,
    }
}

/// The bytes of an answer, where a message tells that it has come.
fn received(message: &Value) -> Option<f64> {
    (message["method"] == "Network.loadingFinished")
        .then(|| message["params"]["encodedDataLength"].as_f64())?
}
