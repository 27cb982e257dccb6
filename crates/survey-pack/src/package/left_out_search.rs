//! Looks in what is to be published for what a package holds and leaves out.

mod fold;

use std::collections::BTreeSet;
use std::path::Path;

use aho_corasick::{AhoCorasick, Match};
use survey::bundle::{self, Bundle};
use survey::{Provenance, Records, Survey, SurveyParts};

use self::fold::{folded, is_rare};
use super::publication::{Publication, descriptions};
use super::{Cells, DESCRIPTOR, Identifiers, Layout, open, read_plan};
use crate::problem::{Problem, Problems};
use disclosure::LeftOutCell;
use disclosure::identifying::identifying_form;

/// What must not be found in the files of a site: cells of columns that are left out, and of a
/// confidential package the respondents’ names too.
///
/// Such a cell can be a word that stands everywhere. What has the form of an address, a date or a number
/// of one person is always looked for. Anything else is not, if the site has it for another reason: the
/// program says it, or the package declares it as an answer, or as a single word of its texts.
#[derive(Debug)]
pub struct LeftOutSearch {
    left_out: Vec<LeftOutCell>,
    /// The same, as they are compared.
    folded: Vec<String>,
    searcher: AhoCorasick,
}

impl LeftOutSearch {
    /// What a package, named by its folder, leaves out.
    ///
    /// # Errors
    /// All problems of the package; one that says so where it leaves out too much to look for.
    pub fn of(path: &Path) -> Result<Self, Vec<Problem>> {
        let package = open(path)?;
        let mut problems = Problems::default();
        let plan = read_plan(path, &mut problems);
        let read = plan.as_ref().and_then(|plan| Some((plan, plan.layout.as_ref()?)));
        let Some((plan, layout)) = read else { return Err(problems.into_vec()) };
        let mut left_out = Identifiers::read(plan, layout).left_out;
        match package.survey.about().provenance {
            Provenance::Confidential => {}
            Provenance::Synthetic | Provenance::Public => {
                left_out.retain(|left_out| !left_out.is_id);
                let Some(texts) = descriptions(plan, &mut problems) else {
                    return Err(problems.into_vec());
                };
                let declared = Declared::of(&texts, &package.survey, layout);
                left_out.retain(|left_out| !declared.says(&left_out.value));
            }
        }
        Self::new(left_out)
    }

    fn new(mut left_out: Vec<LeftOutCell>) -> Result<Self, Vec<Problem>> {
        left_out.retain(|left_out| is_rare(&folded(&left_out.value)));
        let folded: Vec<String> = left_out.iter().map(|left_out| folded(&left_out.value)).collect();
        let searcher = AhoCorasick::new(&folded).map_err(|error| {
            let what = format!("too much is left out to be looked for ({error})");
            vec![Problem::new(DESCRIPTOR, what, "Delete what is not needed from the package.")]
        })?;
        Ok(Self { left_out, folded, searcher })
    }

    /// The same but for words that a program says, whatever the survey is.
    ///
    /// # Errors
    /// When what is left can’t be looked for.
    pub fn without_words_of<'a>(
        self,
        program: impl Iterator<Item = &'a [u8]>,
    ) -> Result<Self, Vec<Problem>> {
        let mut in_program: BTreeSet<usize> = BTreeSet::new();
        for file in program {
            in_program.extend(self.places(&String::from_utf8_lossy(file)));
        }
        in_program.retain(|&place| identifying_form(&self.left_out[place].value).is_none());
        let left = self.left_out.into_iter().enumerate();
        Self::new(
            left.filter(|(place, _)| !in_program.contains(place))
                .map(|(_, left_out)| left_out)
                .collect(),
        )
    }

    /// What of it stands in a file. In a packed survey all texts are looked through.
    pub fn find(&self, file: &[u8]) -> Vec<&LeftOutCell> {
        let mut places = match bundle::decode(file) {
            // Answers are bits in its bytes, and these spell any short word somewhere.
            Ok(bundle) => self.places(&texts(&bundle)),
            Err(_) => self.places(&String::from_utf8_lossy(file)),
        };
        places.sort_unstable();
        places.dedup();
        places.into_iter().map(|place| &self.left_out[place]).collect()
    }

    /// How many cells are looked for.
    pub fn size(&self) -> usize {
        self.left_out.len()
    }

    fn places(&self, text: &str) -> Vec<usize> {
        let text = folded(text);
        let found = self.searcher.find_overlapping_iter(&text);
        let counts = |found: &Match| {
            let word = &self.folded[found.pattern().as_usize()];
            !fold::needs_bounds(word) || fold::is_bounded(&text, found.range())
        };
        found.filter(counts).map(|found| found.pattern().as_usize()).collect()
    }
}

