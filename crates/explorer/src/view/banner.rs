//! What must be known before any figure, on every screen.

use survey::{Provenance, Survey};

use super::about::provenance_title;
use super::wording::first_sentence;
use crate::state::Screen;
use crate::words::about::INVENTED_LINK;
use crate::words::page as words;

/// The banner above a screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BannerView {
    /// Its first sentence, which stands out.
    pub lead: String,
    /// The rest, with the space before it.
    pub rest: String,
    /// What the link to the screen that says it in full is called; none on that screen.
    pub more: Option<&'static str>,
}

impl BannerView {
    /// The banner of a screen; none where the package has none.
    ///
    /// The screen About says it in full. Of invented answers all others say in one line what is real.
    pub fn new(survey: &Survey, screen: Screen) -> Option<Self> {
        let about = survey.about();
        let (lead, full) = first_sentence(&about.banner);
        if lead.is_empty() {
            return None;
        }
        if screen == Screen::About {
            return Some(Self { lead, rest: full, more: None });
        }
        let (rest, more) = match about.provenance {
            Provenance::Synthetic => {
                let line = words::real_and_invented(survey.figures().len());
                (format!(" {line}"), INVENTED_LINK)
            }
            provenance @ (Provenance::Public | Provenance::Confidential) => {
                (full, provenance_title(provenance))
            }
        };
        Some(Self { lead, rest, more: Some(more) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_survey::{public_survey, tiny_survey};

    fn said(survey: &Survey, screen: Screen) -> Option<String> {
        BannerView::new(survey, screen).map(|view| view.lead + &view.rest)
    }

    #[test]
    fn invented_answers_are_said_to_be_in_a_line_and_in_full_on_one_screen() {
        let survey = tiny_survey();
        let about = said(&survey, Screen::About);
        assert_eq!(about.as_ref(), Some(&survey.about().banner));
        for screen in Screen::ALL {
            let said = said(&survey, screen).unwrap();
            assert!(said.starts_with(&first_sentence(&survey.about().banner).0), "{said}");
            let line = words::real_and_invented(survey.figures().len());
            assert_eq!(said.ends_with(&line), screen != Screen::About, "{said}");
        }
    }

    #[test]
    fn answers_that_are_real_have_the_words_of_their_package() {
        for screen in Screen::ALL {
            let survey = public_survey();
            let own = Some(survey.about().banner.clone()).filter(|banner| !banner.is_empty());
            assert_eq!(said(&survey, screen), own);
        }
    }
}
