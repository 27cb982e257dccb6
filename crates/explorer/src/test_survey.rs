//! A survey small enough to count by hand, for the tests of state, views and charts.

use std::sync::Arc;

use survey::{
    About, AnswerOption, Answers, Codebook, Draw, Finding, FindingFigure, Form, Inferred, Kind,
    OptionGroup, Phrase, Provenance, Publication, PublishedFigure, Question, QuestionIx,
    Recommendation, Records, Routing, Survey, SurveyParts,
};

mod protected;

pub(crate) use protected::protected_survey;

fn phrase(one: &str, other: &str) -> Phrase {
    Phrase { one: one.into(), other: other.into() }
}

fn question(id: &str, label: &str, kind: Kind, options: &[(&str, &str, &str)]) -> Question {
    let option = |&(id, label, says): &(&str, &str, &str)| {
        let (one, other) = says.split_once('/').unwrap_or((says, says));
        AnswerOption {
            id: id.into(),
            label: label.into(),
            says: (!says.is_empty()).then(|| phrase(one, other)),
            group: None,
            off_scale: false,
        }
    };
    Question {
        id: id.into(),
        label: label.into(),
        text: format!("{label}?"),
        kind,
        options: options.iter().map(option).collect(),
        groups: Vec::new(),
        asked_if: None,
        grouping: false,
        prominent: false,
        peers: false,
        note: None,
    }
}

fn questions() -> Vec<Question> {
    let uses = question(
        "uses",
        "Use of care",
        Kind::Single,
        &[("yes", "Yes", "uses it/use it"), ("no", "No", "does not use it/do not use it")],
    );
    let mut questions = vec![uses];
    let asked_if =
        QuestionIx::find(&questions, "uses").map(|question| Routing { question, any_of: vec![0] });
    let mut definition = question(
        "definition",
        "Clarity of definition",
        Kind::Ordered,
        &[
            ("clear", "Clear", "has a clear definition/have a clear definition"),
            ("partial", "Partial", "has a partial definition/have a partial definition"),
            ("none", "None", "has no definition/have no definition"),
        ],
    );
    definition.asked_if.clone_from(&asked_if);
    definition.prominent = true;
    let mut activities = question(
        "activities",
        "Activities",
        Kind::Multiple,
        &[
            ("training", "Training for staff", "trains staff/train staff"),
            ("screening", "Screening for trauma", "screens/screen"),
            ("referral", "Referral", "refers/refer"),
        ],
    );
    activities.groups = [("workforce", "Workforce"), ("services", "Services")]
        .map(|(id, label)| OptionGroup {
            id: id.into(),
            label: label.into(),
            description: String::new(),
        })
        .into();
    for (option, group) in [0, 1, 1].into_iter().enumerate() {
        activities.options[option].group = Some(group);
    }
    activities.asked_if = asked_if;
    activities.prominent = true;
    let mut kind = question(
        "type",
        "Authority type",
        Kind::Single,
        &[("county", "County", "is a county/are counties"), ("unitary", "Unitary", "")],
    );
    kind.grouping = true;
    kind.peers = true;
    questions.extend([definition, activities, kind]);
    questions
}

/// A question of the tiny survey.
pub(crate) fn ix(id: &str) -> QuestionIx {
    Codebook::new(questions()).unwrap().find(id).unwrap()
}

pub(crate) fn uses() -> QuestionIx {
    ix("uses")
}

pub(crate) fn definition() -> QuestionIx {
    ix("definition")
}

pub(crate) fn activities() -> QuestionIx {
    ix("activities")
}

pub(crate) fn authority_type() -> QuestionIx {
    ix("type")
}

/// `copies` times forty teams: 30 use it, 9 do not, 1 did not answer. Of the 30, 6 have a clear definition, 12 a
/// partial one, 12 none; 27 train, 15 screen, 3 refer. 10 are counties, 30 unitary.
const TEAMS: usize = 40;

