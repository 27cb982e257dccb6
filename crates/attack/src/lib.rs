//! An attack on what is published of a confidential survey.
//!
//! Given tables, it looks for respondents who fit all of them, as anybody could who has the file:
//! [`reconstruct`] asks a solver of integer programs for such rows, with an objective drawn at
//! random, so that other seeds give other rows. [`overlap`] counts how many of them are those of real
//! respondents. Tables protect if that number is no greater than it is from one-way totals alone.
//! [`bounds`] says what follows from a release about a count that is not in it.
//!
//! A release is a list of counts ([`Published`]), so the attack knows nothing of where they came
//! from: tables of three and more questions are attacked by the same code as a packed survey, which
//! [`Columns`] reads.

mod bounds;
mod cliques;
mod cube;
mod model;
mod overlap;
mod published;
mod rows;
mod search;
mod triples;

pub use bounds::bounds;
pub use cube::{Columns, Tables};
pub use overlap::{Overlaps, overlap};
pub use published::{Cell, Impossible, Published, Row};
pub use rows::{Aim, reconstruct};
pub use search::{Tries, draw_columns, from_tables, from_totals, overlaps, select_columns};
pub use triples::{Answer, Effort, Triples, triples};
