//! What a survey's holder does with it: check its package, invent answers where they can't be
//! shown, pack it into the one file that the explorer loads, and count from that file.
//!
//! `docs/package.md` describes the package.

pub mod attack;
pub mod cli;
pub mod file;
pub mod inspect;
mod json;
pub mod pack;
pub mod package;
pub mod problem;
pub mod release;
pub mod selection;
pub mod synthesise;
mod table;
pub mod tally;
mod text;
