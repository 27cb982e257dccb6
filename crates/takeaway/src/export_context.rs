//! What is taken away from where, and when.

use explorer::Loaded;
use explorer::state::{Place, Screen, permalink};
use survey::{About, Survey};

/// What a reader looks at when taking something away.
#[derive(Clone, Copy)]
pub struct ExportContext<'a> {
    /// The survey.
    pub loaded: &'a Loaded,
    /// The page's address without `#` and what follows.
    pub site: &'a str,
    /// The day, as "2026-11-22".
    pub date: &'a str,
    /// What is shown.
    pub place: &'a Place,
}

impl ExportContext<'_> {
    /// The survey.
    pub fn survey(&self) -> &Survey {
        &self.loaded.survey
    }

    /// What is said of the survey as a whole.
    pub fn about(&self) -> &About {
        self.loaded.survey.about()
    }

    /// SHA-256 of the survey's file, in hexadecimal digits.
    pub(crate) fn checksum(&self) -> String {
        self.loaded.header.checksum_text()
    }

    /// "tic-2022 1.0.0, SHA-256 e478…": which survey the figures are of, to the last bit.
    pub(crate) fn version(&self) -> String {
        let about = self.about();
        format!("{} {}, SHA-256 {}", about.name, about.version, self.checksum())
    }

    /// The address that shows all the figures again.
    pub(crate) fn link(&self) -> String {
        format!("{}{}", self.site, permalink::write(&self.explored(), self.survey()))
    }

    /// Whether nobody is left out, nothing is broken down and nobody compared.
    pub(crate) fn is_of_everybody(&self) -> bool {
        let place = self.explored();
        place.filter.is_empty() && place.by.is_none() && place.compared_with().is_none()
    }

    /// What a link leads to. Only the screen Explore has a selection; elsewhere the figures are those
    /// of everybody.
    pub(crate) fn explored(&self) -> Place {
        let place = self.place.clone();
        match place.screen {
            Screen::Explore => Place { figure: None, receipt: None, ..place },
            Screen::Findings | Screen::Compare | Screen::About => {
                Place { screen: Screen::Explore, draw: place.draw, ..Place::default() }
            }
        }
    }
}
