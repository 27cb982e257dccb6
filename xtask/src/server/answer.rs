//! What a site answers, and what it says about each file.

use std::{
    io::{self, ErrorKind},
    path::Path,
    sync::{Mutex, PoisonError},
};

use http::{HeaderMap, HeaderValue, Request, Response, StatusCode, Uri, header};
use http_body_util::{Either, Empty};
use hyper::body::{Bytes, Incoming};
use tower_http::services::{ServeDir, fs::ServeFileSystemResponseBody};

type Body = Either<ServeFileSystemResponseBody, Empty<Bytes>>;

/// A folder served under a prefix.
pub(super) struct Site {
    files: ServeDir,
    prefix: String,
    asked: Mutex<Vec<String>>,
}

impl Site {
    pub(super) fn new(folder: &Path, prefix: &str) -> Self {
        let files = ServeDir::new(folder).precompressed_br().precompressed_gzip();
        Self { files, prefix: prefix.to_owned(), asked: Mutex::default() }
    }

    /// The paths and queries that have been asked for.
    pub(super) fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(super) async fn answer(&self, mut request: Request<Incoming>) -> Response<Body> {
        let asked = request.uri().to_string();
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).push(asked);
        let Some(below) = below(request.uri(), &self.prefix) else {
            return empty(StatusCode::NOT_FOUND);
        };
        let immutable = has_content_hash(below.path());
        *request.uri_mut() = below;
        let mut response = match self.files.clone().try_call(request).await {
            Ok(response) => response,
            Err(error) => return empty(failure(&error)),
        };
        if response.status().is_success() {
            describe(response.headers_mut(), immutable);
        }
        response.map(Either::Left)
    }
}

/// What is said of a file that can't be opened.
fn failure(error: &io::Error) -> StatusCode {
    match error.kind() {
        // The last is of names that no file can have.
        ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::InvalidInput => {
            StatusCode::NOT_FOUND
        }
        _ => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

fn empty(status: StatusCode) -> Response<Body> {
    let mut response = Response::new(Either::Right(Empty::new()));
    *response.status_mut() = status;
    response
}

/// An address as the folder has it.
fn below(address: &Uri, prefix: &str) -> Option<Uri> {
    let path = address.path_and_query()?.as_str();
    format!("/{}", path.strip_prefix(prefix)?).parse().ok()
}

/// Says what a static host should say of a file and the library does not.
fn describe(headers: &mut HeaderMap, immutable: bool) {
    let kept = if immutable { "public, max-age=31536000, immutable" } else { "no-cache" };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(kept));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    // It counts in seconds, and tests alter a file within one: a browser would go on with the old.
    headers.remove(header::LAST_MODIFIED);
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    if let Some(kind) = kind.filter(|kind| kind.starts_with("text/"))
        && let Ok(kind) = HeaderValue::from_str(&format!("{kind}; charset=utf-8"))
    {
        headers.insert(header::CONTENT_TYPE, kind);
    }
}

/// Whether a name has sixteen hexadecimal digits after a dash, as the build writes them: then a browser
/// may keep the file for good. Trunk leaves out those that a number would not begin with: noughts.
fn has_content_hash(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.split(['-', '.', '_']).any(|part| {
        (12..=16).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_hexdigit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_below_the_prefix_are_the_sites() {
        let check = |address: &str, prefix: &str, expect: Option<&str>| {
            let found = below(&address.parse().unwrap(), prefix).map(|uri| uri.to_string());
            assert_eq!(found.as_deref(), expect, "{address}");
        };
        check("/", "/", Some("/"));
        check("/a/b.js?v=1", "/", Some("/a/b.js?v=1"));
        check("/some/folder/a.css", "/some/folder/", Some("/a.css"));
        check("/some/folder/", "/some/folder/", Some("/"));
        check("/a.css", "/some/folder/", None);
    }

    #[test]
    fn only_names_with_a_hash_are_kept_for_good() {
        assert!(has_content_hash("/app-0123456789abcdef_bg.wasm"));
        assert!(has_content_hash("/charts-0123456789abcdef.js"));
        assert!(has_content_hash("/findings-explorer-aad6da762cc9b5_bg.wasm"));
        assert!(!has_content_hash("/0123456789abcdef/findings-explorer.js"));
        assert!(!has_content_hash("/index.html"));
    }
}
