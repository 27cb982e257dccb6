//! What stands where `pack` is to write: nothing is lost, and nothing is half-written.

use std::fs;
use std::path::Path;

use survey_pack::pack::{self, Options};

use super::super::attacks::releases::after;
use super::super::attacks::surveys::earlier;
use super::super::confidential;
use super::super::small::Package;

fn options(package: &Package) -> Options {
    Options { report: Some(package.file("reports")), ..Options::default() }
}

/// Everything in a folder, by name.
fn all(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.metadata().unwrap().is_file())
        .map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap()))
        .collect();
    found.sort();
    found
}

/// Packs, and expects to be refused with everything as it was.
fn refused(package: &Package, out: &Path, expected: &str) {
    let before = all(package.path());
    let why = pack::pack(package.path(), out, &options(package)).unwrap_err().to_string();
    assert!(why.contains(expected) && why.ends_with("Nothing has been written."), "{why}");
    assert_eq!(all(package.path()), before, "{why}");
    assert!(!package.file("reports").exists(), "{why}");
}

#[test]
fn nothing_is_written_over_what_can_not_be_read() {
    for package in [confidential::package(), Package::new()] {
        let out = package.file("tea.bundle");
        pack::pack(package.path(), &out, &Options::default()).unwrap();
        let whole = fs::read(&out).unwrap();
        package.replace("datapackage.json", "1.0.0", "1.1.0");
        let mut newer = whole.clone();
        newer[8] = 9;
        let mut altered = whole.clone();
        altered[60] ^= 1;
        for there in [&whole[..whole.len() - 1], &newer, &altered, b"a letter", b""] {
            fs::write(&out, there).unwrap();
            refused(&package, &out, "is no packed survey that can be read");
        }
        refused(&package, &package.file("datapackage.json"), "is no packed survey");
    }
}

#[test]
fn nothing_is_written_over_another_survey_or_form() {
    let (tea, public) = (confidential::package(), Package::new());
    let out = tea.file("tea.bundle");
    pack::pack(public.path(), &out, &Options::default()).unwrap();
    refused(&tea, &out, "holds answers of this survey that are not confidential");
    let released = public.file("released.bundle");
    pack::pack(tea.path(), &released, &Options::default()).unwrap();
    refused(&public, &released, "holds a release of confidential answers");
    // The same survey again, with another version: of what is not confidential nothing is lost.
    public.replace("datapackage.json", "1.0.0", "1.1.0");
    pack::pack(public.path(), &out, &Options::default()).unwrap();
    public.replace("datapackage.json", "\"name\": \"tea\"", "\"name\": \"coffee\"");
    refused(&public, &out, "holds another survey, “tea”");
    // Version 1 of the format is known here, too.
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats/version-1.bundle");
    fs::copy(file, &out).unwrap();
    refused(&public, &out, "holds another survey, “tea”");
    public.replace("datapackage.json", "\"name\": \"coffee\"", "\"name\": \"tea\"");
    pack::pack(public.path(), &out, &Options::default()).unwrap();
}

#[test]
fn an_earlier_release_makes_way_when_the_plan_names_it() {
    let package = confidential::package();
    let out = package.file("tea.bundle");
    pack::pack(package.path(), &out, &Options::default()).unwrap();
    pack::pack(package.path(), &out, &Options::default()).unwrap();
    let first = earlier(&package);
    package.replace("datapackage.json", "1.0.0", "1.1.0");
    refused(&package, &out, "holds another release of this survey");
    let kept = package.file("first.bundle");
    fs::copy(&out, &kept).unwrap();
    after(&package, &[first], "");
    let options = Options { history: vec![kept], report: None, ..Options::default() };
    pack::pack(package.path(), &out, &options).unwrap();
}

#[cfg(unix)]
#[test]
fn folders_and_links_are_not_written_over() {
    use std::os::unix::fs::symlink;
    let package = confidential::package();
    fs::create_dir(package.file("folder")).unwrap();
    refused(&package, &package.file("folder"), "is a folder: give the name of a file");
    package.write("elsewhere", "kept");
    symlink(package.file("elsewhere"), package.file("link")).unwrap();
    refused(&package, &package.file("link"), "is a link to another file");
    symlink(package.file("nowhere"), package.file("dangling")).unwrap();
    let why = pack::pack(package.path(), &package.file("dangling"), &Options::default());
    assert!(why.unwrap_err().to_string().contains("is a link to another file"));
    let socket = package.file("socket");
    let _open = std::os::unix::net::UnixListener::bind(&socket).unwrap();
    let why = pack::pack(package.path(), &socket, &Options::default()).unwrap_err().to_string();
    assert!(why.contains("is no ordinary file"), "{why}");
}

#[test]
fn reports_of_another_release_are_kept() {
    let package = confidential::package();
    let (out, reports) = (package.file("tea.bundle"), package.file("reports"));
    pack::pack(package.path(), &out, &options(&package)).unwrap();
    let first = earlier(&package);
    let kept = package.file("first.bundle");
    fs::copy(&out, &kept).unwrap();
    let before = all(&reports);
    assert_eq!(before.len(), 4);
    package.replace("datapackage.json", "1.0.0", "1.1.0");
    let second = package.file("second.bundle");
    let tried = |out: &Path, options: &Options, expected: &str| {
        let before = all(&reports);
        let why = pack::pack(package.path(), out, options).unwrap_err().to_string();
        assert!(why.contains(expected), "{why}");
        assert_eq!(all(&reports), before);
        assert!(!second.exists());
    };
    tried(&second, &options(&package), "is the report of another release (");
    // Of a release that the plan names they may go.
    after(&package, &[first], "");
    let named = Options { history: vec![kept], ..options(&package) };
    let both = Options { report: Some(package.file("new")), ..named.clone() };
    fs::create_dir(package.file("new")).unwrap();
    let out = package.file("new/disclosure.html");
    tried(&out, &both, "would be both the packed file and a report");
    assert!(all(&package.file("new")).is_empty());
    for (file, content) in
        [("disclosure.json", "{}"), ("disclosure.json", "no"), ("disclosure-private.html", "")]
    {
        let right = fs::read(reports.join(file)).unwrap();
        fs::write(reports.join(file), content).unwrap();
        if file == "disclosure-private.html" {
            fs::remove_file(reports.join("disclosure-private.json")).unwrap();
        }
        tried(&second, &named, "is no report that can be read");
        fs::write(reports.join(file), right).unwrap();
    }
    fs::remove_file(reports.join("disclosure-private.html")).unwrap();
    pack::pack(package.path(), &second, &named).unwrap();
    assert!(
        all(&reports).iter().zip(&before).all(|(now, then)| now.0 == then.0 && now.1 != then.1)
    );
}

/// The packed file can't be put where it should go: no report of it stays, and no folder for them.
#[test]
fn nothing_is_half_written() {
    let package = confidential::package();
    let out = package.file("no/such/folder/tea.bundle");
    let options = Options { report: Some(package.file("a/b/reports")), ..Options::default() };
    let why = pack::pack(package.path(), &out, &options).unwrap_err().to_string();
    assert!(why.contains("can't write"), "{why}");
    assert!(!package.file("a").exists());
    package.write("file", "kept");
    let options = Options { report: Some(package.file("file")), ..Options::default() };
    let why =
        pack::pack(package.path(), &package.file("tea.bundle"), &options).unwrap_err().to_string();
    assert!(why.contains("file"), "{why}");
    assert!(!package.file("tea.bundle").exists());
}
