//! The ways to take something away, in the order in which they are offered.

use super::FileKind;
use crate::words::take_away as words;
use survey::listed;

listed! {
    /// One thing that readers can do with a figure or with the whole screen.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Way {
        /// Copies what a figure says in a sentence.
        Sentence,
        /// Copies a figure's table.
        Table,
        /// Copies a link to a figure.
        Link,
        /// Copies a figure's citation.
        Citation,
        /// Saves a figure in pixels.
        Png,
        /// Saves a figure as a drawing.
        Svg,
        /// Saves a figure's table as a spreadsheet.
        Xlsx,
        /// Saves a figure's table as text.
        Csv,
        /// Opens the dialogue of the pack.
        Pack,
        /// Opens the dialogue of links and embeds, for the screen or for a figure.
        Share,
        /// Copies the page's citation.
        CitePage,
        /// Copies the page's citation for BibTeX.
        BibtexPage,
        /// Copies the data's citation.
        CiteData,
        /// Copies the data's citation for BibTeX.
        BibtexData,
    }
}

/// A list of ways that stands together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WayList {
    /// Under each figure: what goes to the clipboard.
    Copy,
    /// Under each figure: what becomes a file.
    Download,
    /// `<take-away what="pack">`.
    Pack,
    /// `<take-away what="share">`.
    Share,
    /// `<take-away what="cite">`.
    Cite,
}

impl Way {
    /// Its name in scripts; of a file its ending.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sentence => "sentence",
            Self::Table => "table",
            Self::Link => "link",
            Self::Citation => "citation",
            Self::Png => FileKind::Png.ending(),
            Self::Svg => FileKind::Svg.ending(),
            Self::Xlsx => FileKind::Xlsx.ending(),
            Self::Csv => FileKind::Csv.ending(),
            Self::Pack => "pack",
            Self::Share => "share",
            Self::CitePage => "cite-page",
            Self::BibtexPage => "bibtex-page",
            Self::CiteData => "cite-data",
            Self::BibtexData => "bibtex-data",
        }
    }

    /// The words on its button.
    pub fn words(self) -> &'static str {
        match self {
            Self::Sentence => words::SENTENCE,
            Self::Table => words::TABLE,
            Self::Link => words::LINK,
            Self::Citation => words::CITATION,
            Self::Png => words::PNG,
            Self::Svg => words::SVG,
            Self::Xlsx => words::XLSX,
            Self::Csv => words::CSV,
            Self::Pack => words::PACK,
            Self::Share => words::SHARE,
            Self::CitePage => words::CITE_PAGE,
            Self::CiteData => words::CITE_DATA,
            Self::BibtexPage | Self::BibtexData => words::SAME_FOR_BIBTEX,
        }
    }

    /// The list in which it stands.
    pub fn list(self) -> WayList {
        match self {
            Self::Sentence | Self::Table | Self::Link | Self::Citation => WayList::Copy,
            Self::Png | Self::Svg | Self::Xlsx | Self::Csv => WayList::Download,
            Self::Pack => WayList::Pack,
            Self::Share => WayList::Share,
            Self::CitePage | Self::BibtexPage | Self::CiteData | Self::BibtexData => WayList::Cite,
        }
    }

    /// Whether it is copied; all else is saved, or opens a dialogue.
    pub fn is_copied(self) -> bool {
        match self.list() {
            WayList::Copy | WayList::Cite => true,
            WayList::Download | WayList::Pack | WayList::Share => false,
        }
    }

    /// The way of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.name() == name)
    }
}

impl WayList {
    /// What stands under each figure.
    pub const OF_FIGURES: [Self; 2] = [Self::Copy, Self::Download];
    /// What stands once on a screen.
    pub const OF_SCREENS: [Self; 3] = [Self::Pack, Self::Share, Self::Cite];

    /// Under a figure the word above the list; of a screen the value of the element's attribute `what`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Copy => "Copy",
            Self::Download => "Download",
            Self::Pack => "pack",
            Self::Share => "share",
            Self::Cite => "cite",
        }
    }
}
