//! A place as the part of an address after `#`, which browsers send to no server.
//!
//! `#/1/explore?in.definition=clear&in.activities=all:training,screening&by=authority_type`
//!
//! | part | meaning |
//! |---|---|
//! | `/1` | version of this grammar; a later one is added to the table of versions, and this one stays |
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

mod version_1;
mod write;

use survey::Survey;

use crate::state::{Place, Screen};

pub use write::write;

/// A fragment of the version that is written, from what stands behind the version:
/// `fragment!("explore?by=type")`. Whoever needs a link that is known beforehand takes it from here.
#[macro_export]
macro_rules! fragment {
    ($rest:literal) => {
        concat!("#/1/", $rest)
    };
}

/// A place, and whether something in the address was left out.
type Reading = (Place, bool);

/// A version of the grammar: its number, and what reads the name and the query behind it. `None`
/// where the name is of no screen.
struct Version {
    number: &'static str,
    read: fn(name: &str, query: &str, survey: &Survey) -> Option<Reading>,
}

/// Every version that was ever written, the newest first: links in papers must keep working.
const VERSIONS: [Version; 1] = [Version { number: "1", read: version_1::read }];

/// What every fragment that is written begins with.
pub const START: &str = crate::fragment!("");

/// What the attributes of an embed stand behind. Pages of other sites hold them for ever, and they do
/// not say a version: they are of this one, whichever is written now.
pub const EMBED_START: &str = "#/1/";

/// Longer addresses are not read.
const LONGEST: usize = 8 * 1024;

/// The place that the part of an address after `#` names, and whether something in it was left
/// out. No such part is the first screen; one that does not begin with `/` is an anchor of the page
/// and none of ours. Whatever is in it, there is a place.
pub fn read(fragment: &str, survey: &Survey) -> Reading {
    read_by(&VERSIONS, fragment, survey)
}

fn read_by(versions: &[Version], fragment: &str, survey: &Survey) -> Reading {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    let Some(path) = fragment.strip_prefix('/') else {
        return (Place::default(), false);
    };
    let read = || {
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let (number, name) = path.split_once('/')?;
        let version = versions.iter().find(|version| version.number == number)?;
        (version.read)(name, query, survey)
    };
    let reading = if fragment.len() > LONGEST { None } else { read() };
    reading.unwrap_or_else(|| (Place::default(), true))
}

fn screen(name: &str) -> Option<Screen> {
    Screen::ALL.into_iter().find(|screen| screen.id() == name)
}

#[cfg(test)]
mod tests;
