//! A Chromium with its driver, used by one test after another.
//!
//! Each test has a browser context of its own, which is what an incognito window is to a reader: the
//! browser keeps cookies, storage, databases, caches (that of HTTP too), service workers, permissions
//! and where to save files by context, and another context runs in other processes. No context outlives
//! its test, and before each test there is no page at all. Wiping a profile that is used again was the
//! other way; what a list of things to wipe forgets would be seen by the next test. The window's size,
//! emulated media and the driver's logs belong to the page and to the driver's session, which are new
//! too. Only the clipboard is the browser's; no test reads it.

use std::{
    net::TcpStream,
    path::Path,
    sync::{Mutex, PoisonError},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use tungstenite::{Message, WebSocket, stream::MaybeTlsStream};
use xtask::setup::find_browser;

use crate::program::Program;

/// Those that no test uses right now. There are as many as were ever in use at once.
static IDLE: Mutex<Vec<Chromium>> = Mutex::new(Vec::new());

const PATIENCE: Duration = Duration::from_secs(30);
const PAUSE: Duration = Duration::from_millis(5);

const ARGUMENTS: [&str; 26] = [
    "--headless=new",
    // Contexts have pages; the browser itself has none.
    "--no-startup-window",
    "--remote-debugging-port=0",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
    // Whatever the page asks for elsewhere, it can't be reached.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    // What its driver gives a browser that it starts itself.
    "--allow-pre-commit-input",
    "--disable-background-networking",
    "--disable-background-timer-throttling",
    "--disable-backgrounding-occluded-windows",
    "--disable-client-side-phishing-detection",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-features=IgnoreDuplicateNavs,Prewarm",
    "--disable-hang-monitor",
    "--disable-popup-blocking",
    "--disable-prompt-on-repost",
    "--disable-sync",
    "--enable-automation",
    "--no-default-browser-check",
    "--no-first-run",
    "--password-store=basic",
    "--test-type=webdriver",
];

/// A running Chromium without a page.
#[derive(Debug)]
pub(crate) struct Chromium {
    /// The host and port of its own tools.
    pub(crate) tools: String,
    /// The port where its driver listens.
    pub(crate) driver: u16,
    socket: WebSocket<MaybeTlsStream<TcpStream>>,
    last: u64,
    _programs: [Program; 2],
}

impl Chromium {
    /// One that has nothing to do, or a new one.
    pub(crate) fn idle() -> Result<Self> {
        let idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner).pop();
        idle.map_or_else(Self::start, Ok)
    }

    /// Lets the next test have it.
    pub(crate) fn give_back(self) {
        IDLE.lock().unwrap_or_else(PoisonError::into_inner).push(self);
    }

    pub(crate) fn start() -> Result<Self> {
        let commands =
            find_browser().context("there is no browser; run `cargo xtask setup` once")?;
        let (browser, address) = start_browser(&commands.browser)?;
        let (driver, port) = Program::start(&commands.driver, &["--port=0"], announced_port)?;
        let (socket, _) = tungstenite::connect(&address).context("the browser's tools")?;
        if let MaybeTlsStream::Plain(stream) = socket.get_ref() {
            stream.set_read_timeout(Some(PATIENCE))?;
        }
        let tools = host_and_port(&address).context("the browser does not say where it listens")?;
        let programs = [browser, driver];
        Ok(Self { tools: tools.to_owned(), driver: port, socket, last: 0, _programs: programs })
    }

    /// Makes a context with one blank page, and returns its name.
    pub(crate) fn new_context(&mut self) -> Result<String> {
        let made = self.command("Target.createBrowserContext", &json!({}))?;
        let context = made["browserContextId"].as_str().context("no context was made")?.to_owned();
        let page = json!({ "url": "about:blank", "browserContextId": context });
        self.command("Target.createTarget", &page)?;
        Ok(context)
    }

    /// Closes all pages of a context and forgets all that they left.
    pub(crate) fn dispose(&mut self, context: &str) -> Result<()> {
        self.command("Target.disposeBrowserContext", &json!({ "browserContextId": context }))?;
        // Pages are gone by now; a service worker is still ending.
        let start = Instant::now();
        loop {
            let left = self.command("Target.getTargets", &json!({}))?;
            if left["targetInfos"] == json!([]) {
                return Ok(());
            }
            ensure!(start.elapsed() < PATIENCE, "the browser still has {left}");
            thread::sleep(PAUSE);
        }
    }

    fn command(&mut self, method: &str, parameters: &Value) -> Result<Value> {
        self.last += 1;
        let command = json!({ "id": self.last, "method": method, "params": parameters });
        self.socket.send(Message::text(command.to_string()))?;
        loop {
            let Message::Text(text) = self.socket.read()? else { continue };
            let mut answer: Value = serde_json::from_str(&text)?;
            if answer["id"] == self.last {
                if answer["error"] != Value::Null {
                    bail!("{method} failed: {}", answer["error"]);
                }
                return Ok(answer["result"].take());
            }
        }
    }
}

fn start_browser(command: &Path) -> Result<(Program, String)> {
    Program::start(command, &ARGUMENTS, announced_address)
}

/// The address in `DevTools listening on ws://127.0.0.1:40123/devtools/browser/0f1e`.
fn announced_address(line: &str) -> Option<String> {
    Some(line.split_once("DevTools listening on ")?.1.trim().to_owned())
}

/// The port in `ChromeDriver was started successfully on port 40123.`
fn announced_port(line: &str) -> Option<u16> {
    line.split_once("successfully on port ")?.1.trim_end_matches('.').parse().ok()
}

/// The `127.0.0.1:40123` of an address.
fn host_and_port(address: &str) -> Option<&str> {
    address.split_once("://")?.1.split('/').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ports_are_read_from_announcements() {
        let line = "ChromeDriver was started successfully on port 40123.";
        assert_eq!(announced_port(line), Some(40123));
        assert_eq!(announced_port("Starting ChromeDriver 156.0 on port 0"), None);
        let line = "DevTools listening on ws://127.0.0.1:40124/devtools/browser/0f1e";
        let address = announced_address(line).unwrap();
        assert_eq!(host_and_port(&address), Some("127.0.0.1:40124"));
        assert_eq!(announced_address("[1126/0:ERROR] no bus"), None);
    }
}
