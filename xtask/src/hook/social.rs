//! What links to the page show elsewhere: a picture and an oEmbed file. Both need to know where the
//! page will be.

use std::{env, fs, io::Write, path::Path, process::Stdio};

use anyhow::{Context, Result, ensure};

use crate::{project::Project, run::command};

/// Where the site will be: `FINDINGS_ADDRESS=https://findings.example/tic/ cargo xtask build`.
const VARIABLE: &str = "FINDINGS_ADDRESS";

/// The files' names, as `src/bin/prerender/elsewhere.rs` has them.
pub(super) const PICTURE: &str = "social.png";
pub(super) const OEMBED: &str = "oembed.json";

/// Where the site will be, if that was said.
///
/// # Errors
/// When it is not the address of a folder on the web.
pub fn address() -> Result<Option<String>> {
    let Some(address) = env::var_os(VARIABLE) else { return Ok(None) };
    let address = address.to_string_lossy().into_owned();
    ensure!(
        is_folder(&address),
        "{VARIABLE} is {address:?}; it should be like https://findings.example/folder/, with a \
         slash at its end"
    );
    Ok(Some(address))
}

fn is_folder(address: &str) -> bool {
    let rest = ["https://", "http://"].iter().find_map(|scheme| address.strip_prefix(scheme));
    rest.is_some_and(|rest| {
        rest.ends_with('/')
            && !rest.starts_with('/')
            && rest.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"'<>?#\\".contains(&byte))
    })
}

/// Writes picture and oEmbed file into a site.
///
/// # Errors
/// When the picture can't be drawn, or a file not be written.
pub(super) fn write(project: &Project, site: &Path, oembed: &str, picture: &str) -> Result<()> {
    let file = site.join(OEMBED);
    fs::write(&file, oembed).with_context(|| format!("cannot write {}", file.display()))?;
    draw(project, picture, &site.join(PICTURE))
}

/// The same picture gives the same bytes.
fn draw(project: &Project, picture: &str, file: &Path) -> Result<()> {
    let cannot = || format!("cannot draw {}", file.display());
    let mut node = command("node", project.root())
        .arg("xtask/social.mjs")
        .arg(file)
        .stdin(Stdio::piped())
        .spawn()
        .with_context(cannot)?;
    let mut input = node.stdin.take().with_context(cannot)?;
    input.write_all(picture.as_bytes()).with_context(cannot)?;
    drop(input);
    ensure!(node.wait()?.success(), cannot());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::is_folder;

    #[test]
    fn only_the_address_of_a_folder_is_taken() {
        for address in ["https://a.example/", "http://127.0.0.1:8080/some/folder/"] {
            assert!(is_folder(address), "{address}");
        }
        for address in [
            "",
            "a.example/",
            "ftp://a.example/",
            "https:///",
            "https://a.example",
            "https://a.example/index.html",
            "https://a.example/?a/",
            "https://a.example/#/",
            "https://a.example/ /",
            "https://a.example/\"/",
            "https://a.example/é/",
        ] {
            assert!(!is_folder(address), "{address}");
        }
    }
}
