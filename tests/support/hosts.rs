//! Pages of other sites, in which the explorer stands.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result};
use explorer::state::permalink::START;
use xtask::{
    project::Project,
    server::{Running, Server},
};

use crate::{Site, scratch::Scratch};

/// The pages of `tests/hosts` on a port of their own, and so of another origin than the explorer's;
/// dropping it ends the serving.
pub struct Hosts {
    server: Running,
    copy: Scratch,
}

impl Hosts {
    /// The pages with their embeds from `site`. `heights` is what `plain.html` says of its figure's.
    ///
    /// # Errors
    /// When the pages can't be read or served.
    pub fn of(site: &Site, heights: &str) -> Result<Self> {
        let copy = Scratch::new()?;
        for entry in fs::read_dir(folder())? {
            let path = entry?.path();
            let name = path.file_name().context("a page without a name")?;
            let page = fs::read_to_string(&path)?;
            let page = page.replace("{{site}}", &site.address("")).replace("{{heights}}", heights);
            let page = page.replace("{{start}}", START);
            fs::write(copy.path().join(name), page)?;
        }
        let server = Server::bind(0, copy.path(), "/")?.start()?;
        Ok(Self { server, copy })
    }

    /// Adds a page, and gives its address.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn add(&self, name: &str, page: &str) -> Result<String> {
        fs::write(self.copy.path().join(name), page).context("cannot add a page")?;
        Ok(self.address(name))
    }

    /// The address of a page.
    pub fn address(&self, page: &str) -> String {
        self.server.address().to_owned() + page
    }
}

fn folder() -> PathBuf {
    Project::here().root().join("tests/hosts")
}
