//! The screen on where the answers come from.

use survey::bundle::Header;
use survey::{Cube, Kind, Phrase, Provenance, Survey};

use super::evidence::Mark;
use crate::contract::names::PACKAGE_ADDRESS;

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
    pub sources: Vec<String>,
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
    /// "51 of 57 (inferred)".
    pub count: String,
    /// Where.
    pub source: String,
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
    pub options: Vec<(String, Option<Mark>)>,
}

impl AboutView {
    /// What is known of a survey.
    pub fn new(survey: &Survey, header: &Header, draw: usize) -> Self {
        let about = survey.about();
        // Of confidential answers only tables came here.
        let (archive, came_with) = match about.provenance {
            Provenance::Synthetic | Provenance::Public => {
                (Some(PACKAGE_ADDRESS), "all the answers and counts them on your machine")
            }
            Provenance::Confidential => (None, "all of its figures, and nobody’s answers"),
        };
        let total = survey.draws()[draw].source().respondents();
        let answered = match about.invited {
            Some(invited) => format!("{total} {} of {invited} invited", about.respondent.other),
            None => format!("{total} {}", about.respondent.other),
        };
        Self {
            description: about.description.clone(),
            answered,
            provenance: provenance(about.provenance, &about.respondent),
            limits: about.limits.clone(),
            published: survey.figures().iter().map(published).collect(),
            published_title: match about.provenance {
                Provenance::Synthetic => "Published figures (only these are real)",
                Provenance::Public | Provenance::Confidential => "Figures published elsewhere",
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
        Provenance::Synthetic => "What is real and what is invented",
        Provenance::Public => "Where the answers come from",
        Provenance::Confidential => "How the answers are protected",
    }
}

fn provenance(provenance: Provenance, noun: &Phrase) -> Vec<String> {
    let Phrase { one, other } = noun;
    match provenance {
        Provenance::Synthetic => vec![
            "Invented answers (synthetic). They reproduce the published figures; nothing else \
             about them is real."
                .to_owned(),
        ],
        Provenance::Public => {
            vec![format!("The {other}’ own answers, already published by their holder.")]
        }
        Provenance::Confidential => vec![
            format!(
                "The answers are confidential. They stayed with their holder; only tables of \
                 counts came here. No {one}’s answers are in this page or in any file that it \
                 loads, and no filter, link or change to the page can bring them back."
            ),
            format!(
                "A table that could give a {one} away was left out whole, before packing. No \
                 figure is about fewer than {} {other}. A figure that is not here is “{}”, always \
                 in these words: they do not tell whether it was left out, would be empty or was \
                 never planned.",
                Cube::SMALLEST_BASE,
                survey::NotAvailable
            ),
            format!(
                "The figures can be filtered by one question, or broken down by one, and not by \
                 two together: a few answers together can point to a single {one}."
            ),
            format!(
                "Some questions share a base: of the {other} that were asked, those that answered \
                 all of them. If each question had its own, the difference of two could be the \
                 one {one} that left a question out."
            ),
        ],
    }
}

fn published(figure: &survey::PublishedFigure) -> PublishedRow {
    let inferred = if figure.inferred { " (inferred)" } else { "" };
    let count = match (figure.count, figure.base) {
        (Some(count), Some(base)) => format!("{count} of {base}{inferred}"),
        (Some(count), None) => format!("{count}{inferred}"),
        _ => String::new(),
    };
    PublishedRow { statement: figure.statement.clone(), count, source: figure.source.clone() }
}

fn codebook(survey: &Survey) -> Vec<CodebookRow> {
    let row = |(ix, question): (survey::QuestionIx, &survey::Question)| {
        let marks = super::evidence::evidence(survey, ix, true).options;
        let asked = question.asked_if.as_ref().map_or_else(
            || format!("all {}", survey.about().respondent.other),
            |routing| {
                let before = survey.codebook().question(routing.question);
                let answers: Vec<String> = routing
                    .any_of
                    .iter()
                    .map(|&option| format!("“{}”", before.options[option].label))
                    .collect();
                format!("those that answered {} to “{}”", answers.join(" or "), before.label)
            },
        );
        CodebookRow {
            label: question.label.clone(),
            text: question.text.clone(),
            kind: match question.kind {
                Kind::Single => "one answer",
                Kind::Ordered => "one answer on a scale",
                Kind::Multiple => "any number of answers, or none",
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
