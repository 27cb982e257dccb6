//! What Rust and JavaScript both name: the contract between the page's program and its scripts.
//!
//! Lists and names that code can hold are declared here once. `assets/contract.js` is made from them,
//! for the scripts to import; the bundler puts the values in their place.
//!
//! Some names have to be spelled where they are used: in markup, and as names of properties.
//! [`names::SPELLED`] lists these. `tests/contract` of this crate reads the sources of both sides and
//! fails where one uses a name that the other does not have.

mod file_kind;
pub mod names;
mod way;

pub use file_kind::FileKind;
pub use way::{Way, WayList};
