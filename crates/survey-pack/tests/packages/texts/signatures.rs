//! Signatures: what they are for, when, by whom, and what their own words tell.

use survey::Day;
use survey_pack::package::{self, DESCRIPTOR};
use survey_pack::release::{release, report};

use super::places::{At, said};
use super::{has, package as package_with};
use crate::confidential;

/// No texts have this checksum.
const OF: &str = "0123456789abcdef";
const PLAN: &str = "\"earlier\":";

#[test]
fn a_signature_is_for_the_texts_that_were_read() {
    let package = package_with(Some((At::Descriptor("/title"), "Tea in 12 offices")));
    confidential::sign_texts(&package);
    assert!(said(&package).is_empty());
    package.replace(DESCRIPTOR, "Tea in 12 offices", "Tea in 12 offices. Only 1 has none");
    let now = said(&package);
    assert!(
        has(
            &now,
            &["texts: the signature is not for the texts as they stand now. Read them again"]
        ),
        "{now:#?}"
    );
    assert!(has(&now, &["title: holds figures (12, 1)"]), "{now:#?}");
    // Also where what is written later holds no figure: it was not read.
    let package = package_with(None);
    confidential::sign_texts(&package);
    package.replace(DESCRIPTOR, "Boil water.", "Boil milk.");
    assert!(has(&said(&package), &["the signature is not for the texts"]));
}

#[test]
fn a_signature_without_a_checksum_is_for_nothing() {
    let package = package_with(Some((At::Descriptor("/title"), "Tea in 12 offices")));
    let sign = r#""texts": { "signed_by": "A. Officer", "on": "2026-11-20", "reason": "Read." }, "earlier":"#;
    package.replace(DESCRIPTOR, PLAN, sign);
    let before = said(&package);
    assert!(has(&before, &["the signature is not for the texts"]), "{before:#?}");
    // What is printed is what must be written.
    let line = before.iter().find(|line| line.contains("write \"of\": \"")).unwrap();
    let of = line.split("\"of\": \"").nth(1).unwrap().split('"').next().unwrap();
    package.replace(DESCRIPTOR, "\"signed_by\"", &format!("\"of\": \"{of}\", \"signed_by\""));
    assert!(said(&package).is_empty());
}

#[test]
fn a_signature_does_not_answer_for_its_own_words() {
    let package = package_with(None);
    confidential::sign_texts(&package);
    package.replace(DESCRIPTOR, "\"Read.\"", "\"Only 1 of 60 said no.\"");
    let said = said(&package);
    assert!(
        has(
            &said,
            &[
                "signature for the texts, reason: holds figures (1, 60",
                "a signature can’t answer for itself"
            ]
        ),
        "{said:#?}"
    );
}

/// The reason stands in the public report.
#[test]
fn a_signature_names_no_respondent() {
    let package = package_with(None);
    confidential::sign_texts(&package);
    package.replace(DESCRIPTOR, "\"Read.\"", "\"Kentville asked for it.\"");
    let said = said(&package);
    assert!(
        has(
            &said,
            &["rule 7 (output): column office", "“Kentville”", "signature for the texts, reason"]
        ),
        "{said:#?}"
    );
}

#[test]
fn days_and_words_must_be_real() {
    let sign = |by: &str, on: &str, reason: &str, of: &str| {
        let package = package_with(None);
        let texts = format!(
            r#""texts": {{ "of": "{of}", "signed_by": "{by}", "on": "{on}", "reason": "{reason}" }}, "earlier":"#
        );
        package.replace(DESCRIPTOR, PLAN, &texts);
        said(&package)
    };
    for (by, on, reason, of, expected) in [
        ("A. Officer", "2026-02-31", "Read.", OF, "“on” is not a day"),
        ("A. Officer", "2026-02-29", "Read.", OF, "“on” is not a day"),
        ("A. Officer", "1066-10-14", "Read.", OF, "“on” lies before anything could be signed"),
        (".", "2026-11-20", "Read.", OF, "“signed_by” says nothing"),
        ("A.", "2026-11-20", "Read.", OF, "“signed_by” says nothing"),
        ("xxx", "2026-11-20", "Read.", OF, "“signed_by” says nothing"),
        ("A. Officer", "2026-11-20", "- 12 -", OF, "“reason” says nothing"),
        ("A. Officer", "2026-11-20", " ", OF, "“reason” is empty"),
        ("A. Officer", "2026-11-20", "Read.", "0123", "“of” is no checksum of texts"),
        (
            "A. Officer",
            "2026-11-20",
            "Read.",
            "read by me, all of it",
            "“of” is no checksum of texts",
        ),
    ] {
        let said = sign(by, on, reason, of);
        assert!(has(&said, &["disclosure.texts", expected]), "{by} {on} {reason}: {said:#?}");
    }
}

#[test]
fn nobody_signs_in_the_future() {
    let package = package_with(None);
    confidential::sign_texts(&package);
    let plan = package::open(package.path()).unwrap().plan.unwrap();
    for (today, is_late) in [("2026-11-18", true), ("2026-11-19", false), ("2026-11-20", false)] {
        let problems = package::not_yet_signed(&plan, Day::read(today).unwrap());
        assert_eq!(!problems.is_empty(), is_late, "{today}: {problems:?}");
    }
    let problem =
        package::not_yet_signed(&plan, Day::read("2020-01-01").unwrap()).remove(0).to_string();
    assert!(problem.contains("at survey.disclosure.texts, value “2026-11-20”: “on” lies in the future: today is 2020-01-01"));
}

#[test]
fn every_public_report_is_looked_through() {
    let package = package_with(None);
    let opened = package::open(package.path()).unwrap();
    let release = release(&opened, &[]).unwrap();
    let header = survey::bundle::decode(&release.bytes).unwrap().header;
    let mut files = report::files(&opened, &release, &header);
    // An office is called Table, as the tables are in every report.
    assert!(files[1].text.contains("Table"));
    assert!(report::search(&files, &release.search).is_empty());
    for place in 0..files.len() {
        let whole = files[place].text.clone();
        files[place].text += "&#214;ster&shy;by";
        let problems = report::search(&files, &release.search);
        assert_eq!(!problems.is_empty(), files[place].is_public, "{}", files[place].name);
        files[place].text = whole;
    }
}
