//! A folder, asked over the wire.

use std::{
    fs,
    io::{Read, Write},
    net::TcpStream,
    time::Duration,
};

use super::*;

struct Answer {
    status: String,
    headers: String,
    body: Vec<u8>,
}

impl Answer {
    fn header(&self, name: &str) -> Option<&str> {
        let start = format!("{name}: ");
        self.headers.lines().find_map(|line| line.strip_prefix(&start))
    }
}

/// Asks the server as somebody does who writes the address as it stands.
fn ask(address: &str, method: &str, path: &str, accepted: &str) -> Answer {
    let host = address.trim_start_matches("http://").split('/').next().unwrap();
    let mut connection = TcpStream::connect(host).unwrap();
    connection.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    let request = format!(
        "{method} {path} HTTP/1.1\r\nHost: {host}\r\nAccept-Encoding: {accepted}\r\n\
         Connection: close\r\n\r\n"
    );
    connection.write_all(request.as_bytes()).unwrap();
    let mut answer = Vec::new();
    connection.read_to_end(&mut answer).unwrap();
    let end = answer.windows(4).position(|end| end == b"\r\n\r\n").unwrap();
    let head = String::from_utf8(answer[..end].to_vec()).unwrap();
    let (status, headers) = head.split_once("\r\n").unwrap();
    let status = status.trim_start_matches("HTTP/1.1 ").to_owned();
    Answer { status, headers: headers.to_owned(), body: answer[end + 4..].to_vec() }
}

/// A folder with something beside it that is not to be had.
fn served(prefix: &str) -> (tempfile::TempDir, Running) {
    let scratch = tempfile::tempdir().unwrap();
    let folder = scratch.path().join("site");
    fs::create_dir_all(folder.join("below")).unwrap();
    fs::write(scratch.path().join("secret"), "secret").unwrap();
    for (name, text) in [
        ("index.html", "<p>page</p>"),
        ("below/index.html", "<p>below</p>"),
        ("a b.csv", "a,b\n"),
        ("charts-0123456789abcdef.js", "charts"),
        ("charts-0123456789abcdef.js.br", "charts by Brotli"),
        ("charts-0123456789abcdef.js.gz", "charts by gzip"),
        ("program.wasm", "\0asm"),
        ("program.wasm.gz", "program by gzip"),
        ("site.webmanifest", "{}"),
        ("tea.survey", "survey"),
    ] {
        fs::write(folder.join(name), text).unwrap();
    }
    let running = Server::bind(0, &folder, prefix).unwrap().start().unwrap();
    (scratch, running)
}

#[test]
fn each_kind_of_file_has_its_type_and_its_length() {
    let (_scratch, server) = served("/");
    for (path, kind, body) in [
        ("/", "text/html; charset=utf-8", "<p>page</p>"),
        ("/index.html?theme=dark", "text/html; charset=utf-8", "<p>page</p>"),
        ("/below/", "text/html; charset=utf-8", "<p>below</p>"),
        ("/a%20b.csv", "text/csv; charset=utf-8", "a,b\n"),
        ("/charts-0123456789abcdef.js", "text/javascript; charset=utf-8", "charts"),
        ("/program.wasm", "application/wasm", "\0asm"),
        ("/site.webmanifest", "application/manifest+json", "{}"),
        ("/tea.survey", "application/octet-stream", "survey"),
    ] {
        let answer = ask(server.address(), "GET", path, "");
        assert_eq!(answer.status, "200 OK", "{path}");
        assert_eq!(answer.header("content-type"), Some(kind), "{path}");
        assert_eq!(answer.header("content-length"), Some(body.len().to_string().as_str()));
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
        assert_eq!(answer.header("last-modified"), None);
        assert_eq!(answer.body, body.as_bytes(), "{path}");
        let head = ask(server.address(), "HEAD", path, "");
        assert_eq!(head.header("content-length"), answer.header("content-length"));
        assert!(head.body.is_empty(), "{path}");
    }
}

