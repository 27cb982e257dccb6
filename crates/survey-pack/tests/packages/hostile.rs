//! Spoiled packages give problems, never a panic.

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
