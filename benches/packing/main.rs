//! What it takes to pack a survey. `cargo xtask bench packing` builds this and runs it over the sizes
//! that `docs/disclosure.md` names; with `draw` it leaves an invented package in a folder, of the
//! size and provenance that its caller wants.

mod draw;
mod measure;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use draw::{Provenance, Size};

const USAGE: &str = "usage: bench-packing [FOLDER …]\n       bench-packing draw FOLDER RESPONDENTS QUESTIONS confidential|invented";

/// What `docs/disclosure.md` has a line for.
const SIZES: [Size; 4] = [
    Size { respondents: 58, questions: 40 },
    Size { respondents: 200, questions: 60 },
    Size { respondents: 1_000, questions: 60 },
    Size { respondents: 100_000, questions: 60 },
];

fn main() -> Result<()> {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    match arguments.split_first() {
        Some((first, rest)) if first == "draw" => draw_one(rest),
        Some((first, rest)) if first == measure::CHILD => {
            measure::pack_here(Path::new(rest.first().context(USAGE)?))
        }
        _ => {
            arguments.iter().try_for_each(|folder| measure::pack_apart(Path::new(folder)))?;
            SIZES.iter().try_for_each(|size| measure_drawn(*size))
        }
    }
}

fn measure_drawn(size: Size) -> Result<()> {
    let name = format!("drawn-{}-{}", size.respondents, size.questions);
    let folder = PathBuf::from("target/bench/packing").join(name);
    draw::package(&folder, size, Provenance::Confidential)?;
    measure::pack_apart(&folder)
}

fn draw_one(arguments: &[OsString]) -> Result<()> {
    let [folder, respondents, questions, provenance] = arguments else { bail!(USAGE) };
    let number = |text: &OsString| text.to_str().and_then(|text| text.parse().ok()).context(USAGE);
    let size = Size { respondents: number(respondents)?, questions: number(questions)? };
    let provenance = match provenance.to_str() {
        Some("confidential") => Provenance::Confidential,
        Some("invented") => Provenance::Invented,
        _ => bail!(USAGE),
    };
    draw::package(Path::new(folder), size, provenance)
}
