//! Mounts the app in the page; nothing else.

fn main() {
    wasm_bindgen_futures::spawn_local(findings_explorer::start());
}
