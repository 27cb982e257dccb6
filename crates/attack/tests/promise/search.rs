//! Draws surveys, releases them by some rules, has them judged, and counts.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::ops::Range;

use disclosure::Rule;

use crate::draw::draw;
use crate::features::features;
use crate::judge::judge;
use crate::release::release;

/// What a search found.
#[derive(Debug, Default)]
pub(crate) struct Found {
    pub(crate) drawn: usize,
    /// Surveys of which something came out.
    pub(crate) passed: usize,
    pub(crate) releases: usize,
    /// Tables of questions alone, and by groupings.
    pub(crate) tables: [usize; 2],
    /// What surveys had: of all drawn, and of those that passed.
    pub(crate) features: BTreeMap<&'static str, [usize; 2]>,
    pub(crate) looked_at: usize,
    pub(crate) solved: usize,
    pub(crate) undecided: Vec<String>,
    /// By kind, the surveys that gave a small count away: a seed and what.
    pub(crate) slips: BTreeMap<&'static str, Vec<(u64, String)>>,
}

pub(crate) fn search(seeds: Range<u64>, rules: &[Rule]) -> Found {
    let threads = std::thread::available_parallelism().map_or(1, |many| many.get() as u64);
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads)
            .map(|thread| {
                let seeds = seeds.clone().filter(move |seed| seed % threads == thread);
                scope.spawn(move || {
                    let folder = tempfile::tempdir().unwrap();
                    let mut found = Found::default();
                    seeds.for_each(|seed| found.look(seed, rules, folder.path()));
                    found
                })
            })
            .collect();
        let found = workers.into_iter().map(|worker| worker.join().unwrap());
        found.fold(Found::default(), Found::and)
    })
}

/// Says which survey it was when something panics.
struct Named(u64);

impl Drop for Named {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("that was the survey of seed {}", self.0);
        }
    }
}

impl Found {
    fn look(&mut self, seed: u64, rules: &[Rule], folder: &std::path::Path) {
        let _named = Named(seed);
        let survey = draw(seed);
        let outs = release(&survey, rules, folder);
        self.drawn += 1;
        let passed = !outs.is_empty();
        for feature in features(&survey) {
            let [drawn, of_passed] = self.features.entry(feature).or_default();
            *drawn += 1;
            *of_passed += usize::from(passed);
        }
        if !passed {
            return;
        }
        self.passed += 1;
        self.releases += outs.len();
        for out in &outs {
            self.tables[0] += out.cube.totals().len();
            self.tables[1] += out.cube.crossed().len();
        }
        let verdict = judge(&survey, &outs);
        self.looked_at += verdict.looked_at;
        self.solved += verdict.solved;
        self.undecided
            .extend(verdict.undecided.into_iter().map(|why| format!("seed {seed}: {why}")));
        let mut kinds = BTreeSet::new();
        for slip in verdict.pinned {
            if kinds.insert(slip.kind) {
                self.slips.entry(slip.kind).or_default().push((seed, slip.what));
            }
        }
    }

    pub(crate) fn and(mut self, more: Self) -> Self {
        self.drawn += more.drawn;
        self.passed += more.passed;
        self.releases += more.releases;
        self.tables[0] += more.tables[0];
        self.tables[1] += more.tables[1];
        self.looked_at += more.looked_at;
        self.solved += more.solved;
        self.undecided.extend(more.undecided);
        for (feature, [drawn, passed]) in more.features {
            let counts = self.features.entry(feature).or_default();
            *counts = [counts[0] + drawn, counts[1] + passed];
        }
        for (kind, slips) in more.slips {
            let all = self.slips.entry(kind).or_default();
            all.extend(slips);
            all.sort_unstable();
        }
        self
    }

    /// The surveys that gave something away.
    pub(crate) fn slipped(&self) -> BTreeSet<u64> {
        self.slips.values().flatten().map(|(seed, _)| *seed).collect()
    }

    /// How many did, by what it was.
    pub(crate) fn kinds(&self) -> String {
        let kinds = self.slips.iter().map(|(kind, slips)| format!("{kind} {}", slips.len()));
        format!("{} ({})", self.slipped().len(), kinds.collect::<Vec<_>>().join(", "))
    }
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { drawn, passed, releases, tables: [alone, crossed], looked_at, solved, .. } =
            self;
        writeln!(
            f,
            "{drawn} surveys drawn; of {passed} came {releases} releases with {alone} questions and {crossed} tables by groupings"
        )?;
        for (feature, [drawn, passed]) in &self.features {
            writeln!(f, "  {feature}: {drawn} drawn, {passed} passed")?;
        }
        writeln!(
            f,
            "{looked_at} small counts looked at, {solved} by integer programs; given away: {}",
            self.kinds()
        )?;
        for (kind, slips) in &self.slips {
            let (seed, what) = &slips[0];
            writeln!(f, "  {kind}, as of seed {seed}: {what}")?;
        }
        Ok(())
    }
}
