//! A small server of static files, as any static host: for trying the site and for its tests.

mod coding;
mod files;

use std::{
    fs::File,
    io::{self, Read, Write},
    net::{Ipv4Addr, SocketAddr},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
    thread::{self, JoinHandle},
};

use anyhow::{Context, Result, anyhow};
use tiny_http::{Header, Method, Request, Response, StatusCode};

/// Where `cargo xtask serve` starts to look for a free port.
pub const DEFAULT_PORT: u16 = 8080;

/// How many ports in a row are tried.
const PORTS_TRIED: u16 = 20;

/// A browser opens six connections to a host.
const WORKERS: usize = 6;

/// A server that listens, on this machine only.
#[derive(Clone)]
pub struct Server {
    http: Arc<tiny_http::Server>,
    site: Arc<files::Site>,
    port: u16,
    /// What has been asked for, where somebody wants to know.
    asked: Option<Arc<Mutex<Vec<String>>>>,
}

impl Server {
    /// Listens on `port`, or the next that is free, and serves `folder` at `/`.
    ///
    /// # Errors
    /// When none of the next ports is free.
    pub fn bind_from(port: u16, folder: &Path) -> Result<Self> {
        (port..=port.saturating_add(PORTS_TRIED))
            .find_map(|port| Self::bind(port, folder, "/").ok())
            .with_context(|| {
                format!("no port from {port} on is free; give another with --port NUMBER")
            })
    }

    /// Listens on `port` (0: any that is free) and serves `folder` at `prefix`, which starts and
    /// ends with a slash.
    ///
    /// # Errors
    /// When the port is taken.
    pub fn bind(port: u16, folder: &Path, prefix: &str) -> Result<Self> {
        let http = tiny_http::Server::http((Ipv4Addr::LOCALHOST, port))
            .map_err(|error| anyhow!("cannot listen on port {port}: {error}"))?;
        let port = http.server_addr().to_ip().as_ref().map_or(port, SocketAddr::port);
        let site = files::Site::new(folder.to_path_buf(), prefix.to_owned());
        Ok(Self { http: Arc::new(http), site: Arc::new(site), port, asked: None })
    }

    /// The address of the site's page.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}{}", self.port, self.site.prefix())
    }

    /// Answers requests until the process ends.
    pub fn run(&self) {
        for worker in self.spawn_workers() {
            // A worker that panicked has said so; the others go on.
            let _ = worker.join();
        }
    }

    /// Answers requests until the result is dropped, which can say what they were.
    pub fn start(mut self) -> Running {
        self.asked = Some(Arc::default());
        let workers = self.spawn_workers();
        Running { server: self, workers }
    }

    fn spawn_workers(&self) -> Vec<JoinHandle<()>> {
        (0..WORKERS)
            .map(|_| {
                let server = self.clone();
                thread::spawn(move || {
                    // `recv` fails when the server is told to stop.
                    while let Ok(request) = server.http.recv() {
                        if let Some(asked) = &server.asked {
                            let mut asked = asked.lock().unwrap_or_else(PoisonError::into_inner);
                            asked.push(request.url().to_owned());
                        }
                        // A reader who went away is no failure of ours.
                        let _ = answer(request, &server.site);
                    }
                })
            })
            .collect()
    }
}

/// A server at work; dropping it ends it.
pub struct Running {
    server: Server,
    workers: Vec<JoinHandle<()>>,
}

impl Running {
    /// The address of the site's page.
    pub fn address(&self) -> String {
        self.server.address()
    }

    /// The paths and queries that have been asked for so far.
    pub fn asked(&self) -> Vec<String> {
        let asked = self.server.asked.iter();
        asked
            .flat_map(|asked| asked.lock().unwrap_or_else(PoisonError::into_inner).clone())
            .collect()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Each call ends the wait of some one worker, so all are called before any is waited for.
        self.workers.iter().for_each(|_| self.server.http.unblock());
        for worker in self.workers.drain(..) {
            let _ = worker.join();
        }
    }
}

fn answer(request: Request, site: &files::Site) -> io::Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return send(request, plain(405, "Only GET and HEAD are served here.\n"));
    }
    let Some(path) = site.find(request.url()) else {
        return send(request, plain(404, "There is no such file on this site.\n"));
    };
    let accepted = request
        .headers()
        .iter()
        .find(|header| header.field.equiv("Accept-Encoding"))
        .map_or("", |header| header.value.as_str());
    let (served, coding) = coding::choose(&path, accepted, |file: &PathBuf| file.is_file());
    let Ok(file) = File::open(&served) else {
        return send(request, plain(404, "There is no such file on this site.\n"));
    };
    let mut response = Response::from_file(file)
        .with_header(header("Content-Type", files::media_type(&path)))
        .with_header(header("Cache-Control", files::cache_control(&path)))
        .with_header(header("X-Content-Type-Options", "nosniff"))
        .with_header(header("Vary", "Accept-Encoding"))
        // Files are short enough to be sent whole: progress needs their length.
        .with_chunked_threshold(usize::MAX);
    if let Some(coding) = coding {
        response = response.with_header(header("Content-Encoding", coding));
    }
    send(request, response)
}

/// Sends an answer and says that none will follow on its connection. Of several connections that come
/// at once `tiny_http` can leave one waiting until another ends, and a browser keeps them open.
fn send(request: Request, response: Response<impl Read>) -> io::Result<()> {
    let version = request.http_version().clone();
    let head_only = *request.method() == Method::Head;
    let mut answer = Vec::new();
    response.raw_print(&mut answer, version, request.headers(), head_only, None)?;
    let status = answer.windows(2).position(|end| end == b"\r\n").map_or(0, |at| at + 2);
    let mut writer = request.into_writer();
    writer.write_all(&answer[..status])?;
    writer.write_all(b"Connection: close\r\n")?;
    writer.write_all(&answer[status..])?;
    writer.flush()
}

fn plain(status: u16, text: &'static str) -> Response<io::Cursor<Vec<u8>>> {
    Response::from_string(text)
        .with_status_code(StatusCode(status))
        .with_header(header("Content-Type", "text/plain; charset=utf-8"))
}

fn header(name: &'static str, value: &'static str) -> Header {
    Header::from_bytes(name, value).unwrap_or_else(|()| unreachable!("a header of fixed text"))
}

#[cfg(test)]
mod tests {
    use std::{net::TcpStream, time::Duration};

    use super::*;

    #[test]
    fn every_connection_is_answered_however_many_come_at_once() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        let server = Server::bind(0, folder, "/").unwrap().start();
        let port = server.server.port;
        let ask = move |method: &str| {
            let mut connection = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).unwrap();
            connection.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
            write!(connection, "{method} /Cargo.toml HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n").unwrap();
            // A browser ends a connection of which it has heard that it is the last.
            let mut answer = [0; 200];
            let length = connection.read(&mut answer).unwrap();
            String::from_utf8_lossy(&answer[..length]).into_owned()
        };
        let readers: Vec<_> =
            (0..64).map(|_| thread::spawn(move || [ask("GET"), ask("HEAD")])).collect();
        for reader in readers {
            for answer in reader.join().unwrap() {
                assert!(answer.starts_with("HTTP/1.1 200 OK\r\nConnection: close\r\n"), "{answer}");
            }
        }
        assert_eq!(server.asked().len(), 128);
    }
}
