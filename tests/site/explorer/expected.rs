//! What the command counts, in the form that the page is read in.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use survey::{Form, Kind, NotAvailable, Question, bundle::Bundle};
use survey_pack::tally::{Count, Figure, Report, Request, count};
use survey_stats::BaseRule;

/// More respondents than this are counted and not listed.
const MOST_LISTED: u32 = 9;

/// What a reader has selected, in the command's words.
#[derive(Clone, Debug, Default)]
pub(crate) struct Selection {
    /// Question and picks: `("activities", "all:training,screening")`.
    pub(crate) picks: Vec<(&'static str, &'static str)>,
    pub(crate) respondents: Vec<String>,
    pub(crate) by: Option<&'static str>,
}

impl Selection {
    /// Only these picks.
    pub(crate) fn of(picks: &[(&'static str, &'static str)]) -> Self {
        Self { picks: picks.to_vec(), ..Self::default() }
    }

    /// What the page must show of it.
    pub(crate) fn expected(&self, bundle: &Bundle) -> Result<Value> {
        let codebook = &bundle.survey.codebook();
        let first = &codebook.questions()[0].id;
        let all = count(bundle, &self.request(first))?;
        let mut figures = Vec::new();
        let mut facets = Vec::new();
        for question in codebook.questions() {
            figures.push(match count(bundle, &self.request(&question.id)) {
                Ok(report) => figure(bundle, &report),
                Err(no) => {
                    ensure!(no.what == NotAvailable.to_string(), "{no}");
                    json!({ "question": question.id, "bases": null, "table": null })
                }
            });
            if self.offers(bundle, &question.id) {
                facets.push(self.facet(bundle, &question.id)?);
            }
        }
        facets.sort_by_key(|facet| facet["question"].to_string());
        Ok(json!({
            "selected": format!("{} of {} {}", all.selected, all.total, all.respondents),
            "figures": figures,
            "facets": facets,
            "listing": self.listing(bundle, all.selected)?,
        }))
    }

    /// Where the page says what the other invented set gives, it is what the command counts there. Which
    /// numbers have it is for tests of the views.
    pub(crate) fn expect_others(&self, bundle: &Bundle, shown: &Value) -> Result<()> {
        let [_, other] = bundle.survey.draws() else { return Ok(()) };
        for (question, cells) in shown.as_object().context("no other set")? {
            let request = Request { draw: Some(other.id.clone()), ..self.request(question) };
            for (answer, cell) in cells.as_object().into_iter().flatten() {
                let figure = count(bundle, &request)?.figure;
                let option = figure.options.iter().position(|option| option.label == *answer);
                let expected = option.map(|option| cell_of(&figure, option));
                ensure!(*cell == "" || cell.as_str() == expected.as_deref(), "{question}: {cells}");
            }
        }
        Ok(())
    }

    /// Whether the page must offer to filter by a question: always by those whose answers are on
    /// record; of protected ones, by one grouping that has tables, and by none beside a breakdown.
    fn offers(&self, bundle: &Bundle, question: &str) -> bool {
        let Form::Cube(cube) = &bundle.survey.draws()[0].form else { return true };
        let by = bundle.survey.codebook().find(question);
        self.by.is_none()
            && self.picks.iter().all(|(id, _)| *id == question)
            && cube.crossed().iter().any(|table| Some(table.by) == by)
    }

    /// The names of all who are selected.
    pub(crate) fn names(&self, bundle: &Bundle) -> Result<Vec<String>> {
        let first = &bundle.survey.codebook().questions()[0].id;
        let draw = bundle.survey.draws().first().context("the survey has no answers")?;
        let named = |name: &String| {
            // Who is selected alone as well is selected.
            let respondents = vec![name.clone()];
            let alone = Self { respondents, ..self.clone() }.request(first);
            Ok((count(bundle, &alone)?.selected == 1).then(|| name.clone()))
        };
        let known = draw
            .records()
            .context("the survey has no records")?
            .ids()
            .iter()
            .filter(|name| self.respondents.is_empty() || self.respondents.contains(name));
        known.map(named).filter_map(Result::transpose).collect()
    }

    fn request(&self, question: &str) -> Request {
        Request {
            question: question.to_owned(),
            by: self.by.filter(|&by| by != question).map(str::to_owned),
            selections: self.picks.iter().map(|(id, picks)| format!("{id}={picks}")).collect(),
            respondents: self.respondents.clone(),
            ..Request::default()
        }
    }

    /// A filter's counts: what each answer brings. Where one of its own picks is enough, those it has
    /// do not count; where all are needed, they do.
    fn facet(&self, bundle: &Bundle, question: &str) -> Result<Value> {
        let (own, others): (Vec<_>, Vec<_>) =
            self.picks.iter().copied().partition(|(id, _)| *id == question);
        let needs_all = own.iter().any(|(_, picks)| picks.starts_with("all:"));
        let kept = if needs_all { self.picks.clone() } else { others };
        let without = Self { picks: kept, by: None, ..self.clone() };
        let figure = count(bundle, &without.request(question))?.figure;
        let picks: Vec<&str> =
            own.iter().flat_map(|(_, picks)| picks.trim_start_matches("all:").split(',')).collect();
        let entry = |counted: &Count, name: &str| {
            let picked = picks.contains(&name);
            json!({
                "label": counted.label,
                "count": counted.count,
                "picked": picked,
                "possible": counted.count > 0 || picked,
            })
        };
        let options = figure.options.iter().map(|option| entry(option, &option.id));
        let groups = figure.groups.iter().map(|group| entry(group, &format!("@{}", group.id)));
        let mut entries: Vec<Value> = options.chain(groups).collect();
        entries.sort_by(|one, other| one["label"].as_str().cmp(&other["label"].as_str()));
        Ok(json!({ "question": question, "entries": entries }))
    }

