//! What a page holds in memory and what it leaves behind, as someone with the browser's own tools
//! would read it.

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use tungstenite::Message;

use crate::Browser;

impl Browser {
    /// A snapshot of the page's heap, as the browser's own tools save it: every object and every
    /// string that scripts can still reach.
    ///
    /// # Errors
    /// When the browser's tools can't be reached.
    pub async fn heap(&self) -> Result<String> {
        let targets = self.devtools("Target.getTargets", &json!({})).await?;
        let target = targets["targetInfos"]
            .as_array()
            .and_then(|targets| targets.iter().find(|target| target["type"] == "page"))
            .and_then(|page| page["targetId"].as_str())
            .context("the browser has no page")?;
        let tools = self
            .client
            .capabilities()
            .and_then(|all| all.get("goog:chromeOptions"))
            .and_then(|options| options["debuggerAddress"].as_str())
            .context("the browser does not say where its tools are")?;
        let address = format!("ws://{tools}/devtools/page/{target}");
        tokio::task::spawn_blocking(move || snapshot(&address)).await?
    }

    /// Has the pages that are opened from now on remember their programs, for
    /// [`Self::in_program_memory`]. The browser's tools could find a memory without that, but the
    /// browser ends where several programs share it.
    ///
    /// # Errors
    /// When the browser's tools can't be reached.
    pub async fn remember_programs(&self) -> Result<()> {
        let script = "for (const name of ['instantiate', 'instantiateStreaming']) { \
             const own = WebAssembly[name]; \
             WebAssembly[name] = async (...given) => { \
               const made = await own(...given); \
               (window.programs ??= []).push(made.instance ?? made); \
               return made; }; }";
        let source = json!({ "source": script });
        self.devtools("Page.addScriptToEvaluateOnNewDocument", &source).await.map(drop)
    }

    /// Which of these texts stand in the memory of the page's program, WebAssembly's linear memory.
    /// A heap's snapshot does not have it.
    ///
    /// # Errors
    /// When there is no such memory, or more than one.
    pub async fn in_program_memory(&self, texts: &[String]) -> Result<Vec<String>> {
        let search = "const made = (window.programs ?? []).map(({ exports }) => exports.memory); \
             const [memory, ...others] = new Set(made.filter(Boolean)); \
             if (!memory || others.length > 0) return `${others.length} memories more than one`; \
             const all = new TextDecoder('latin1').decode(memory.buffer); \
             return arguments[0].filter((text) => all.includes(text));";
        let found = self.script(search, vec![json!(texts)]).await?;
        let shown = found.to_string();
        serde_json::from_value(found).with_context(|| format!("no memory to search: {shown}"))
    }

    /// Everything that the page has put where it outlasts the page.
    ///
    /// # Errors
    /// When a store can't be read.
    pub async fn stored(&self) -> Result<Value> {
        let script = "const done = arguments[0]; \
             (async () => ({ local: { ...localStorage }, session: { ...sessionStorage }, \
                 cookies: document.cookie, databases: await indexedDB.databases(), \
                 caches: await caches.keys() }))().then(done, error => done(String(error)));";
        self.async_script(script, vec![]).await
    }
}

/// The tools send a snapshot in pieces, before the answer to the command that asked for it.
fn snapshot(address: &str) -> Result<String> {
    let (mut tools, _) = tungstenite::connect(address).context("the tools can't be reached")?;
    let command = json!({ "id": 1, "method": "HeapProfiler.takeHeapSnapshot", "params": {} });
    tools.send(Message::text(command.to_string()))?;
    let mut whole = String::new();
    loop {
        let Message::Text(text) = tools.read()? else { continue };
        let message: Value = serde_json::from_str(&text)?;
        if let Some(piece) = message["params"]["chunk"].as_str() {
            whole += piece;
        }
        if message["id"] == 1 {
            if message["error"] != Value::Null {
                bail!("no snapshot: {}", message["error"]);
            }
            return Ok(whole);
        }
    }
}
