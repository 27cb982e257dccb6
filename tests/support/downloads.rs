//! What a page saves on its reader's disk.

use std::{fs, path::PathBuf, time::Duration};

use anyhow::{Context, Result, bail};
use serde_json::json;

use crate::{Browser, scratch::Scratch};

/// A folder that a browser saves into, for the time of a test.
#[derive(Debug)]
pub struct Downloads {
    scratch: Scratch,
}

impl Downloads {
    /// A folder for all that the browser saves from now on.
    ///
    /// # Errors
    /// When the folder can't be made or the browser refuses it.
    pub async fn of(browser: &Browser) -> Result<Self> {
        let scratch = Scratch::new()?;
        let folder = json!({
            "behavior": "allow",
            "downloadPath": scratch.path(),
            "browserContextId": browser.session.context,
        });
        browser.devtools("Browser.setDownloadBehavior", &folder).await?;
        Ok(Self { scratch })
    }

    /// Where a file of this name is, or would be.
    pub fn path(&self, name: &str) -> PathBuf {
        self.scratch.path().join(name)
    }

    /// Puts a file there.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn write(&self, name: &str, text: &str) -> Result<PathBuf> {
        let path = self.path(name);
        fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
        Ok(path)
    }

    /// The text of a file, once it is there.
    ///
    /// # Errors
    /// When it is not there after half a minute, or is no text.
    pub async fn text(&self, name: &str) -> Result<String> {
        Ok(String::from_utf8(self.bytes(name).await?)?)
    }

    /// The bytes of a file, once it is there.
    ///
    /// # Errors
    /// When it is not there after half a minute.
    pub async fn bytes(&self, name: &str) -> Result<Vec<u8>> {
        const TRIES: u32 = 300;
        for _ in 0..TRIES {
            match fs::read(self.path(name)) {
                // A browser writes under another name and renames; an empty one is not finished.
                Ok(bytes) if !bytes.is_empty() => return Ok(bytes),
                _ => tokio::time::sleep(Duration::from_millis(100)).await,
            }
        }
        bail!("{name} was not saved")
    }
}