    /// The answers of a few, one by one.
    fn listing(&self, bundle: &Bundle, selected: u32) -> Result<Value> {
        let narrowed = !self.picks.is_empty() || !self.respondents.is_empty();
        if !narrowed || selected == 0 || selected > MOST_LISTED {
            return Ok(Value::Null);
        }
        let names = self.names(bundle)?;
        let mut rows = Vec::new();
        for question in bundle.survey.codebook().questions() {
            let alone = names.iter().map(|name| {
                let alone = Self { respondents: vec![name.clone()], ..Self::default() };
                Ok(count(bundle, &alone.request(&question.id))?.figure)
            });
            rows.extend(answers(question, &alone.collect::<Result<Vec<_>>>()?));
        }
        rows.sort();
        let columns: Vec<String> = [String::from("Question")].into_iter().chain(names).collect();
        Ok(json!({ "columns": columns, "rows": rows }))
    }
}

/// What each of a few answered, from the counts of each alone: a row, or of a multiple response a row
/// for each of its answers.
fn answers(question: &Question, alone: &[Figure]) -> Vec<Vec<String>> {
    let row = |heading: String, gave: &dyn Fn(&Figure) -> String| {
        let missing = |figure: &Figure| match (figure.asked, figure.answered) {
            (Some(0), _) => Some("not asked".to_owned()),
            (_, 0) => Some("not answered".to_owned()),
            _ => None,
        };
        let cells = alone.iter().map(|figure| missing(figure).unwrap_or_else(|| gave(figure)));
        [heading].into_iter().chain(cells).collect()
    };
    match question.kind {
        Kind::Single | Kind::Ordered => {
            let label = |figure: &Figure| {
                let given = figure.options.iter().find(|option| option.count > 0);
                given.map(|option| option.label.clone()).unwrap_or_default()
            };
            return vec![row(question.label.clone(), &label)];
        }
        Kind::Multiple => {}
    }
    let yes_or_no = |position: usize| {
        move |figure: &Figure| {
            if figure.options[position].count > 0 { "yes" } else { "no" }.to_owned()
        }
    };
    let heading = |option: &str| format!("{}: {}", question.label, lower_first(option));
    let labels = question.options.iter().map(|option| heading(&option.label));
    labels.enumerate().map(|(position, label)| row(label, &yes_or_no(position))).collect()
}

fn lower_first(text: &str) -> String {
    let (first, rest) = text.split_at(1);
    first.to_lowercase() + rest
}

fn figure(bundle: &Bundle, report: &Report) -> Value {
    let answered = report.figure.answered;
    if answered == 0 {
        return json!({ "question": report.question, "bases": null, "table": null });
    }
    json!({
        "question": report.question,
        "bases": bases(bundle, report),
        "table": report.by.as_ref().map_or_else(
            || plain(&report.figure, &report.respondents),
            |by| broken_down(&report.figure, &by.parts),
        ),
    })
}

/// The numbers in the line on whom a figure is of: who was asked, where not all were, and who answered.
fn bases(bundle: &Bundle, report: &Report) -> Vec<String> {
    let (answered, selected) = (report.figure.answered, report.selected);
    // Protected tables do not tell who was asked.
    let asked = report.figure.asked.unwrap_or(answered);
    let codebook = bundle.survey.codebook();
    let is_routed = codebook
        .find(&report.question)
        .is_some_and(|ix| codebook.question(ix).asked_if.is_some() && asked < selected);
    let numbers = if is_routed { [asked, answered] } else { [answered, asked] };
    let several = if asked == answered { 1 } else { 2 };
    numbers[..several].iter().map(ToString::to_string).collect()
}

fn plain(figure: &Figure, noun: &str) -> Value {
    let (first, rest) = noun.split_at(1);
    let mut columns = vec!["Answer".to_owned(), first.to_uppercase() + rest, "Of".into()];
    if BaseRule::of(figure.answered).allows_percentage() {
        columns.push("Percentage".into());
    }
    let row = |option: &Count| {
        let cells = [option.label.clone(), option.count.to_string(), figure.answered.to_string()];
        let percent = option.percent.map(|percent| format!("{percent}%"));
        cells.into_iter().chain(percent).collect::<Vec<_>>()
    };
    table(&columns, figure.options.iter().map(row).collect())
}

fn broken_down(figure: &Figure, parts: &[survey_pack::tally::Part]) -> Value {
    let heading = |part: &survey_pack::tally::Part| {
        let flag = if part.figure.small_base { ", small base" } else { "" };
        format!("{}{flag}", part.label)
    };
    let columns =
        std::iter::once("Answer".to_owned()).chain(parts.iter().map(heading)).collect::<Vec<_>>();
    let row = |(position, option): (usize, &Count)| {
        let cells = parts.iter().map(|part| cell_of(&part.figure, position));
        [option.label.clone()].into_iter().chain(cells).collect::<Vec<_>>()
    };
    let rows = figure.options.iter().enumerate().map(row).collect();
    table(&columns, rows)
}

fn cell_of(figure: &Figure, option: usize) -> String {
    let counted = &figure.options[option];
    let counts = format!("{} of {}", counted.count, figure.answered);
    match counted.percent {
        _ if figure.answered == 0 => "nobody".to_owned(),
        Some(percent) => format!("{counts} ({percent}%)"),
        None => counts,
    }
}

fn table(columns: &[String], mut rows: Vec<Vec<String>>) -> Value {
    rows.sort();
    json!({ "columns": columns, "rows": rows })
}
