//! Surveys to test with: a small one made by hand, and arbitrary ones.

use std::sync::Arc;

use proptest::prelude::*;

use crate::limits::SMALLEST_PROTECTED_GROUP;
use crate::{
    About, AnswerOption, Answers, Clause, Codebook, Crossed, Cube, Draw, ExploreLink, Filter,
    Finding, FindingFigure, Form, Inferred, Kind, Language, Matching, OptionGroup, Phrase, Pick,
    Provenance, Publication, PublishedFigure, Question, QuestionIx, Recommendation, Records,
    Routing, Source, Survey, SurveyParts, Tally,
};

pub(crate) fn phrase(one: &str, other: &str) -> Phrase {
    Phrase { one: one.into(), other: other.into() }
}

pub(crate) fn question(id: &str, kind: Kind, options: usize) -> Question {
    let option = |position: usize| AnswerOption {
        id: format!("o{position}"),
        label: format!("Option {position}"),
        says: Some(phrase("says so", "say so")),
        group: None,
        off_scale: false,
    };
    Question {
        id: id.into(),
        label: id.into(),
        text: format!("What of {id}?"),
        kind,
        options: (0..options).map(option).collect(),
        groups: Vec::new(),
        asked_if: None,
        grouping: false,
        prominent: false,
        peers: false,
        note: None,
    }
}

/// `uses` (2 options), `areas` (3 of them in 2 groups, asked of those who use), `kind` (3 options).
pub(crate) fn codebook() -> Arc<Codebook> {
    let mut uses = question("uses", Kind::Single, 2);
    uses.grouping = true;
    let mut areas = question("areas", Kind::Multiple, 3);
    areas.groups = ["first", "second"]
        .map(|id| OptionGroup { id: id.into(), label: id.into(), description: String::new() })
        .into();
    areas.options[0].group = Some(0);
    areas.options[1].group = Some(0);
    areas.options[2].group = Some(1);
    areas.asked_if = Some(Routing { question: QuestionIx(0), any_of: vec![0] });
    let mut kind = question("kind", Kind::Ordered, 3);
    kind.grouping = true;
    kind.peers = true;
    Arc::new(Codebook::new(vec![uses, areas, kind]).unwrap())
}

/// One respondent's answers to [`codebook`]: `None` is not answered.
pub(crate) type Row = (Option<usize>, Option<[bool; 3]>, Option<usize>);

pub(crate) fn records(rows: &[Row], weights: Option<Vec<f64>>) -> Records {
    let codebook = codebook();
    let mut answers: Vec<Answers> =
        codebook.questions().iter().map(|q| Answers::none(rows.len(), q.options.len())).collect();
    for (row, (uses, areas, kind)) in rows.iter().enumerate() {
        if let Some(option) = uses {
            answers[0].record(row, [*option]);
        }
        if let (Some(0), Some(areas)) = (uses, areas) {
            answers[1].record(row, (0..3).filter(|option| areas[*option]));
        }
        if let Some(option) = kind {
            answers[2].record(row, [*option]);
        }
    }
    let ids = (1..=rows.len()).map(|row| format!("team {row}")).collect();
    Records::new(codebook, ids, answers, weights).unwrap()
}

pub(crate) fn row_strategy() -> impl Strategy<Value = Row> {
    (
        prop::option::of(0..2_usize),
        prop::option::of(any::<[bool; 3]>()),
        prop::option::of(0..3_usize),
    )
}

pub(crate) fn survey_of(records: Records) -> Survey {
    let mut filter = Filter::default();
    filter.set(QuestionIx(1), Clause::new(Matching::All, [Pick::Group(0), Pick::Option(2)]));
    let tally = records.total(QuestionIx(0)).clone();
    Survey::new(SurveyParts {
        about: About {
            name: "small".into(),
            language: Some(Language { tag: "cy".into(), right_to_left: false }),
            title: "A small survey".into(),
            version: "1.0.0".into(),
            description: vec!["Invented.".into()],
            provenance: Provenance::Synthetic,
            banner: "Invented answers.".into(),
            respondent: phrase("team", "teams"),
            invited: Some(9),
            limits: vec![],
            licence: "CC0".into(),
            citation: "Nobody".into(),
            sources: vec![Publication {
                title: "A report".into(),
                address: Some("https://a.example/report".into()),
            }],
        },
        codebook: Arc::clone(records.codebook()),
        figures: vec![PublishedFigure {
            id: "uses".into(),
            statement: "Some use it".into(),
            source: "A report".into(),
            about: Some((QuestionIx(0), 0)),
            count: Some(tally.counts[0]),
            base: Some(tally.answered),
            percent: survey_stats::percent(tally.counts[0], tally.answered),
            inferred: Inferred { percent: false, count: true, base: true },
        }],
        findings: vec![Finding {
            id: "first".into(),
            headline: "Some do".into(),
            text: "Some do, some don't.".into(),
            figures: vec![FindingFigure { question: QuestionIx(0), option: Some(0) }],
            source: "A report".into(),
            explore: ExploreLink { filter, by: Some(QuestionIx(2)), question: Some(QuestionIx(1)) },
        }],
        recommendations: vec![Recommendation { text: "Do it".into(), rests_on: vec![0] }],
        draws: vec![Draw {
            id: "a".into(),
            label: "First".into(),
            form: Form::Records(Arc::new(records)),
        }],
    })
    .unwrap()
}

