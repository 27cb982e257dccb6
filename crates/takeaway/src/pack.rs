//! A pack for a board paper: report, tables, pictures and what to know, in one ZIP file. It is made
//! step by step, so that its maker can say how far it has come.

use std::io::{Cursor, Write};

use thiserror::Error;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use explorer::contract::FileKind;
use explorer::words::report as words;

use crate::name::plain;
use crate::xlsx::NotWritten;
use crate::{ExportContext, File, Item, citation, csv, csvw, date, readme, report, xlsx};

/// Pictures of a figure.
#[derive(Clone, Debug, Default)]
pub struct Pictures {
    /// As SVG, with the words that go with it.
    pub svg: Option<String>,
    /// The chart alone, as SVG: stands in the report, which has the words.
    pub chart: Option<String>,
    /// As PNG.
    pub png: Option<Vec<u8>>,
}

/// Why there is no pack.
#[derive(Debug, Error)]
pub enum NotPacked {
    /// The spreadsheet failed.
    #[error(transparent)]
    Spreadsheet(#[from] NotWritten),
    /// The ZIP file failed.
    #[error("the pack could not be written: {0}")]
    Zip(#[from] ZipError),
    /// Too large.
    #[error("the pack could not be written: {0}")]
    Written(#[from] std::io::Error),
}

/// A pack that is being made.
pub struct Pack {
    zip: ZipWriter<Cursor<Vec<u8>>>,
    figures: Vec<(Item, Option<String>)>,
    has_svg: bool,
    has_png: bool,
}

impl Default for Pack {
    fn default() -> Self {
        let zip = ZipWriter::new(Cursor::new(Vec::new()));
        Self { zip, figures: Vec::new(), has_svg: false, has_png: false }
    }
}

impl Pack {
    /// Puts in one figure's table and pictures.
    ///
    /// # Errors
    /// What ZIP can't hold: a figure that is in already, or too many bytes.
    pub fn add(
        &mut self,
        context: &ExportContext,
        item: Item,
        pictures: Pictures,
    ) -> Result<(), NotPacked> {
        for file in [csv::file(context, &item), csvw::file(context, &item)] {
            self.put(context, &format!("tables/{}", file.name), &file.bytes)?;
        }
        let name = |kind| format!("pictures/{}", item.file_name(context, kind));
        if let Some(svg) = &pictures.svg {
            self.put(context, &name(FileKind::Svg), svg.as_bytes())?;
            self.has_svg = true;
        }
        if let Some(png) = &pictures.png {
            self.put(context, &name(FileKind::Png), png)?;
            self.has_png = true;
        }
        self.figures.push((item, pictures.chart));
        Ok(())
    }

    /// Puts in what is about all figures, and ends the pack.
    ///
    /// # Errors
    /// What ZIP or the spreadsheet can't hold.
    pub fn finish(mut self, context: &ExportContext) -> Result<File, NotPacked> {
        let items: Vec<Item> = self.figures.iter().map(|(item, _)| item.clone()).collect();
        let report = report::file(context, &self.figures);
        let tables = xlsx::file(context, &items)?;
        let cited = citation::file(context, &items);
        let readme = readme::file(context, &items, &self.contents());
        self.put(context, "README.txt", &readme.bytes)?;
        self.put(context, "report.html", &report.bytes)?;
        self.put(context, "tables.xlsx", &tables.bytes)?;
        self.put(context, "citation.bib", &cited.bytes)?;
        let kind = FileKind::Zip;
        let (survey, day) = (plain(&context.about().name), plain(context.date));
        let name = format!("{survey}-pack-{day}.{}", kind.ending());
        let bytes = self.zip.finish()?.into_inner();
        Ok(File { name, mime: kind.mime(), bytes })
    }

    fn contents(&self) -> Vec<(String, &'static str)> {
        let named = |name: &str, what| (name.to_owned(), what);
        let mut contents = vec![
            named("report.html", words::FILE_REPORT),
            named("tables.xlsx", words::FILE_TABLES),
            named("tables/*.csv", words::FILE_CSV),
            named("tables/*-metadata.json", words::FILE_METADATA),
        ];
        if self.has_svg {
            contents.push(named("pictures/*.svg", words::FILE_SVG));
        }
        if self.has_png {
            contents.push(named("pictures/*.png", words::FILE_PNG));
        }
        contents.push(named("citation.bib", words::FILE_CITATION));
        contents
    }

    fn put(&mut self, context: &ExportContext, name: &str, bytes: &[u8]) -> Result<(), NotPacked> {
        // The day of the context: the clock is no part of what is packed.
        let (year, month, day) = date::parts(context.date);
        let day = DateTime::from_date_and_time(year, month, day, 0, 0, 0).unwrap_or_default();
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(day)
            .unix_permissions(0o644);
        self.zip.start_file(name, options)?;
        self.zip.write_all(bytes)?;
        Ok(())
    }
}
