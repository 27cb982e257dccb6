//! A browser with one page.

use std::cell::RefCell;

use anyhow::{Context, Result};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::Value;
use xtask::setup::find_browser;

use crate::{Look, command::DriverCommand, driver::Driver, log::Log};

/// A browser with one page; dropping it closes it.
#[derive(Debug)]
pub struct Browser {
    // Before the driver, so that it is dropped first.
    pub(crate) client: Client,
    pub(crate) log: RefCell<Log>,
    _driver: Driver,
}

impl Browser {
    /// Opens a browser of its own, with nothing remembered, set up as `look` says.
    ///
    /// # Errors
    /// When there is no browser or it does not start.
    pub async fn open(look: &Look) -> Result<Self> {
        let commands =
            find_browser().context("there is no browser; run `cargo xtask setup` once")?;
        let mut driver = Driver::start(&commands.driver)?;
        let Value::Object(capabilities) =
            look.capabilities(&commands.browser.display().to_string())
        else {
            unreachable!("capabilities are an object");
        };
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&driver.address())
            .await
            .context("the browser did not start")?;
        if let Some(session) = client.session_id().await? {
            driver.owns(session);
        }
        let browser = Self { client, log: RefCell::default(), _driver: driver };
        for (name, parameters) in look.emulation() {
            browser.devtools(name, &parameters).await?;
        }
        Ok(browser)
    }

    /// Sends a command of Chromium's `DevTools` protocol.
    ///
    /// # Errors
    /// When the browser does not know the command or refuses it.
    pub async fn devtools(&self, name: &str, parameters: &Value) -> Result<Value> {
        self.client
            .issue_cmd(DriverCommand::devtools(name, parameters))
            .await
            .with_context(|| format!("{name} failed"))
    }
}
