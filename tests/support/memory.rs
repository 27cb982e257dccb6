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

    /// Which of these texts stand in the memory of the page's program, WebAssembly's linear memory.
    /// A heap's snapshot does not have it.
    ///
    /// # Errors
    /// When there is no such memory, or more than one.
    pub async fn in_program_memory(&self, texts: &[String]) -> Result<Vec<String>> {
        let prototype = json!({ "expression": "WebAssembly.Memory.prototype" });
        let prototype = self.devtools("Runtime.evaluate", &prototype).await?;
        let prototype = json!({ "prototypeObjectId": prototype["result"]["objectId"] });
        let memories = self.devtools("Runtime.queryObjects", &prototype).await?;
        let search = "function(texts) { \
             if (this.length !== 1) throw new Error(`${this.length} memories`); \
             const all = new TextDecoder('latin1').decode(this[0].buffer); \
             return texts.filter(text => all.includes(text)); }";
        let call = json!({
            "objectId": memories["objects"]["objectId"],
            "functionDeclaration": search,
            "arguments": [{ "value": texts }],
            "returnByValue": true,
        });
        let found = self.devtools("Runtime.callFunctionOn", &call).await?;
        let found = found["result"]["value"].clone();
        serde_json::from_value(found).context("the program's memory can't be searched")
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
