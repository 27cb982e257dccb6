//! The built site, served to the browser.

use std::{
    env, fs,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError, Weak},
};

use anyhow::{Context, Result, ensure};
use survey_pack::pack;
use xtask::{
    project::Project,
    server::{Running, Server},
    survey_site::SurveySite,
};

use crate::scratch::Scratch;

/// The built site on a port of its own; dropping it ends the serving.
pub struct Site {
    /// None once it was stopped, and where another program serves it.
    server: Option<Running>,
    address: String,
    copy: Option<Arc<Scratch>>,
}

impl Site {
    /// The site as built, at the root of a host.
    ///
    /// # Errors
    /// When the site is not built.
    pub fn built() -> Result<Self> {
        Self::built_below("/")
    }

    /// The site as built, in a folder of a host; `prefix` starts and ends with a slash.
    ///
    /// # Errors
    /// When the site is not built.
    pub fn built_below(prefix: &str) -> Result<Self> {
        Self::served(Server::bind(0, &dist()?, prefix)?, None)
    }

    /// A copy of the site, with whatever `alter` does to the copy's folder. The compressed copies
    /// are left out, so that what is altered is what is served.
    ///
    /// # Errors
    /// When the site is not built, or those of `alter`.
    pub fn altered(alter: impl FnOnce(&Path) -> Result<()>) -> Result<Self> {
        let copy = Scratch::new()?;
        copy_files(&dist()?, copy.path(), is_uncompressed)?;
        alter(copy.path())?;
        Self::copied(Arc::new(copy))
    }

    /// The site at an address where another program serves it.
    pub fn elsewhere(address: String) -> Self {
        Self { server: None, address, copy: None }
    }

    fn served(server: Server, copy: Option<Arc<Scratch>>) -> Result<Self> {
        let address = server.address().to_owned();
        Ok(Self { server: Some(server.start()?), address, copy })
    }

    /// Two copies of the site on one host, in the folders `a` and `b` below [`Self::address`].
    ///
    /// # Errors
    /// When the site is not built.
    pub fn twice() -> Result<Self> {
        let copy = Scratch::new()?;
        for folder in ["a", "b"] {
            copy_files(&dist()?, &copy.path().join(folder), is_uncompressed)?;
        }
        Self::copied(Arc::new(copy))
    }

    fn copied(copy: Arc<Scratch>) -> Result<Self> {
        Self::served(Server::bind(0, copy.path(), "/")?, Some(copy))
    }

    /// Ends the serving: from now on nobody answers at the site's address.
    pub fn stop(&mut self) {
        self.server = None;
    }

    /// The site over another survey: the built program, this package packed, and the page's words made
    /// of it, all as the build makes them.
    ///
    /// # Errors
    /// When the site is not built, or the package is not one that may be packed.
    pub fn over(package: &Path) -> Result<Self> {
        let (scratch, copy) = (Scratch::new()?, Scratch::new()?);
        let name = package.file_name().context("the package's folder has no name")?;
        let packed = scratch.path().join(name).with_extension("survey");
        pack::pack(package, &packed, &pack::Options::default())?;
        let site = SurveySite {
            survey: &packed,
            package: Some(package),
            address: None,
            keeps_offline: true,
        };
        site.write(&Project::here(), copy.path())?;
        Self::copied(Arc::new(copy))
    }

    /// The site over the confidential demonstration. To pack it takes seconds, so tests that run at the
    /// same time have one folder, each on a port of its own; none may change it.
    ///
    /// # Errors
    /// When the site is not built.
    pub fn over_demonstration() -> Result<Self> {
        static MADE: Mutex<Weak<Scratch>> = Mutex::new(Weak::new());
        let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(copy) = made.upgrade() {
            return Self::copied(copy);
        }
        let site = Self::over(&Project::here().root().join("data/demo-confidential"))?;
        *made = site.copy.as_ref().map(Arc::downgrade).unwrap_or_default();
        Ok(site)
    }

    /// The folder that is served, where it is a copy.
    pub fn folder(&self) -> Option<&Path> {
        self.copy.as_ref().map(|copy| copy.path())
    }

    /// The address of the page, with a fragment or a query behind it.
    pub fn address(&self, rest: &str) -> String {
        self.address.clone() + rest
    }

    /// The paths and queries that have been asked of it so far.
    pub fn asked(&self) -> Vec<String> {
        self.server.as_ref().map(Running::asked).unwrap_or_default()
    }

    /// Whether an address is one of this site's.
    pub fn has(&self, address: &str) -> bool {
        address.starts_with(&self.address)
    }
}

/// The one file in `folder` whose name starts and ends so: the build puts hashes between.
///
/// # Errors
/// When there is no such file or more than one.
pub fn file_named(folder: &Path, start: &str, end: &str) -> Result<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with(start) && name.ends_with(end) {
            found.push(path);
        }
    }
    ensure!(found.len() == 1, "{} files are named {start}…{end}", found.len());
    found.pop().context("the only file")
}

/// Names another folder with a site, such as that of `serve --watch`, below the project's own.
pub(crate) const DIST: &str = "FINDINGS_DIST";

fn dist() -> Result<PathBuf> {
    let project = Project::here();
    let named = env::var_os(DIST).map(|named| project.root().join(named));
    let dist = named.unwrap_or_else(|| project.dist());
    ensure!(dist.join("index.html").exists(), "the site is not built; run `cargo xtask build`");
    Ok(dist)
}

/// Copies the built site into a folder, compressed copies and all.
///
/// # Errors
/// When the site is not built or the folder can't be written to.
pub fn copy_site(folder: &Path) -> Result<()> {
    copy_files(&dist()?, folder, |_| true)
}

fn is_uncompressed(file: &Path) -> bool {
    file.extension().is_none_or(|extension| extension != "br" && extension != "gz")
}

fn copy_files(from: &Path, to: &Path, taken: fn(&Path) -> bool) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy_files(&path, &target, taken)?;
        } else if taken(&path) {
            fs::copy(&path, &target)?;
        }
    }
    Ok(())
}
