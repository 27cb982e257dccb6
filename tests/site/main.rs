//! The built site in a browser.

mod addresses;
mod charts;
mod explorer;
mod exploring;
mod failing;
mod loading;
mod reaching;
