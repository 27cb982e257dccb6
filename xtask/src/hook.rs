//! What the build does around Trunk: `Trunk.toml` names these as hooks.

mod embed;
mod offline;
mod package;
mod page;
pub(crate) mod parts;
pub(crate) mod policy;
mod social;

pub use offline::worker;
pub use page::{finish, page, unfinished};
pub use parts::{assets, over};
pub use social::address;
