//! Our own block, `survey`: where answers come from, and what stands beside them.

use survey::{Language, Phrase, Provenance};

use super::{Descriptor, PhraseEntry, list, optional, text};
use crate::json::Part;
use crate::problem::Problems;

/// The keys of the block.
pub(super) const BLOCK: [&str; 16] = [
    "provenance",
    "lang",
    "dir",
    "identifiers",
    "banner",
    "respondent",
    "invited",
    "limits",
    "citation",
    "published_figures",
    "draws",
    "questions",
    "findings",
    "recommendations",
    "synthesis",
    "disclosure",
];

impl Descriptor {
    pub(super) fn read_block(&mut self, block: &Part<'_>, problems: &mut Problems) {
        self.provenance = provenance(block, problems);
        self.language = language(block, problems);
        self.banner = optional(block, "banner", problems).unwrap_or_default();
        self.check_provenance(block, problems);
        self.respondent = block
            .require("respondent", problems)
            .and_then(|part| part.read::<PhraseEntry>(problems))
            .map(Phrase::from);
        self.invited = optional(block, "invited", problems);
        self.identifiers_meant = self.read_identifiers(block, problems);
        self.limits = list(block, "limits", problems);
        self.citation = text(block, "citation", problems);
        self.published_figures = optional(block, "published_figures", problems);
        self.draws = list(block, "draws", problems);
        if self.draws.is_empty() && block.get("draws").is_none() {
            problems.add(block.problem("no answers are named", "Add “draws”, one for each table."));
        }
        self.questions = list(block, "questions", problems);
    }

    /// What answers of some origin must come with.
    fn check_provenance(&self, block: &Part<'_>, problems: &mut Problems) {
        match self.provenance {
            Some(Provenance::Public) if self.sources.is_empty() => {
                let fix = "Name in “sources” where their holder published them.";
                problems.add(block.problem("the answers are said to be public", fix));
            }
            Some(Provenance::Synthetic) if self.banner.trim().is_empty() => {
                let fix = "Add “banner”: the sentence that every screen carries.";
                problems.add(block.problem("invented answers have no banner that says so", fix));
            }
            Some(Provenance::Public | Provenance::Synthetic | Provenance::Confidential) | None => {}
        }
    }

    fn read_identifiers(&self, block: &Part<'_>, problems: &mut Problems) -> bool {
        let Some(part) = block.get("identifiers") else { return false };
        match self.provenance {
            Some(Provenance::Synthetic | Provenance::Confidential) | None => {
                let fix = "Delete it.";
                problems.add(part.problem("is only for answers that are public", fix));
            }
            Some(Provenance::Public) if part.value().as_str() != Some("meant") => {
                let fix = "Write “meant” where respondents are meant to be named as they are, or \
                           delete it.";
                problems.add(part.problem("is not “meant”", fix));
            }
            Some(Provenance::Public) => {}
        }
        true
    }
}

/// What to do where no provenance is read.
pub(super) const PROVENANCES: &str = "Say where the answers come from: “synthetic” (invented), “public” \
    (already published by their holder) or “confidential”. There is no default.";

fn provenance(block: &Part<'_>, problems: &mut Problems) -> Option<Provenance> {
    let Some(part) = block.get("provenance") else {
        problems.add(block.problem("“provenance” is missing", PROVENANCES));
        return None;
    };
    let name = part.value().as_str();
    let known = Provenance::ALL.into_iter().find(|known| name == Some(known.name()));
    if known.is_none() {
        let written = part.value().to_string();
        problems
            .add(part.problem("is not a provenance", PROVENANCES).value(written.trim_matches('"')));
    }
    known
}

/// The language of the package's texts, and its direction.
fn language(block: &Part<'_>, problems: &mut Problems) -> Option<Language> {
    let right_to_left = block.get("dir").and_then(|part| match part.value().as_str() {
        Some("ltr") => Some(false),
        Some("rtl") => Some(true),
        _ => {
            let fix = "Write “ltr” for a language that is written from left to right, “rtl” for one \
                       that is written from right to left.";
            problems.add(part.problem("is no direction", fix));
            None
        }
    });
    let Some(part) = block.get("lang") else {
        if let Some(dir) = block.get("dir") {
            let fix = "Add “lang”, the language’s tag, or delete “dir”.";
            problems.add(dir.problem("is the direction of a language that is not named", fix));
        }
        return None;
    };
    let tag: String = part.read(problems)?;
    if !is_tag(&tag) {
        let fix = "Write the tag that pages declare it by (BCP 47), such as “cy” or “ar”.";
        problems.add(part.problem("is no language", fix).value(&tag));
        return None;
    }
    Some(Language { tag, right_to_left: right_to_left.unwrap_or_default() })
}

/// Whether a text has the form of a tag of BCP 47: letters, and subtags of letters and digits.
fn is_tag(tag: &str) -> bool {
    let is_subtag = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    let first = tag.split('-').next().unwrap_or_default();
    (2..=8).contains(&first.len())
        && first.bytes().all(|byte| byte.is_ascii_alphabetic())
        && tag.split('-').all(is_subtag)
}
