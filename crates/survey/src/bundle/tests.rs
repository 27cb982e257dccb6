//! A survey comes back as it was; nothing else does, and nothing panics.

use proptest::prelude::*;

use super::*;
use crate::test_survey::{confidential, confidential_strategy, small_survey, survey_strategy};
use crate::{Draw, Filter, Records, SurveyError, SurveyParts};

const SYNTHETIC: u8 = 1;
const CONFIDENTIAL: u8 = 3;

fn with_payload(payload: &[u8]) -> Vec<u8> {
    sealed(SYNTHETIC, FORM_RECORDS, payload)
}

/// A payload behind a header whose checksum is right.
fn sealed(provenance: u8, form: u8, payload: &[u8]) -> Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    bytes.extend(VERSION.to_le_bytes());
    bytes.extend([provenance, form]);
    bytes.extend(u32::try_from(payload.len()).unwrap().to_le_bytes());
    let sum = checksum(&bytes, payload);
    bytes.extend(sum);
    bytes.extend(payload);
    bytes
}

fn same(a: &Survey, b: &Survey) -> bool {
    a.about() == b.about()
        && a.codebook() == b.codebook()
        && a.figures() == b.figures()
        && a.findings() == b.findings()
        && a.recommendations() == b.recommendations()
        && a.draws().len() == b.draws().len()
        && a.draws().iter().zip(b.draws()).all(|(a, b)| {
            let same = match (&a.form, &b.form) {
                (Form::Records(a), Form::Records(b)) => same_records(a, b),
                (Form::Cube(a), Form::Cube(b)) => a == b,
                _ => false,
            };
            a.id == b.id && a.label == b.label && same
        })
}

fn same_records(a: &Records, b: &Records) -> bool {
    a.ids() == b.ids()
        && a.weights() == b.weights()
        && a.codebook().positions().all(|question| a.answers(question) == b.answers(question))
}

/// A small survey's records forty times over, counted into a cube.
fn protected() -> Survey {
    confidential(&crate::test_survey::repeated(40), &[])
}

#[test]
fn the_same_survey_gives_the_same_bytes() {
    assert_eq!(encode(&small_survey()), encode(&small_survey()));
    assert_eq!(encode(&protected()), encode(&protected()));
}

#[test]
fn confidential_records_are_never_written_and_never_read() {
    let survey = small_survey();
    let mut bytes = encode(&survey).unwrap();
    let mut parts = survey.into_parts();
    parts.about.provenance = Provenance::Confidential;
    assert_eq!(Survey::new(parts.clone()).unwrap_err(), SurveyError::ConfidentialRecords);
    let unprotected = Survey::unprotected(parts).unwrap();
    assert_eq!(encode(&unprotected), Err(EncodeError::Confidential));
    bytes[10] = CONFIDENTIAL;
    assert_eq!(decode(&bytes).unwrap_err(), DecodeError::Altered);
    let resealed = sealed(CONFIDENTIAL, FORM_RECORDS, &bytes[HEADER..]);
    assert_eq!(decode(&resealed).unwrap_err(), DecodeError::ConfidentialRecords);
    // Under the form of a cube the bytes of records are none.
    let renamed = sealed(CONFIDENTIAL, FORM_CUBE, &bytes[HEADER..]);
    assert!(matches!(decode(&renamed).unwrap_err(), DecodeError::Content(_)));
}

#[test]
fn a_cube_is_for_one_set_of_confidential_answers() {
    let good = protected();
    let bytes = encode(&good).unwrap();
    assert_eq!(bytes[10..12], [CONFIDENTIAL, FORM_CUBE]);
    for (provenance, form) in [(1, FORM_CUBE), (2, FORM_CUBE), (3, 0), (3, 3)] {
        let error = decode(&sealed(provenance, form, &bytes[HEADER..])).unwrap_err();
        assert_eq!(error, DecodeError::Form, "{provenance} {form}");
    }
    let spoilt = |spoil: &dyn Fn(&mut SurveyParts)| {
        let mut parts = good.clone().into_parts();
        spoil(&mut parts);
        let refused = Survey::new(parts.clone()).map(|_| ());
        (encode(&Survey::unprotected(parts).unwrap()), refused)
    };
    let needless = (Err(EncodeError::NeedlessCube), Err(SurveyError::NeedlessCube));
    assert_eq!(spoilt(&|s| s.about.provenance = Provenance::Public), needless);
    let twice = |s: &mut SurveyParts| s.draws.push(Draw { id: "b".into(), ..s.draws[0].clone() });
    assert_eq!(spoilt(&twice), needless);
    let records = crate::test_survey::repeated(40).into_parts().draws.remove(0);
    let with_records =
        |s: &mut SurveyParts| s.draws.push(Draw { id: "b".into(), ..records.clone() });
    assert_eq!(spoilt(&with_records).0, Err(EncodeError::Confidential));
}

