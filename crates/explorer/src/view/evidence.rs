//! Which of a figure's counts are real.

use survey::{Evidence, Provenance, QuestionIx, Survey};

use super::wording;

/// Where a count comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// It reproduces a published figure.
    Published,
    /// It was made up.
    Invented,
    /// It is one of those that give nobody away; the others are not there.
    Protected,
}

impl Mark {
    /// The word on the mark.
    pub fn word(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::Invented => "invented",
            Self::Protected => "protected",
        }
    }
}

/// What a reader is told about a figure's reality. Empty for public answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EvidenceView {
    /// The marks beside the figure: one, or both where it is mixed.
    pub marks: Vec<Mark>,
    /// Which is which, in a sentence.
    pub sentence: String,
    /// A mark for each option.
    pub options: Vec<Option<Mark>>,
    /// Whether bases, and counts behind percentages, are inferred.
    pub inferred: bool,
}

/// Tells what is real of a question's figure. Only the figure of all respondents together can be:
/// how invented answers go together is artificial, so `whole` is false within a selection or a
/// breakdown.
pub(super) fn evidence(survey: &Survey, question: QuestionIx, whole: bool) -> EvidenceView {
    let options = &survey.codebook().question(question).options;
    let found: Vec<Evidence> =
        (0..options.len()).map(|option| survey.evidence(question, option)).collect();
    if found.contains(&Evidence::Reported) {
        let reported =
            EvidenceView { options: vec![None; options.len()], ..EvidenceView::default() };
        return match survey.about().provenance {
            Provenance::Synthetic | Provenance::Public => reported,
            Provenance::Confidential => {
                let sentence = format!(
                    "Protected: figures that could give a {} away are not published.",
                    survey.about().respondent.one
                );
                EvidenceView { marks: vec![Mark::Protected], sentence, ..reported }
            }
        };
    }
    if !whole {
        return EvidenceView {
            marks: vec![Mark::Invented],
            sentence: "Invented: how teams’ answers go together is artificial, so no figure for \
                       a selection or a breakdown is real."
                .replace("teams", &survey.about().respondent.other),
            options: vec![Some(Mark::Invented); options.len()],
            inferred: false,
        };
    }
    let mark = |evidence: &Evidence| match evidence {
        Evidence::Invented => Mark::Invented,
        Evidence::Published(_) | Evidence::Follows | Evidence::Reported => Mark::Published,
    };
    let marks: Vec<Mark> = found.iter().map(mark).collect();
    let named: Vec<String> = options
        .iter()
        .zip(&marks)
        .filter(|(_, mark)| **mark == Mark::Published)
        .map(|(option, _)| format!("“{}”", option.label))
        .collect();
    let mut sources: Vec<&str> = Vec::new();
    let mut inferred = false;
    for evidence in &found {
        if let Evidence::Published(figure) = evidence {
            inferred |= figure.inferred;
            if !sources.contains(&figure.source.as_str()) {
                sources.push(&figure.source);
            }
        }
    }
    let counts = if inferred { " Bases, and counts behind percentages, are inferred." } else { "" };
    let sources = sources.join("; ");
    let (shown, sentence) = if named.is_empty() {
        (vec![Mark::Invented], "Invented: no figure of this question was published.".to_owned())
    } else if named.len() == options.len() {
        (vec![Mark::Published], format!("Published: {sources}.{counts}"))
    } else {
        let named = wording::list(&named);
        let sentence =
            format!("Published: only {named} ({sources}). The other figures are invented.{counts}");
        (vec![Mark::Published, Mark::Invented], sentence)
    };
    EvidenceView {
        marks: shown,
        sentence,
        options: marks.into_iter().map(Some).collect(),
        inferred,
    }
}
