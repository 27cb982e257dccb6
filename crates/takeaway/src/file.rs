//! A file to be saved.

/// A file with its name and type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name, which every system can write.
    pub name: String,
    /// Its media type.
    pub mime: &'static str,
    /// What it holds.
    pub bytes: Vec<u8>,
}
