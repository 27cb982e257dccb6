//! Arbitrary bytes as a bundle: an error or a survey, never a panic and never a great allocation.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sha2::{Digest, Sha256};
use survey::bundle::{self, MAGIC, VERSION};

const SYNTHETIC: u8 = 1;
const CONFIDENTIAL: u8 = 3;
const RECORDS: u8 = 1;
const CUBE: u8 = 2;

fuzz_target!(|bytes: &[u8]| {
    let _ = bundle::decode(bytes);
    let _ = bundle::decode(&as_payload(SYNTHETIC, RECORDS, bytes));
    let _ = bundle::decode(&as_payload(CONFIDENTIAL, CUBE, bytes));
});

/// The bytes behind a header that is right, or the checksum would stop them all.
fn as_payload(provenance: u8, form: u8, bytes: &[u8]) -> Vec<u8> {
    let length = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
    let mut whole = MAGIC.to_vec();
    whole.extend(VERSION.to_le_bytes());
    whole.extend([provenance, form]);
    whole.extend(length.to_le_bytes());
    let checksum = Sha256::new().chain_update(&whole).chain_update(bytes).finalize();
    whole.extend(checksum);
    whole.extend(bytes);
    whole
}
