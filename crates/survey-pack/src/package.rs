//! A survey's package, as its holder keeps it: a folder with `datapackage.json` and tables.

mod answers;
mod descriptor;
mod findings;
mod folder;
mod identifiers;
mod inputs;
mod left_out_search;
mod publication;
mod published;
mod questionnaire;
mod release_plan;
mod respondent_ids;
mod schema;

use std::path::Path;
use std::sync::Arc;

pub use disclosure::LeftOutCell; // what `LeftOutSearch` finds
use disclosure::Questionnaire;
use serde_json::Value;
use survey::{About, Codebook, Draw, Form, Provenance, Survey, SurveyParts};

pub(crate) use self::descriptor::{AskedIf, Descriptor, DrawEntry, PhraseEntry, Unticked};
pub use self::folder::Folder;
pub use self::identifiers::Identifiers;
pub use self::inputs::Input;
pub use self::left_out_search::LeftOutSearch;
pub use self::publication::{Publication, publication};
pub use self::release_plan::not_yet_signed;
pub(crate) use self::schema::{Cells, Layout};
use crate::json::{self, Part};
use crate::problem::{Problem, Problems};
use crate::table::Table;

/// The file that every package has.
pub const DESCRIPTOR: &str = "datapackage.json";

/// A package that was read. Its survey holds everybody's answers, also where they are confidential:
/// it stays on this machine.
#[derive(Debug)]
pub struct Package {
    /// The survey with its answers on record.
    pub survey: Survey,
    /// What may be published of confidential answers; `None` for others.
    pub plan: Option<disclosure::Plan>,
    /// Which ticks a respondent could set together.
    pub questionnaire: Questionnaire,
    /// Columns, ids and cells that must not be found in a release; none without a plan.
    pub identifiers: Identifiers,
    /// The files that a release is made from; none without a plan.
    pub inputs: Vec<Input>,
}

/// Reads a package: its folder, or its `datapackage.json`.
///
/// # Errors
/// All problems that could be found.
pub fn read(path: &Path) -> Result<Survey, Vec<Problem>> {
    open(path).map(|package| package.survey)
}

/// Reads a package with the plan for its release.
///
/// # Errors
/// All problems that could be found.
pub fn open(path: &Path) -> Result<Package, Vec<Problem>> {
    let mut problems = Problems::default();
    match read_package(path, &mut problems) {
        Some(package) if problems.is_empty() => Ok(package),
        _ => Err(problems.into_vec()),
    }
}

/// What [`read_plan`] gives: all of a package but its answers.
#[derive(Debug)]
pub(crate) struct Plan {
    /// Reads and names the package's files.
    pub folder: Folder,
    /// The description as JSON.
    pub json: Value,
    /// The description as read.
    pub descriptor: Descriptor,
    /// How the columns are read.
    pub layout: Option<Layout>,
}

/// Reads the description and the schema, and no table.
pub(crate) fn read_plan(path: &Path, problems: &mut Problems) -> Option<Plan> {
    let folder = Folder::of(path);
    let text = folder.text(DESCRIPTOR, problems)?;
    let json = json::parse(DESCRIPTOR, &text, problems)?;
    let whole = Part::whole(DESCRIPTOR, &json);
    let descriptor = Descriptor::read(&whole, problems);
    let layout =
        whole.get("survey").and_then(|block| layout(&folder, &descriptor, &block, problems));
    Some(Plan { folder, json, descriptor, layout })
}

fn read_package(path: &Path, problems: &mut Problems) -> Option<Package> {
    let plan = read_plan(path, problems)?;
    let layout = plan.layout.as_ref()?;
    let block = Part::whole(DESCRIPTOR, &plan.json).get("survey")?;
    let draws = plan.draws(layout, &block, problems);
    let codebook = &layout.codebook;
    check_invited(&plan, &block, &draws, problems);
    let figures = plan.figures(codebook, &block, &draws, problems);
    let findings = findings::read(&block, codebook, problems);
    let recommendations = findings::recommendations(&block, &findings, problems);
    let release = release_plan(&plan, &block, &figures, problems);
    if !problems.is_empty() {
        return None;
    }
    let questionnaire = questionnaire::of(layout);
    let is_released = release.is_some();
    let identifiers =
        if is_released { Identifiers::read(&plan, layout) } else { Identifiers::default() };
    let inputs = if is_released { Input::all(&plan) } else { Vec::new() };
    let parts = SurveyParts {
        about: about(plan.descriptor)?,
        codebook: Arc::clone(codebook),
        figures,
        findings,
        recommendations,
        draws,
    };
    // Confidential answers are records until they have been protected.
    Survey::unprotected(parts)
        .map_err(|error| {
            let fix = "Correct it where it is declared.";
            problems.add(Problem::new(DESCRIPTOR, error.to_string(), fix));
        })
        .ok()
        .map(|survey| Package { survey, plan: release, questionnaire, identifiers, inputs })
}

