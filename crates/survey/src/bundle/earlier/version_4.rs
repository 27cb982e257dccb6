//! Version 4 of the format: no answer was off its question's scale.

use serde::Deserialize;

use crate::bundle::{DecodeError, answers, from_wire, taken, wire};
use crate::{Provenance, Survey};

#[derive(Deserialize)]
struct Frame {
    about: wire::About,
    questions: Vec<Question>,
    figures: Vec<wire::Figure>,
    findings: Vec<wire::Finding>,
    recommendations: Vec<wire::Recommendation>,
}

#[derive(Deserialize)]
pub(super) struct Question {
    id: String,
    label: String,
    text: String,
    kind: wire::Kind,
    options: Vec<AnswerOption>,
    groups: Vec<wire::Group>,
    asked_if: Option<(u16, Vec<u16>)>,
    grouping: bool,
    prominent: bool,
    peers: bool,
    note: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct AnswerOption {
    id: String,
    label: String,
    says: Option<wire::Phrase>,
    group: Option<u16>,
}

/// Reads a payload of version 4.
///
/// # Errors
/// When it holds no survey.
pub(super) fn decode_payload(
    payload: &[u8],
    provenance: Provenance,
) -> Result<Survey, DecodeError> {
    let (frame, rest) = taken::<Frame>(payload)?;
    let frame = wire::Frame {
        about: frame.about,
        questions: frame.questions.into_iter().map(question).collect(),
        figures: frame.figures,
        findings: frame.findings,
        recommendations: frame.recommendations,
    };
    from_wire::survey(frame, answers(rest, provenance)?, provenance).map_err(DecodeError::Content)
}

pub(super) fn option(option: AnswerOption) -> wire::AnswerOption {
    wire::AnswerOption {
        id: option.id,
        label: option.label,
        says: option.says,
        group: option.group,
        off_scale: false,
    }
}

pub(super) fn question(question: Question) -> wire::Question {
    wire::Question {
        id: question.id,
        label: question.label,
        text: question.text,
        kind: question.kind,
        options: question.options.into_iter().map(option).collect(),
        groups: question.groups,
        asked_if: question.asked_if,
        grouping: question.grouping,
        prominent: question.prominent,
        peers: question.peers,
        note: question.note,
    }
}