#[test]
fn the_best_copy_that_a_browser_accepts_is_sent() {
    let (_scratch, server) = served("/");
    let charts = "/charts-0123456789abcdef.js";
    for (path, accepted, coding, body) in [
        (charts, "gzip, deflate, br, zstd", Some("br"), "charts by Brotli"),
        (charts, "gzip", Some("gzip"), "charts by gzip"),
        (charts, "br;q=0, gzip;q=0.5", Some("gzip"), "charts by gzip"),
        (charts, "", None, "charts"),
        (charts, "identity", None, "charts"),
        ("/program.wasm", "gzip, br", Some("gzip"), "program by gzip"),
        ("/tea.survey", "gzip, br", None, "survey"),
    ] {
        let answer = ask(server.address(), "GET", path, accepted);
        assert_eq!(answer.header("content-encoding"), coding, "{path} by {accepted}");
        assert_eq!(answer.header("vary"), Some("accept-encoding"));
        assert_eq!(answer.body, body.as_bytes(), "{path} by {accepted}");
        let kept = if path == charts { "public, max-age=31536000, immutable" } else { "no-cache" };
        assert_eq!(answer.header("cache-control"), Some(kept));
    }
}

#[test]
fn what_is_not_the_sites_is_not_served() {
    let (_scratch, server) = served("/some/folder/");
    let page = ask(server.address(), "GET", "/some/folder/", "");
    assert_eq!((page.status.as_str(), page.body.as_slice()), ("200 OK", &b"<p>page</p>"[..]));
    for path in [
        "/",
        "/index.html",
        "/some/folder/absent",
        "/some/folder/../secret",
        "/some/folder/%2e%2e/secret",
        "/some/folder/below/..%2f..%2fsecret",
        "/some/folder//../secret",
        "/some/folder/%00",
    ] {
        let answer = ask(server.address(), "GET", path, "");
        assert!(!answer.status.starts_with('2'), "{path}: {}", answer.status);
        assert!(!answer.body.starts_with(b"secret"), "{path}");
    }
    let posted = ask(server.address(), "POST", "/some/folder/", "");
    assert_eq!(posted.status, "405 Method Not Allowed");
    assert_eq!(server.asked()[..2], ["/some/folder/", "/"]);
}

#[test]
fn what_is_missing_is_said_to_be_whatever_a_browser_accepts() {
    let (_scratch, server) = served("/");
    for path in ["/absent.js", "/absent/", "/absent/a.js", "/tea.survey/a.js", "/%00"] {
        for accepted in ["", "gzip, deflate, br, zstd"] {
            for method in ["GET", "HEAD"] {
                let answer = ask(server.address(), method, path, accepted);
                assert_eq!(answer.status, "404 Not Found", "{method} {path} by {accepted}");
            }
        }
    }
}

#[test]
fn every_connection_is_answered_however_many_come_at_once() {
    let (_scratch, server) = served("/");
    let ask_both = |address: String| ["GET", "HEAD"].map(|method| ask(&address, method, "/", ""));
    let readers: Vec<_> = (0..64)
        .map(|_| {
            let address = server.address().to_owned();
            thread::spawn(move || ask_both(address))
        })
        .collect();
    for reader in readers {
        for answer in reader.join().unwrap() {
            assert_eq!(answer.status, "200 OK");
        }
    }
    assert_eq!(server.asked().len(), 128);
}

#[test]
fn a_port_that_is_taken_is_passed_over() {
    let scratch = tempfile::tempdir().unwrap();
    fs::write(scratch.path().join("index.html"), "<p>page</p>").unwrap();
    let other = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let taken = other.local_addr().unwrap().port();
    assert!(Server::bind(taken, scratch.path(), "/").is_err());
    let server = Server::bind_from(taken, scratch.path()).unwrap();
    let address = server.address().to_owned();
    assert_ne!(address, format!("http://{}/", other.local_addr().unwrap()));
    // Until the process ends.
    thread::spawn(move || server.run());
    assert_eq!(ask(&address, "GET", "/", "").body, b"<p>page</p>");
}

#[test]
fn nobody_answers_once_it_is_dropped_not_even_on_an_open_connection() {
    let (_scratch, server) = served("/");
    let host = server.address().trim_start_matches("http://").trim_end_matches('/').to_owned();
    let mut open = TcpStream::connect(&host).unwrap();
    open.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    let request = format!("GET / HTTP/1.1\r\nHost: {host}\r\n\r\n");
    open.write_all(request.as_bytes()).unwrap();
    assert!(open.read(&mut [0; 1000]).unwrap() > 0);
    drop(server);
    assert!(TcpStream::connect(&host).is_err());
    // Either the end or an error, but no answer.
    let _ = open.write_all(request.as_bytes());
    let mut rest = Vec::new();
    let _ = open.read_to_end(&mut rest);
    assert!(!rest.starts_with(b"HTTP/1.1"));
}