#[test]
fn tables_that_contradict_each_other_are_refused() {
    let survey = protected();
    let Form::Cube(cube) = &survey.draws()[0].form else { panic!("a cube") };
    let refused = |spoil: &dyn Fn(&mut wire::Cube)| {
        let mut wire = to_wire::cube("a", "First", cube);
        spoil(&mut wire);
        let payload = postcard::to_allocvec(&(to_wire::frame(&survey), wire)).unwrap();
        match decode(&sealed(CONFIDENTIAL, FORM_CUBE, &payload)) {
            Err(DecodeError::Content(why)) => why.to_string(),
            other => panic!("{other:?}"),
        }
    };
    let more = refused(&|wire| wire.crossed[0].parts[0].base += 1);
    assert!(more.contains("do not add up"), "{more}");
    let fewer = refused(&|wire| wire.respondents = 1);
    assert!(fewer.contains("do not add up"), "{fewer}");
    let order = refused(&|wire| wire.crossed.reverse());
    assert!(order.contains("order"), "{order}");
    let nowhere = refused(&|wire| wire.crossed[0].by = u16::MAX);
    assert!(nowhere.contains("codebook"), "{nowhere}");
    // The figure published of `uses` is another than the total.
    let other = refused(&|wire| {
        wire.crossed.clear();
        wire.totals[0] = Some(wire::Tally { base: 20, counts: vec![10, 10] });
    });
    assert!(other.contains("is published as"), "{other}");
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
    assert_eq!(altered(8, 8), DecodeError::OtherVersion { found: VERSION ^ 8 });
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
    fn a_cube_comes_back_as_it_was(survey in confidential_strategy()) {
        let bytes = encode(&survey).unwrap();
        let bundle = decode(&bytes).unwrap();
        prop_assert!(same(&bundle.survey, &survey));
        prop_assert_eq!(encode(&bundle.survey).unwrap(), bytes);
    }

    #[test]
    fn arbitrary_bytes_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        prop_assert!(decode(&bytes).is_err());
        // With a right header around them they reach the payload's reader.
        let _ = decode(&with_payload(&bytes));
        let _ = decode(&sealed(CONFIDENTIAL, FORM_CUBE, &bytes));
    }

    #[test]
    fn mutated_payloads_never_panic(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        cut in any::<prop::sample::Index>(),
    ) {
        for (survey, provenance, form) in [
            (small_survey(), SYNTHETIC, FORM_RECORDS),
            (protected(), CONFIDENTIAL, FORM_CUBE),
        ] {
            let mut payload = encode(&survey).unwrap()[HEADER..].to_vec();
            for (place, byte) in &changes {
                let place = place.index(payload.len());
                payload[place] = *byte;
            }
            // Either refused, or a survey that counts: reading it must not panic.
            if let Ok(bundle) = decode(&sealed(provenance, form, &payload)) {
                ask_everything(&bundle.survey);
            }
            payload.truncate(cut.index(payload.len()));
            let _ = decode(&sealed(provenance, form, &payload));
        }
    }
}

fn ask_everything(survey: &Survey) {
    for draw in survey.draws() {
        let source = draw.source();
        for (by, grouping) in survey.codebook().iter() {
            let mut filter = Filter::default();
            filter.toggle(by, crate::Pick::Option(grouping.options.len() - 1));
            let _ = source.answer(&filter);
            for (question, _) in survey.codebook().iter() {
                let _ = source.breakdown(&Filter::default(), question, by);
            }
        }
    }
}
