//! The page that other sites show in a frame: the site's own, with less around it.

use crate::error::Result;
use crate::page::replace_once;

/// The page's file, beside `index.html`.
pub(crate) const PAGE: &str = "embed.html";

/// What the program's page says, and what stands there in an embed.
const DIFFERENCES: [(&str, &str); 2] = [
    ("<html lang=\"en-GB\">", "<html lang=\"en-GB\" data-embed>"),
    // Every link leads out of the frame. Search engines are to find the page itself.
    (
        "<meta charset=\"utf-8\">",
        "<meta charset=\"utf-8\">\n    <base target=\"_blank\">\n    \
         <meta name=\"robots\" content=\"noindex\">",
    ),
];

/// The embed's page, made from the program's; its marks are still to be filled.
///
/// # Errors
/// When the program's page no longer says what an embed has to say otherwise.
pub(crate) fn page(page: &str) -> Result<String> {
    DIFFERENCES
        .iter()
        .try_fold(page.to_owned(), |page, (own, embedded)| replace_once(&page, own, embedded))
}

/// The element that loads the script which speaks with the page around the frame.
pub(crate) fn script_element(name: &str) -> String {
    format!("<script src=\"./{name}\"></script>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_embed_says_what_it_is() {
        let page = page(include_str!("../../../index.html")).unwrap();
        assert!(page.contains("<html lang=\"en-GB\" data-embed>"));
        assert!(page.contains("noindex") && page.contains("<base target=\"_blank\">"));
    }

    #[test]
    fn a_page_that_lost_its_marks_is_an_error() {
        assert!(super::page("<html lang=\"en-GB\">").is_err());
    }
}
