//! A survey comes back as it was; nothing else does, and nothing panics.

use proptest::prelude::*;

use super::*;
use crate::test_survey::{small_survey, survey_strategy};
use crate::{QuestionIx, Source};

fn with_payload(payload: &[u8]) -> Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    bytes.extend(VERSION.to_le_bytes());
    bytes.extend([1, FORM_RECORDS]);
    bytes.extend(u32::try_from(payload.len()).unwrap().to_le_bytes());
    let sum = checksum(&bytes, payload);
    bytes.extend(sum);
    bytes.extend(payload);
    bytes
}

fn same(a: &Survey, b: &Survey) -> bool {
    a.about == b.about
        && a.codebook == b.codebook
        && a.figures == b.figures
        && a.findings == b.findings
        && a.recommendations == b.recommendations
        && a.draws.iter().zip(&b.draws).all(|(a, b)| {
            a.id == b.id
                && a.label == b.label
                && a.records.ids() == b.records.ids()
                && a.records.weights() == b.records.weights()
                && (0..a.codebook_len())
                    .all(|q| a.records.answers(QuestionIx(q)) == b.records.answers(QuestionIx(q)))
        })
}

impl crate::Draw {
    fn codebook_len(&self) -> usize {
        Source::codebook(&*self.records).questions().len()
    }
}

#[test]
fn the_same_survey_gives_the_same_bytes() {
    assert_eq!(encode(&small_survey()), encode(&small_survey()));
}

#[test]
fn confidential_records_are_never_written_and_never_read() {
    let mut survey = small_survey();
    let mut bytes = encode(&survey).unwrap();
    survey.about.provenance = Provenance::Confidential;
    assert_eq!(encode(&survey), Err(EncodeError::Confidential));
    bytes[10] = 3;
    assert_eq!(decode(&bytes).unwrap_err(), DecodeError::Altered);
    let payload = bytes[HEADER..].to_vec();
    let resealed = checksum(&bytes[..16], &payload);
    bytes[16..HEADER].copy_from_slice(&resealed);
    assert_eq!(decode(&bytes).unwrap_err(), DecodeError::ConfidentialRecords);
}

#[test]
fn each_fault_has_its_own_error() {
    let good = encode(&small_survey()).unwrap();
    let altered = |position: usize, byte: u8| {
        let mut bytes = good.clone();
        bytes[position] ^= byte;
        decode(&bytes).unwrap_err()
    };
    assert_eq!(decode(b"").unwrap_err(), DecodeError::NotABundle);
    assert_eq!(decode(b"<!doctype html>").unwrap_err(), DecodeError::NotABundle);
    assert_eq!(altered(0, 1), DecodeError::NotABundle);
    assert_eq!(altered(8, 6), DecodeError::OtherVersion { found: 4 });
    assert_eq!(altered(20, 1), DecodeError::Altered);
    assert_eq!(altered(good.len() - 1, 1), DecodeError::Altered);
    let cut = decode(&good[..good.len() - 1]).unwrap_err();
    assert!(matches!(cut, DecodeError::Length { .. }), "{cut}");
    assert!(matches!(decode(&with_payload(&[])).unwrap_err(), DecodeError::Content(_)));
    let mut longer = good[HEADER..].to_vec();
    longer.push(0);
    assert!(matches!(decode(&with_payload(&longer)).unwrap_err(), DecodeError::Content(_)));
}

proptest! {
    #[test]
    fn a_survey_comes_back_as_it_was(survey in survey_strategy()) {
        let bundle = decode(&encode(&survey).unwrap()).unwrap();
        prop_assert!(same(&bundle.survey, &survey));
    }

    #[test]
    fn arbitrary_bytes_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        prop_assert!(decode(&bytes).is_err());
        // With a right header around them they reach the payload's reader.
        let _ = decode(&with_payload(&bytes));
    }

    #[test]
    fn mutated_payloads_never_panic(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut payload = encode(&small_survey()).unwrap()[HEADER..].to_vec();
        for (place, byte) in changes {
            let place = place.index(payload.len());
            payload[place] = byte;
        }
        // Either refused, or a survey that counts: reading it must not panic.
        if let Ok(bundle) = decode(&with_payload(&payload)) {
            for draw in &bundle.survey.draws {
                let _ = draw.records.answer(&crate::Filter::default());
            }
        }
        payload.truncate(cut.index(payload.len()));
        let _ = decode(&with_payload(&payload));
    }
}
