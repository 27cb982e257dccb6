//! A site of a small program, made as a whole.

use std::{fs, path::PathBuf};

use super::*;
use crate::packed::tests::header;

/// A folder in which a site is made of a program that is not one.
struct Workplace {
    folder: tempfile::TempDir,
    program: Program,
}

impl Workplace {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let program = folder.path().join("program");
        for folder in [program::APP, program::PARTS] {
            fs::create_dir_all(program.join(folder)).unwrap();
        }
        let page = include_str!("../../../index.html");
        for (name, text) in [
            (program::PAGE, page),
            ("app/boot-0123456789abcdef.js", "boot"),
            (program::APP_GLUE, "glue"),
            (program::APP_PROGRAM, "\0asm core"),
            ("parts/explore.wasm", "\0asm explore"),
            ("parts/compare_explore.wasm", "\0asm both"),
            (program::CHARTS, "charts"),
            (program::EMBED, "embed"),
            (program::FRAME, "frame"),
            (program::TAKEAWAY, "takeaway"),
            (program::OFFLINE, "offline"),
            (program::WORKER, "worker"),
            (program::NO_WORKER, "no worker"),
        ] {
            fs::write(program.join(name), text).unwrap();
        }
        Self { folder, program: Program::at(program) }
    }

    fn packed(&self, provenance: u8, form: u8) -> Packed {
        let file = self.folder.path().join("tea.survey");
        fs::write(&file, header(provenance, form)).unwrap();
        Packed::read(&file).unwrap()
    }

    fn site(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    fn write(&self, contents: &Contents<'_>) -> std::result::Result<(), String> {
        write(&self.program, contents, &self.site()).map_err(|error| error.to_string())
    }

    fn written(&self, name: &str) -> String {
        fs::read_to_string(self.site().join(name)).unwrap()
    }

    /// The names of all files, without their hashes.
    fn names(&self) -> Vec<String> {
        let files = files::every_file(&self.site()).unwrap();
        let name = |file: &PathBuf| {
            let name = file.file_name().unwrap().to_string_lossy().into_owned();
            match name.split_once('-') {
                Some((stem, rest)) => format!("{stem}.{}", rest.rsplit_once('.').unwrap().1),
                None => name,
            }
        };
        let mut names: Vec<String> = files.iter().map(name).collect();
        names.sort();
        names
    }
}

fn text() -> Text {
    Text {
        head: "<title>Tea</title>".to_owned(),
        notices: "<p>It brews</p>".to_owned(),
        page: "<h1>All of tea</h1>".to_owned(),
        embedded_notices: "<p>It brews elsewhere</p>".to_owned(),
        embedded: "<p>Some tea</p>".to_owned(),
        manifest: "{}".to_owned(),
    }
}

fn package() -> Package {
    let files = [("datapackage.json".to_owned(), "{}".to_owned())];
    Package { name: "tea".to_owned(), files: files.into() }
}

fn contents<'a>(survey: &'a Packed, package: Option<&'a Package>, text: &'a Text) -> Contents<'a> {
    Contents { survey, package, text, elsewhere: None, keeps_offline: true }
}

#[test]
fn a_site_has_the_program_the_survey_and_what_the_page_says_of_it() {
    let place = Workplace::new();
    let (packed, package, text) = (place.packed(2, 1), package(), text());
    place.write(&contents(&packed, Some(&package), &text)).unwrap();
    let expected = [
        "boot.js",
        "charts.js",
        "embed.html",
        "embed.js",
        "findings.js",
        "findings.wasm",
        "frame.js",
        "index.html",
        "offline.js",
        "package.zip",
        "part.wasm",
        "part.wasm",
        "site.webmanifest",
        "sw.js",
        "takeaway.js",
        "tea.survey",
    ];
    assert_eq!(place.names(), expected);
    let (page, embed) = (place.written("index.html"), place.written("embed.html"));
    assert!(page.contains("<h1>All of tea</h1>") && !page.contains("Some tea"));
    assert!(embed.contains("<p>Some tea</p>") && !embed.contains("All of tea"));
    assert!(page.contains("<p>It brews</p>") && !page.contains("It brews elsewhere"));
    assert!(embed.contains("<p>It brews elsewhere</p>") && !embed.contains("<p>It brews</p>"));
    for page in [&page, &embed] {
        assert!(page.contains("<title>Tea</title>") && !page.contains("<!-- findings:"));
        assert!(page.contains("content=\"./tea-a0a1a2a3a4a5a6a7.survey\""), "{page}");
        assert!(page.contains("content=\"./part-compare_explore-"), "{page}");
        assert!(page.contains(".wasm\" data-part=\"compare explore\">"), "{page}");
        assert!(page.contains("\"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'"));
    }
    assert!(page.contains("findings-offline") && !embed.contains("findings-offline"));
    let worker = place.written("sw.js");
    assert!(worker.ends_with("],]};\nworker"), "{worker}");
    assert!(worker.contains("\"index.html\"") && !worker.contains("package.zip"), "{worker}");
}

#[test]
fn a_site_that_keeps_nothing_takes_away_what_was_kept() {
    let place = Workplace::new();
    let (packed, text) = (place.packed(3, 2), text());
    let contents = Contents { keeps_offline: false, ..contents(&packed, None, &text) };
    place.write(&contents).unwrap();
    assert_eq!(place.written("sw.js"), "no worker");
    assert!(!place.written("index.html").contains("findings-offline"));
    assert!(!place.names().iter().any(|name| name == "offline.js" || name == "package.zip"));
}

#[test]
fn what_links_show_elsewhere_is_there_where_it_was_made() {
    let place = Workplace::new();
    let (packed, text) = (place.packed(3, 2), text());
    let elsewhere = Elsewhere { oembed: "{\"version\":1}".to_owned(), picture: b"PNG".to_vec() };
    let contents = Contents { elsewhere: Some(&elsewhere), ..contents(&packed, None, &text) };
    place.write(&contents).unwrap();
    assert_eq!(place.written("oembed.json"), elsewhere.oembed);
    assert_eq!(place.written("social.png"), "PNG");
    assert!(!place.written("sw.js").contains("social.png"), "readers keep what no page shows");
}

#[test]
fn package_and_survey_go_together_or_there_is_no_page() {
    let place = Workplace::new();
    let (package, text) = (package(), text());
    let confidential = place.packed(3, 2);
    let said = place.write(&contents(&confidential, Some(&package), &text)).unwrap_err();
    assert!(
        said.contains("not on record") && said.contains("give the packed file alone"),
        "{said}"
    );
    let public = place.packed(2, 1);
    let said = place.write(&contents(&public, None, &text)).unwrap_err();
    assert!(said.contains("name its folder"), "{said}");
    for absent in ["index.html", "package.zip"] {
        assert!(!place.site().join(absent).exists(), "{absent}");
    }
}

#[test]
fn a_program_that_lacks_a_part_is_an_error_that_names_it() {
    let place = Workplace::new();
    let (packed, text) = (place.packed(3, 2), text());
    for part in [program::CHARTS, program::FRAME, program::WORKER, program::PAGE] {
        let file = place.folder.path().join("program").join(part);
        let content = fs::read(&file).unwrap();
        fs::remove_file(&file).unwrap();
        let said = place.write(&contents(&packed, None, &text)).unwrap_err();
        assert!(said.contains(&format!("has no {part}: build it again")), "{said}");
        fs::write(&file, content).unwrap();
    }
    place.write(&contents(&packed, None, &text)).unwrap();
}
