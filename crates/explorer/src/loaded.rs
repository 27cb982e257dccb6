//! The survey that is explored, and what is known of it besides.

use survey::Survey;
use survey::bundle::{Bundle, Header};

/// The survey that the page came with.
#[derive(Debug)]
pub struct Loaded {
    /// The survey.
    pub survey: Survey,
    /// What its bundle says of itself.
    pub header: Header,
    /// Whether it is of an earlier version of the data, which the address asked for.
    pub earlier: bool,
    /// Where the whole page is, when this is an embed of it.
    pub whole_page: Option<String>,
}

impl From<Bundle> for Loaded {
    fn from(bundle: Bundle) -> Self {
        Self { survey: bundle.survey, header: bundle.header, earlier: false, whole_page: None }
    }
}
