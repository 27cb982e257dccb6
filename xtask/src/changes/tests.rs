//! A part is made again when, and only when, something it is made of has changed.

use std::{cell::Cell, time::Duration};

use super::*;

/// A folder of sources, and how often a part was made of them.
struct Workshop {
    folder: tempfile::TempDir,
    times: Cell<u32>,
}

impl Workshop {
    fn new() -> Self {
        let shop = Self { folder: tempfile::tempdir().unwrap(), times: Cell::new(0) };
        fs::create_dir_all(shop.at("src/deep")).unwrap();
        fs::write(shop.at("src/a.js"), "a").unwrap();
        fs::write(shop.at("src/deep/b.js"), "b").unwrap();
        fs::write(shop.at("src/look.scss"), "look").unwrap();
        shop
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// How often the part has been made, once it is wanted another time.
    fn times_after_build(&self) -> u32 {
        let out = self.at("out.js");
        let inputs = Inputs::default().below(&self.at("src"), ".js").unwrap();
        let make = || {
            self.times.set(self.times.get() + 1);
            Ok(fs::write(&out, format!("made {} times", self.times.get()))?)
        };
        let inputs = inputs.file(self.at("lock.json"));
        inputs.make_if_changed(&out, &self.at("marks"), make).unwrap();
        self.times.get()
    }

    /// Gives a file a later time: the clock of a file system may be too coarse for a test.
    fn touch(&self, name: &str) {
        let file = fs::File::options().write(true).open(self.at(name)).unwrap();
        let changed = file.metadata().unwrap().modified().unwrap();
        file.set_modified(changed + Duration::from_secs(2)).unwrap();
    }
}

#[test]
fn it_is_not_made_again_of_the_same_files() {
    let shop = Workshop::new();
    assert_eq!(shop.times_after_build(), 1);
    assert_eq!(shop.times_after_build(), 1);
    // Not one of its inputs.
    shop.touch("src/look.scss");
    fs::write(shop.at("src/other.scss"), "new").unwrap();
    assert_eq!(shop.times_after_build(), 1);
}

#[test]
fn it_is_made_again_when_an_input_is_changed_or_new_or_gone() {
    let shop = Workshop::new();
    shop.times_after_build();
    shop.touch("src/deep/b.js");
    assert_eq!(shop.times_after_build(), 2);
    fs::write(shop.at("src/deep/c.js"), "c").unwrap();
    assert_eq!(shop.times_after_build(), 3);
    fs::remove_file(shop.at("src/a.js")).unwrap();
    assert_eq!(shop.times_after_build(), 4);
    fs::write(shop.at("lock.json"), "{}").unwrap();
    assert_eq!(shop.times_after_build(), 5);
    assert_eq!(shop.times_after_build(), 5);
}

#[test]
fn an_older_input_is_a_change_too() {
    let shop = Workshop::new();
    shop.times_after_build();
    let file = fs::File::options().write(true).open(shop.at("src/a.js")).unwrap();
    file.set_modified(UNIX_EPOCH + Duration::from_secs(1)).unwrap();
    assert_eq!(shop.times_after_build(), 2);
}

#[test]
fn it_is_made_again_when_it_is_gone_or_another_build_has_replaced_it() {
    let shop = Workshop::new();
    shop.times_after_build();
    fs::remove_file(shop.at("out.js")).unwrap();
    assert_eq!(shop.times_after_build(), 2);
    fs::write(shop.at("out.js"), "of another build").unwrap();
    assert_eq!(shop.times_after_build(), 3);
}

#[test]
fn it_is_made_again_after_a_failure() {
    let shop = Workshop::new();
    shop.times_after_build();
    shop.touch("src/a.js");
    let inputs = Inputs::default().below(&shop.at("src"), ".js").unwrap();
    let inputs = inputs.file(shop.at("lock.json"));
    let failed = inputs.make_if_changed(&shop.at("out.js"), &shop.at("marks"), || {
        anyhow::bail!("a source does not compile")
    });
    assert!(failed.is_err());
    assert_eq!(shop.times_after_build(), 2);
}
