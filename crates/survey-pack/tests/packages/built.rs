//! Surveys put together from columns and from rows that are so many times the same.

use std::fmt::Write;

use disclosure::history::Earlier;
use serde_json::{Value, json};
use survey_pack::package;
use survey_pack::release::{Refusal, Release, release};

use super::small::Package;

/// A survey in the making.
#[derive(Clone)]
pub(crate) struct Built {
    fields: Vec<Value>,
    questions: Vec<Value>,
    plan: Value,
    figures: Vec<String>,
    rows: Vec<String>,
    history: Vec<Earlier>,
}

/// All that was said against a release.
pub(crate) struct Said(pub(super) String);

impl Built {
    pub(crate) fn new() -> Self {
        Self {
            fields: vec![json!({ "name": "office" })],
            questions: Vec::new(),
            plan: json!({ "earlier": [] }),
            figures: Vec::new(),
            rows: Vec::new(),
            history: Vec::new(),
        }
    }

    /// A question with one answer; `survey` is the inside of its object of that name.
    pub(crate) fn choice(mut self, name: &str, categories: &[&str], survey: &str) -> Self {
        let survey: Value = serde_json::from_str(&format!("{{ {survey} }}")).unwrap();
        self.fields.push(json!({ "name": name, "categories": categories, "survey": survey }));
        self
    }

    /// A question with several answers, each in a column of its own.
    pub(crate) fn ticks(mut self, question: &str, options: &[&str], unticked: &str) -> Self {
        let entry = json!({
            "id": question, "label": question, "text": question, "unticked": unticked,
        });
        self.questions.push(entry);
        self.fields.extend(options.iter().map(|option| {
            json!({
                "name": option, "type": "boolean", "trueValues": ["y"], "falseValues": ["n"],
                "survey": { "question": question, "option": option },
            })
        }));
        self
    }

    pub(crate) fn exclusive(mut self, option: &str) -> Self {
        let field = self.fields.iter_mut().find(|field| field["name"] == option).unwrap();
        field["survey"]["exclusive"] = true.into();
        self
    }

    /// A question with several answers, asked after another.
    pub(crate) fn asked_if(mut self, question: &str, before: &str, answer: &str) -> Self {
        let entry = self.questions.iter_mut().find(|entry| entry["id"] == question).unwrap();
        entry["asked_if"] = json!({ "question": before, "any_of": [answer] });
        self
    }

    pub(crate) fn rows(mut self, times: usize, cells: &str) -> Self {
        self.rows.extend(std::iter::repeat_n(cells.to_owned(), times));
        self
    }

    /// A published figure: id, question, option, count and base.
    pub(crate) fn figure(mut self, figure: [&str; 5]) -> Self {
        let [id, question, option, count, base] = figure;
        self.figures.push(format!("{id},Known.,A leaflet,{question},{option},,{count},{base},no"));
        self
    }

    pub(crate) fn forget_figure(&mut self) {
        self.figures.pop().unwrap();
    }

    pub(crate) fn plan(mut self, key: &str, value: Value) -> Self {
        self.plan[key] = value;
        self
    }

    /// Other words throughout the schema.
    pub(crate) fn replace(mut self, from: &str, to: &str) -> Self {
        for value in self.fields.iter_mut().chain(&mut self.questions) {
            *value = serde_json::from_str(&value.to_string().replace(from, to)).unwrap();
        }
        self
    }

    pub(crate) fn withholding(&self, question: &str, by: Option<&str>) -> Self {
        let entry = match by {
            Some(by) => json!({ "question": question, "by": by }),
            None => json!({ "question": question }),
        };
        self.with("withhold", entry)
    }

    pub(crate) fn merging(&self, question: &str, options: &[&str]) -> Self {
        let id = options.join("-");
        self.with(
            "merge",
            json!({ "question": question, "options": options, "id": id, "label": id }),
        )
    }

    fn with(&self, key: &str, entry: Value) -> Self {
        let mut built = self.clone();
        let mut entries = built.plan[key].as_array().cloned().unwrap_or_default();
        entries.push(entry);
        built.plan[key] = entries.into();
        built
    }

    /// The next release, which names this one.
    pub(crate) fn after(mut self, before: &Self) -> Self {
        let released = before.release().unwrap();
        let earlier = Earlier::read(&released.bytes).unwrap().unwrap();
        self.plan["earlier"] = json!([earlier.header.checksum_text()]);
        self.history = vec![earlier];
        self
    }

    fn write(&self) -> Package {
        let folder = Package::empty();
        let mut descriptor: Value = serde_json::from_str(super::confidential::DESCRIPTOR).unwrap();
        descriptor["survey"]["questions"] = self.questions.clone().into();
        descriptor["survey"]["disclosure"] = self.plan.clone();
        if !self.figures.is_empty() {
            let resource = json!({ "name": "p", "path": "p.csv", "schema": {} });
            descriptor["resources"].as_array_mut().unwrap().push(resource);
            descriptor["survey"]["published_figures"] = "p".into();
            let header = "id,statement,source,question,option,percent,count,base,inferred\n";
            folder.write("p.csv", format!("{header}{}\n", self.figures.join("\n")));
        }
        folder.write("datapackage.json", descriptor.to_string());
        let schema = json!({ "primaryKey": "office", "fields": self.fields });
        folder.write("answers.schema.json", schema.to_string());
        let names: Vec<&str> =
            self.fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
        let mut csv = format!("{}\n", names.join(","));
        for (office, cells) in self.rows.iter().enumerate() {
            writeln!(csv, "office number {office:03},{cells}").unwrap();
        }
        folder.write("answers.csv", csv);
        // Names of questions such as “age_thirty” are figures.
        super::confidential::sign_texts(&folder);
        folder
    }

    /// Its folder, and the releases before.
    pub(crate) fn parts(&self) -> (Package, Vec<Earlier>) {
        (self.write(), self.history.clone())
    }

    pub(crate) fn release(&self) -> Result<Release, Refusal> {
        let folder = self.write();
        release(&package::open(folder.path()).unwrap(), &self.history)
    }

    /// Nothing is packed, and each of these is said.
    pub(crate) fn is_refused(&self, expected: &[&str]) -> Said {
        let refusal = match self.release() {
            Err(refusal) => refusal,
            Ok(release) => panic!("passed with {:?}", tables(&release)),
        };
        let said: Vec<String> = refusal.problems.iter().map(ToString::to_string).collect();
        let said = said.join("\n");
        for part in expected {
            assert!(said.contains(part), "{part:?} is not in\n{said}");
        }
        Said(said)
    }

    /// It is packed, and these are all its tables.
    pub(crate) fn passes(&self, expected: &[&str]) -> Release {
        match self.release() {
            Ok(release) => {
                assert_eq!(tables(&release), expected, "{:#?}", release.findings.absent);
                release
            }
            Err(refusal) => panic!("{:#?}", refusal.problems),
        }
    }
}

fn tables(release: &Release) -> Vec<String> {
    let tables = &release.findings.tables;
    tables.names().iter().map(|name| name.ids(&tables.codebook)).collect()
}
