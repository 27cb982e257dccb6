//! What the reader is looking at: plain data, changed by [`apply`] and by nothing else.

mod action;
mod availability;
pub mod own;
pub mod permalink;
mod receipt;

pub use action::{Action, apply};
pub use availability::{keep_available, offers_filter};
pub use receipt::Receipt;

use crate::words::page as words;
use own::Own;
use survey::listed;
use survey::{Against, ExploreLink, Filter, QuestionIx};

listed! {
    /// Which screen is open. Their order is that of the navigation.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub enum Screen {
        /// What was found, and what the authors recommend.
        #[default]
        Findings,
        /// Every question's figure, filtered and broken down.
        Explore,
        /// The reader's own answers beside those of peers.
        Compare,
        /// Where the answers come from and what they can't say.
        About,
    }
}

impl Screen {
    /// Its name in addresses, and in the attribute `view` of an embed.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Findings => "findings",
            Self::Explore => "explore",
            Self::Compare => "compare",
            Self::About => "about",
        }
    }

    /// Its name, as the navigation and the title say it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Findings => words::FINDINGS,
            Self::Explore => words::EXPLORE,
            Self::Compare => words::COMPARE,
            Self::About => words::ABOUT,
        }
    }
}

/// What a bar's length stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scale {
    /// How many respondents.
    #[default]
    Count,
    /// Which part of those who answered.
    Percentage,
}

/// How it is shown that shares may be off.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Uncertainty {
    /// Not at all: the figures are of those who answered, exactly.
    #[default]
    None,
    /// What those who did not answer could change.
    Bounds,
    /// By intervals, as if those who answered were a random sample.
    Interval,
}

/// What the address carries: enough to see the same again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The screen.
    pub screen: Screen,
    /// Which set of answers, as a position.
    pub draw: usize,
    /// Whom the figures are about.
    pub filter: Filter,
    /// Whom the selected are compared with. Not together with a breakdown.
    pub against: Option<Against>,
    /// The question that all others are broken down by.
    pub by: Option<QuestionIx>,
    /// What a bar's length stands for.
    pub scale: Scale,
    /// How it is shown that shares may be off.
    pub uncertainty: Uncertainty,
    /// The question whose figure the reader came for.
    pub figure: Option<QuestionIx>,
    /// What that figure was when the link to it was made; gone once anything else is looked at.
    pub receipt: Option<Receipt>,
}

impl Place {
    /// The same selection on another screen. The screen on which readers give their own answers
    /// takes none along: its address has its name and the set of answers, and no more.
    #[must_use]
    pub fn on(&self, screen: Screen) -> Self {
        Self { screen, figure: None, receipt: None, ..self.clone() }.on_its_own_screen()
    }

    /// The place without what its screen does not take.
    fn on_its_own_screen(&self) -> Self {
        match self.screen {
            Screen::Compare => Self { screen: self.screen, draw: self.draw, ..Self::default() },
            Screen::Findings | Screen::Explore | Screen::About => self.clone(),
        }
    }

    /// The filter that the controls show and change; `second` asks for the second of two selections.
    pub fn picking(&self, second: bool) -> &Filter {
        match &self.against {
            Some(Against::Filter(filter)) if second => filter,
            _ => &self.filter,
        }
    }

    /// Whom the selected are compared with, once anybody can be: all others of everybody are nobody.
    pub fn compared_with(&self) -> Option<&Against> {
        let none_are_left = self.filter.is_empty();
        self.against.as_ref().filter(|against| !(none_are_left && **against == Against::Others))
    }

    /// What a finding leads to: its own selection, and nothing of the one before.
    #[must_use]
    pub fn exploring(&self, link: &ExploreLink) -> Self {
        Self {
            screen: Screen::Explore,
            draw: self.draw,
            filter: link.filter.clone(),
            against: None,
            by: link.by,
            scale: self.scale,
            uncertainty: self.uncertainty,
            figure: link.question,
            receipt: None,
        }
    }
}

/// All state of the app.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AppState {
    /// What the address carries.
    pub place: Place,
    /// Whether the filters select whom the selection is compared with, and not the selection.
    pub selects_second: bool,
    /// What is typed to find a question.
    pub search: String,
    /// Whether the address held something that could not be used.
    pub address_in_doubt: bool,
    /// What the reader answers for respondents of their own; never in an address.
    pub own: Own,
}

impl AppState {
    /// The filter that a click on an answer changes.
    fn filter(&mut self) -> &mut Filter {
        match &mut self.place.against {
            Some(Against::Filter(second)) if self.selects_second => second,
            _ => &mut self.place.filter,
        }
    }
}
