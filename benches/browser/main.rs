//! Times the engine and the built site in Chromium; `cargo xtask bench` builds both and runs this.

mod clicks;
mod engine;
mod hosting;
mod spread;

use std::path::PathBuf;

use anyhow::{Context, Result};

use spread::Spread;

#[tokio::main]
async fn main() -> Result<()> {
    let page = std::env::args_os().nth(1).map(PathBuf::from);
    let page = page.context("usage: bench-browser FOLDER, where FOLDER holds the engine's page")?;
    engine::measure(&page).await?;
    clicks::measure().await?;
    hosting::measure().await
}

/// Whether a budget is kept, plainly. Measurements of one machine say it; nothing fails.
fn verdict(spread: &Spread, budget: f64) -> String {
    if spread.median() <= budget {
        format!("within its budget of {budget} ms")
    } else {
        format!("MISSES ITS BUDGET of {budget} ms by {:.1} times", spread.median() / budget)
    }
}
