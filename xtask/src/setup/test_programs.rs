//! Programs that only tests run. Where they can't be had, those tests say that they are skipped.

use super::{announce, debian};

/// A program's command, its package in Debian, and how long that takes.
const PROGRAMS: [(&str, &str, &str); 3] = [
    ("pdftotext", "poppler-utils", "half a minute; for tests of what is printed"),
    ("wrk", "wrk", "seconds; for the benchmark of hosting"),
    ("soffice", "libreoffice-calc", "two minutes; 300 MB, for tests of what is taken away"),
];

pub(super) fn ensure() {
    for (command, package, how_long) in PROGRAMS {
        if debian::on_path(command).is_some() {
            continue;
        }
        if !debian::can_install() {
            println!("skipped: {package} for tests (no right to install it)");
            continue;
        }
        announce(&format!("installing {package} from Debian"), how_long);
        if let Err(why) = debian::install(&[package]) {
            println!("skipped: {package} for tests ({why:#})");
        }
    }
}
