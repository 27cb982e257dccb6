//! The browser's edges. Each is a small owner: what it opens it undoes when dropped. None knows a
//! component.

pub mod address;
pub mod charts;
pub mod file;
pub mod focus;
pub mod leaving;
pub mod media;
pub mod page;
pub mod panic;
pub mod program_part;
pub mod resize;
#[cfg(target_family = "wasm")]
pub mod take_away;
pub mod theme;
