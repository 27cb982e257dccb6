//! The bundled survey's package with arbitrary bytes in place of one file.

#![no_main]

use std::path::Path;

use libfuzzer_sys::fuzz_target;
use survey_pack::package;

const FILES: [(&str, &[u8]); 6] = [
    ("datapackage.json", include_bytes!("../../data/tic-2022/datapackage.json")),
    ("answers.schema.json", include_bytes!("../../data/tic-2022/answers.schema.json")),
    ("answers-draw-1.csv", include_bytes!("../../data/tic-2022/answers-draw-1.csv")),
    ("answers-draw-2.csv", include_bytes!("../../data/tic-2022/answers-draw-2.csv")),
    ("published-figures.csv", include_bytes!("../../data/tic-2022/published-figures.csv")),
    (
        "published-figures.schema.json",
        include_bytes!("../../data/tic-2022/published-figures.schema.json"),
    ),
];

fuzz_target!(|input: &[u8]| {
    let Some((&which, bytes)) = input.split_first() else { return };
    let spoiled = usize::from(which) % FILES.len();
    let folder = tempfile::tempdir().expect("a folder to work in");
    for (position, (name, content)) in FILES.into_iter().enumerate() {
        write(&folder.path().join(name), if position == spoiled { bytes } else { content });
    }
    let _ = package::read(folder.path());
});

fn write(path: &Path, content: &[u8]) {
    std::fs::write(path, content).expect("a file to be written");
}
