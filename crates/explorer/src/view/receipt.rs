//! Whether a figure that somebody linked to is still the same.

use std::fmt::Write;

use sha2::{Digest, Sha256};
use survey::Survey;
use survey::bundle::Header;

use super::figure::{FigureView, Shape};
use super::row::RowView;
use crate::state::{Place, Receipt, Screen, permalink};

/// What became of a figure since a link to it was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The same data, the same counts.
    Same,
    /// Other data, the same counts.
    SameCounts,
    /// Other data, other counts.
    Changed,
    /// The same data with other counts: the link was altered, or read by another program.
    Doubtful,
}

/// What the reader of such a link is told.
#[derive(Clone, Debug, PartialEq)]
pub struct ReceiptView {
    /// What became of the figure.
    pub verdict: Verdict,
    /// The same in a sentence or two.
    pub words: String,
    /// The address of the same place over the data that the link was made from, where they are
    /// others. The site may no longer have them.
    pub earlier: Option<String>,
}

/// A figure's receipt: the data that a page has, and the figure's counts.
pub fn receipt(header: &Header, figure: &FigureView) -> Receipt {
    let digest = Sha256::digest(counts(figure));
    let first = |bytes: &[u8]| bytes.iter().fold(0, |sum: u64, &byte| sum << 8 | u64::from(byte));
    Receipt {
        data: first(&header.checksum[..8]),
        figure: u32::try_from(first(&digest[..4])).unwrap_or_default(),
    }
}

/// The address, from `#` on, of one figure of a place, with its receipt.
pub fn figure_link(survey: &Survey, header: &Header, place: &Place, figure: &FigureView) -> String {
    let place = Place {
        screen: Screen::Explore,
        figure: Some(figure.question),
        receipt: Some(receipt(header, figure)),
        ..place.clone()
    };
    permalink::write(&place, survey)
}

impl ReceiptView {
    /// Holds the figure as it is now to what a link remembers of it.
    /// `None` where the place is of no link with a receipt, or of one to another figure.
    pub fn new(
        survey: &Survey,
        header: &Header,
        place: &Place,
        figure: &FigureView,
    ) -> Option<Self> {
        let then = place.receipt.filter(|_| place.figure == Some(figure.question))?;
        let now = receipt(header, figure);
        let verdict = match (now.data == then.data, now.figure == then.figure) {
            (true, true) => Verdict::Same,
            (false, true) => Verdict::SameCounts,
            (false, false) => Verdict::Changed,
            (true, false) => Verdict::Doubtful,
        };
        let version = format!("{} {}", survey.about.name, survey.about.version);
        let words = match verdict {
            Verdict::Same => format!(
                "This figure is unchanged: the data are still those that the link was made from \
                 ({version}), and so are all counts."
            ),
            Verdict::SameCounts => format!(
                "The data have changed since the link was made (now {version}). The counts of this \
                 figure are still the same."
            ),
            Verdict::Changed => format!(
                "This figure has changed. The data are no longer those that the link was made from \
                 (now {version}), and its counts differ."
            ),
            Verdict::Doubtful => "This may not be the figure that the link was made for: the data \
                                  are the same, but its counts differ. The link may have been \
                                  altered."
                .to_owned(),
        };
        let earlier = || format!("?data={:016x}{}", then.data, permalink::write(place, survey));
        Some(Self { verdict, words, earlier: (now.data != then.data).then(earlier) })
    }
}

/// All counts of a figure as text: what is drawn, in the codebook's order, without a word that may
/// be put better one day.
fn counts(figure: &FigureView) -> String {
    let by_option = (0..figure.rows.len())
        .filter_map(|option| figure.rows.iter().position(|row| row.option == option));
    let mut text = format!("{}|{}", figure.id, figure.base);
    // Writing to a string can't fail.
    for row in by_option {
        let RowView { option, count, .. } = &figure.rows[row];
        let _ = write!(text, "|{option}:{count}");
        match &figure.shape {
            Shape::Stacked(parts) | Shape::Heat(parts) => {
                for cell in &parts.cells[row] {
                    let _ = write!(text, ",{}/{}", cell.count, cell.base);
                }
            }
            Shape::Sides(pairs) => {
                let pair = &pairs[row];
                let [first, second] = pair.counts;
                let _ = write!(text, ",{first}/{},{second}/{}", pair.bases[0], pair.bases[1]);
            }
            Shape::Bars | Shape::Nothing(_) => {}
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_survey::tiny_survey;
    use crate::view::ExploreView;
    use survey::{Against, Pick, QuestionIx};

    const ACTIVITIES: usize = 2;

    fn figure(place: &Place) -> std::rc::Rc<FigureView> {
        ExploreView::new(&tiny_survey(), place).figures[ACTIVITIES].clone()
    }

    fn header(first: u8) -> Header {
        Header {
            version: 2,
            provenance: survey::Provenance::Synthetic,
            payload: 1,
            checksum: [first; 32],
        }
    }

    #[test]
    fn a_figure_of_other_data_or_of_other_counts_is_told_apart() {
        let survey = tiny_survey();
        let everybody = figure(&Place::default());
        let mut clear = Place::default();
        clear.filter.toggle(QuestionIx(1), Pick::Option(0));
        let clear = figure(&clear);
        let link = figure_link(&survey, &header(1), &Place::default(), &everybody);
        let (place, _) = permalink::read(&link, &survey);
        let earlier = format!("?data=0101010101010101{link}");
        let cases = [
            (1, &everybody, Verdict::Same, None),
            (2, &everybody, Verdict::SameCounts, Some(&earlier)),
            (2, &clear, Verdict::Changed, Some(&earlier)),
            (1, &clear, Verdict::Doubtful, None),
        ];
        for (data, figure, verdict, other) in cases {
            let view = ReceiptView::new(&survey, &header(data), &place, figure).unwrap();
            assert_eq!((view.verdict, view.earlier.as_ref()), (verdict, other));
        }
        let other = Place { figure: Some(QuestionIx(0)), ..place };
        assert_eq!(ReceiptView::new(&survey, &header(1), &other, &everybody), None);
    }

    #[test]
    fn how_a_figure_is_shown_makes_no_other_receipt_and_what_it_counts_does() {
        let of = |place: &Place| receipt(&header(1), &figure(place)).figure;
        let everybody = Place::default();
        let percentages = Place { scale: crate::state::Scale::Percentage, ..Place::default() };
        let by = Place { by: Some(QuestionIx(3)), ..Place::default() };
        let beside = Place { against: Some(Against::Everybody), ..Place::default() };
        assert_eq!(of(&everybody), of(&percentages));
        let all = [of(&everybody), of(&by), of(&beside)];
        for (at, one) in all.iter().enumerate() {
            assert!(!all[at + 1..].contains(one), "{all:x?}");
        }
        // Addresses in papers depend on it.
        assert_eq!(counts(&figure(&everybody)), "activities|30|0:27|1:15|2:3");
    }

    #[test]
    fn the_link_leads_to_the_figure_and_holds_its_receipt() {
        let survey = tiny_survey();
        let place = Place { by: Some(QuestionIx(3)), ..Place::default() };
        let figure = figure(&place);
        let link = figure_link(&survey, &header(1), &place, &figure);
        let (read, in_doubt) = permalink::read(&link, &survey);
        assert!(!in_doubt && link.starts_with("#/1/explore?by=type&figure=activities&receipt=01"));
        let view = ReceiptView::new(&survey, &header(1), &read, &figure).unwrap();
        assert_eq!(view.verdict, Verdict::Same);
    }
}
