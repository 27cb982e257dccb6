//! A Table Schema is the codebook: its fields become questions, and say how to read each column.

mod question;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use serde::Deserialize;
use serde_json::Value;
use survey::{Codebook, Kind, Question};

use self::question::{choice, new_multiple, routing, tick};
use super::descriptor::{AskedIf, PhraseEntry, QuestionEntry, Unticked};
use crate::json::Part;
use crate::problem::Problems;
use disclosure::ColumnFacts;

/// How the columns of a table make respondents and their answers.
#[derive(Debug)]
pub(crate) struct Layout {
    /// All declared columns, in order.
    pub fields: Vec<String>,
    /// The column of the respondents' names.
    pub id: String,
    /// The column of weights.
    pub weight: Option<String>,
    /// Columns that are declared and not packed.
    pub left_out: Vec<String>,
    /// All columns but these and that of the names.
    pub columns: Vec<ColumnFacts>,
    /// For each question of the codebook, where its answers stand.
    pub questions: Vec<Cells>,
    /// Cells that mean a blank, the empty one included.
    pub missing: Vec<String>,
    /// The questions.
    pub codebook: Arc<Codebook>,
}

/// Where the answers to a question stand.
#[derive(Debug)]
pub(crate) enum Cells {
    /// In one column: which option each cell means.
    Choice { column: String, options: HashMap<String, usize>, values: Vec<String> },
    /// In a column for each option.
    Ticks { columns: Vec<Tick>, unticked: Unticked },
}

/// The column of one option of a multiple response.
#[derive(Debug)]
pub(crate) struct Tick {
    pub column: String,
    /// Whether nobody can tick this option together with another.
    pub exclusive: bool,
    pub yes: Vec<String>,
    pub no: Vec<String>,
}

/// A field of a Table Schema, as far as it concerns us.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Field {
    name: String,
    #[serde(default)]
    title: Option<String>,
    #[serde(default)]
    description: Option<String>,
    #[serde(default, rename = "type")]
    kind: Option<String>,
    #[serde(default)]
    categories: Vec<Category>,
    #[serde(default)]
    categories_ordered: bool,
    #[serde(default = "default_true")]
    true_values: Vec<String>,
    #[serde(default = "default_false")]
    false_values: Vec<String>,
    #[serde(default)]
    survey: FieldBlock,
}

/// Our own part of a field.
#[allow(
    clippy::struct_excessive_bools,
    reason = "the keys of the format, each of which stands for itself"
)]
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct FieldBlock {
    #[serde(default)]
    role: Option<Role>,
    /// The question's id; without it the field's name makes one.
    #[serde(default)]
    question: Option<String>,
    /// The option's id, for a column that holds one option of a multiple response.
    #[serde(default)]
    option: Option<String>,
    /// Whether nobody can tick this option together with another: “none of these”.
    #[serde(default)]
    exclusive: bool,
    #[serde(default)]
    group: Option<String>,
    #[serde(default)]
    says: Option<PhraseEntry>,
    /// More about each category, by its value.
    #[serde(default)]
    options: BTreeMap<String, OptionBlock>,
    #[serde(default)]
    asked_if: Option<AskedIf>,
    #[serde(default)]
    grouping: bool,
    #[serde(default)]
    prominent: bool,
    #[serde(default)]
    peers: bool,
    #[serde(default)]
    note: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct OptionBlock {
    /// The option's id; without it the value makes one.
    #[serde(default)]
    id: Option<String>,
    #[serde(default)]
    says: Option<PhraseEntry>,
    /// Whether it is no step of the scale: “don't know”.
    #[serde(default)]
    off_scale: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Role {
    Weight,
    LeftOut,
}

/// Both forms that the standard allows.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Category {
    Labelled {
        value: Scalar,
        #[serde(default)]
        label: Option<String>,
    },
    Bare(Scalar),
}

#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
enum Scalar {
    Text(String),
    Number(serde_json::Number),
}

impl Scalar {
    fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
        }
    }
}

fn default_true() -> Vec<String> {
    ["true", "True", "TRUE", "1"].map(str::to_owned).to_vec()
}

fn default_false() -> Vec<String> {
    ["false", "False", "FALSE", "0"].map(str::to_owned).to_vec()
}

/// A question while its columns are gathered.
struct Draft<'a> {
    question: Question,
    cells: Cells,
    asked_if: Option<AskedIf>,
    part: Part<'a>,
}

