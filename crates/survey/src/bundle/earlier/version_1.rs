//! Version 1 of the format: questions without `peers`, and answers as records only. Confidential
//! answers could not be packed before version 2 had cubes, so no release of them is in this version.

use serde::Deserialize;

use super::{version_2, version_4};
use crate::bundle::{DecodeError, answers, from_wire, taken, wire};
use crate::{Provenance, Survey};

#[derive(Deserialize)]
struct Frame {
    about: version_2::About,
    questions: Vec<Question>,
    figures: Vec<version_2::Figure>,
    findings: Vec<wire::Finding>,
    recommendations: Vec<wire::Recommendation>,
}

#[derive(Deserialize)]
struct Question {
    id: String,
    label: String,
    text: String,
    kind: wire::Kind,
    options: Vec<version_4::AnswerOption>,
    groups: Vec<wire::Group>,
    asked_if: Option<(u16, Vec<u16>)>,
    grouping: bool,
    prominent: bool,
    note: Option<String>,
}

/// Reads a payload of version 1.
///
/// # Errors
/// When it holds no survey, or confidential answers, which this version never held.
pub(super) fn decode_payload(
    payload: &[u8],
    provenance: Provenance,
) -> Result<Survey, DecodeError> {
    match provenance {
        Provenance::Synthetic | Provenance::Public => {}
        Provenance::Confidential => return Err(DecodeError::Form),
    }
    let (frame, rest) = taken::<Frame>(payload)?;
    let frame = wire::Frame {
        about: version_2::about(frame.about),
        questions: frame.questions.into_iter().map(question).collect(),
        figures: frame.figures.into_iter().map(version_2::figure).collect(),
        findings: frame.findings,
        recommendations: frame.recommendations,
    };
    from_wire::survey(frame, answers(rest, provenance)?, provenance).map_err(DecodeError::Content)
}

fn question(question: Question) -> wire::Question {
    wire::Question {
        id: question.id,
        label: question.label,
        text: question.text,
        kind: question.kind,
        options: question.options.into_iter().map(version_4::option).collect(),
        groups: question.groups,
        asked_if: question.asked_if,
        grouping: question.grouping,
        prominent: question.prominent,
        peers: false,
        note: question.note,
    }
}
