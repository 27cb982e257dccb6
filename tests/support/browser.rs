//! A browser with one page.

use std::cell::RefCell;

use anyhow::{Context, Result};
use fantoccini::Client;
use serde_json::Value;

use crate::{Look, chromium::Chromium, command::DriverCommand, log::Log, session::Session};

/// A browser with one page; dropping it closes it.
#[derive(Debug)]
pub struct Browser {
    // Before the session, so that it is dropped first.
    pub(crate) client: Client,
    pub(crate) log: RefCell<Log>,
    pub(crate) session: Session,
}

impl Browser {
    /// Opens a browser of its own, with nothing remembered, set up as `look` says.
    ///
    /// # Errors
    /// When there is no browser or it does not start.
    pub async fn open(look: &Look) -> Result<Self> {
        Self::open_in(Chromium::idle()?, look).await
    }

    /// The same in a Chromium that has been used before.
    async fn open_in(chromium: Chromium, look: &Look) -> Result<Self> {
        let (session, client) = Session::begin(chromium).await?;
        let browser = Self { client, log: RefCell::default(), session };
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

#[cfg(test)]
mod tests;
