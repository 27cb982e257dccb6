//! An attack on what is published of a confidential survey.
//!
//! Given tables, it looks for respondents who fit all of them, as anybody could who has the file:
//! [`reconstruct`] asks a solver of integer programs for such rows, with an objective drawn at
//! random, so that other seeds give other rows. [`attack`] counts how many of the rows found are
//! those of real respondents. Tables protect if that number is no greater than it is from the
//! one-way totals alone.
//!
//! A release is a list of counts ([`Published`]), so the attack knows nothing of where they came
//! from: tables of three and more questions are attacked by the same code as a packed survey.

mod bounds;
mod cliques;
mod cube;
mod model;
mod overlap;
mod published;
mod rows;

pub use bounds::bounds;
pub use cube::{Columns, Tables};
pub use overlap::{Overlaps, attack, overlap};
pub use published::{Cell, Impossible, Published, Row};
pub use rows::reconstruct;
