//! Version 3 of the format: a package did not declare its language.

use serde::Deserialize;

use super::version_4;
use crate::bundle::{DecodeError, answers, from_wire, taken, wire};
use crate::{Provenance, Survey};

#[derive(Deserialize)]
struct Frame {
    about: About,
    questions: Vec<version_4::Question>,
    figures: Vec<wire::Figure>,
    findings: Vec<wire::Finding>,
    recommendations: Vec<wire::Recommendation>,
}

#[derive(Deserialize)]
pub(super) struct About {
    pub(super) name: String,
    pub(super) title: String,
    pub(super) version: String,
    pub(super) description: Vec<String>,
    pub(super) banner: String,
    pub(super) respondent: wire::Phrase,
    pub(super) invited: Option<u32>,
    pub(super) limits: Vec<String>,
    pub(super) licence: String,
    pub(super) citation: String,
    pub(super) sources: Vec<wire::Source>,
}

/// Reads a payload of version 3.
///
/// # Errors
/// When it holds no survey.
pub(super) fn decode_payload(
    payload: &[u8],
    provenance: Provenance,
) -> Result<Survey, DecodeError> {
    let (frame, rest) = taken::<Frame>(payload)?;
    let frame = wire::Frame {
        about: about(frame.about),
        questions: frame.questions.into_iter().map(version_4::question).collect(),
        figures: frame.figures,
        findings: frame.findings,
        recommendations: frame.recommendations,
    };
    from_wire::survey(frame, answers(rest, provenance)?, provenance).map_err(DecodeError::Content)
}

pub(super) fn about(about: About) -> wire::About {
    wire::About {
        name: about.name,
        language: None,
        title: about.title,
        version: about.version,
        description: about.description,
        banner: about.banner,
        respondent: about.respondent,
        invited: about.invited,
        limits: about.limits,
        licence: about.licence,
        citation: about.citation,
        sources: about.sources,
    }
}
