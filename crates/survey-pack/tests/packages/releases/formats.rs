//! Earlier releases in older versions of the file's format.
//!
//! `version-1.bundle` was packed of the small package by the last revision that wrote version 1;
//! those after it of the confidential package, by the first that read them: with `FORMATS_WRITE=1`
//! the test that reads every version packs the file of the present one.

use disclosure::history::Earlier;
use sha2::{Digest, Sha256};
use survey::bundle::{self, DECODERS, DecodeError, Decoder, VERSION};
use survey::{Provenance, Survey};
use survey_pack::pack::{self, Options};

use super::super::attacks::releases::after;
use super::super::confidential::{self, calm};
use super::said;

fn file(version: u16) -> std::path::PathBuf {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats");
    folder.join(format!("version-{version}.bundle"))
}

fn bytes(version: u16) -> Vec<u8> {
    std::fs::read(file(version)).unwrap()
}

/// The checksum as it is printed.
fn sum(file: &[u8]) -> String {
    file[16..48].iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat()
}

/// Whoever raises the format keeps a file of the version before, and what reads it.
#[test]
fn every_version_of_the_format_is_read() {
    assert_eq!(DECODERS.map(|decoder| decoder.version).to_vec(), (1..=VERSION).collect::<Vec<_>>());
    if std::env::var_os("FORMATS_WRITE").is_some() {
        let survey = confidential::package_of(60, calm);
        pack::pack(survey.path(), &file(VERSION), &Options::default()).unwrap();
    }
    for version in 1..=VERSION {
        let bundle = bundle::decode_by(&DECODERS, &bytes(version)).unwrap();
        assert_eq!(bundle.header.version, version);
        assert_eq!(bundle.survey.about().name, "tea");
        assert!(bundle.survey.draws()[0].source().respondents() > 0);
        if version < VERSION {
            let explorer = bundle::decode(&bytes(version)).unwrap_err();
            assert_eq!(explorer, DecodeError::OtherVersion { found: version });
        }
    }
    let survey = bundle::decode_by(&DECODERS, &bytes(1)).unwrap().survey;
    let with = survey.codebook().find("with").unwrap();
    assert_eq!(survey.draws()[0].source().total(with).unwrap().counts, [2, 1]);
    assert!(!survey.codebook().question(with).peers);
}

#[test]
fn version_1_held_no_confidential_answers() {
    assert!(Earlier::read(&bytes(1)).unwrap().is_none());
    let why = pack::history(&[file(1)]).unwrap_err().to_string();
    assert!(
        why.contains("holds no release of confidential answers: take it out of --history"),
        "{why}"
    );
    let mut marked = bytes(1);
    marked[10..12].copy_from_slice(&[3, 2]);
    let marked = sealed(1, marked[10..12].try_into().unwrap(), &marked[48..]);
    assert_eq!(Earlier::read(&marked).unwrap_err(), DecodeError::Form);
    let mut cut = bytes(2);
    cut.pop();
    assert!(matches!(Earlier::read(&cut).unwrap_err(), DecodeError::Length { .. }));
}

/// A version after this one: a byte, and then what there was. All that another version could change
/// is behind its decoder.
fn next_version(payload: &[u8], provenance: Provenance) -> Result<Survey, DecodeError> {
    let now = DECODERS.last().unwrap();
    (now.payload)(&payload[1..], provenance)
}

fn sealed(version: u16, kind: [u8; 2], payload: &[u8]) -> Vec<u8> {
    let mut bytes = bundle::MAGIC.to_vec();
    bytes.extend(version.to_le_bytes());
    bytes.extend(kind);
    bytes.extend(u32::try_from(payload.len()).unwrap().to_le_bytes());
    let sum = Sha256::new().chain_update(&bytes).chain_update(payload).finalize();
    bytes.extend(sum);
    bytes.extend(payload);
    bytes
}

/// The format raised by one version: releases of the version before, and of the new one, are named in
/// the plan by the checksums that were printed, and counted.
#[test]
fn a_release_of_the_version_before_is_named_and_counted() {
    let next = Decoder { version: VERSION + 1, payload: next_version };
    let raised = [&DECODERS[..], &[next]].concat();
    let before = bytes(VERSION);
    let payload = [&[7], &before[48..]].concat();
    let after_it = sealed(VERSION + 1, [before[10], before[11]], &payload);
    assert_eq!(
        Earlier::read(&after_it).unwrap_err(),
        DecodeError::OtherVersion { found: VERSION + 1 }
    );
    for (file, version) in [(&before, VERSION), (&after_it, VERSION + 1)] {
        let earlier = Earlier::read_by(&raised, file).unwrap().unwrap();
        assert_eq!(earlier.header.version, version);
        assert_eq!(earlier.header.checksum_text(), sum(file));
        for (offices, expected) in [(60, None), (61, Some("a difference of 1"))] {
            let survey = confidential::package_of(offices, calm);
            after(&survey, std::slice::from_ref(&earlier), "");
            let said = said(&(survey, vec![earlier.clone()]));
            assert_eq!(said.is_empty(), expected.is_none(), "{version} {offices} {said:#?}");
            assert!(expected.is_none_or(|part| said[0].contains(part)), "{said:#?}");
        }
    }
    // Without its decoder a release of the version before can't be counted, which is said.
    let alone = Earlier::read_by(&[next], &before).unwrap_err();
    assert_eq!(alone, DecodeError::OtherVersion { found: VERSION });
}

/// By the command's own way: a file of version 2 is given with --history and named in the plan.
#[test]
fn a_file_of_version_2_is_given_with_history() {
    let sum = sum(&bytes(2));
    let survey = confidential::package_of(120, calm);
    super::plan(&survey, &format!("\"earlier\": [\"{sum}\"]"));
    let out = survey.file("new.bundle");
    let options = Options { history: vec![file(2)], report: None, ..Options::default() };
    pack::pack(survey.path(), &out, &options).unwrap();
    let survey = confidential::package_of(61, calm);
    super::plan(&survey, &format!("\"earlier\": [\"{sum}\"]"));
    assert!(pack::pack(survey.path(), &survey.file("new.bundle"), &options).is_err());
    assert!(pack::pack(survey.path(), &survey.file("new.bundle"), &Options::default()).is_err());
}
