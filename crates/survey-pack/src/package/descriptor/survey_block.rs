//! Our own block, `survey`: where answers come from, and what stands beside them.

use survey::{Phrase, Provenance};

use super::{Descriptor, PhraseEntry, list, optional, text};
use crate::json::Part;
use crate::problem::Problems;

/// The keys of the block.
pub(super) const BLOCK: [&str; 14] = [
    "provenance",
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

fn provenance(block: &Part<'_>, problems: &mut Problems) -> Option<Provenance> {
    const FIX: &str = "Say where the answers come from: “synthetic” (invented), “public” (already \
                       published by their holder) or “confidential”. There is no default.";
    let Some(part) = block.get("provenance") else {
        problems.add(block.problem("“provenance” is missing", FIX));
        return None;
    };
    match part.value().as_str() {
        Some("synthetic") => Some(Provenance::Synthetic),
        Some("public") => Some(Provenance::Public),
        Some("confidential") => Some(Provenance::Confidential),
        _ => {
            let written = part.value().to_string();
            problems.add(part.problem("is not a provenance", FIX).value(written.trim_matches('"')));
            None
        }
    }
}
