//! What one test has of a browser: a context of its own and a session of the driver's.

use std::{
    io::{Read, Write},
    net::{Ipv4Addr, TcpStream},
    time::Duration,
};

use anyhow::{Context, Result, ensure};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use crate::chromium::Chromium;

/// A context and its session. Dropping it ends both, and the next test has the Chromium.
#[derive(Debug)]
pub(crate) struct Session {
    /// None once it has ended.
    chromium: Option<Chromium>,
    pub(crate) context: String,
    /// None until the driver has said it.
    id: Option<String>,
}

impl Session {
    /// Makes a context and connects the driver with its page.
    pub(crate) async fn begin(mut chromium: Chromium) -> Result<(Self, Client)> {
        let capabilities = json!({
            "browserName": "chrome",
            "goog:chromeOptions": { "debuggerAddress": chromium.tools },
            "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        });
        let Value::Object(capabilities) = capabilities else {
            unreachable!("capabilities are an object");
        };
        let driver = format!("http://127.0.0.1:{}", chromium.driver);
        let context = chromium.new_context()?;
        let mut session = Self { chromium: Some(chromium), context, id: None };
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&driver)
            .await
            .context("the driver does not find the page")?;
        session.id = client.session_id().await?;
        Ok((session, client))
    }

    /// Ends it, and returns a Chromium in which nothing of it is left.
    pub(crate) fn end(&mut self) -> Result<Chromium> {
        let mut chromium = self.chromium.take().context("it has ended")?;
        let session = self.id.take().context("the driver was never connected")?;
        end_session(chromium.driver, &session)?;
        chromium.dispose(&self.context)?;
        Ok(chromium)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // A browser that is not as it was is dropped, and with it ended; the next test starts another.
        if let Ok(chromium) = self.end() {
            chromium.give_back();
        }
    }
}

/// Ends a session of the driver. This runs when a test panics as well, where nothing asynchronous can.
fn end_session(driver: u16, session: &str) -> Result<()> {
    const GOOD: &[u8] = b"HTTP/1.1 200";
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, driver))?;
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    write!(
        stream,
        "DELETE /session/{session} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
    )?;
    // The driver answers once it has let go of the page, and leaves the connection open.
    let mut status = [0; GOOD.len()];
    stream.read_exact(&mut status)?;
    ensure!(status == GOOD, "the driver does not end the session");
    Ok(())
}
