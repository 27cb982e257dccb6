//! What the build does around Trunk: `Trunk.toml` names these as hooks.

mod embed;
mod offline;
mod package;
mod page;
pub(crate) mod parts;
pub(crate) mod policy;
mod social;

pub(crate) use offline::WORKER;
pub use offline::worker;
pub use page::{finish, page, unfinished};
pub use parts::{assets, over, package_folder};
pub use social::address;
