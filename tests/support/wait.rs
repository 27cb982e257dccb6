//! Waiting for what the page will show. Nothing here waits for a fixed time: a slow machine only
//! makes the tests slow.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use fantoccini::{Locator, elements::Element};
use serde_json::{Value, json};

use crate::Browser;

const PATIENCE: Duration = Duration::from_secs(30);
const PAUSE: Duration = Duration::from_millis(40);

impl Browser {
    /// Waits until a script's expression is neither false nor empty, and returns its value.
    ///
    /// # Errors
    /// When that does not happen in half a minute; the error says what the page shows instead.
    pub async fn wait_for_script(&self, expression: &str, arguments: &[Value]) -> Result<Value> {
        let script = format!("return ({expression});");
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            let value = self.client.execute(&script, arguments.to_vec()).await?;
            if !matches!(value, Value::Null | Value::Bool(false)) {
                return Ok(value);
            }
            tokio::time::sleep(PAUSE).await;
        }
        bail!("waited in vain for `{expression}` of {arguments:?}\n{}", self.state().await?)
    }

    /// Waits until a selector names something that can be seen, and returns it.
    ///
    /// # Errors
    /// When that does not happen in half a minute.
    pub async fn wait_for(&self, css: &str) -> Result<Element> {
        let is_seen = "[...document.querySelectorAll(arguments[0])].some(e => e.checkVisibility())";
        self.wait_for_script(is_seen, &[json!(css)]).await?;
        Ok(self.client.find(Locator::Css(css)).await?)
    }

    /// Waits until nothing that a selector names can be seen.
    ///
    /// # Errors
    /// When that does not happen in half a minute.
    pub async fn wait_until_gone(&self, css: &str) -> Result<()> {
        let is_gone =
            "![...document.querySelectorAll(arguments[0])].some(e => e.checkVisibility())";
        self.wait_for_script(is_gone, &[json!(css)]).await.map(drop)
    }

    /// Waits until something that a selector names has `text` in it.
    ///
    /// # Errors
    /// When that does not happen in half a minute.
    pub async fn wait_for_text(&self, css: &str, text: &str) -> Result<()> {
        let has_text = "[...document.querySelectorAll(arguments[0])]\
             .some(e => e.checkVisibility() && e.textContent.includes(arguments[1]))";
        self.wait_for_script(has_text, &[json!(css), json!(text)]).await.map(drop)
    }

    /// Waits until everything that a selector names holds a drawn chart. Charts are drawn when they come
    /// near the view: this scrolls to each, and back.
    ///
    /// # Errors
    /// When that does not happen in half a minute.
    pub async fn wait_for_charts(&self, css: &str) -> Result<()> {
        let place = self.script("return window.scrollY;", vec![]).await?;
        let is_drawn = "(hosts => { \
             const isDrawn = host => host.querySelector('svg path, svg rect, svg circle'); \
             const waiting = hosts.find(host => !isDrawn(host)); \
             waiting?.scrollIntoView({ block: 'center', behavior: 'instant' }); \
             return hosts.length > 0 && !waiting; })\
            ([...document.querySelectorAll(arguments[0])])";
        self.wait_for_script(is_drawn, &[json!(css)]).await?;
        let back = "window.scrollTo({ top: arguments[0], behavior: 'instant' });";
        self.script(back, vec![place]).await.map(drop)
    }

    /// Waits until the app has taken over from the prerendered text.
    ///
    /// # Errors
    /// When the app does not start in half a minute; the error has the page's own sentence.
    pub async fn wait_for_app(&self) -> Result<()> {
        self.wait_until_gone("#status").await?;
        self.wait_until_gone("#failure").await
    }

    /// What the page shows and what the console says, for errors.
    async fn state(&self) -> Result<String> {
        let text = self.client.execute("return document.body.innerText;", vec![]).await?;
        let text: String = text.as_str().unwrap_or_default().chars().take(2000).collect();
        let complaints = self.complaints().await?.join("\n");
        let address = self.client.current_url().await?;
        Ok(format!("the page {address} shows:\n{text}\nthe console says:\n{complaints}"))
    }
}
