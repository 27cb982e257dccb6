//! A server that knows nothing of the site: Python's own.

use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
};

use anyhow::{Context, Result};
use site_tests::{Scratch, copy_site};
use xtask::setup::on_path;

use super::expect_working;

/// A running server; dropping it ends it.
struct Plain {
    process: Child,
    port: u16,
}

impl Plain {
    fn start(python: &Path, folder: &Path) -> Result<Self> {
        let mut process = Command::new(python)
            .args(["-u", "-m", "http.server", "--bind", "127.0.0.1", "--directory"])
            .arg(folder)
            .arg("0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let output = process.stdout.take().context("the server says nothing")?;
        let mut plain = Self { process, port: 0 };
        // "Serving HTTP on 127.0.0.1 port 40123 (http://127.0.0.1:40123/) ..."
        let line = BufReader::new(output).lines().next().context("the server ended")??;
        let port = line.split(" port ").nth(1).and_then(|rest| rest.split(' ').next());
        plain.port = port.context(line.clone())?.parse()?;
        Ok(plain)
    }
}

impl Drop for Plain {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[tokio::test]
async fn a_plain_server_shows_it_in_a_folder() -> Result<()> {
    let Some(python) = on_path("python3") else {
        println!("skipped: for want of python3");
        return Ok(());
    };
    let scratch = Scratch::new()?;
    copy_site(&scratch.path().join("some/folder"))?;
    let plain = Plain::start(&python, scratch.path())?;
    expect_working(format!("http://127.0.0.1:{}/some/folder/", plain.port)).await
}
