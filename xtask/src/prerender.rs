//! What the page says before any script runs, and the picture in previews of links: made of a packed
//! survey by the app itself, on this machine.

use std::{io::Write, path::Path, process::Stdio};

use anyhow::{Context, Result, ensure};
use site::{Address, Elsewhere, Text};

use crate::{
    project::Project,
    run::{command, output, own_program},
};

/// What the prerenderer writes of a survey.
///
/// # Errors
/// When the app does not compile or can't read the survey.
pub(crate) fn written(
    project: &Project,
    survey: &Path,
    address: Option<&Address>,
) -> Result<String> {
    let mut prerender = own_program(project, "prerender", &["findings-explorer/prerender"])?;
    output(prerender.arg(survey).args(address.map(Address::as_str)))
}

/// From what the prerenderer wrote: the page's text, and what links to it show elsewhere where its
/// address is known.
///
/// # Errors
/// When a line is missing, or the picture can't be drawn.
pub(crate) fn texts(
    written: &str,
    project: &Project,
    address: Option<&Address>,
) -> Result<(Text, Option<Elsewhere>)> {
    let Lines { text, oembed, picture } = Lines::read(written)?;
    let elsewhere = match address {
        Some(_) => Some(Elsewhere { oembed, picture: drawn(project, &picture)? }),
        None => None,
    };
    Ok((text, elsewhere))
}

/// What the prerenderer writes, as `src/bin/prerender/main.rs` has it.
struct Lines {
    text: Text,
    /// Nothing without an address.
    oembed: String,
    /// The picture for previews, as SVG.
    picture: String,
}

impl Lines {
    fn read(written: &str) -> Result<Self> {
        let mut parts = written.trim_end().splitn(8, '\n').map(str::to_owned);
        let mut next = || parts.next().context("the app rendered no text");
        let (head, notices, embedded_notices) = (next()?, next()?, next()?);
        let (embedded, manifest) = (next()?, next()?);
        let (oembed, picture, page) = (next()?, next()?, next()?);
        let text = Text { head, notices, page, embedded_notices, embedded, manifest };
        Ok(Self { text, oembed, picture })
    }
}

/// An SVG as PNG. The same picture gives the same bytes.
fn drawn(project: &Project, picture: &str) -> Result<Vec<u8>> {
    const CANNOT: &str = "cannot draw the picture for previews";
    let mut node = command("node", project.root())
        .arg("xtask/social.mjs")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context(CANNOT)?;
    let mut input = node.stdin.take().context(CANNOT)?;
    // It draws once it has read all.
    input.write_all(picture.as_bytes()).context(CANNOT)?;
    drop(input);
    let output = node.wait_with_output().context(CANNOT)?;
    ensure!(output.status.success(), CANNOT);
    Ok(output.stdout)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_is_what_the_prerenderer_says_it_is() {
        let lines = Lines::read("<title>\n<i>\n<b>\n<p>\n{}\n\n<svg>\n<h1>\n<h2>\n").unwrap();
        let Text { head, notices, page, embedded_notices, embedded, manifest } = lines.text;
        assert_eq!([notices, embedded_notices], ["<i>", "<b>"]);
        assert_eq!([head, embedded, manifest], ["<title>", "<p>", "{}"]);
        assert_eq!([lines.oembed, lines.picture, page], ["", "<svg>", "<h1>\n<h2>"]);
        assert!(Lines::read("<title>\n<i>\n<b>\n<p>\n{}\n\n<svg>").is_err());
    }
}
