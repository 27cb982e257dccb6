//! What axe finds wrong for readers with other abilities.

use std::fmt::Write;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use xtask::project::Project;

use crate::Browser;

/// All of WCAG 2.2 AA, and what axe's makers hold to be good practice.
const TAGS: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

impl Browser {
    /// The page has nothing that axe objects to.
    ///
    /// # Errors
    /// With every violation: the rule, the elements, and what to do.
    pub async fn expect_accessible(&self) -> Result<()> {
        let violations = self.violations().await?;
        ensure!(violations.is_empty(), "axe objects:\n{}", violations.join("\n"));
        Ok(())
    }

    /// Every violation that axe finds on the page as it is now.
    ///
    /// # Errors
    /// When axe is not installed or does not run.
    pub async fn violations(&self) -> Result<Vec<String>> {
        let path = Project::here().root().join("node_modules/axe-core/axe.min.js");
        let axe = std::fs::read_to_string(&path)
            .with_context(|| format!("cannot read {}; run `cargo xtask setup`", path.display()))?;
        self.client.execute(&axe, vec![]).await.context("axe does not load")?;
        let script = "const [tags, done] = arguments; \
             axe.run(document, { runOnly: { type: 'tag', values: tags }, \
                                 resultTypes: ['violations'] }) \
                .then(found => done({ violations: found.violations }), \
                      error => done({ error: String(error) }));";
        let found = self.client.execute_async(script, vec![json!(TAGS)]).await?;
        let violations = found["violations"]
            .as_array()
            .with_context(|| format!("axe failed: {}", found["error"]))?;
        Ok(violations.iter().map(describe).collect())
    }
}

fn describe(violation: &Value) -> String {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let mut description = format!(
        "- {} ({}): {}",
        text(&violation["id"]),
        text(&violation["impact"]),
        text(&violation["help"])
    );
    for node in violation["nodes"].as_array().into_iter().flatten() {
        let summary = text(&node["failureSummary"]).replace('\n', "\n      ");
        // Writing to a string can't fail.
        let _ = write!(description, "\n    {}\n      {summary}", node["target"]);
    }
    description
}
