//! Firefox, in which one test looks at embeds: the other tests' browser is Chromium.

use std::path::PathBuf;

use super::{announce, debian};

/// Finds Firefox on the `PATH`.
pub fn find() -> Option<PathBuf> {
    ["firefox-esr", "firefox"].iter().find_map(|name| debian::on_path(name))
}

/// Only that test needs it: where it can't be had, the test is skipped, and this says why.
pub(super) fn ensure() {
    if find().is_some() {
        return;
    }
    if !debian::can_install() {
        println!("skipped: Firefox for its test of embeds (it is not installed)");
        return;
    }
    announce("installing Firefox from Debian", "about a minute");
    if let Err(why) = debian::install(&["firefox-esr"]) {
        println!("skipped: Firefox for its test of embeds ({why:#})");
    }
}
