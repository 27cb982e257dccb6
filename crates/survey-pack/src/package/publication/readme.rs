//! What a package that readers take away says of itself.

use crate::package::{Descriptor, Layout};

/// The text of its README.
pub(super) fn text(read: &Descriptor, layout: &Layout) -> String {
    let left_out = match layout.left_out.len() {
        0 => "No column of the answers was taken out.".to_owned(),
        1 => "One column that the survey’s holder left out was taken out, and its description \
              with it."
            .to_owned(),
        many => format!(
            "{many} columns that the survey’s holder left out were taken out, and their \
             descriptions with them."
        ),
    };
    let banner = if read.banner.trim().is_empty() {
        String::new()
    } else {
        format!("{}\n\n", read.banner.trim())
    };
    format!(
        "# {title}\n\n\
         {banner}\
         The answers, the codebook and the published figures of {name} {version}, as a Data Package \
         (https://datapackage.org). The files were written anew from what the survey’s page was made \
         of. {left_out} Other files of the holder’s folder are not here.\n\n\
         Licence: {licence}\n\n\
         {citation}\n",
        title = read.title,
        name = read.name,
        version = read.version,
        licence = read.licence,
        citation = read.citation,
    )
}
