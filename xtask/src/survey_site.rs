//! The site of the built program over a survey.

use std::path::Path;

use anyhow::{Context, Result, anyhow};
use site::{Address, Contents, Package, Packed};
use survey_pack::{package::publication, problem::Problem};

use crate::{prerender, project::Project};

/// Which site is made.
#[derive(Debug, Clone)]
pub struct SurveySite<'a> {
    /// The packed survey.
    pub survey: &'a Path,
    /// The folder of its package, which comes along where its answers may; a confidential survey's is
    /// not needed.
    pub package: Option<&'a Path>,
    /// Where the site will be, if that is known.
    pub address: Option<Address>,
    /// Whether readers are to have the site without a network.
    pub keeps_offline: bool,
}

impl SurveySite<'_> {
    /// Writes the site into a folder. Returns which files of the package's folder are not in the
    /// package that readers take away.
    ///
    /// # Errors
    /// When the program is not built, the package has problems, or the text can't be made.
    pub fn write(&self, project: &Project, folder: &Path) -> Result<Vec<String>> {
        let written = prerender::written(project, self.survey, self.address.as_ref())?;
        self.write_saying(&written, project, folder)
    }

    /// The same with what the prerenderer wrote.
    pub(crate) fn write_saying(
        &self,
        written: &str,
        project: &Project,
        folder: &Path,
    ) -> Result<Vec<String>> {
        let packed = Packed::read(self.survey)?;
        let package = self.package.filter(|_| packed.is_on_record()).map(published).transpose()?;
        let (text, elsewhere) = prerender::texts(written, project, self.address.as_ref())?;
        let contents = Contents {
            survey: &packed,
            package: package.as_ref().map(|(package, _)| package),
            text: &text,
            elsewhere: elsewhere.as_ref(),
            keeps_offline: self.keeps_offline,
        };
        site::write(&project.program(), &contents, folder)?;
        Ok(package.map(|(_, left_behind)| left_behind).unwrap_or_default())
    }
}

/// A package as readers may take it away, under its folder's name, and which files of the folder are
/// left behind.
fn published(folder: &Path) -> Result<(Package, Vec<String>)> {
    let files = publication(folder)
        .map_err(|problems| anyhow!("{}", listed(&problems)))
        .with_context(|| format!("the package in {} can’t be taken away", folder.display()))?;
    let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let package = Package { name, files };
    let left_behind = site::left_behind(folder, &package)?;
    Ok((package, left_behind))
}

/// Problems of a package, a line each.
pub(crate) fn listed(problems: &[Problem]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn stray_files_are_left_behind_and_said() {
        let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data/tic-2022");
        let scratch = tempfile::tempdir().unwrap();
        let folder = scratch.path().join("tic");
        fs::create_dir_all(folder.join("old")).unwrap();
        for entry in fs::read_dir(own).unwrap() {
            let entry = entry.unwrap();
            fs::copy(entry.path(), folder.join(entry.file_name())).unwrap();
        }
        fs::write(folder.join("contacts.xlsx"), "jo@team.example").unwrap();
        fs::write(folder.join("old/answers.csv"), "jo@team.example").unwrap();
        let (package, left_behind) = published(&folder).unwrap();
        assert_eq!(left_behind, ["contacts.xlsx", "old/answers.csv"]);
        assert_eq!(package.name, "tic");
        let names: Vec<_> = package.files.keys().map(String::as_str).collect();
        let expected = [
            "README.md",
            "answers-draw-1.csv",
            "answers-draw-2.csv",
            "answers.schema.json",
            "datapackage.json",
            "published-figures.csv",
            "published-figures.schema.json",
        ];
        assert_eq!(names, expected);
    }
}
