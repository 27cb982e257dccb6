//! What each screen says, as plain data: headlines, sentences, rows, notes, spoken text.
//!
//! A figure, its table and its spoken text are made from one view, so that they can't differ.

mod about;
mod asked;
mod banner;
mod breakdown;
mod chance;
mod compare;
mod explore;
mod facet;
mod figure;
mod finding;
mod headline;
mod listing;
mod offer;
mod order;
mod overview;
mod pair;
mod question_figure;
pub mod receipt;
mod row;
mod rows;
mod search;
mod selection;
mod sentence;
pub mod share;
mod side_by_side;
mod standing;
mod table;
mod uncertainty;
mod unreadable;
pub mod wording;

pub use about::{AboutView, CodebookRow, PublishedRow, provenance_title};
pub use banner::BannerView;
pub use breakdown::{BreakdownView, CellView, PartView};
pub use compare::{
    CompareRow, CompareView, FormAnswer, FormQuestion, Given, PeersChoice, PeersView, Refusal,
    ResultsView, RowGroup, SpreadView, Trait,
};
pub use explore::{Chip, ExploreView};
pub use facet::{FacetEntry, FacetView};
pub use figure::{FigureView, Shape};
pub use finding::{
    DotsView, FindingFigureView, FindingView, FindingsView, KeyFigureView, RecommendationView,
};
pub use listing::ListingView;
pub use offer::OfferView;
pub use overview::OverviewRow;
pub use pair::PairView;
pub use receipt::ReceiptView;
pub use row::{OtherSet, RangeView, RowView};
pub use search::Search;
pub use sentence::Sentence;
pub use side_by_side::SideBySideView;
pub use standing::{Mark, ShareMark, StandingView, share_mark};
pub use table::{TableRow, TableView};
pub use uncertainty::UncertaintyView;
pub use unreadable::unreadable;

#[cfg(test)]
mod tests;
