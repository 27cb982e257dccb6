//! What the build does around Trunk: `Trunk.toml` names these as hooks.

mod app;
mod names;
mod page;
mod parts;
mod scripts;

pub use page::page;
pub use parts::assets;
