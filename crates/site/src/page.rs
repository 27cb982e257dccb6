//! The pages of a site: the program's, with what the survey says in place of its marks.

use std::path::Path;

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use crate::{
    Contents, INDEX, embed,
    error::{Error, Result},
    files, policy,
    program::{self, Program},
};

/// How the names of parts of the app's program begin in a site.
pub(crate) const PROGRAM_PART: &str = "part-";

/// Writes the page and the page of embeds, and the parts that they name, under names that change
/// with their content.
pub(crate) fn write_all(program: &Program, contents: &Contents<'_>, site: &Path) -> Result<()> {
    let Contents { survey, text, keeps_offline, .. } = *contents;
    let copy = |part| copy_with_hash(program, part, site);
    let parts = Parts {
        glue: copy(program::APP_GLUE)?,
        program: copy(program::APP_PROGRAM)?,
        later: copy_program_parts(program, site)?,
        survey: survey.name(),
        charts: copy(program::CHARTS)?,
        takeaway: copy(program::TAKEAWAY)?,
    };
    let parts = parts.elements();
    let page = program.text(program::PAGE)?;

    // Pages of other sites name it: it keeps its name.
    files::write(&site.join(program::EMBED), program.part(program::EMBED)?)?;
    let frame = format!("{parts}\n    {}", embed::script_element(&copy(program::FRAME)?));
    let embedded = [&text.head, &text.embedded_notices, &text.embedded];
    let embedded = filled(&embed::page(&page)?, &embedded, &frame)?;
    files::write(&site.join(embed::PAGE), embedded)?;

    let own = if keeps_offline {
        let name = copy(program::OFFLINE)?;
        format!("{parts}\n    <meta name=\"findings-offline\" content=\"./{name}\">")
    } else {
        parts
    };
    let texts = [&text.head, &text.notices, &text.page];
    files::write(&site.join(INDEX), filled(&page, &texts, &own)?)
}

/// The names in a site of the parts that its pages load.
struct Parts {
    glue: String,
    program: String,
    later: Vec<ProgramPart>,
    survey: String,
    charts: String,
    takeaway: String,
}

/// A file of the app's program that is loaded when something needs it.
struct ProgramPart {
    /// What needs it, with spaces between, as a style sheet would look for one of them.
    needed_by: String,
    name: String,
}

impl Parts {
    /// App and survey start to load with the page; the charts wait for the first text, and what makes
    /// the things that readers take away waits until it is asked for. Which parts of the program the
    /// address needs, the boot script knows.
    fn elements(&self) -> String {
        let Self { glue, program, later, survey, charts, takeaway } = self;
        let fetched = |name: &str| {
            format!(
                "<link rel=\"preload\" as=\"fetch\" href=\"./{name}\" crossorigin=\"anonymous\">"
            )
        };
        let mut lines = vec![
            format!("<link rel=\"modulepreload\" href=\"./{glue}\" crossorigin=\"anonymous\">"),
            fetched(program),
            fetched(survey),
            format!("<meta name=\"findings-app\" content=\"./{glue}\" data-wasm=\"./{program}\">"),
        ];
        lines.extend(later.iter().map(|ProgramPart { needed_by, name }| {
            format!("<meta name=\"findings-part\" content=\"./{name}\" data-part=\"{needed_by}\">")
        }));
        lines.extend([
            format!("<meta name=\"findings-survey\" content=\"./{survey}\">"),
            format!("<meta name=\"findings-charts\" content=\"./{charts}\">"),
            format!("<meta name=\"findings-takeaway\" content=\"./{takeaway}\">"),
        ]);
        lines.join("\n    ")
    }
}

/// Fills the marks of a page, the policy last: it has the hashes of what stands in the page. `texts`
/// are what goes into its head, what it says until the app runs, and its text.
fn filled(page: &str, texts: &[&String; 3], parts: &str) -> Result<String> {
    let page = fill(page, "parts", parts)?;
    let marks = ["title", "notices", "text"].into_iter().zip(texts);
    let page = marks.into_iter().try_fold(page, |page, (mark, text)| fill(&page, mark, text))?;
    fill(&page, "policy", &policy::policy_element(&page))
}

/// Puts `content` in place of the one comment `<!-- findings:MARK -->`.
fn fill(page: &str, mark: &str, content: &str) -> Result<String> {
    replace_once(page, &format!("<!-- findings:{mark} -->"), content)
}

/// Puts `content` in place of a text that the page has once.
pub(crate) fn replace_once(page: &str, text: &str, content: &str) -> Result<String> {
    match page.matches(text).count() {
        1 => Ok(page.replace(text, content)),
        count => Err(Error::Mark { text: text.to_owned(), count }),
    }
}

/// Copies a part under a name that changes with its content, so that browsers may keep it for good.
fn copy_with_hash(program: &Program, part: &'static str, site: &Path) -> Result<String> {
    let content = program.part(part)?;
    let name = hashed_name(part, &content);
    files::write(&site.join(&name), content)?;
    Ok(name)
}

/// Copies the parts of the app's program that are loaded later: `compare_explore.wasm` becomes
/// `part-compare_explore-<16 digits>.wasm`.
fn copy_program_parts(program: &Program, site: &Path) -> Result<Vec<ProgramPart>> {
    let parts = program.app_parts()?.into_iter().map(|(needed_by, content)| {
        let name = hashed_name(&format!("{PROGRAM_PART}{needed_by}.wasm"), &content);
        files::write(&site.join(&name), content)?;
        Ok(ProgramPart { needed_by: needed_by.replace(program::AND, " "), name })
    });
    parts.collect()
}

/// `charts.js` becomes `charts-<16 digits>.js`.
fn hashed_name(name: &str, content: &[u8]) -> String {
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    let hash = HEXLOWER.encode(&Sha256::digest(content)[..8]);
    format!("{stem}-{hash}.{extension}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_filled_once_or_it_is_an_error() {
        let page = "<div><!-- findings:text --></div>";
        assert_eq!(fill(page, "text", "<p>a</p>").unwrap(), "<div><p>a</p></div>");
        assert!(fill(page, "policy", "").is_err());
        let error = fill(&page.repeat(2), "text", "").unwrap_err().to_string();
        assert!(error.contains("2 times `<!-- findings:text -->`"), "{error}");
    }

    #[test]
    fn a_name_changes_with_the_content_only() {
        let name = hashed_name("charts.js", b"a");
        assert_eq!(name, "charts-ca978112ca1bbdca.js");
        assert_ne!(name, hashed_name("charts.js", b"b"));
    }
}
