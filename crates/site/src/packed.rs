//! The packed survey, of which a site needs the header alone.

use std::path::{Path, PathBuf};

use data_encoding::HEXLOWER;

use crate::{
    error::{Error, Result},
    files,
};

// As `crates/survey/src/bundle.rs` has them: a site needs no more of the format than this, and a test
// holds it to what `survey` writes.
const MAGIC: &[u8] = b"\x89SURV\r\n\x1a";
const HEADER: usize = 48;
const PROVENANCE: usize = 10;
const FORM: usize = 11;
const CHECKSUM: usize = 16;
const SYNTHETIC: u8 = 1;
const PUBLIC: u8 = 2;
const RECORDS: u8 = 1;

/// A packed survey that was read from its file.
#[derive(Debug, Clone)]
pub struct Packed {
    file: PathBuf,
    bytes: Vec<u8>,
}

impl Packed {
    /// Reads a packed survey. Its content is not looked at: the page does that, and whoever packed it.
    ///
    /// # Errors
    /// When the file can't be read, or does not begin as packed surveys do.
    pub fn read(file: &Path) -> Result<Self> {
        let bytes = files::read(file)?;
        if bytes.len() < HEADER || !bytes.starts_with(MAGIC) {
            return Err(Error::NotPacked { path: file.to_owned() });
        }
        Ok(Self { file: file.to_owned(), bytes })
    }

    /// The file that it was read from.
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// Whether it says that its answers are invented or public, and holds them on record: then readers
    /// may take its package away. The package of any other – a confidential one – has the answers of
    /// which the packed file holds only tables, and stays where it is.
    pub fn is_on_record(&self) -> bool {
        matches!((self.bytes[PROVENANCE], self.bytes[FORM]), (SYNTHETIC | PUBLIC, RECORDS))
    }

    /// Its name in a site: with the first digits of the checksum that it carries, so that a link which
    /// names the data of a figure names their file too.
    pub(crate) fn name(&self) -> String {
        let stem = self.file.file_stem().unwrap_or_default().to_string_lossy();
        format!("{stem}-{}.survey", HEXLOWER.encode(&self.bytes[CHECKSUM..CHECKSUM + 8]))
    }

    pub(crate) fn copy(&self, site: &Path) -> Result<()> {
        files::write(&site.join(self.name()), &self.bytes)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use std::sync::Arc;

    use survey::{
        About, AnswerOption, Answers, Codebook, Cube, Draw, Form, Kind, Phrase, Provenance,
        Question, Records, Survey, SurveyParts, bundle,
    };

    use super::*;

    /// The header of a packed survey.
    pub(crate) fn header(provenance: u8, form: u8) -> Vec<u8> {
        let mut header = [MAGIC, &[2, 0, provenance, form, 0, 0, 0, 0]].concat();
        header.extend((0..32).map(|place| 0xa0 + place));
        header
    }

    /// A survey of nobody, as `survey` writes it.
    fn written(provenance: Provenance) -> Vec<u8> {
        let words = || Phrase { one: String::new(), other: String::new() };
        let option = |id: &str| AnswerOption {
            id: id.into(),
            label: id.into(),
            says: Some(words()),
            group: None,
            off_scale: false,
        };
        let question = Question {
            id: "tea".into(),
            label: "Tea".into(),
            text: "Tea?".into(),
            kind: Kind::Single,
            options: vec![option("yes"), option("no")],
            groups: vec![],
            asked_if: None,
            grouping: false,
            prominent: false,
            peers: false,
            note: None,
        };
        let codebook = Arc::new(Codebook::new(vec![question]).unwrap());
        let form = match provenance {
            Provenance::Synthetic | Provenance::Public => {
                let records =
                    Records::new(Arc::clone(&codebook), vec![], vec![Answers::none(0, 2)], None);
                Form::Records(Arc::new(records.unwrap()))
            }
            Provenance::Confidential => {
                let cube = Cube::new(Arc::clone(&codebook), 0, vec![None], vec![]);
                Form::Cube(Arc::new(cube.unwrap()))
            }
        };
        let about = About {
            name: String::new(),
            language: None,
            title: String::new(),
            version: String::new(),
            description: vec![],
            provenance,
            banner: String::new(),
            respondent: words(),
            invited: None,
            limits: vec![],
            licence: String::new(),
            citation: String::new(),
            sources: vec![],
        };
        let survey = Survey::new(SurveyParts {
            about,
            codebook,
            figures: vec![],
            findings: vec![],
            recommendations: vec![],
            draws: vec![Draw { id: "a".into(), label: "A".into(), form }],
        });
        bundle::encode(&survey.unwrap()).unwrap()
    }

    #[test]
    fn headers_are_read_as_they_are_written() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("tea.survey");
        for provenance in Provenance::ALL {
            // A new one is put here: whether its package is offered beside the page.
            let (byte, on_record) = match provenance {
                Provenance::Synthetic => (SYNTHETIC, true),
                Provenance::Public => (PUBLIC, true),
                Provenance::Confidential => (3, false),
            };
            let bytes = written(provenance);
            let (header, payload) = bundle::read_header(&bytes).unwrap();
            assert_eq!(bytes.len() - payload.len(), HEADER);
            assert_eq!(bytes[..MAGIC.len()], *MAGIC);
            assert_eq!((bytes[PROVENANCE], bytes[FORM] == RECORDS), (byte, on_record));
            assert_eq!(bytes[CHECKSUM..HEADER], header.checksum);
            files::write(&file, &bytes).unwrap();
            assert_eq!(Packed::read(&file).unwrap().is_on_record(), on_record, "{provenance:?}");
        }
    }

    #[test]
    fn the_package_of_a_confidential_survey_is_not_taken_away() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("tea.survey");
        let cases = [
            ([1, 1], true),
            ([2, 1], true),
            ([3, 2], false),
            ([3, 1], false),
            ([2, 2], false),
            ([0, 1], false),
        ];
        for ([provenance, form], expected) in cases {
            files::write(&file, header(provenance, form)).unwrap();
            let packed = Packed::read(&file).unwrap();
            assert_eq!(packed.is_on_record(), expected, "{provenance} {form}");
            assert_eq!(packed.name(), "tea-a0a1a2a3a4a5a6a7.survey");
        }
    }

    #[test]
    fn a_file_that_is_no_packed_survey_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("tea.survey");
        let cut_off = &header(1, 1)[..40];
        let other = [b"PK", &header(1, 1)[2..]].concat();
        for bytes in [b"short".as_slice(), cut_off, &other] {
            files::write(&file, bytes).unwrap();
            let error = Packed::read(&file).unwrap_err().to_string();
            assert!(error.contains("tea.survey is no packed survey"), "{error}");
        }
    }
}
