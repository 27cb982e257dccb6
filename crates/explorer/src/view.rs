//! What each screen says, as plain data: headlines, sentences, rows, notes, spoken text.
//!
//! A figure, its table and its spoken text are made from one view, so that they can't differ.

mod about;
mod breakdown;
mod chance;
mod compare;
mod evidence;
mod explore;
mod facet;
mod figure;
mod finding;
mod headline;
mod listing;
mod offer;
pub mod receipt;
mod selection;
mod sentence;
pub mod share;
mod sides;
mod table;
mod uncertainty;
pub mod wording;

pub use about::{AboutView, CodebookRow, PublishedRow, provenance_title};
pub use breakdown::{BreakdownView, CellView, PartView};
pub use compare::{
    CompareRow, CompareView, FormAnswer, FormQuestion, PeersChoice, PeersView, Refusal,
    ResultsView, RowGroup, SpreadView, Trait,
};
pub use evidence::{EvidenceView, Mark};
pub use explore::{Chip, ExploreView};
pub use facet::{FacetEntry, FacetView};
pub use figure::{FigureView, RowView, Shape};
pub use finding::{DotsView, FindingFigureView, FindingView, FindingsView, RecommendationView};
pub use listing::ListingView;
pub use offer::OfferView;
pub use receipt::ReceiptView;
pub use sentence::Sentence;
pub use sides::{PairView, SidesView};
pub use table::{TableRow, TableView};
pub use uncertainty::{RangeView, UncertaintyView};

#[cfg(test)]
mod tests;
