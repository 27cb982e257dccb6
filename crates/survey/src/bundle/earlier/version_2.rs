//! Version 2 of the format: sources without addresses, and published figures without percentages, of
//! which it was said only whether anything was inferred.

use serde::Deserialize;

use super::{version_3, version_4};
use crate::bundle::{DecodeError, answers, from_wire, taken, wire};
use crate::{Provenance, Survey};

#[derive(Deserialize)]
pub(super) struct Frame {
    about: About,
    questions: Vec<version_4::Question>,
    figures: Vec<Figure>,
    findings: Vec<wire::Finding>,
    recommendations: Vec<wire::Recommendation>,
}

#[derive(Deserialize)]
pub(super) struct About {
    name: String,
    title: String,
    version: String,
    description: Vec<String>,
    banner: String,
    respondent: wire::Phrase,
    invited: Option<u32>,
    limits: Vec<String>,
    licence: String,
    citation: String,
    sources: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct Figure {
    id: String,
    statement: String,
    source: String,
    about: Option<(u16, u16)>,
    count: Option<u32>,
    base: Option<u32>,
    inferred: bool,
}

/// Reads a payload of version 2.
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
        figures: frame.figures.into_iter().map(figure).collect(),
        findings: frame.findings,
        recommendations: frame.recommendations,
    };
    from_wire::survey(frame, answers(rest, provenance)?, provenance).map_err(DecodeError::Content)
}

pub(super) fn about(about: About) -> wire::About {
    let source = |title| wire::Source { title, address: None };
    version_3::about(version_3::About {
        name: about.name,
        title: about.title,
        version: about.version,
        description: about.description,
        banner: about.banner,
        respondent: about.respondent,
        invited: about.invited,
        limits: about.limits,
        licence: about.licence,
        citation: about.citation,
        sources: about.sources.into_iter().map(source).collect(),
    })
}

/// What was inferred then was count and base: the percentage was not in the file.
pub(super) fn figure(figure: Figure) -> wire::Figure {
    wire::Figure {
        id: figure.id,
        statement: figure.statement,
        source: figure.source,
        about: figure.about,
        percent: None,
        count: figure.count,
        base: figure.base,
        inferred: [false, figure.inferred, figure.inferred],
    }
}