/// Nobody answers who was not invited.
fn check_invited(plan: &Plan, block: &Part<'_>, draws: &[Draw], problems: &mut Problems) {
    let Some(invited) = plan.descriptor.invited else { return };
    let part = block.get("invited").unwrap_or_else(|| block.clone());
    for draw in draws {
        let answered = draw.source().respondents();
        if u64::from(invited) < u64::from(answered) {
            let what = format!(
                "{invited} are said to be invited, and the answers “{}” have {answered} rows",
                draw.id
            );
            let fix = "Correct the number, or delete rows that are nobody’s; leave “invited” out \
                       where the number is not known.";
            problems.add(part.problem(what, fix));
        }
    }
}

/// Confidential answers need a plan; it means nothing for others.
fn release_plan(
    plan: &Plan,
    block: &Part<'_>,
    figures: &[survey::PublishedFigure],
    problems: &mut Problems,
) -> Option<disclosure::Plan> {
    match plan.descriptor.provenance {
        Some(Provenance::Confidential) => {}
        Some(Provenance::Synthetic | Provenance::Public) | None => {
            if let Some(part) = block.get("disclosure") {
                let fix = "Delete it, or declare the provenance “confidential”.";
                problems.add(part.problem("only confidential answers have a release plan", fix));
            }
            return None;
        }
    }
    if plan.descriptor.draws.len() > 1 {
        let fix = "Keep the one set of answers that was given.";
        problems.add(block.problem("confidential answers stand in several draws", fix));
    }
    let codebook = &plan.layout.as_ref()?.codebook;
    let figures: Vec<&str> = figures.iter().map(|figure| figure.id.as_str()).collect();
    Some(release_plan::read(block, codebook, &figures, problems))
}

/// All sets of answers are answers to the same questions, so they share one schema.
fn layout(
    folder: &Folder,
    descriptor: &Descriptor,
    block: &Part<'_>,
    problems: &mut Problems,
) -> Option<Layout> {
    let mut schemas = Vec::new();
    for draw in &descriptor.draws {
        if let Some(resource) = descriptor.resource(&draw.resource, block, problems)
            && !schemas.contains(&&resource.schema)
        {
            schemas.push(&resource.schema);
        }
    }
    if schemas.len() > 1 {
        let fix = "Give all their resources the same “schema”.";
        problems.add(block.problem("the draws have different schemas", fix));
    }
    let schema = schemas.first()?;
    let (file, loaded);
    let part = if let Some(path) = schema.as_str() {
        let text = folder.text(path, problems)?;
        file = path;
        loaded = json::parse(path, &text, problems)?;
        Part::whole(file, &loaded)
    } else {
        Part::whole(DESCRIPTOR, schema)
    };
    schema::read(&part, &descriptor.questions, block, problems)
}

fn about(descriptor: Descriptor) -> Option<About> {
    Some(About {
        name: descriptor.name,
        language: descriptor.language,
        title: descriptor.title,
        version: descriptor.version,
        description: descriptor.description,
        provenance: descriptor.provenance?,
        banner: descriptor.banner,
        respondent: descriptor.respondent?,
        invited: descriptor.invited,
        limits: descriptor.limits,
        licence: descriptor.licence,
        citation: descriptor.citation,
        sources: descriptor.sources,
    })
}

impl Plan {
    fn table(&self, resource: &descriptor::Resource, problems: &mut Problems) -> Option<Table> {
        let declared = resource.encoding.as_deref().unwrap_or("utf-8");
        if !["utf-8", "utf8"].contains(&declared.to_lowercase().as_str()) {
            let fix = "Save the table as UTF-8 and declare that.";
            let what = format!("resource “{}” is declared to be in {declared}", resource.name);
            problems.add(Problem::new(DESCRIPTOR, what, fix));
        }
        let text = self.folder.text(&resource.path, problems)?;
        Table::of_text(&resource.path, text, problems)
    }

    fn draws(&self, layout: &Layout, block: &Part<'_>, problems: &mut Problems) -> Vec<Draw> {
        let mut draws: Vec<Draw> = Vec::new();
        for entry in &self.descriptor.draws {
            // Each set of answers is read on its own, so that one's problems hide none of another's.
            let mut found = Problems::default();
            let resource =
                self.descriptor.resource(&entry.resource, block, &mut Problems::default());
            let records =
                resource.and_then(|resource| self.table(resource, &mut found)).and_then(|table| {
                    if self.descriptor.publishes_own_identifiers() {
                        respondent_ids::check(&table, &layout.id, &mut found);
                    }
                    answers::read(&table, layout, &mut found)
                });
            for problem in found.into_vec() {
                problems.add(problem);
            }
            let Some(records) = records else { continue };
            draws.push(Draw {
                id: entry.id.clone(),
                label: entry.label.clone(),
                form: Form::Records(Arc::new(records)),
            });
        }
        draws
    }

    fn figures(
        &self,
        codebook: &Codebook,
        block: &Part<'_>,
        draws: &[Draw],
        problems: &mut Problems,
    ) -> Vec<survey::PublishedFigure> {
        let table = self.descriptor.published_figures.as_ref().and_then(|name| {
            let resource = self.descriptor.resource(name, block, problems)?;
            self.table(resource, problems)
        });
        let Some(table) = table else { return Vec::new() };
        let rows = published::read(&table, codebook, problems);
        let is_confidential = self.descriptor.provenance.is_some_and(Provenance::is_confidential);
        published::check(&table.file, &rows, draws, is_confidential, problems);
        rows.into_iter().map(|row| row.figure).collect()
    }
}
