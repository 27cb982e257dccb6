//! The browser that the tests drive, and its driver.

use std::{
    env,
    path::{Path, PathBuf},
};

use anyhow::{Result, bail};

use super::announce;
use crate::run::{command, probe, run};

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
    let browser =
        ["chromium", "chromium-browser", "google-chrome"].iter().find_map(|name| on_path(name))?;
    Some(Browser { browser, driver: on_path("chromedriver")? })
}

pub(super) fn ensure() -> Result<()> {
    if find().is_some() {
        return Ok(());
    }
    install_on_debian()?;
    if find().is_none() {
        bail!("there is still no browser to test with; {ADVICE}");
    }
    Ok(())
}

fn install_on_debian() -> Result<()> {
    let root = Path::new("/");
    if on_path("apt-get").is_none() {
        bail!("there is no browser to test with; {ADVICE}");
    }
    let is_root = probe(command("id", root).arg("-u")).is_some_and(|id| id.trim() == "0");
    let prefix: &[&str] = if is_root {
        &[]
    } else if probe(command("sudo", root).args(["-n", "true"])).is_some() {
        &["sudo", "-n"]
    } else {
        bail!("there is no browser to test with, and no right to install one; {ADVICE}");
    };
    announce("installing Chromium, its driver and a font from Debian", "about a minute");
    let apt = |arguments: &[&str]| {
        let mut words = prefix.iter().chain(&["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        let program = words.next().unwrap_or(&"apt-get");
        run(command(program, root).args(words).args(arguments))
    };
    apt(&["-qq", "update"])?;
    apt(&[
        "-qq",
        "install",
        "--yes",
        "--no-install-recommends",
        "chromium",
        "chromium-driver",
        "fonts-liberation",
    ])
}

/// The first file of this name in the folders of `PATH`.
fn on_path(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}
