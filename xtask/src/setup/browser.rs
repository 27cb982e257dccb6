//! The browser that the tests drive, and its driver.

use std::path::PathBuf;

use anyhow::{Result, bail};

use super::{announce, debian};

const ADVICE: &str = "install Chromium and its driver of the same version, so that `chromium` \
    (or `google-chrome`) and `chromedriver` are on the PATH; on Debian as root: \
    apt-get install chromium chromium-driver fonts-liberation";

/// A browser and the driver that speaks WebDriver for it.
#[derive(Debug, Clone)]
pub struct Browser {
    /// The browser's command.
    pub browser: PathBuf,
    /// The driver's command.
    pub driver: PathBuf,
}

/// Finds a browser and its driver on the `PATH`.
pub fn find() -> Option<Browser> {
    let browser = ["chromium", "chromium-browser", "google-chrome"]
        .iter()
        .find_map(|name| debian::on_path(name))?;
    Some(Browser { browser, driver: debian::on_path("chromedriver")? })
}

pub(super) fn ensure() -> Result<()> {
    if find().is_some() {
        return Ok(());
    }
    if !debian::can_install() {
        bail!("there is no browser to test with, and no right to install one; {ADVICE}");
    }
    announce("installing Chromium, its driver and a font from Debian", "about a minute");
    debian::install(&["chromium", "chromium-driver", "fonts-liberation"])?;
    if find().is_none() {
        bail!("there is still no browser to test with; {ADVICE}");
    }
    Ok(())
}
