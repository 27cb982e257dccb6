//! From an address to a file of the site, and what is said about the file.

use std::path::{Path, PathBuf};

/// A folder served under a prefix.
pub(super) struct Site {
    folder: PathBuf,
    prefix: String,
}

impl Site {
    pub(super) fn new(folder: PathBuf, prefix: String) -> Self {
        Self { folder, prefix }
    }

    pub(super) fn prefix(&self) -> &str {
        &self.prefix
    }

    /// The file that an address names, if the site has it.
    pub(super) fn find(&self, address: &str) -> Option<PathBuf> {
        let mut path = self.folder.join(relative_path(address, &self.prefix)?);
        if path.is_dir() {
            path.push("index.html");
        }
        path.is_file().then_some(path)
    }
}

/// The path below the site's folder; `None` for one that is outside of it or not plain.
fn relative_path(address: &str, prefix: &str) -> Option<PathBuf> {
    let path = address.split(['?', '#']).next()?;
    let decoded = percent_decoded(path.strip_prefix(prefix)?)?;
    if decoded.contains(['\\', '\0', ':']) {
        return None;
    }
    let mut relative = PathBuf::new();
    for segment in decoded.split('/').filter(|segment| !segment.is_empty()) {
        if segment.starts_with('.') {
            return None;
        }
        relative.push(segment);
    }
    Some(relative)
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let high = char::from(rest.next()?).to_digit(16)?;
            let low = char::from(rest.next()?).to_digit(16)?;
            bytes.push(u8::try_from(16 * high + low).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

/// The media type of a file, by its extension.
pub(super) fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("css") => "text/css; charset=utf-8",
        Some("csv") => "text/csv; charset=utf-8",
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("png") => "image/png",
        Some("svg") => "image/svg+xml",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("webmanifest") => "application/manifest+json",
        Some("zip") => "application/zip",
        _ => "application/octet-stream",
    }
}

/// How long a browser may keep a file: for good, when its name changes with its content.
pub(super) fn cache_control(path: &Path) -> &'static str {
    if has_content_hash(path) { "public, max-age=31536000, immutable" } else { "no-cache" }
}

/// Whether a name has sixteen hexadecimal digits after a dash, as the build writes them. Trunk leaves
/// out those that a number would not begin with: noughts.
fn has_content_hash(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    name.split(['-', '.', '_']).any(|part| {
        (12..=16).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_hexdigit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(address: &str, prefix: &str, expect: Option<&str>) {
        assert_eq!(relative_path(address, prefix), expect.map(PathBuf::from), "{address:?}");
    }

    #[test]
    fn addresses_below_the_prefix_are_files_of_the_site() {
        check("/", "/", Some(""));
        check("/a/b.js?v=1", "/", Some("a/b.js"));
        check("/some/folder/a.css", "/some/folder/", Some("a.css"));
        check("/a%20b.csv", "/", Some("a b.csv"));
    }

    #[test]
    fn addresses_outside_the_site_are_refused() {
        for address in [
            "/../secret",
            "/%2e%2e/secret",
            "/a/..%2f..%2fsecret",
            "/..%5csecret",
            "/c:/secret",
            "/.git/config",
            "/%00",
            "/%zz",
            "/%2",
            "/%ff",
            "//../secret",
        ] {
            check(address, "/", None);
        }
        check("/a.css", "/some/folder/", None);
        check("http://elsewhere/a.css", "/", None);
    }

    #[test]
    fn only_names_with_a_hash_are_kept_for_good() {
        assert!(has_content_hash(Path::new("app-0123456789abcdef_bg.wasm")));
        assert!(has_content_hash(Path::new("charts-0123456789abcdef.js")));
        assert!(has_content_hash(Path::new("findings-explorer-aad6da762cc9b5_bg.wasm")));
        assert!(!has_content_hash(Path::new("findings-explorer.js")));
        assert!(!has_content_hash(Path::new("index.html")));
    }
}
