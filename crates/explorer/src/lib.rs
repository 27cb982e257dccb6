//! What the explorer shows, without the page that shows it.
//!
//! `state` is what the reader is looking at, `view` what the screens say of it, `chart` how figures
//! are drawn. `chart` knows `view`, and `view` knows `state`. `contract` has the names that scripts
//! share. None of them knows a browser: the page, what is taken away and the tests all read the same
//! words from here.

pub mod chart;
pub mod contract;
mod loaded;
pub mod state;
pub mod view;
pub mod words;
pub mod wrap;

pub use loaded::Loaded;

#[cfg(test)]
mod test_survey;
