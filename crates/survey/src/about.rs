//! What a reader must know about a survey: who made it, where its answers come from.

/// Words that depend on a number: "team" and "teams", "uses" and "use". A plain record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// For exactly one.
    pub one: String,
    /// For none and for more than one.
    pub other: String,
}

impl Phrase {
    /// The form that goes with `count`.
    pub fn for_count(&self, count: u64) -> &str {
        if count == 1 { &self.one } else { &self.other }
    }
}

crate::listed! {
    /// Where the answers come from, which decides what may be packed.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Provenance {
        /// Made up; only the published figures among them are real.
        Synthetic,
        /// Real, and already published by their holder.
        Public,
        /// Real, and not public: no form of a record may leave the holder's machine.
        Confidential,
    }
}

impl Provenance {
    /// What it is called in packages and reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Synthetic => "synthetic",
            Self::Public => "public",
            Self::Confidential => "confidential",
        }
    }

    /// Whether answers were made up.
    pub fn is_invented(self) -> bool {
        match self {
            Self::Synthetic => true,
            Self::Public | Self::Confidential => false,
        }
    }

    /// Whether no form of a record may leave its holder.
    pub fn is_confidential(self) -> bool {
        match self {
            Self::Confidential => true,
            Self::Synthetic | Self::Public => false,
        }
    }
}

/// In which language a package's texts are. A plain record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language {
    /// Its tag, as pages declare it (BCP 47): "cy", "ar".
    pub tag: String,
    /// Whether it is written from right to left.
    pub right_to_left: bool,
}

impl Language {
    /// Its direction, as pages declare it.
    pub fn direction(&self) -> &'static str {
        if self.right_to_left { "rtl" } else { "ltr" }
    }
}

/// What a reader must know about the survey before its figures. A plain record: any text goes with
/// any other. Not `non_exhaustive`, so that whoever reads all words of a survey has to read a new one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// Short and stable, as in the package: "tic-2022".
    pub name: String,
    /// The language of its texts, where the package declares one.
    pub language: Option<Language>,
    /// The survey's title.
    pub title: String,
    /// The version of the package.
    pub version: String,
    /// What the survey was, in paragraphs.
    pub description: Vec<String>,
    /// Where the answers come from.
    pub provenance: Provenance,
    /// The sentence on provenance that every screen, export and embed carries; may be empty for
    /// public answers.
    pub banner: String,
    /// What a respondent is called: "team", "teams".
    pub respondent: Phrase,
    /// How many were invited, where known.
    pub invited: Option<u32>,
    /// What the figures can't say, a paragraph each.
    pub limits: Vec<String>,
    /// Under which licence the package may be used.
    pub licence: String,
    /// How to cite it.
    pub citation: String,
    /// The publications the package rests on.
    pub sources: Vec<Publication>,
}

/// A publication that the survey's package rests on. A plain record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publication {
    /// Who published what, and when.
    pub title: String,
    /// Where it can be read today, where that is known.
    pub address: Option<String>,
}

impl Publication {
    /// Its address, where that is one of the web: nothing else is ever linked to.
    pub fn link(&self) -> Option<&str> {
        self.address.as_deref().filter(|address| {
            ["https://", "http://"].iter().any(|scheme| address.starts_with(scheme))
        })
    }
}

impl About {
    /// Where a publication can be read, by its title.
    pub fn address_of(&self, title: &str) -> Option<&str> {
        self.sources.iter().find(|source| source.title == title)?.link()
    }
}
