//! The screen on where the answers come from.

use survey::bundle::Header;
use survey::{Kind, Provenance, Survey};

use super::evidence::Mark;

/// What the screen says.
#[derive(Clone, Debug, PartialEq)]
pub struct AboutView {
    /// What the survey was, in paragraphs.
    pub description: Vec<String>,
    /// "58 teams of 149 invited".
    pub answered: String,
    /// Where the answers come from, in a sentence.
    pub provenance: String,
    /// What the figures can't say.
    pub limits: Vec<String>,
    /// The figures published elsewhere.
    pub published: Vec<PublishedRow>,
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
    /// The archive of the package, beside the page.
    pub archive: &'static str,
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
        let about = &survey.about;
        let total = survey.draws[draw].source().respondents();
        let answered = match about.invited {
            Some(invited) => format!("{total} {} of {invited} invited", about.respondent.other),
            None => format!("{total} {}", about.respondent.other),
        };
        Self {
            description: about.description.clone(),
            answered,
            provenance: provenance(about.provenance).replace("{}", &about.respondent.other),
            limits: about.limits.clone(),
            published: survey.figures.iter().map(published).collect(),
            codebook: codebook(survey),
            draws: survey
                .draws
                .iter()
                .enumerate()
                .map(|(position, draw)| (position, draw.label.clone()))
                .collect(),
            licence: about.licence.clone(),
            citation: about.citation.clone(),
            sources: about.sources.clone(),
            version: format!("{} {}", about.name, about.version),
            archive: "./package.zip",
            format: header.version,
            checksum: header.checksum_text(),
        }
    }
}

fn provenance(provenance: Provenance) -> &'static str {
    match provenance {
        Provenance::Synthetic => {
            "Invented answers (synthetic). They reproduce the published figures; nothing else about \
             them is real."
        }
        Provenance::Public => "The {}’ own answers, already published by their holder.",
        Provenance::Confidential => "The {}’ own answers, protected before they were packed.",
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
            || format!("all {}", survey.about.respondent.other),
            |routing| {
                let before = survey.codebook.question(routing.question);
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
    survey.codebook.iter().map(row).collect()
}
