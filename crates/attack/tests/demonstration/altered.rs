//! Files that are not what was packed.

use sha2::{Digest, Sha256};
use survey::bundle::{self, DecodeError};
use survey_pack::package;

use crate::packed::{bytes, folder};

const PROVENANCE: usize = 10;
const FORM: usize = 11;
const PAYLOAD: usize = 48;

#[test]
fn one_bit_changed_anywhere_is_refused() {
    let whole = bytes();
    for place in 0..whole.len() {
        let mut altered = whole.clone();
        altered[place] ^= 1 << (place % 8);
        assert!(bundle::decode(&altered).is_err(), "byte {place}");
    }
}

#[test]
fn a_part_or_more_is_refused() {
    let whole = bytes();
    for end in 0..whole.len() {
        assert!(bundle::decode(&whole[..end]).is_err(), "{end} bytes");
    }
    assert!(bundle::decode(&[whole.as_slice(), &[0]].concat()).is_err());
}

/// With a checksum that is right again: whoever alters a file may know how it is made.
fn resealed(mut bytes: Vec<u8>, at: usize, value: u8) -> Vec<u8> {
    bytes[at] = value;
    let sum = Sha256::new().chain_update(&bytes[..16]).chain_update(&bytes[PAYLOAD..]).finalize();
    bytes[16..PAYLOAD].copy_from_slice(&sum);
    bytes
}

#[test]
fn records_that_say_they_are_confidential_are_refused() {
    let records = bundle::encode(&package::read(&folder("tic-2022")).unwrap()).unwrap();
    assert!(bundle::decode(&resealed(records.clone(), PROVENANCE, 1)).is_ok());
    let confidential = bundle::decode(&resealed(records.clone(), PROVENANCE, 3));
    assert_eq!(confidential.unwrap_err(), DecodeError::ConfidentialRecords);
    assert!(bundle::decode(&resealed(records, FORM, 2)).is_err());
    assert!(bundle::decode(&resealed(bytes(), FORM, 1)).is_err());
}

#[test]
fn no_form_of_the_answers_can_be_packed_as_records() {
    let survey = package::read(&folder("demo-confidential")).unwrap();
    assert!(bundle::encode(&survey).is_err());
}
