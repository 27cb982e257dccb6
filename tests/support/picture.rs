//! Pictures of the page, to be looked at.

use std::{env, fs, path::PathBuf};

use anyhow::{Context, Result};
use data_encoding::BASE64;
use serde_json::json;

use crate::Browser;

/// The variable that names the folder for pictures; without it none are taken.
pub(crate) const FOLDER: &str = "FINDINGS_SHOTS";

impl Browser {
    /// Takes a picture of the whole page as `NAME.png`, when `FINDINGS_SHOTS` names a folder.
    ///
    /// # Errors
    /// When the folder cannot be written to.
    pub async fn picture(&self, name: &str) -> Result<()> {
        let Some(folder) = env::var_os(FOLDER).map(PathBuf::from) else { return Ok(()) };
        let parameters = json!({ "format": "png", "captureBeyondViewport": true });
        let taken = self.devtools("Page.captureScreenshot", &parameters).await?;
        let data = taken["data"].as_str().context("the browser took no picture")?;
        fs::create_dir_all(&folder)?;
        let file = folder.join(format!("{name}.png"));
        fs::write(&file, BASE64.decode(data.as_bytes())?)
            .with_context(|| format!("cannot write {}", file.display()))
    }
}
