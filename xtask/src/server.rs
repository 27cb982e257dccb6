//! A small server of static files, as any static host: for trying the site and for its tests.

mod coding;
mod files;

use std::{
    fs::File,
    io,
    net::{Ipv4Addr, SocketAddr},
    path::{Path, PathBuf},
    sync::Arc,
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
        Ok(Self { http: Arc::new(http), site: Arc::new(site), port })
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

    /// Answers requests until the result is dropped.
    pub fn start(self) -> Running {
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
        return request.respond(plain(405, "Only GET and HEAD are served here.\n"));
    }
    let Some(path) = site.find(request.url()) else {
        return request.respond(plain(404, "There is no such file on this site.\n"));
    };
    let accepted = request
        .headers()
        .iter()
        .find(|header| header.field.equiv("Accept-Encoding"))
        .map_or("", |header| header.value.as_str());
    let (served, coding) = coding::choose(&path, accepted, |file: &PathBuf| file.is_file());
    let Ok(file) = File::open(&served) else {
        return request.respond(plain(404, "There is no such file on this site.\n"));
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
    request.respond(response)
}

fn plain(status: u16, text: &'static str) -> Response<io::Cursor<Vec<u8>>> {
    Response::from_string(text)
        .with_status_code(StatusCode(status))
        .with_header(header("Content-Type", "text/plain; charset=utf-8"))
}

fn header(name: &'static str, value: &'static str) -> Header {
    Header::from_bytes(name, value).unwrap_or_else(|()| unreachable!("a header of fixed text"))
}
