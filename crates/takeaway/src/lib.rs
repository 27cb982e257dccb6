//! What a reader takes away: a figure's table, its citation, or a pack for a board paper.
//!
//! Everything is made from the views that the page shows, so it can't say more or otherwise. No
//! browser, file, clock or randomness: the same [`ExportContext`] gives the same bytes. A reader's own
//! answers, of the screen Compare, are no part of it.

mod attribution;
#[cfg(target_family = "wasm")]
pub mod browser;
pub mod citation;
pub mod clipboard;
pub mod csv;
mod csv_injection;
pub mod csvw;
mod date;
mod export_context;
mod file;
mod item;
mod name;
pub mod pack;
pub mod picture;
pub mod readme;
pub mod report;
mod table;
pub mod xlsx;

pub use csv_injection::guarded;
pub use export_context::ExportContext;
pub use file::File;
pub use item::{Item, items};
pub use table::{Absent, Cell, Column, Holds, Table};

#[cfg(test)]
mod tests;
