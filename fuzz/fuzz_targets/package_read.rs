//! A package with arbitrary bytes in place of one file: problems, a survey or a release, never a panic.

#![no_main]

use std::path::Path;

use libfuzzer_sys::fuzz_target;
use survey_pack::{package, release};

type File = (&'static str, &'static [u8]);

/// One without, one with a release plan.
const PACKAGES: [&[File]; 2] = [
    &[
        ("datapackage.json", include_bytes!("../../data/tic-2022/datapackage.json")),
        ("answers.schema.json", include_bytes!("../../data/tic-2022/answers.schema.json")),
        ("answers-draw-1.csv", include_bytes!("../../data/tic-2022/answers-draw-1.csv")),
        ("answers-draw-2.csv", include_bytes!("../../data/tic-2022/answers-draw-2.csv")),
        ("published-figures.csv", include_bytes!("../../data/tic-2022/published-figures.csv")),
        (
            "published-figures.schema.json",
            include_bytes!("../../data/tic-2022/published-figures.schema.json"),
        ),
    ],
    &[
        ("datapackage.json", include_bytes!("../../data/demo-confidential/datapackage.json")),
        ("answers.schema.json", include_bytes!("../../data/demo-confidential/answers.schema.json")),
        ("answers.csv", include_bytes!("../../data/demo-confidential/answers.csv")),
    ],
];

fuzz_target!(|input: &[u8]| {
    let Some((&which, bytes)) = input.split_first() else { return };
    let files = PACKAGES[usize::from(which) % PACKAGES.len()];
    let spoiled = usize::from(which) / PACKAGES.len() % files.len();
    let folder = tempfile::tempdir().expect("a folder to work in");
    for (position, (name, content)) in files.iter().enumerate() {
        write(&folder.path().join(name), if position == spoiled { bytes } else { content });
    }
    if let Ok(package) = package::open(folder.path()) {
        let _ = release::forecast::forecast(&package, &[], None);
    }
});

fn write(path: &Path, content: &[u8]) {
    std::fs::write(path, content).expect("a file to be written");
}
