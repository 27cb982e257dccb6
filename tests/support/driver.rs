//! The process that speaks WebDriver for a browser.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{Ipv4Addr, TcpStream},
    path::Path,
    process::{Child, Command, Stdio},
    time::Duration,
};

use anyhow::{Context, Result};

use crate::scratch::Scratch;

/// A driver with one browser; dropping it ends both.
#[derive(Debug)]
pub(crate) struct Driver {
    process: Child,
    port: u16,
    session: Option<String>,
    // The browser's profile is in here; a driver that is killed leaves it behind.
    _scratch: Scratch,
}

impl Driver {
    /// Starts a driver on a port of its own choice. It ends at once where another program takes that
    /// port before the driver listens on it; then it is started again, a few times.
    pub(crate) fn start(command: &Path) -> Result<Self> {
        const TRIES: u32 = 3;
        for _ in 1..TRIES {
            if let Some(driver) = Self::listening(command)? {
                return Ok(driver);
            }
        }
        Self::listening(command)?
            .with_context(|| format!("{} ended before it listened", command.display()))
    }

    /// A driver that listens, or nothing where it ended before.
    fn listening(command: &Path) -> Result<Option<Self>> {
        let scratch = Scratch::new()?;
        let mut process = Command::new(command)
            .arg("--port=0")
            .env("TMPDIR", scratch.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("cannot start {}", command.display()))?;
        let output = process.stdout.take().context("the driver has no output")?;
        let mut driver = Self { process, port: 0, session: None, _scratch: scratch };
        let mut lines = BufReader::new(output).lines();
        for line in lines.by_ref() {
            if let Some(port) = announced_port(&line?) {
                driver.port = port;
                // Read on, so that the driver never waits for a reader.
                std::thread::spawn(move || lines.for_each(drop));
                return Ok(Some(driver));
            }
        }
        Ok(None)
    }

    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Remembers the browser's session, to end it with the driver.
    pub(crate) fn owns(&mut self, session: String) {
        self.session = Some(session);
    }

    /// A driver that is killed leaves its browser behind, so the session is ended first. This runs
    /// when a test panics as well, where nothing asynchronous can.
    fn end_session(&self, session: &str) -> std::io::Result<()> {
        let patience = Some(Duration::from_secs(10));
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        stream.set_read_timeout(patience)?;
        write!(
            stream,
            "DELETE /session/{session} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
        )?;
        // The driver answers once the browser has gone, and leaves the connection open.
        stream.read(&mut [0; 512]).map(drop)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        if let Some(session) = self.session.take() {
            // A browser that has already gone needs no ending.
            let _ = self.end_session(&session);
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The port in `ChromeDriver was started successfully on port 40123.`
fn announced_port(line: &str) -> Option<u16> {
    line.split_once("successfully on port ")?.1.trim_end_matches('.').parse().ok()
}

#[cfg(test)]
mod tests {
    use super::announced_port;

    #[test]
    fn the_port_is_read_from_the_announcement() {
        let line = "ChromeDriver was started successfully on port 40123.";
        assert_eq!(announced_port(line), Some(40123));
        assert_eq!(announced_port("Starting ChromeDriver 156.0 on port 0"), None);
    }
}
