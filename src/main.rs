//! Mounts the app in the page; nothing else.

fn main() {
    findings_explorer::start();
}
