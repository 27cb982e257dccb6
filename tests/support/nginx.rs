//! Debian's nginx with the site file of `docs/hosting`, on a port of its own.

use std::{
    fs,
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};
use xtask::{project::Project, setup::find_nginx};

use crate::{copy_site, scratch::Scratch};

const PATIENCE: Duration = Duration::from_secs(20);

/// A running nginx; dropping it ends it.
#[derive(Debug)]
pub struct Nginx {
    process: Child,
    port: u16,
    scratch: Scratch,
}

impl Nginx {
    /// Serves the built site, at the root of a host and below `/some/folder/`. `None`, said aloud,
    /// where nginx or its module for Brotli is not installed.
    ///
    /// # Errors
    /// When the site is not built, or nginx refuses the file.
    pub fn with_built_site() -> Result<Option<Self>> {
        let Some(found) = find_nginx(&Project::here()) else {
            println!("skipped: for want of nginx and libnginx-mod-http-brotli-static");
            return Ok(None);
        };
        let scratch = Scratch::new()?;
        let www = scratch.path().join("www");
        for folder in [www.clone(), www.join("some/folder")] {
            copy_site(&folder)?;
        }
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let site = scratch.path().join("site.conf");
        fs::write(&site, site_file(port, &www)?)?;
        let main = scratch.path().join("nginx.conf");
        fs::write(&main, main_file(&scratch, &found.brotli, &site))?;
        let process = Command::new(&found.program)
            .args(["-e", "stderr", "-p"])
            .arg(scratch.path())
            .arg("-c")
            .arg(&main)
            .stdin(Stdio::null())
            .spawn()
            .context("cannot start nginx")?;
        let mut nginx = Self { process, port, scratch };
        nginx.wait()?;
        Ok(Some(nginx))
    }

    /// The address of a path on this host, without its first slash.
    pub fn address(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}/{path}", self.port)
    }

    /// The folder that is served as the host's root.
    pub fn folder(&self) -> PathBuf {
        self.scratch.path().join("www")
    }

    /// How many bytes it has sent so far, headers and all.
    ///
    /// # Errors
    /// When it keeps no log.
    pub fn sent(&self) -> Result<f64> {
        let log = fs::read_to_string(self.scratch.path().join("sent.log"))?;
        Ok(log.lines().filter_map(|line| line.parse::<f64>().ok()).sum())
    }

    fn wait(&mut self) -> Result<()> {
        let start = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_err() {
            if let Some(status) = self.process.try_wait()? {
                bail!("nginx ended with {status}");
            }
            ensure!(start.elapsed() < PATIENCE, "nginx does not listen");
            thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The site file as it is published, but for the port and the folder.
fn site_file(port: u16, www: &Path) -> Result<String> {
    let path = Project::here().root().join("docs/hosting/nginx.conf");
    let mut text = fs::read_to_string(&path)?;
    for (published, here) in [
        ("listen 80;", format!("listen 127.0.0.1:{port};")),
        ("root /var/www/findings;", format!("root {};", www.display())),
    ] {
        ensure!(text.matches(published).count() == 1, "{} lacks `{published}`", path.display());
        text = text.replace(published, &here);
    }
    Ok(text)
}

/// What Debian's own main file does, without its folders and in one process, which a test can end.
fn main_file(scratch: &Scratch, brotli: &Path, site: &Path) -> String {
    let folder = scratch.path().display();
    let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|kind| format!("    {kind}_temp_path {folder}/{kind};\n"))
        .concat();
    format!(
        "daemon off;\nmaster_process off;\npid {folder}/nginx.pid;\nload_module {};\n\
         events {{}}\nhttp {{\n    log_format bytes $bytes_sent;\n    access_log {folder}/sent.log bytes;\n    sendfile on;\n    tcp_nopush on;\n{temporary}    \
         include {};\n}}\n",
        brotli.display(),
        site.display()
    )
}
