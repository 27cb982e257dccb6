//! What a reader takes away: a figure's table, its citation, or a pack for a board paper.
//!
//! Everything is made from the views that the page shows, so it can't say more or otherwise. No
//! browser, file, clock or randomness: the same [`Occasion`] gives the same bytes. A reader's own
//! answers, of the screen Compare, are no part of it.

#[cfg(target_arch = "wasm32")]
mod browser;
pub mod citation;
pub mod copied;
pub mod csv;
pub mod csvw;
mod date;
mod file;
mod guard;
mod item;
mod name;
mod occasion;
pub mod pack;
pub mod picture;
pub mod readme;
pub mod report;
mod said;
mod table;
pub mod xlsx;

pub use file::File;
pub use guard::guarded;
pub use item::{Item, items};
pub use occasion::Occasion;
pub use table::{Absent, Cell, Column, Table};

#[cfg(test)]
mod tests;
