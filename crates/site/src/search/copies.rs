//! Whether a compressed copy says what the file beside it says: then whoever looks through the files
//! has looked through the copies.

use std::{io::Read, path::Path};

use brotli_decompressor::{BrotliDecompressStream, BrotliResult, BrotliState, StandardAlloc};
use flate2::read::MultiGzDecoder;

use crate::{
    error::{Error, Result},
    files,
};

/// Holds a copy to the file whose name it has, but for its ending.
pub(super) fn check(copy: &Path) -> Result<()> {
    let packed = files::read(copy)?;
    let content = files::read(&copy.with_extension(""));
    let unpacks = if files::has_ending(copy, &["br"]) { brotli } else { gzip };
    if content.is_ok_and(|content| unpacks(&packed, &content)) {
        return Ok(());
    }
    let name = copy.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Err(Error::Copy { copy: name })
}

/// Whether a copy unpacks to `content`. One that unpacks to more is not read to its end, which may be
/// far; one with anything behind its end is no copy.
fn gzip(packed: &[u8], content: &[u8]) -> bool {
    let mut unpacked = Vec::with_capacity(content.len());
    let most = u64::try_from(content.len()).unwrap_or(u64::MAX).saturating_add(1);
    let read = MultiGzDecoder::new(packed).take(most).read_to_end(&mut unpacked);
    read.is_ok() && unpacked == content
}

/// The same of Brotli. The crate's reader would not say what is behind the end.
fn brotli(packed: &[u8], content: &[u8]) -> bool {
    let mut unpacked = vec![0; content.len() + 1];
    let (mut left, mut read) = (packed.len(), 0);
    let (mut room, mut written, mut total) = (unpacked.len(), 0, 0);
    let allocate = StandardAlloc::default;
    let mut state: BrotliState<_, _, StandardAlloc> =
        BrotliState::new_strict(allocate(), allocate(), allocate());
    let result = BrotliDecompressStream(
        &mut left,
        &mut read,
        packed,
        &mut room,
        &mut written,
        &mut unpacked,
        &mut total,
        &mut state,
    );
    matches!(result, BrotliResult::ResultSuccess) && left == 0 && unpacked[..written] == *content
}

#[cfg(test)]
mod tests {
    use std::{io::Write, path::PathBuf};

    use flate2::{Compression, write::GzEncoder};

    use super::*;

    /// "sparrow sparrow sparrow\n" as the program `brotli` writes it.
    const SPARROWS: &[u8] = include_bytes!("sparrows.br");

    fn gzip(text: &str) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(text.as_bytes()).unwrap();
        encoder.finish().unwrap()
    }

    fn said(folder: &Path, ending: &str, content: &[u8]) -> std::result::Result<(), String> {
        let copy: PathBuf = folder.join(format!("a.txt.{ending}"));
        files::write(&copy, content).unwrap();
        check(&copy).map_err(|error| error.to_string())
    }

    #[test]
    fn a_copy_says_what_its_file_says_or_it_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        let text = "sparrow sparrow sparrow\n";
        files::write(&folder.join("a.txt"), text).unwrap();
        assert_eq!(said(folder, "gz", &gzip(text)), Ok(()));
        assert_eq!(said(folder, "br", SPARROWS), Ok(()));
        let behind = [gzip("canary"), b"canary".to_vec()].map(|more| [gzip(text), more].concat());
        let [one, two] = behind;
        for wrong in [gzip("canary"), gzip(&text[1..]), one, two, b"canary".to_vec(), vec![]] {
            let error = said(folder, "gz", &wrong).unwrap_err();
            assert!(error.starts_with("a.txt.gz is no copy"), "{error}");
        }
        let behind = [SPARROWS, b"canary"].concat();
        for wrong in [&SPARROWS[..10], b"canary", &gzip(text), &behind] {
            assert!(said(folder, "br", wrong).is_err(), "{wrong:?}");
        }
        files::write(&folder.join("a.txt"), "canary").unwrap();
        assert!(said(folder, "br", SPARROWS).is_err());
        std::fs::remove_file(folder.join("a.txt")).unwrap();
        assert!(said(folder, "br", SPARROWS).is_err(), "a copy of nothing");
    }
}
