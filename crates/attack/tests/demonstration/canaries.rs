//! What was planted in the package is not in the packed file.

use crate::packed::{bytes, cube, folder};

fn canaries() -> Vec<String> {
    let text = std::fs::read_to_string(folder("demo-confidential").join("canaries.txt")).unwrap();
    text.lines().map(str::to_owned).collect()
}

fn holds(bytes: &[u8], canary: &str) -> bool {
    let found = |needle: &[u8]| {
        bytes.windows(needle.len()).any(|window| window.eq_ignore_ascii_case(needle))
    };
    let wide: Vec<u8> = canary.encode_utf16().flat_map(u16::to_le_bytes).collect();
    found(canary.as_bytes()) || found(&wide)
}

#[test]
fn no_canary_is_in_the_file() {
    let bytes = bytes();
    for canary in canaries() {
        assert!(!holds(&bytes, &canary), "{canary}");
    }
}

/// The scan finds what is there: in the package's files every canary is.
#[test]
fn the_scan_finds_canaries() {
    let read = |file: &str| std::fs::read(folder("demo-confidential").join(file)).unwrap();
    let planted = [read("answers.csv"), read("answers.schema.json")].concat();
    let wide: Vec<u8> = String::from_utf8_lossy(&planted)
        .to_uppercase()
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    for canary in canaries() {
        assert!(holds(&planted, &canary) && holds(&wide, &canary), "{canary}");
    }
}

/// Answers that were merged do not exist in the file, not even as a name without a count.
#[test]
fn no_answer_that_was_merged_is_in_the_codebook() {
    let cube = cube();
    let merged = [
        "metropolitan",
        "london",
        "island",
        "letter",
        "event",
        "pigeon",
        "half",
        "year",
        "longer",
        "system",
        "other",
        "none",
        "little",
    ];
    for id in ["authority", "ways", "how_long", "records", "confidence"] {
        let question = cube.codebook().question(cube.codebook().find(id).unwrap());
        for option in &question.options {
            assert!(!merged.contains(&option.id.as_str()), "{id}={}", option.id);
        }
    }
}
