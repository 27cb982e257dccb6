//! From the wire to the domain. Nothing here is trusted: every position is checked by the domain's
//! own constructors.

use std::sync::Arc;

use super::{ContentError, wire};
use crate::{
    About, AnswerOption, Bitmap, Clause, Codebook, Crossed, Cube, Draw, ExploreLink, Filter,
    Finding, FindingFigure, Form, Inferred, Kind, Language, Matching, OptionGroup, Phrase, Pick,
    Provenance, Publication, PublishedFigure, Question, QuestionIx, Recommendation, Records,
    Routing, Survey, SurveyParts, Tally,
};

/// The answers in either form.
pub(super) enum Answers {
    Records(Vec<wire::Draw>),
    Cube(wire::Cube),
}

pub(super) fn survey(
    wire: wire::Frame,
    answers: Answers,
    provenance: Provenance,
) -> Result<Survey, ContentError> {
    let questions = wire.questions.into_iter().map(question).collect();
    let codebook = Arc::new(Codebook::new(questions).map_err(ContentError::Codebook)?);
    let draws = match answers {
        Answers::Records(draws) => draws.into_iter().map(|draw| records(draw, &codebook)).collect(),
        Answers::Cube(wire) => cube(wire, &codebook).map(|draw| vec![draw]),
    };
    Survey::new(SurveyParts {
        about: about(wire.about, provenance),
        draws: draws?,
        figures: wire.figures.into_iter().map(figure).collect(),
        findings: wire.findings.into_iter().map(finding).collect(),
        recommendations: wire
            .recommendations
            .into_iter()
            .map(|wire| Recommendation {
                text: wire.text,
                rests_on: wire.rests_on.into_iter().map(usize::from).collect(),
            })
            .collect(),
        codebook,
    })
    .map_err(ContentError::Survey)
}

fn about(wire: wire::About, provenance: Provenance) -> About {
    About {
        name: wire.name,
        language: wire.language.map(|(tag, right_to_left)| Language { tag, right_to_left }),
        title: wire.title,
        version: wire.version,
        description: wire.description,
        provenance,
        banner: wire.banner,
        respondent: phrase(wire.respondent),
        invited: wire.invited,
        limits: wire.limits,
        licence: wire.licence,
        citation: wire.citation,
        sources: wire.sources.into_iter().map(source).collect(),
    }
}

fn source(wire: wire::Source) -> Publication {
    Publication { title: wire.title, address: wire.address }
}

fn phrase(wire: wire::Phrase) -> Phrase {
    Phrase { one: wire.one, other: wire.other }
}

fn ix(question: u16) -> QuestionIx {
    QuestionIx(usize::from(question))
}

fn question(wire: wire::Question) -> Question {
    let option = |wire: wire::AnswerOption| AnswerOption {
        id: wire.id,
        label: wire.label,
        says: wire.says.map(phrase),
        group: wire.group.map(usize::from),
        off_scale: wire.off_scale,
    };
    let group = |wire: wire::Group| OptionGroup {
        id: wire.id,
        label: wire.label,
        description: wire.description,
    };
    Question {
        id: wire.id,
        label: wire.label,
        text: wire.text,
        kind: match wire.kind {
            wire::Kind::Single => Kind::Single,
            wire::Kind::Ordered => Kind::Ordered,
            wire::Kind::Multiple => Kind::Multiple,
        },
        options: wire.options.into_iter().map(option).collect(),
        groups: wire.groups.into_iter().map(group).collect(),
        asked_if: wire.asked_if.map(|(question, any_of)| Routing {
            question: ix(question),
            any_of: any_of.into_iter().map(usize::from).collect(),
        }),
        grouping: wire.grouping,
        prominent: wire.prominent,
        peers: wire.peers,
        note: wire.note,
    }
}

fn figure(wire: wire::Figure) -> PublishedFigure {
    let [percent, count, base] = wire.inferred;
    PublishedFigure {
        id: wire.id,
        statement: wire.statement,
        source: wire.source,
        about: wire.about.map(|(question, option)| (ix(question), usize::from(option))),
        percent: wire.percent,
        count: wire.count,
        base: wire.base,
        inferred: Inferred { percent, count, base },
    }
}

fn finding(wire: wire::Finding) -> Finding {
    let mut filter = Filter::default();
    for clause in wire.clauses {
        let pick = |pick| match pick {
            wire::Pick::Group(group) => Pick::Group(usize::from(group)),
            wire::Pick::Option(option) => Pick::Option(usize::from(option)),
        };
        let matching = if clause.all { Matching::All } else { Matching::Any };
        let picks = clause.picks.into_iter().map(pick);
        filter.set(ix(clause.question), Clause::new(matching, picks));
    }
    Finding {
        id: wire.id,
        headline: wire.headline,
        text: wire.text,
        figures: wire
            .figures
            .into_iter()
            .map(|(question, option)| FindingFigure {
                question: ix(question),
                option: option.map(usize::from),
            })
            .collect(),
        source: wire.source,
        explore: ExploreLink { filter, by: wire.by.map(ix), question: wire.question.map(ix) },
    }
}

fn records(wire: wire::Draw, codebook: &Arc<Codebook>) -> Result<Draw, ContentError> {
    let respondents = wire.ids.len();
    let bitmap = |bytes: &Vec<u8>| {
        Bitmap::from_bytes(bytes, respondents).ok_or_else(|| ContentError::Column(wire.id.clone()))
    };
    let answers = wire.answers.iter().map(|answers| {
        Ok(crate::Answers {
            answered: bitmap(&answers.answered)?,
            options: answers.options.iter().map(bitmap).collect::<Result<_, ContentError>>()?,
        })
    });
    let answers = answers.collect::<Result<_, ContentError>>()?;
    let records = Records::new(Arc::clone(codebook), wire.ids, answers, wire.weights)
        .map_err(ContentError::Records)?;
    Ok(Draw { id: wire.id, label: wire.label, form: Form::Records(Arc::new(records)) })
}

fn cube(wire: wire::Cube, codebook: &Arc<Codebook>) -> Result<Draw, ContentError> {
    let tally = |wire: wire::Tally| Tally {
        asked: wire.base,
        answered: wire.base,
        counts: wire.counts,
        ..Tally::default()
    };
    let crossed = |wire: wire::Crossed| Crossed {
        question: ix(wire.question),
        by: ix(wire.by),
        parts: wire.parts.into_iter().map(tally).collect(),
    };
    let cube = Cube::new(
        Arc::clone(codebook),
        wire.respondents,
        wire.totals.into_iter().map(|total| total.map(tally)).collect(),
        wire.crossed.into_iter().map(crossed).collect(),
    );
    let cube = cube.map_err(ContentError::Cube)?;
    Ok(Draw { id: wire.id, label: wire.label, form: Form::Cube(Arc::new(cube)) })
}
