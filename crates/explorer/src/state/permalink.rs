//! A place as the part of an address after `#`, which browsers send to no server.
//!
//! `#/1/explore?in.definition=clear&in.activities=all:training,screening&by=authority_type`
//!
//! | part | meaning |
//! |---|---|
//! | `/1` | version of this grammar; a later one still reads it |
//! | `/explore` | the screen: `findings`, `explore`, `compare` or `about` |
//! | `in.QUESTION=a,b` | respondents who gave any of the answers; `all:` before them asks for each; `@` before an id names a group of answers |
//! | `in=ID,ID` | these respondents, ids percent-encoded |
//! | `vs=others` | compared with all others; `everybody` with all; `own` with a second selection |
//! | `b.QUESTION=…`, `b=…` | the second selection, written as the first; only with `vs=own` |
//! | `by=QUESTION` | broken down by; not together with `vs` |
//! | `show=percentages` | percentages, not counts |
//! | `uncertain=bounds` | bounds for those who did not answer; `interval`: 95% intervals |
//! | `draw=ID` | another set of answers than the first |
//! | `figure=QUESTION` | the figure that the reader came for |
//! | `receipt=DATA.FIGURE` | what it was made from and what it was then, 16 and 8 hexadecimal digits; only with `figure`. Of protected tables `DATA` alone |
//!
//! The screen `compare` takes only `draw`: what a reader answers there stands in no address.
//!
//! Ids, not positions, stand in it, so that a link outlives a reordered codebook. What is unknown,
//! doubled or contradictory is left out, and the reader is told once that something was.

mod read;
mod write;

pub use read::read;
pub use write::write;

/// Longer addresses are not read.
const LONGEST: usize = 8 * 1024;
const VERSION: &str = "1";
const SCREENS: [(super::Screen, &str); 4] = [
    (super::Screen::Findings, "findings"),
    (super::Screen::Explore, "explore"),
    (super::Screen::Compare, "compare"),
    (super::Screen::About, "about"),
];

#[cfg(test)]
mod tests;
