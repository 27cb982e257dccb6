//! A small server of static files, as any static host: for trying the site and for its tests.

mod answer;

use std::{
    convert::Infallible,
    io,
    net::{Ipv4Addr, TcpListener},
    path::Path,
    sync::Arc,
    thread::{self, JoinHandle},
};

use anyhow::{Context, Result};
use hyper::{server::conn::http1, service::service_fn};
use hyper_util::rt::TokioIo;
use tokio::{runtime::Runtime, sync::oneshot};

use self::answer::Site;

/// Where `cargo xtask serve` starts to look for a free port.
pub const DEFAULT_PORT: u16 = 8080;

/// How many ports in a row are tried.
const PORTS_TRIED: u16 = 20;

/// A server that listens, on this machine only.
pub struct Server {
    listener: TcpListener,
    site: Arc<Site>,
    address: String,
}

impl Server {
    /// Listens on `port`, or the next that is free, and serves `folder` at `/`.
    ///
    /// # Errors
    /// When none of the next ports is free.
    pub fn bind_from(port: u16, folder: &Path) -> Result<Self> {
        first_free(port, |port| Self::bind(port, folder, "/").ok())
    }

    /// Listens on `port` (0: any that is free) and serves `folder` at `prefix`, which starts and
    /// ends with a slash.
    ///
    /// # Errors
    /// When the port is taken.
    pub fn bind(port: u16, folder: &Path, prefix: &str) -> Result<Self> {
        let cannot = || format!("cannot listen on port {port}");
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).with_context(cannot)?;
        // As the runtime wants it.
        listener.set_nonblocking(true).with_context(cannot)?;
        let address = format!("http://{}{prefix}", listener.local_addr().with_context(cannot)?);
        Ok(Self { listener, site: Arc::new(Site::new(folder, prefix)), address })
    }

    /// The address of the site's page.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Answers requests until the process ends.
    ///
    /// # Errors
    /// When the machine gives the server no means to work.
    pub fn run(self) -> Result<()> {
        runtime()?.block_on(serve(self.listener, self.site)).context("the server ended")
    }

    /// Answers requests until the result is dropped, which can say what they were.
    ///
    /// # Errors
    /// When the machine gives the server no means to work.
    pub fn start(self) -> Result<Running> {
        let Self { listener, site, address } = self;
        let (stop, stopped) = oneshot::channel();
        let (runtime, served) = (runtime()?, Arc::clone(&site));
        // A thread of its own: whoever drops a runtime has to wait, which async code must not.
        let thread = thread::spawn(move || {
            runtime.spawn(serve(listener, served));
            // An error says that nobody can stop the server any more.
            let _ = runtime.block_on(stopped);
        });
        Ok(Running { site, address, stop: Some(stop), thread: Some(thread) })
    }
}

/// A server at work; dropping it ends it, and all its connections.
pub struct Running {
    site: Arc<Site>,
    address: String,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Running {
    /// The address of the site's page.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The paths and queries that have been asked for so far.
    pub fn asked(&self) -> Vec<String> {
        self.site.asked()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// `port`, or the next that is free on this machine, for another server.
///
/// # Errors
/// When none of the next ports is free.
pub fn free_port(port: u16) -> Result<u16> {
    first_free(port, |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).ok().map(|_| port))
}

fn first_free<T>(port: u16, take: impl FnMut(u16) -> Option<T>) -> Result<T> {
    (port..=port.saturating_add(PORTS_TRIED))
        .find_map(take)
        .with_context(|| format!("no port from {port} on is free; give another with --port NUMBER"))
}

fn runtime() -> Result<Runtime> {
    Runtime::new().context("cannot start the server")
}

async fn serve(listener: TcpListener, site: Arc<Site>) -> io::Result<()> {
    let listener = tokio::net::TcpListener::from_std(listener)?;
    loop {
        let (connection, _) = listener.accept().await?;
        let site = Arc::clone(&site);
        let answers = service_fn(move |request| {
            let site = Arc::clone(&site);
            async move { Ok::<_, Infallible>(site.answer(request).await) }
        });
        // A reader who went away is no failure of ours.
        tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(connection), answers));
    }
}

#[cfg(test)]
mod tests;
