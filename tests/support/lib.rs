//! Drives the built site in a real browser: what the tests in `site/` and the benchmarks stand on.
//!
//! ```no_run
//! # async fn example() -> anyhow::Result<()> {
//! use site_tests::{Browser, Look, Site};
//!
//! let site = Site::built()?;
//! let browser = Browser::open(&Look::narrow().dark()).await?;
//! browser.goto(&site.address("")).await?;
//! browser.wait_for("main h1").await?;
//! browser.expect_no_complaints(&site).await?;
//! # Ok(())
//! # }
//! ```

mod ask;
mod axe;
mod browser;
mod chromium;
mod command;
mod downloads;
mod firefox;
mod frame;
mod hosts;
mod log;
mod look;
mod memory;
mod nginx;
mod page;
mod paper;
mod picture;
mod program;
mod scratch;
mod session;
mod shift;
mod site;
mod wait;

pub use ask::Answer;
pub use browser::Browser;
pub use downloads::Downloads;
pub use fantoccini::key::Key;
pub use firefox::Firefox;
pub use hosts::Hosts;
pub use look::Look;
pub use nginx::Nginx;
pub use paper::bare;
pub use scratch::Scratch;
pub use site::{Site, copy_site, file_named};
