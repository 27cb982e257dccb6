//! Everything that a release says in words. The list is made by taking the domain's types apart field
//! by field, so that a new field does not compile until somebody has decided whether it is a text.

mod judge;

use sha2::{Digest, Sha256};
use survey::{
    About, AnswerOption, Codebook, Draw, Finding, FindingFigure, Language, OptionGroup, Phrase,
    Publication, PublishedFigure, Question, Recommendation, Survey, SurveyParts,
};

pub use self::judge::{Telling, judge, search};
use crate::plan::{Override, Plan, Signature};

/// What a package says in words, and is published with the tables.
#[derive(Clone, Copy, Debug)]
pub struct Texts<'a> {
    /// Title, description, limits and the like.
    pub about: &'a About,
    /// The questions.
    pub codebook: &'a Codebook,
    /// Figures published before.
    pub figures: &'a [PublishedFigure],
    /// Findings.
    pub findings: &'a [Finding],
    /// Recommendations.
    pub recommendations: &'a [Recommendation],
    /// The sets of answers, for their names.
    pub draws: &'a [Draw],
}

/// A text with its place.
#[derive(Clone, Debug)]
pub struct PlacedText<'a> {
    /// Where it stands: `question drinks, label`.
    pub place: String,
    /// What it says.
    pub text: &'a str,
    /// What may stand there beside words.
    pub kind: TextKind,
}

/// What may stand in a text beside words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextKind {
    /// Nothing: a figure may be a count.
    Words,
    /// The name of an answer or of a group of answers. A whole one is no respondent's.
    Answer,
    /// A version: `1.0.0`.
    Version,
    /// A licence's short name: `CC-BY-4.0`.
    Licence,
    /// The number of a set of answers: `1`.
    Draw,
    /// What was published before, with the numbers that its row gives for other rules to judge.
    Statement(Vec<u32>),
    /// The words of the signature for the texts, which can't answer for themselves.
    OwnSignature,
}

type Placed<'a> = Vec<PlacedText<'a>>;

fn put<'a>(placed: &mut Placed<'a>, place: impl Into<String>, text: &'a str, kind: TextKind) {
    placed.push(PlacedText { place: place.into(), text, kind });
}

fn put_all<'a>(placed: &mut Placed<'a>, place: &str, texts: &'a [String]) {
    for text in texts {
        put(placed, place, text, TextKind::Words);
    }
}

impl<'a> Texts<'a> {
    /// The texts of a survey.
    pub fn of(survey: &'a Survey) -> Self {
        let SurveyParts { about, codebook, figures, findings, recommendations, draws } =
            survey.parts();
        Self { about, codebook, figures, findings, recommendations, draws }
    }

    /// Every text with its place.
    pub fn placed(&self) -> Vec<PlacedText<'a>> {
        let Self { about, codebook, figures, findings, recommendations, draws } = *self;
        let mut placed = Vec::new();
        put_about(&mut placed, about);
        for question in codebook.questions() {
            put_question(&mut placed, question);
        }
        for figure in figures {
            put_figure(&mut placed, figure);
        }
        for finding in findings {
            put_finding(&mut placed, finding);
        }
        for recommendation in recommendations {
            let Recommendation { text, rests_on: _ } = recommendation;
            put(&mut placed, "recommendation", text, TextKind::Words);
        }
        for draw in draws {
            let Draw { id, label, form: _ } = draw;
            put(&mut placed, format!("draw {id}, id"), id, TextKind::Draw);
            put(&mut placed, format!("draw {id}, label"), label, TextKind::Words);
        }
        placed
    }
}

fn put_about<'a>(placed: &mut Placed<'a>, about: &'a About) {
    let About {
        name,
        language,
        title,
        version,
        description,
        provenance: _,
        banner,
        respondent,
        invited: _, // a number by itself, which the package declares as one
        limits,
        licence,
        citation,
        sources,
    } = about;
    put(placed, "name", name, TextKind::Words);
    if let Some(Language { tag, right_to_left: _ }) = language {
        put(placed, "lang", tag, TextKind::Words);
    }
    put(placed, "title", title, TextKind::Words);
    put(placed, "version", version, TextKind::Version);
    put_all(placed, "description", description);
    put(placed, "banner", banner, TextKind::Words);
    put_phrase(placed, "respondent", respondent);
    put_all(placed, "limits", limits);
    put(placed, "licence", licence, TextKind::Licence);
    put(placed, "citation", citation, TextKind::Words);
    for Publication { title, address } in sources {
        put(placed, "source", title, TextKind::Words);
        if let Some(address) = address {
            put(placed, format!("address of {title}"), address, TextKind::Words);
        }
    }
}

