//! The built site in a browser.

mod charts;
mod failing;
mod loading;
