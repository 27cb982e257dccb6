//! The built site in a browser.

mod charts;
mod explorer;
mod exploring;
mod failing;
mod loading;