/// The first teams, each as often as there are copies.
fn records(codebook: &Arc<Codebook>, turned: bool, teams: usize, copies: usize) -> Records {
    let mut answers: Vec<Answers> = codebook
        .questions()
        .iter()
        .map(|q| Answers::none(copies * teams, q.options.len()))
        .collect();
    for row in 0..copies * teams {
        let team = row % teams;
        match team {
            0..30 => answers[0].record(row, [0]),
            30..39 => answers[0].record(row, [1]),
            _ => {}
        }
        if team < 30 {
            let clarity = if team < 6 { 0 } else { 1 + team % 2 };
            answers[1].record(row, [clarity]);
            let place = if turned { 29 - team } else { team };
            let does = [place < 27, place < 15, place < 3];
            answers[2].record(row, (0..3).filter(|activity| does[*activity]));
        }
        answers[3].record(row, [usize::from(!team.is_multiple_of(4))]);
    }
    let ids = (1..=copies * teams).map(|team| format!("Team {team:02}")).collect();
    Records::new(Arc::clone(codebook), ids, answers, None).unwrap()
}

pub(crate) fn tiny_survey() -> Survey {
    let codebook = Arc::new(Codebook::new(questions()).unwrap());
    let draw = |id: &str, turned| Draw {
        id: id.into(),
        label: format!("Draw {id}"),
        form: Form::Records(Arc::new(records(&codebook, turned, TEAMS, 1))),
    };
    Survey::new(SurveyParts {
        about: About {
            name: "tiny".into(),
            language: None,
            title: "A tiny survey".into(),
            version: "1.0.0".into(),
            description: vec!["Forty invented teams.".into()],
            provenance: Provenance::Synthetic,
            banner: "Invented answers.".into(),
            respondent: phrase("team", "teams"),
            invited: Some(100),
            limits: vec!["None of it is real.".into()],
            licence: "CC0-1.0".into(),
            citation: "Nobody (2026)".into(),
            sources: vec![Publication {
                title: "A report, 2022".into(),
                address: Some("https://a.example/report".into()),
            }],
        },
        figures: vec![PublishedFigure {
            id: "uses".into(),
            statement: "77% use it".into(),
            source: "A report, 2022".into(),
            about: Some((ix("uses"), 0)),
            percent: Some(77),
            count: Some(30),
            base: Some(39),
            inferred: Inferred { percent: false, count: true, base: true },
        }],
        findings: vec![Finding {
            id: "widely-used".into(),
            headline: "Most teams use it".into(),
            text: "It is in wide use.".into(),
            figures: vec![
                FindingFigure { question: ix("uses"), option: Some(0) },
                FindingFigure { question: ix("activities"), option: None },
            ],
            source: "A report, 2022".into(),
            explore: survey::ExploreLink { by: Some(ix("type")), ..Default::default() },
        }],
        recommendations: vec![Recommendation { text: "Define it.".into(), rests_on: vec![0] }],
        draws: vec![draw("a", false), draw("b", true)],
        codebook,
    })
    .unwrap()
}

/// The same teams with weights, each its own: a share by weight is another than one of respondents.
pub(crate) fn weighted_survey() -> Survey {
    let mut parts = tiny_survey().into_parts();
    for draw in &mut parts.draws {
        let Form::Records(records) = &draw.form else { panic!("records") };
        let answers = parts.codebook.positions().map(|ix| records.answers(ix).clone()).collect();
        let weights = Some((1_u32..).map(f64::from).take(records.ids().len()).collect());
        let records =
            Records::new(Arc::clone(&parts.codebook), records.ids().to_vec(), answers, weights);
        draw.form = Form::Records(Arc::new(records.unwrap()));
    }
    Survey::new(parts).unwrap()
}

/// The same answers to other words.
pub(crate) fn with_questions(mut parts: SurveyParts, questions: Vec<Question>) -> SurveyParts {
    let codebook = Arc::new(Codebook::new(questions).unwrap());
    for draw in &mut parts.draws {
        let Form::Records(records) = &draw.form else { panic!("records") };
        let answers = codebook.positions().map(|ix| records.answers(ix).clone()).collect();
        let records = Records::new(Arc::clone(&codebook), records.ids().to_vec(), answers, None);
        draw.form = Form::Records(Arc::new(records.unwrap()));
    }
    SurveyParts { codebook, ..parts }
}

/// The same answers as if they had been published: something may be claimed of all of them.
pub(crate) fn public_survey() -> Survey {
    let mut parts = tiny_survey().into_parts();
    parts.about.provenance = Provenance::Public;
    Survey::new(parts).unwrap()
}
