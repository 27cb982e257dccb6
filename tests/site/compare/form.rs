//! The form as a reader uses it, and its results as the library counts them.

use explorer::fragment;
use std::{ops::Deref, path::Path};

use anyhow::{Context, Result, ensure};
use site_tests::{Look, Site};
use survey::{Filter, Source};

use crate::explorer::Explorer;

pub(super) struct Form(Explorer);

impl Deref for Form {
    type Target = Explorer;

    fn deref(&self) -> &Explorer {
        &self.0
    }
}

impl Form {
    pub(super) async fn open(site: &Site, look: &Look) -> Result<Self> {
        Ok(Self(Explorer::open(site, look, fragment!("compare")).await?))
    }

    /// Clicks on answers, each as `QUESTION-POSITION`.
    pub(super) async fn answer(&self, answers: &[&str]) -> Result<()> {
        for answer in answers {
            self.click(&format!("label[for='own-{answer}']")).await?;
            let chosen = format!("document.getElementById('own-{answer}').checked");
            self.wait_for_script(&chosen, &[]).await?;
        }
        Ok(())
    }

    /// Waits until nothing is left for the page to load.
    pub(super) async fn wait_for_charts_library(&self) -> Result<()> {
        let charts = "performance.getEntriesByType('resource').some(e => \
                      e.name.includes('charts') && e.responseEnd > 0)";
        self.wait_for_script(charts, &[]).await.map(drop)
    }

    /// Chooses a file as if from the dialogue.
    pub(super) async fn choose_file(&self, css: &str, file: &Path) -> Result<()> {
        let file = file.to_str().context("a name in Unicode")?;
        Ok(self.wait_for(css).await?.send_keys(file).await?)
    }

    /// The rows and the dots of a question with several answers are what the library counts.
    pub(super) async fn expect_results(
        &self,
        filter: &Filter,
        question: &str,
        own: &[usize],
    ) -> Result<()> {
        let survey = &self.bundle.survey;
        let ix = survey.codebook().find(question).context("no such question")?;
        let records = survey.draws()[0].records().context("no records")?;
        let tally = records.answer(filter).tallies[ix.position()].clone()?;
        let rows = self.texts(".beside__row").await?;
        for (option, asked) in survey.codebook().question(ix).options.iter().enumerate() {
            let row = rows.iter().find(|row| row.starts_with(&asked.label));
            let row = row.with_context(|| format!("no row says {:?}", asked.label))?;
            let count = format!("{} of {}", tally.counts[option], tally.answered);
            ensure!(row.contains(&count), "{count:?} is not in {row:?}");
            let yes = if own.contains(&option) { "yes" } else { "no" };
            ensure!(row.ends_with(yes), "wrong about the reader: {row:?}");
        }
        let spread = records.spread(filter, ix);
        let dots = "figure.spread:first-of-type circle.spread__peer";
        let drawn = self.texts(dots).await?.len();
        ensure!(drawn == spread.iter().sum::<u32>() as usize, "{drawn} dots");
        let table = self.texts("figure.spread:first-of-type tbody td").await?;
        let counted: Vec<String> = spread.iter().map(ToString::to_string).collect();
        ensure!(table == counted, "the table has {table:?}, not {counted:?}");
        Ok(())
    }
}