/// Reads a schema together with the package's questions of several columns.
pub(super) fn read(
    schema: &Part<'_>,
    declared: &[QuestionEntry],
    block: &Part<'_>,
    problems: &mut Problems,
) -> Option<Layout> {
    let id = primary_key(schema, problems);
    let mut drafts: Vec<Draft<'_>> = Vec::new();
    let (mut weight, mut left_out, mut names) = (None, Vec::new(), Vec::new());
    let mut columns = Vec::new();
    let fields = schema.items("fields", problems);
    for part in &fields {
        let Some(field) = part.read::<Field>(problems) else { continue };
        if names.contains(&field.name) {
            let fix = "Delete one, or correct its name.";
            problems.add(part.problem("two fields have the same name", fix).column(&field.name));
        }
        names.push(field.name.clone());
        if Some(&field.name) == id.as_ref() {
            continue;
        }
        if field.survey.role != Some(Role::LeftOut) {
            columns.push(ColumnFacts {
                name: field.name.clone(),
                kind: field.kind.clone().unwrap_or_else(|| "string".to_owned()),
                is_weight: field.survey.role == Some(Role::Weight),
            });
        }
        if field.survey.exclusive && field.survey.option.is_none() {
            let what = "“exclusive” stands on a column that is no option of a question with several \
                        answers";
            let fix = "Delete it: of one answer nobody gives two.";
            problems.add(part.problem(what, fix).column(&field.name));
        }
        match field.survey.role {
            Some(Role::LeftOut) => left_out.push(field.name),
            Some(Role::Weight) if weight.is_none() => weight = Some(field.name),
            Some(Role::Weight) => {
                let fix = "Keep the role “weight” for one of them.";
                problems.add(part.problem("two columns are weights", fix).column(field.name));
            }
            None if field.survey.option.is_some() => {
                add_tick(&field, part, declared, &mut drafts, problems);
            }
            None if !field.categories.is_empty() => drafts.push(choice(field, part, problems)),
            None => {
                let fix = "List its answers as “categories”, or give it the role “left_out” (it is \
                           not packed) or “weight”, or name the question and option that it holds.";
                let what = "the column has no declared answers";
                problems.add(part.problem(what, fix).column(field.name));
            }
        }
    }
    for entry in declared {
        if !drafts.iter().any(|draft| draft.question.id == entry.id) {
            let fix = "Give it columns by “survey”: {“question”, “option”}, or delete it.";
            let what = format!("question “{}” has no column", entry.id);
            problems.add(block.problem(what, fix));
        }
    }
    if let Some(id) = &id
        && !names.contains(id)
    {
        let what = "the primary key is not one of the fields";
        problems.add(schema.problem(what, "Declare it as a field.").value(id));
    }
    let codebook = codebook(&mut drafts, schema, problems)?;
    let questions = drafts.into_iter().map(|draft| draft.cells).collect();
    let missing = missing_values(schema, problems);
    let fields = names;
    Some(Layout { fields, id: id?, weight, left_out, columns, questions, missing, codebook })
}

fn add_tick<'a>(
    field: &Field,
    part: &Part<'a>,
    declared: &[QuestionEntry],
    drafts: &mut Vec<Draft<'a>>,
    problems: &mut Problems,
) {
    let id = field.survey.question.as_deref().unwrap_or_default();
    let Some(entry) = declared.iter().find(|entry| entry.id == id) else {
        let fix = crate::problem::suggest(id, declared.iter().map(|entry| entry.id.as_str()));
        let what = "the column's question is not declared in the package's “survey.questions”";
        problems.add(part.problem(what, fix).column(&field.name).value(id));
        return;
    };
    if !drafts.iter().any(|draft| draft.question.id == id) {
        drafts.push(new_multiple(entry, part));
    }
    if let Some(draft) = drafts.iter_mut().find(|draft| draft.question.id == id) {
        tick(field, part, draft, problems);
    }
}

fn codebook(
    drafts: &mut [Draft<'_>],
    schema: &Part<'_>,
    problems: &mut Problems,
) -> Option<Arc<Codebook>> {
    let mut questions: Vec<Question> = Vec::new();
    let mut routed = true;
    for draft in drafts.iter_mut() {
        let mut question = draft.question.clone();
        if let Some(asked_if) = &draft.asked_if {
            question.asked_if = routing(asked_if, &questions, &draft.part, problems);
            routed &= question.asked_if.is_some();
        }
        questions.push(question);
    }
    match Codebook::new(questions) {
        Ok(codebook) => routed.then(|| Arc::new(codebook)),
        Err(errors) => {
            for error in errors {
                let fix = "Change it where the question is declared.";
                problems.add(schema.problem(error.to_string(), fix));
            }
            None
        }
    }
}

fn primary_key(schema: &Part<'_>, problems: &mut Problems) -> Option<String> {
    let name = match schema.get("primaryKey").map(|part| part.value()) {
        Some(Value::String(name)) => Some(name.clone()),
        Some(Value::Array(names)) if names.len() == 1 => names[0].as_str().map(ToOwned::to_owned),
        _ => None,
    };
    if name.is_none() {
        let fix = "Name in “primaryKey” the one column that tells respondents apart.";
        problems.add(schema.problem("no column is said to name the respondents", fix));
    }
    name
}

fn missing_values(schema: &Part<'_>, problems: &mut Problems) -> Vec<String> {
    let declared: Vec<Category> = schema
        .items("missingValues", problems)
        .iter()
        .filter_map(|part| part.read(problems))
        .collect();
    let mut missing: Vec<String> = declared.iter().map(|value| value.value().text()).collect();
    if !missing.iter().any(String::is_empty) {
        missing.push(String::new());
    }
    missing
}

impl Category {
    fn value(&self) -> &Scalar {
        match self {
            Self::Labelled { value, .. } | Self::Bare(value) => value,
        }
    }

    fn label(&self) -> String {
        match self {
            Self::Labelled { label: Some(label), .. } => label.clone(),
            _ => self.value().text(),
        }
    }
}

impl Field {
    fn kind(&self) -> Kind {
        if self.categories_ordered { Kind::Ordered } else { Kind::Single }
    }
}
