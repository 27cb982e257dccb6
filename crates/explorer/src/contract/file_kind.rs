//! The kinds of files that readers take away.

use survey::listed;

listed! {
    /// A kind of file.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum FileKind {
        /// A picture in pixels.
        Png,
        /// A drawing, sharp at any size.
        Svg,
        /// A spreadsheet.
        Xlsx,
        /// A table as text.
        Csv,
        /// Several files in one.
        Zip,
    }
}

impl FileKind {
    /// How the name of a file of this kind ends, without the dot.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Svg => "svg",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
            Self::Zip => "zip",
        }
    }

    /// The kind whose files end so.
    pub fn named(ending: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.ending() == ending)
    }

    /// The media type.
    pub fn mime(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Svg => "image/svg+xml",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Csv => "text/csv",
            Self::Zip => "application/zip",
        }
    }
}