/// All texts of a packed survey.
fn texts(bundle: &Bundle) -> String {
    let SurveyParts { about, codebook, figures, findings, recommendations, draws } =
        bundle.survey.parts();
    let named = draws.iter().map(|draw| (&draw.id, &draw.label, draw.records().map(Records::ids)));
    let named: Vec<_> = named.collect();
    format!("{about:?} {codebook:?} {figures:?} {findings:?} {recommendations:?} {named:?}")
}

/// What a public or synthetic package says openly.
struct Declared {
    /// Answers as they stand in cells and as readers see them.
    answers: Vec<String>,
    /// All else that it says of itself.
    texts: Vec<String>,
    ids: BTreeSet<String>,
}

impl Declared {
    fn of(files: &Publication, survey: &Survey, layout: &Layout) -> Self {
        let labels = survey.codebook().questions().iter().flat_map(|question| &question.options);
        let mut answers: Vec<String> = labels.map(|option| folded(&option.label)).collect();
        let mut declare = |cells: &[String]| answers.extend(cells.iter().map(|cell| folded(cell)));
        declare(&layout.missing);
        for cells in &layout.questions {
            match cells {
                Cells::Choice { values, .. } => declare(values),
                Cells::Ticks { columns, .. } => {
                    for tick in columns {
                        declare(&tick.yes);
                        declare(&tick.no);
                    }
                }
            }
        }
        let texts = files.values().map(|text| folded(text));
        let records = survey.draws().iter().filter_map(|draw| draw.records());
        let ids = records.flat_map(Records::ids).map(|id| folded(id)).collect();
        Self { answers, texts: texts.collect(), ids }
    }

    /// Whether a cell that is left out says no more than this does.
    fn says(&self, value: &str) -> bool {
        let value_folded = folded(value);
        if self.ids.contains(&value_folded) {
            return true;
        }
        let says = |texts: &[String]| texts.iter().any(|text| text.contains(&value_folded));
        identifying_form(value).is_none()
            && (says(&self.answers) || (!value_folded.contains(' ') && says(&self.texts)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn search(values: &[&str]) -> LeftOutSearch {
        let left_out = |value: &&str| LeftOutCell {
            column: "remark".to_owned(),
            value: (*value).to_owned(),
            is_id: false,
        };
        LeftOutSearch::new(values.iter().map(left_out).collect()).unwrap()
    }

    fn found<'a>(search: &'a LeftOutSearch, file: &str) -> Vec<&'a str> {
        search.find(file.as_bytes()).into_iter().map(|left_out| left_out.value.as_str()).collect()
    }

    #[test]
    fn cells_are_found_however_a_file_writes_them() {
        let values =
            ["jo@team.example", "O’Brien & Söhne", "says \"hm\",\ntwice", "ab12", "4829135"];
        let search = search(&values);
        for (file, expected) in [
            ("<p>JO@TEAM.EXAMPLE</p>", &values[..1]),
            ("xjo@team.examplex", &values[..1]),
            ("O&#x2019;Brien &amp; S\u{f6}hne", &values[1..2]),
            ("o’brien &#38; S\\u00f6hne", &values[1..2]),
            ("\"says \"\"hm\"\",\ntwice\"", &values[2..3]),
            (r#"{"remark":"says \"hm\",\ntwice"}"#, &values[2..3]),
            ("id=\"ab12\"", &values[3..4]),
            ("sha256-00ab12ff", &[]),
            ("4829135", &values[4..]),
            ("104829135", &[]),
            ("", &[]),
        ] {
            assert_eq!(found(&search, file), expected, "{file}");
        }
        assert_eq!(super::tests::search(&["......", "- - -", "12"]).size(), 0);
    }

    #[test]
    fn what_a_program_says_is_no_ones_own_unless_it_has_the_form_of_it() {
        let program: [&[u8]; 1] = [b"let x = 'brownies'; // jo@team.example"];
        let search = search(&["brownies", "jo@team.example", "twice a year"]);
        let search = search.without_words_of(program.into_iter()).unwrap();
        assert_eq!(
            found(&search, "brownies jo@team.example twice a year"),
            ["jo@team.example", "twice a year"]
        );
    }
}
