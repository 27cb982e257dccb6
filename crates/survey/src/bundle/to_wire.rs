//! From the domain to the wire.

use super::wire;
use crate::{
    Answers, Cube, Finding, Kind, Language, Matching, Phrase, Pick, Publication, PublishedFigure,
    Question, Records, Survey, Tally,
};

pub(super) fn frame(survey: &Survey) -> wire::Frame {
    let about = survey.about();
    wire::Frame {
        about: wire::About {
            name: about.name.clone(),
            language: about.language.as_ref().map(language),
            title: about.title.clone(),
            version: about.version.clone(),
            description: about.description.clone(),
            banner: about.banner.clone(),
            respondent: phrase(&about.respondent),
            invited: about.invited,
            limits: about.limits.clone(),
            licence: about.licence.clone(),
            citation: about.citation.clone(),
            sources: about.sources.iter().map(source).collect(),
        },
        questions: survey.codebook().questions().iter().map(question).collect(),
        figures: survey.figures().iter().map(figure).collect(),
        findings: survey.findings().iter().map(finding).collect(),
        recommendations: survey
            .recommendations()
            .iter()
            .map(|recommendation| wire::Recommendation {
                text: recommendation.text.clone(),
                rests_on: recommendation.rests_on.iter().copied().map(small).collect(),
            })
            .collect(),
    }
}

fn language(language: &Language) -> (String, bool) {
    (language.tag.clone(), language.right_to_left)
}

/// Positions are small: a codebook of 65,536 questions or options is none that anybody answers.
fn small(position: usize) -> u16 {
    u16::try_from(position).unwrap_or(u16::MAX)
}

fn source(source: &Publication) -> wire::Source {
    wire::Source { title: source.title.clone(), address: source.address.clone() }
}

fn phrase(phrase: &Phrase) -> wire::Phrase {
    wire::Phrase { one: phrase.one.clone(), other: phrase.other.clone() }
}

fn question(question: &Question) -> wire::Question {
    let option = |option: &crate::AnswerOption| wire::AnswerOption {
        id: option.id.clone(),
        label: option.label.clone(),
        says: option.says.as_ref().map(phrase),
        group: option.group.map(small),
        off_scale: option.off_scale,
    };
    let group = |group: &crate::OptionGroup| wire::Group {
        id: group.id.clone(),
        label: group.label.clone(),
        description: group.description.clone(),
    };
    wire::Question {
        id: question.id.clone(),
        label: question.label.clone(),
        text: question.text.clone(),
        kind: match question.kind {
            Kind::Single => wire::Kind::Single,
            Kind::Ordered => wire::Kind::Ordered,
            Kind::Multiple => wire::Kind::Multiple,
        },
        options: question.options.iter().map(option).collect(),
        groups: question.groups.iter().map(group).collect(),
        asked_if: question.asked_if.as_ref().map(|routing| {
            (small(routing.question.0), routing.any_of.iter().copied().map(small).collect())
        }),
        grouping: question.grouping,
        prominent: question.prominent,
        peers: question.peers,
        note: question.note.clone(),
    }
}

fn figure(figure: &PublishedFigure) -> wire::Figure {
    wire::Figure {
        id: figure.id.clone(),
        statement: figure.statement.clone(),
        source: figure.source.clone(),
        about: figure.about.map(|(question, option)| (small(question.0), small(option))),
        percent: figure.percent,
        count: figure.count,
        base: figure.base,
        inferred: [figure.inferred.percent, figure.inferred.count, figure.inferred.base],
    }
}

fn finding(finding: &Finding) -> wire::Finding {
    let pick = |pick: &Pick| match *pick {
        Pick::Group(group) => wire::Pick::Group(small(group)),
        Pick::Option(option) => wire::Pick::Option(small(option)),
    };
    let clauses = finding.explore.filter.clauses();
    wire::Finding {
        id: finding.id.clone(),
        headline: finding.headline.clone(),
        text: finding.text.clone(),
        figures: finding
            .figures
            .iter()
            .map(|figure| (small(figure.question.0), figure.option.map(small)))
            .collect(),
        source: finding.source.clone(),
        clauses: clauses
            .map(|(question, clause)| wire::Clause {
                question: small(question.0),
                all: clause.matching == Matching::All,
                picks: clause.picks().iter().map(pick).collect(),
            })
            .collect(),
        by: finding.explore.by.map(|question| small(question.0)),
        question: finding.explore.question.map(|question| small(question.0)),
    }
}

pub(super) fn records(id: &str, label: &str, records: &Records) -> wire::Draw {
    let answers = |answers: &Answers| wire::Answers {
        answered: answers.answered.to_bytes(),
        options: answers.options.iter().map(crate::Bitmap::to_bytes).collect(),
    };
    wire::Draw {
        id: id.to_owned(),
        label: label.to_owned(),
        ids: records.ids().to_vec(),
        answers: records.codebook().iter().map(|(ix, _)| answers(records.answers(ix))).collect(),
        weights: records.weights().map(<[f64]>::to_vec),
    }
}

pub(super) fn cube(id: &str, label: &str, cube: &Cube) -> wire::Cube {
    wire::Cube {
        id: id.to_owned(),
        label: label.to_owned(),
        respondents: crate::Source::respondents(cube),
        totals: cube.totals().iter().map(|total| total.as_ref().map(tally)).collect(),
        crossed: cube
            .crossed()
            .iter()
            .map(|table| wire::Crossed {
                question: small(table.question.0),
                by: small(table.by.0),
                parts: table.parts.iter().map(tally).collect(),
            })
            .collect(),
    }
}

/// In a cube who is asked is who answered, and there is no more than counts.
fn tally(tally: &Tally) -> wire::Tally {
    wire::Tally { base: tally.answered, counts: tally.counts.clone() }
}
