//! Surveys put together from columns and from rows that are so many times the same.

use std::fmt::Write;

use serde_json::{Value, json};
use survey_pack::disclosure::history::Earlier;
use survey_pack::disclosure::{Refusal, Release, release};
use survey_pack::package;

use crate::small::Package;

/// A survey in the making.
#[derive(Clone)]
pub(super) struct Built {
    fields: Vec<Value>,
    questions: Vec<Value>,
    plan: Value,
    figures: Vec<String>,
    rows: Vec<String>,
    history: Vec<Earlier>,
}

/// All that was said against a release.
pub(super) struct Said(pub(super) String);

impl Built {
    pub(super) fn new() -> Self {
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
    pub(super) fn choice(mut self, name: &str, categories: &[&str], survey: &str) -> Self {
        let survey: Value = serde_json::from_str(&format!("{{ {survey} }}")).unwrap();
        self.fields.push(json!({ "name": name, "categories": categories, "survey": survey }));
        self
    }

    /// A question with several answers, each in a column of its own.
    pub(super) fn ticks(mut self, question: &str, options: &[&str], unticked: &str) -> Self {
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

    pub(super) fn exclusive(mut self, option: &str, declared: &str) -> Self {
        let field = self.fields.iter_mut().find(|field| field["name"] == option).unwrap();
        field["survey"]["exclusive"] = (declared == "true").into();
        self
    }

    /// A question with several answers, asked after another.
    pub(super) fn asked_if(mut self, question: &str, before: &str, answer: &str) -> Self {
        let entry = self.questions.iter_mut().find(|entry| entry["id"] == question).unwrap();
        entry["asked_if"] = json!({ "question": before, "any_of": [answer] });
        self
    }

    pub(super) fn rows(mut self, times: usize, cells: &str) -> Self {
        self.rows.extend(std::iter::repeat_n(cells.to_owned(), times));
        self
    }

    /// A published figure: id, question, option, count and base.
    pub(super) fn figure(mut self, figure: [&str; 5]) -> Self {
        let [id, question, option, count, base] = figure;
        self.figures.push(format!("{id},Known.,A leaflet,{question},{option},,{count},{base},no"));
        self
    }

    pub(super) fn forget_figure(&mut self) {
        self.figures.pop().unwrap();
    }

    pub(super) fn plan(mut self, key: &str, value: Value) -> Self {
        self.plan[key] = value;
        self
    }

    /// Other words throughout the schema.
    pub(super) fn replace(mut self, from: &str, to: &str) -> Self {
        for value in self.fields.iter_mut().chain(&mut self.questions) {
            *value = serde_json::from_str(&value.to_string().replace(from, to)).unwrap();
        }
        self
    }

    pub(super) fn withholding(&self, question: &str, by: Option<&str>) -> Self {
        let entry = match by {
            Some(by) => json!({ "question": question, "by": by }),
            None => json!({ "question": question }),
        };
        self.with("withhold", entry)
    }

    pub(super) fn merging(&self, question: &str, options: &[&str]) -> Self {
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
    pub(super) fn after(mut self, before: &Self) -> Self {
        let released = before.release().unwrap();
        let earlier = Earlier::read(&released.bytes).unwrap().unwrap();
        self.plan["earlier"] = json!([earlier.header.checksum_text()]);
        self.history = vec![earlier];
        self
    }

    fn write(&self) -> Package {
        let folder = Package::empty();
        let mut descriptor: Value = serde_json::from_str(crate::confidential::DESCRIPTOR).unwrap();
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
        folder
    }

    pub(super) fn release(&self) -> Result<Release, Refusal> {
        let folder = self.write();
        release(&package::open(folder.path()).unwrap(), &self.history)
    }

    /// Nothing is packed, and each of these is said.
    pub(super) fn is_refused(&self, expected: &[&str]) -> Said {
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
    pub(super) fn passes(&self, expected: &[&str]) -> Release {
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