pub(crate) fn small_survey() -> Survey {
    repeated(1)
}

/// The same four respondents, so many times over.
pub(crate) fn repeated(times: usize) -> Survey {
    let rows = [
        (Some(0), Some([true, false, true]), Some(0)),
        (Some(0), Some([false, false, false]), Some(1)),
        (Some(1), None, Some(2)),
        (None, None, None),
    ];
    survey_of(records(&rows.repeat(times), None))
}

/// The tables of records that a cube may hold, as far as `declared` says so: a total for each question,
/// then a table for each question and grouping.
pub(crate) fn cube_of(records: &Records, declared: &[bool]) -> Cube {
    let codebook = Arc::clone(records.codebook());
    let mut declared = declared.iter().copied().chain(std::iter::repeat(true));
    let mut published = |tallies: &[&Tally]| {
        let large = tallies.iter().all(|tally| tally.answered >= SMALLEST_PROTECTED_GROUP);
        declared.next().unwrap() && large
    };
    let counts = |tally: &Tally| Tally {
        asked: tally.answered,
        groups: vec![],
        weighted: None,
        ..tally.clone()
    };
    let totals: Vec<Option<Tally>> = codebook
        .iter()
        .map(|(ix, _)| Some(records.total(ix)).filter(|total| published(&[total])).map(counts))
        .collect();
    let mut crossed = Vec::new();
    for (question, _) in codebook.iter() {
        for (by, _) in codebook.iter().filter(|(by, grouping)| grouping.grouping && *by != question)
        {
            let parts = records.breakdown(&Filter::default(), question, by).unwrap().parts;
            let with_totals = totals[question.0].is_some() && totals[by.0].is_some();
            let grouped: u32 = parts.iter().map(|part| part.answered).sum();
            let left = records.total(question).answered - grouped;
            let few_left = (1..SMALLEST_PROTECTED_GROUP).contains(&left);
            if published(&parts.iter().collect::<Vec<_>>()) && with_totals && !few_left {
                crossed.push(Crossed { question, by, parts: parts.iter().map(counts).collect() });
            }
        }
    }
    let respondents = records.respondents();
    Cube::new(codebook, respondents, totals, crossed).unwrap()
}

/// A survey made confidential, its records counted into a cube.
pub(crate) fn confidential(survey: &Survey, declared: &[bool]) -> Survey {
    let mut parts = survey.clone().into_parts();
    let draw = parts.draws.remove(0);
    let cube = cube_of(draw.records().unwrap(), declared);
    parts.about.provenance = Provenance::Confidential;
    parts.draws = vec![Draw { form: Form::Cube(Arc::new(cube)), ..draw }];
    Survey::new(parts).unwrap()
}

pub(crate) fn confidential_strategy() -> impl Strategy<Value = Survey> {
    let rows = prop::collection::vec(row_strategy(), 0..400);
    (rows, prop::collection::vec(any::<bool>(), 0..9))
        .prop_map(|(rows, declared)| confidential(&survey_of(records(&rows, None)), &declared))
}

pub(crate) fn survey_strategy() -> impl Strategy<Value = Survey> {
    let rows = prop::collection::vec(row_strategy(), 0..150);
    (rows, any::<bool>()).prop_map(|(rows, weighted)| {
        let weights = weighted.then(|| quarters(rows.len()));
        survey_of(records(&rows, weights))
    })
}

/// Weights of a quarter more each: sums of them are exact.
pub(crate) fn quarters(respondents: usize) -> Vec<f64> {
    (0_u32..).take(respondents).map(|row| f64::from(row) / 4.0).collect()
}
