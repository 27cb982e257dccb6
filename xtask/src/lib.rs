//! Everything that is done to the findings explorer on a developer's machine: set-up, build,
//! serving, checks and measuring. The command is `cargo xtask`; the browser tests use [`server`].

pub mod bench;
pub mod build;
mod changes;
pub mod checks;
mod files;
pub mod hook;
mod prerender;
pub mod project;
pub mod run;
pub mod scripts;
pub mod search;
pub mod server;
pub mod settings;
pub mod setup;
pub mod single;
pub mod sizes;
pub mod standard_library;
pub mod survey_site;
pub mod wasm;
pub mod watch;
