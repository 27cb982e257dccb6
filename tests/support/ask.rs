//! One request, and the whole answer as it came over the wire.

use std::{
    fmt::Write as _,
    io::{Read, Write},
    net::TcpStream,
    time::Duration,
};

use anyhow::{Context, Result};
use url::Url;

/// What a server answered.
#[derive(Debug)]
pub struct Answer {
    /// The status, such as 304.
    pub status: u16,
    /// Names in small letters, with their values, in the order in which they came.
    headers: Vec<(String, String)>,
    /// The body, in whatever coding it has.
    pub body: Vec<u8>,
}

impl Answer {
    /// Asks for an address with a method and some headers.
    ///
    /// # Errors
    /// When the server can't be reached or does not speak HTTP.
    pub fn to(method: &str, address: &str, headers: &[(&str, &str)]) -> Result<Self> {
        let url = Url::parse(address)?;
        let (host, port) = (url.host_str().context("no host")?, url.port_or_known_default());
        let mut stream = TcpStream::connect((host, port.context("no port")?))?;
        stream.set_read_timeout(Some(Duration::from_secs(20)))?;
        let mut request = format!("{method} {} HTTP/1.1\r\nHost: {host}\r\n", url.path());
        for (name, value) in headers.iter().chain(&[("Connection", "close")]) {
            // Writing to a string can't fail.
            let _ = write!(request, "{name}: {value}\r\n");
        }
        stream.write_all((request + "\r\n").as_bytes())?;
        let mut whole = Vec::new();
        stream.read_to_end(&mut whole)?;
        let end = whole.windows(4).position(|four| four == b"\r\n\r\n").context("no headers")?;
        let head = String::from_utf8(whole[..end].to_vec())?;
        let mut lines = head.lines();
        let status = lines.next().and_then(|line| line.split(' ').nth(1)).context("no status")?;
        let headers = lines
            .filter_map(|line| line.split_once(':'))
            .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
            .collect();
        Ok(Self { status: status.parse()?, headers, body: whole[end + 4..].to_vec() })
    }

    /// A header's value; nothing where it was not sent.
    pub fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|header| header.0 == name).map_or("", |header| &header.1)
    }
}
