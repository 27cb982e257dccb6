//! The page on paper.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, ensure};
use data_encoding::BASE64;
use serde_json::json;
use xtask::setup::on_path;

use crate::{Browser, picture::FOLDER, scratch::Scratch};

impl Browser {
    /// Prints the page on A4 and returns the [`bare`] text of each sheet. `None`, said aloud, where no
    /// program reads the text of a PDF. With `FINDINGS_SHOTS` the PDF stays there as `NAME.pdf`, to be
    /// looked at.
    ///
    /// # Errors
    /// When the browser does not print.
    pub async fn sheets(&self, name: &str) -> Result<Option<Vec<String>>> {
        let Some(reader) = on_path("pdftotext") else {
            println!("skipped: what is printed ({name}), for want of pdftotext from poppler-utils");
            return Ok(None);
        };
        let a4 = json!({ "paperWidth": 8.27, "paperHeight": 11.69 });
        let printed = self.devtools("Page.printToPDF", &a4).await?;
        let data = printed["data"].as_str().context("the browser printed nothing")?;
        let scratch = Scratch::new()?;
        let folder = env::var_os(FOLDER).map(PathBuf::from);
        let folder = folder.as_deref().unwrap_or(scratch.path());
        fs::create_dir_all(folder)?;
        let file = folder.join(format!("{name}.pdf"));
        fs::write(&file, BASE64.decode(data.as_bytes())?)?;
        text_of(&reader, &file).map(Some)
    }
}

fn text_of(reader: &Path, file: &Path) -> Result<Vec<String>> {
    let output = Command::new(reader).arg(file).arg("-").output()?;
    ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout)?;
    // A form feed ends each sheet.
    let sheets = text.trim_end_matches('\u{c}').split('\u{c}');
    Ok(sheets.map(bare).collect())
}

/// A text without spaces and hyphens: where lines end on paper, the reader of a PDF can't tell which of
/// them belong to the text.
pub fn bare(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace() && *letter != '-').collect()
}
