//! nginx with its module for Brotli, to try what `docs/hosting` says. Debian's packages are unpacked
//! into the project's own folder: installed, they would start a server on this machine.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};

use super::{announce, debian};
use crate::{
    project::Project,
    run::{command, run},
};

const PACKAGES: [&str; 2] = ["nginx", "libnginx-mod-http-brotli-static"];

/// The program and its module.
#[derive(Debug, Clone)]
pub struct Nginx {
    /// The command.
    pub program: PathBuf,
    /// The module that sends files compressed with Brotli.
    pub brotli: PathBuf,
}

/// Finds both on this machine or in the project's own folder.
pub fn find(project: &Project) -> Option<Nginx> {
    [PathBuf::from("/"), folder(project)].into_iter().find_map(|root| {
        let nginx = Nginx {
            program: root.join("usr/sbin/nginx"),
            brotli: root.join("usr/lib/nginx/modules/ngx_http_brotli_static_module.so"),
        };
        (nginx.program.is_file() && nginx.brotli.is_file()).then_some(nginx)
    })
}

/// Only tests and a benchmark need it: where it can't be had, these say so.
pub(super) fn ensure(project: &Project) {
    if find(project).is_none()
        && let Err(why) = unpack(&folder(project))
    {
        println!("skipped: nginx for tests ({why:#})");
    }
}

fn folder(project: &Project) -> PathBuf {
    project.tools().join("nginx")
}

fn unpack(folder: &Path) -> Result<()> {
    debian::on_path("apt-get").context("this is not Debian")?;
    announce("unpacking nginx from Debian", "seconds; for tests of hosting");
    fs::create_dir_all(folder)?;
    let download = || {
        run(command("apt-get", folder).args([&["-qq", "download"], PACKAGES.as_slice()].concat()))
    };
    // Without lists of packages, fetch these first.
    download().or_else(|_| debian::update().and_then(|()| download()))?;
    let mut unpacked = 0;
    for entry in fs::read_dir(folder)? {
        let file = entry?.path();
        if file.extension().is_some_and(|extension| extension == "deb") {
            run(command("dpkg-deb", folder).arg("--extract").arg(&file).arg(folder))?;
            fs::remove_file(&file)?;
            unpacked += 1;
        }
    }
    ensure!(unpacked == PACKAGES.len(), "{unpacked} packages came");
    Ok(())
}
