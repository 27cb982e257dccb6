//! The built site in a browser.

mod failing;
mod loading;
