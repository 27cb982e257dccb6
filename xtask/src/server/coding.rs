//! Which copy of a file a browser is sent: as it is, or coded by Brotli or gzip.

use std::path::{Path, PathBuf};

/// The codings there are copies in, the best first, with the copies' extensions.
const CODINGS: [(&str, &str); 2] = [("br", "br"), ("gzip", "gz")];

/// The file to send for `path` to a browser that sent `accepted` as its `Accept-Encoding`, and the
/// name of its coding.
pub(super) fn choose(
    path: &Path,
    accepted: &str,
    exists: impl Fn(&PathBuf) -> bool,
) -> (PathBuf, Option<&'static str>) {
    for (coding, extension) in CODINGS {
        if accepts(accepted, coding) {
            let mut name = path.as_os_str().to_owned();
            name.push(".");
            name.push(extension);
            let copy = PathBuf::from(name);
            if exists(&copy) {
                return (copy, Some(coding));
            }
        }
    }
    (path.to_path_buf(), None)
}

/// Whether the header names the coding, and not with a weight of nought.
fn accepts(header: &str, coding: &str) -> bool {
    header.split(',').any(|entry| {
        let mut parts = entry.split(';').map(str::trim);
        let named = parts.next().is_some_and(|name| name.eq_ignore_ascii_case(coding));
        let refused = parts
            .filter_map(|parameter| parameter.strip_prefix("q="))
            .any(|weight| weight.parse::<f32>().is_ok_and(|weight| weight <= 0.0));
        named && !refused
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(accepted: &str, copies: &[&str], expect: (&str, Option<&str>)) {
        let exists = |file: &PathBuf| copies.iter().any(|copy| file == Path::new(copy));
        let (path, coding) = choose(Path::new("a.js"), accepted, exists);
        assert_eq!((path.to_str().unwrap(), coding), expect, "{accepted:?} with {copies:?}");
    }

    #[test]
    fn the_best_copy_that_the_browser_accepts_is_chosen() {
        let both = &["a.js.br", "a.js.gz"];
        check("gzip, deflate, br, zstd", both, ("a.js.br", Some("br")));
        check("gzip", both, ("a.js.gz", Some("gzip")));
        check("GZIP", both, ("a.js.gz", Some("gzip")));
        check("br;q=0, gzip;q=0.5", both, ("a.js.gz", Some("gzip")));
        check("br", &["a.js.gz"], ("a.js", None));
        check("", both, ("a.js", None));
        check("identity, brotli", both, ("a.js", None));
    }
}