fn put_phrase<'a>(placed: &mut Placed<'a>, place: &str, phrase: &'a Phrase) {
    let Phrase { one, other } = phrase;
    put(placed, format!("{place}, for one"), one, TextKind::Words);
    put(placed, format!("{place}, for others"), other, TextKind::Words);
}

fn put_question<'a>(placed: &mut Placed<'a>, question: &'a Question) {
    let Question {
        id,
        label,
        text,
        kind: _,
        options,
        groups,
        asked_if: _, // positions of answers
        grouping: _,
        prominent: _,
        peers: _,
        note,
    } = question;
    let place = format!("question {id}");
    put(placed, format!("{place}, id"), id, TextKind::Words);
    put(placed, format!("{place}, label"), label, TextKind::Words);
    put(placed, format!("{place}, text"), text, TextKind::Words);
    if let Some(note) = note {
        put(placed, format!("{place}, note"), note, TextKind::Words);
    }
    for option in options {
        let AnswerOption { id: answer, label, says, group: _, off_scale: _ } = option;
        let place = format!("answer {id}={answer}");
        put(placed, format!("{place}, id"), answer, TextKind::Answer);
        put(placed, format!("{place}, label"), label, TextKind::Answer);
        if let Some(says) = says {
            put_phrase(placed, &format!("{place}, says"), says);
        }
    }
    for group in groups {
        let OptionGroup { id: group, label, description } = group;
        let place = format!("group {group} of {id}");
        put(placed, format!("{place}, id"), group, TextKind::Answer);
        put(placed, format!("{place}, label"), label, TextKind::Answer);
        put(placed, format!("{place}, description"), description, TextKind::Words);
    }
}

fn put_figure<'a>(placed: &mut Placed<'a>, figure: &'a PublishedFigure) {
    let PublishedFigure { id, statement, source, about: _, percent, count, base, inferred: _ } =
        figure;
    let numbers = [*count, *base, *percent].into_iter().flatten().collect();
    put(placed, format!("figure {id}, id"), id, TextKind::Words);
    put(placed, format!("figure {id}, statement"), statement, TextKind::Statement(numbers));
    put(placed, format!("figure {id}, source"), source, TextKind::Words);
}

fn put_finding<'a>(placed: &mut Placed<'a>, finding: &'a Finding) {
    let Finding { id, headline, text, figures, source, explore: _ } = finding;
    put(placed, format!("finding {id}, id"), id, TextKind::Words);
    put(placed, format!("finding {id}, headline"), headline, TextKind::Words);
    put(placed, format!("finding {id}, text"), text, TextKind::Words);
    put(placed, format!("finding {id}, source"), source, TextKind::Words);
    for figure in figures {
        let FindingFigure { question: _, option: _ } = figure; // positions
    }
}

/// All that a package says in words, its signatures included.
pub fn all<'a>(texts: &Texts<'a>, plan: &'a Plan) -> Vec<PlacedText<'a>> {
    let mut placed = texts.placed();
    placed.extend(of_plan(plan));
    placed
}

/// What the public report says of a plan in the words of the plan.
pub fn of_plan(plan: &Plan) -> Vec<PlacedText<'_>> {
    let mut placed = Vec::new();
    for signed in &plan.overrides {
        let Override { figure, signature } = signed;
        put_signature(&mut placed, &format!("signature for {figure}"), signature, &TextKind::Words);
    }
    if let Some(texts) = &plan.texts {
        let place = "signature for the texts";
        put_signature(&mut placed, place, &texts.signature, &TextKind::OwnSignature);
    }
    placed
}

fn put_signature<'a>(
    placed: &mut Placed<'a>,
    place: &str,
    signature: &'a Signature,
    kind: &TextKind,
) {
    let Signature { by, on: _, reason } = signature; // the day has one form only
    put(placed, format!("{place}, signed_by"), by, kind.clone());
    put(placed, format!("{place}, reason"), reason, kind.clone());
}

/// The checksum of texts, which ties a signature to what was read. A signature's own words are not in
/// it: they are written after the checksum is known.
pub fn checksum(texts: &[PlacedText<'_>]) -> String {
    let mut sum = Sha256::new();
    for PlacedText { place, text, kind } in texts {
        if *kind == TextKind::OwnSignature {
            continue;
        }
        for part in [place.as_str(), text] {
            sum.update((part.len() as u64).to_le_bytes());
            sum.update(part);
        }
    }
    format!("{:x}", sum.finalize())
}
