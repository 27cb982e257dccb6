//! The screen on where the answers come from.

use survey::bundle::Header;
use survey::limits::SMALLEST_PROTECTED_GROUP;
use survey::{Filter, Inferred, Kind, Phrase, Provenance, Publication, Survey};

use super::asked::unweighted;
use super::standing::{ShareMark, publications, standing};
use crate::contract::names::PACKAGE_ADDRESS;
use crate::words::{about as words, grammar::quoted};

/// What the screen says.
#[derive(Clone, Debug, PartialEq)]
pub struct AboutView {
    /// What the survey was, in paragraphs.
    pub description: Vec<String>,
    /// "58 teams of 149 invited".
    pub answered: String,
    /// What is said under [`provenance_title`], in paragraphs.
    pub provenance: Vec<String>,
    /// What the figures can't say.
    pub limits: Vec<String>,
    /// The figures published elsewhere, and what their table is called.
    pub published: Vec<PublishedRow>,
    /// The table's caption.
    pub published_title: &'static str,
    /// The questions.
    pub codebook: Vec<CodebookRow>,
    /// The sets of answers: position, label.
    pub draws: Vec<(usize, String)>,
    /// Licence.
    pub licence: String,
    /// Citation.
    pub citation: String,
    /// The publications behind the package.
    pub sources: Vec<Publication>,
    /// The package's name and version.
    pub version: String,
    /// The archive of the package, beside the page; none where it has answers that the page has not.
    pub archive: Option<&'static str>,
    /// What came with the page, after "The page came with ".
    pub came_with: &'static str,
    /// The bundle's format version.
    pub format: u16,
    /// The bundle's SHA-256, in hexadecimal digits.
    pub checksum: String,
}

/// A published figure.
#[derive(Clone, Debug, PartialEq)]
pub struct PublishedRow {
    /// What was published.
    pub statement: String,
    /// "89%", "2"; empty where words were published.
    pub published: String,
    /// "51 of 57": what it was worked out to be.
    pub worked_out: String,
    /// Where: title, and address where it can be read.
    pub sources: Vec<(String, Option<String>)>,
}

/// A question of the codebook.
#[derive(Clone, Debug, PartialEq)]
pub struct CodebookRow {
    /// Its short name.
    pub label: String,
    /// Its words.
    pub text: String,
    /// How it is answered.
    pub kind: &'static str,
    /// Whom it was put to.
    pub asked: String,
    /// The answers with their marks.
    pub options: Vec<(String, Option<ShareMark>)>,
}

impl AboutView {
    /// What is known of a survey.
    pub fn new(survey: &Survey, header: &Header, draw: usize) -> Self {
        let about = survey.about();
        // Of confidential answers only tables came here.
        let (archive, came_with) = match about.provenance {
            Provenance::Synthetic | Provenance::Public => {
                (Some(PACKAGE_ADDRESS), words::CAME_WITH_ANSWERS)
            }
            Provenance::Confidential => (None, words::CAME_WITH_FIGURES),
        };
        let total = survey.draws()[draw].source().respondents();
        Self {
            description: about.description.clone(),
            answered: words::answered(total, &about.respondent.other, about.invited),
            provenance: provenance(about.provenance, &about.respondent),
            limits: about.limits.iter().cloned().chain(unweighted(survey)).collect(),
            published: survey.figures().iter().map(|figure| published(survey, figure)).collect(),
            published_title: match about.provenance {
                Provenance::Synthetic => words::ONLY_THESE_ARE_REAL,
                Provenance::Public | Provenance::Confidential => words::PUBLISHED_ELSEWHERE,
            },
            codebook: codebook(survey),
            draws: survey
                .draws()
                .iter()
                .enumerate()
                .map(|(position, draw)| (position, draw.label.clone()))
                .collect(),
            licence: about.licence.clone(),
            citation: about.citation.clone(),
            sources: about.sources.clone(),
            version: format!("{} {}", about.name, about.version),
            archive,
            came_with,
            format: header.version,
            checksum: header.checksum_text(),
        }
    }
}

/// What a reader must know first of such answers: the banner's link and its place on this screen.
pub fn provenance_title(provenance: Provenance) -> &'static str {
    match provenance {
        Provenance::Synthetic => words::INVENTED_TITLE,
        Provenance::Public => words::PUBLIC_TITLE,
        Provenance::Confidential => words::CONFIDENTIAL_TITLE,
    }
}

fn provenance(provenance: Provenance, noun: &Phrase) -> Vec<String> {
    match provenance {
        Provenance::Synthetic => vec![words::INVENTED.to_owned()],
        Provenance::Public => vec![words::public(&noun.other)],
        Provenance::Confidential => {
            let not_available = survey::NotAvailable.to_string();
            words::confidential(noun, SMALLEST_PROTECTED_GROUP, &not_available).into()
        }
    }
}

fn published(survey: &Survey, figure: &survey::PublishedFigure) -> PublishedRow {
    let Inferred { percent, count, base } = figure.inferred;
    // Numbers that were printed, or those that were not.
    let numbers = |inferred: bool| {
        let only =
            |number: Option<u32>, is_inferred: bool| number.filter(|_| is_inferred == inferred);
        words::numbers(
            only(figure.count, count),
            only(figure.base, base),
            only(figure.percent, percent),
        )
    };
    PublishedRow {
        statement: figure.statement.clone(),
        published: numbers(false),
        worked_out: numbers(true),
        sources: publications(survey, &figure.source),
    }
}

fn codebook(survey: &Survey) -> Vec<CodebookRow> {
    let row = |(ix, question): (survey::QuestionIx, &survey::Question)| {
        let marks = standing(survey, ix, Some(&Filter::default())).options;
        let asked = question.asked_if.as_ref().map_or_else(
            || words::asked_of_all(&survey.about().respondent.other),
            |routing| {
                let before = survey.codebook().question(routing.question);
                let answers: Vec<String> = routing
                    .any_of
                    .iter()
                    .map(|&option| quoted(&before.options[option].label))
                    .collect();
                words::asked_of_some(&answers, &before.label)
            },
        );
        CodebookRow {
            label: question.label.clone(),
            text: question.text.clone(),
            kind: match question.kind {
                Kind::Single => words::ONE_ANSWER,
                Kind::Ordered => words::ONE_ON_A_SCALE,
                Kind::Multiple => words::ANY_NUMBER,
            },
            asked,
            options: question
                .options
                .iter()
                .zip(marks)
                .map(|(option, mark)| (option.label.clone(), mark))
                .collect(),
        }
    };
    survey.codebook().iter().map(row).collect()
}
