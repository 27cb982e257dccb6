//! Spoiled packages give problems, never a panic.

use super::confidential;
use super::small::{ANSWERS, DESCRIPTOR, PUBLISHED, Package, SCHEMA};

#[test]
fn a_package_spoiled_anywhere_is_read_without_panic() {
    let package = Package::new();
    let files = [
        ("datapackage.json", DESCRIPTOR),
        ("answers.schema.json", SCHEMA),
        ("answers.csv", ANSWERS),
        ("published.csv", PUBLISHED),
    ];
    for (name, content) in files {
        for position in (0..content.len()).step_by(11) {
            for byte in *b"\"0,\n\xff" {
                let mut bytes = content.as_bytes().to_vec();
                bytes[position] = byte;
                package.write(name, bytes);
                let _ = package.read();
            }
            package.write(name, &content.as_bytes()[..position]);
            let _ = package.read();
        }
        package.write(name, content);
    }
    assert!(package.read().is_ok());
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_folder_is_refused() {
    let (package, other) = (Package::new(), Package::new());
    std::fs::remove_file(package.file("answers.csv")).unwrap();
    std::os::unix::fs::symlink(other.file("answers.csv"), package.file("answers.csv")).unwrap();
    let problems = package.read().unwrap_err();
    assert!(problems[0].what.contains("leads out of the package's folder"), "{problems:?}");
}

/// What is read is released, or refused with reasons.
#[test]
fn a_confidential_package_spoiled_anywhere_is_released_or_refused_without_panic() {
    let package = confidential::package();
    let texts = ["datapackage.json", "answers.schema.json", "answers.csv"];
    for name in texts {
        let content = std::fs::read_to_string(package.file(name)).unwrap();
        for position in (0..content.len()).step_by(13) {
            for byte in *b"\"0,9\n" {
                let mut bytes = content.as_bytes().to_vec();
                bytes[position] = byte;
                package.write(name, bytes);
                let Ok(opened) = survey_pack::package::open(package.path()) else { continue };
                if let Err(refusal) = survey_pack::release::release(&opened, &[]) {
                    assert!(!refusal.problems.is_empty());
                }
                let _ = survey_pack::release::forecast::forecast(&opened, &[], None);
            }
        }
        package.write(name, content);
    }
}
