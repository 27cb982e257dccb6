//! Firefox with one page, by WebDriver `BiDi` (<https://w3c.github.io/webdriver-bidi/>), which it has
//! built in: no driver is needed. Chromium's own tools, which the other tests use, it has not.

use std::{
    env, fs,
    io::{BufRead, BufReader},
    net::TcpStream,
    path::PathBuf,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};
use data_encoding::BASE64;
use serde_json::{Value, json};
use tungstenite::{Message, WebSocket, stream::MaybeTlsStream};
use xtask::setup::find_firefox;

use crate::{picture::FOLDER, scratch::Scratch};

const PATIENCE: Duration = Duration::from_mins(1);
const PAUSE: Duration = Duration::from_millis(50);

/// Nothing that Firefox does by itself is asked of any network.
const PREFERENCES: &str = "user_pref(\"network.proxy.type\", 1);\n\
    user_pref(\"network.proxy.http\", \"127.0.0.1\");\n\
    user_pref(\"network.proxy.http_port\", 9);\n\
    user_pref(\"network.proxy.ssl\", \"127.0.0.1\");\n\
    user_pref(\"network.proxy.ssl_port\", 9);\n\
    user_pref(\"network.proxy.no_proxies_on\", \"127.0.0.1\");\n";

/// Firefox with one page; dropping it closes it.
pub struct Firefox {
    process: Child,
    socket: WebSocket<MaybeTlsStream<TcpStream>>,
    page: String,
    last: u64,
    // Its profile; dropped once Firefox has gone.
    _profile: Scratch,
}

impl Firefox {
    /// Opens a Firefox with nothing remembered; none where it is not installed.
    ///
    /// # Errors
    /// When it does not start.
    pub fn open() -> Result<Option<Self>> {
        let Some(command) = find_firefox() else { return Ok(None) };
        let profile = Scratch::new()?;
        fs::write(profile.path().join("user.js"), PREFERENCES)?;
        let mut process = Command::new(&command)
            .args(["--headless", "--no-remote", "--remote-debugging-port=0", "--profile"])
            .arg(profile.path())
            .env("HOME", profile.path())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .with_context(|| format!("cannot start {}", command.display()))?;
        let output = process.stderr.take().context("Firefox has no output")?;
        let address = match announced(output) {
            Ok(address) => address,
            Err(error) => {
                let _ = process.kill();
                let _ = process.wait();
                return Err(error);
            }
        };
        let (socket, _) = tungstenite::connect(format!("{address}/session"))
            .context("Firefox cannot be spoken to")?;
        let mut firefox = Self { process, socket, page: String::new(), last: 0, _profile: profile };
        firefox.command("session.new", &json!({ "capabilities": {} }))?;
        let tree = firefox.command("browsingContext.getTree", &json!({}))?;
        firefox.page = context_of(&tree["contexts"][0])?;
        Ok(Some(firefox))
    }

    /// Sets the window's width and height.
    ///
    /// # Errors
    /// When Firefox refuses.
    pub fn resize(&mut self, width: u32, height: u32) -> Result<()> {
        let viewport = json!({ "width": width, "height": height });
        let parameters = json!({ "context": self.page, "viewport": viewport });
        self.command("browsingContext.setViewport", &parameters).map(drop)
    }

    /// Goes to an address.
    ///
    /// # Errors
    /// When the page can't be loaded.
    pub fn goto(&mut self, address: &str) -> Result<()> {
        let parameters = json!({ "context": self.page, "url": address, "wait": "complete" });
        self.command("browsingContext.navigate", &parameters).map(drop)
    }

    /// What an expression is, in the page or in the frame of this number.
    ///
    /// # Errors
    /// When it throws or there is no such frame.
    pub fn script(&mut self, frame: Option<usize>, expression: &str) -> Result<Value> {
        let context = match frame {
            None => self.page.clone(),
            Some(number) => {
                let tree =
                    self.command("browsingContext.getTree", &json!({ "root": self.page }))?;
                context_of(&tree["contexts"][0]["children"][number])?
            }
        };
        let answer = self.command(
            "script.evaluate",
            &json!({
                "expression": format!("JSON.stringify({expression} ?? null)"),
                "target": { "context": context },
                "awaitPromise": false,
            }),
        )?;
        let text = answer["result"]["value"].as_str();
        let text = text.with_context(|| format!("`{expression}` failed: {answer}"))?;
        Ok(serde_json::from_str(text)?)
    }

    /// Waits until an expression is neither false nor nothing, and returns it.
    ///
    /// # Errors
    /// When that does not happen in a minute.
    pub fn wait_for(&mut self, frame: Option<usize>, expression: &str) -> Result<Value> {
        let start = Instant::now();
        let mut last = String::new();
        while start.elapsed() < PATIENCE {
            // A frame that is loading has no answer yet.
            match self.script(frame, expression) {
                Ok(Value::Null | Value::Bool(false)) => {}
                Ok(value) => return Ok(value),
                Err(error) => last = format!("{error:#}"),
            }
            thread::sleep(PAUSE);
        }
        let text = self.script(frame, "document.body.innerText").unwrap_or_default();
        bail!("waited in vain for `{expression}`; its page shows {text}\n{last}")
    }

    /// Takes a picture of the whole page as `NAME.png`, when `FINDINGS_SHOTS` names a folder.
    ///
    /// # Errors
    /// When the folder cannot be written to.
    pub fn picture(&mut self, name: &str) -> Result<()> {
        let Some(folder) = env::var_os(FOLDER).map(PathBuf::from) else { return Ok(()) };
        let parameters = json!({ "context": self.page, "origin": "document" });
        let taken = self.command("browsingContext.captureScreenshot", &parameters)?;
        let data = taken["data"].as_str().context("Firefox took no picture")?;
        fs::create_dir_all(&folder)?;
        Ok(fs::write(folder.join(format!("{name}.png")), BASE64.decode(data.as_bytes())?)?)
    }

    fn command(&mut self, method: &str, parameters: &Value) -> Result<Value> {
        self.last += 1;
        let command = json!({ "id": self.last, "method": method, "params": parameters });
        self.socket.send(Message::text(command.to_string()))?;
        loop {
            let Message::Text(text) = self.socket.read()? else { continue };
            let mut answer: Value = serde_json::from_str(&text)?;
            if answer["id"] == self.last {
                ensure!(answer["type"] == "success", "{method} failed: {answer}");
                return Ok(answer["result"].take());
            }
        }
    }
}

impl Drop for Firefox {
    fn drop(&mut self) {
        // It closes its own processes; killed, it leaves them behind.
        let closed = self.command("browser.close", &json!({})).is_ok();
        if !closed {
            let _ = self.process.kill();
        }
        let _ = self.process.wait();
    }
}

fn context_of(described: &Value) -> Result<String> {
    let context = described["context"].as_str().context("there is no such page or frame")?;
    Ok(context.to_owned())
}

/// The address in `WebDriver BiDi listening on ws://127.0.0.1:40123`.
fn announced(output: impl std::io::Read + Send + 'static) -> Result<String> {
    let mut lines = BufReader::new(output).lines();
    for line in lines.by_ref() {
        if let Some((_, address)) = line?.split_once("WebDriver BiDi listening on ") {
            // Read on, so that Firefox never waits for a reader.
            thread::spawn(move || lines.for_each(drop));
            return Ok(address.trim().to_owned());
        }
    }
    bail!("Firefox ended before it listened")
}
