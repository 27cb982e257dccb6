//! The page's Content-Security-Policy: what it may load, kept by the browser and not by us.

use data_encoding::BASE64;
use sha2::{Digest, Sha256};

/// The policy of the page as one file, as a `meta` element: what stands in it, and no request at all.
pub(crate) fn element_of_one_file(styles: &str, scripts: &[&str]) -> String {
    let scripts: Vec<String> = scripts.iter().map(|script| hash(script)).collect();
    let (scripts, styles) = (scripts.join(" "), hash(styles));
    format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
         script-src {scripts} 'wasm-unsafe-eval'; style-src {styles}; img-src data: blob:; \
         base-uri 'none'; form-action 'none'\">"
    )
}

/// The policy as a `meta` element, with the hash of each script that stands in the page.
pub(crate) fn policy_element(page: &str) -> String {
    let mut scripts = vec!["'self'".to_owned(), "'wasm-unsafe-eval'".to_owned()];
    scripts.extend(inline_scripts(page).into_iter().map(hash));
    let scripts = scripts.join(" ");
    format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
         script-src {scripts}; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; \
         frame-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; \
         form-action 'none'\">"
    )
}

/// How a policy names a script or styles by their text.
fn hash(text: &str) -> String {
    format!("'sha256-{}'", BASE64.encode(&Sha256::digest(text)))
}

/// The text of each script that stands in the page itself.
fn inline_scripts(page: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = page;
    while let Some((_, after)) = rest.split_once("<script") {
        let Some((_, body)) = after.split_once('>') else { break };
        let Some((text, after)) = body.split_once("</script") else { break };
        // A script from a file has no text here.
        if !text.is_empty() {
            found.push(text);
        }
        rest = after;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_in_the_page_are_found_and_those_with_an_address_are_not() {
        let page = "<script src=\"a.js\"></script><p>x</p><script type=module>let a = 1;</script>\
                    <script>\n</script>";
        assert_eq!(inline_scripts(page), ["let a = 1;", "\n"]);
    }

    #[test]
    fn pictures_that_the_page_makes_are_let_in_and_none_from_elsewhere() {
        assert!(policy_element("").contains("; img-src 'self' data: blob:; "));
    }

    #[test]
    fn the_policy_allows_nothing_inline_that_it_does_not_name() {
        let without = policy_element("<p>no script</p>");
        assert!(without.contains("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; "));
        assert!(!without.contains("unsafe-inline") && !without.contains("'unsafe-eval'"));
        // The hash of "alert(1)", made with another program.
        let with = policy_element("<script>alert(1)</script>");
        assert!(with.contains("'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"), "{with}");
    }
}
