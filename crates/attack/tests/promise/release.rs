//! The gate at work: every release of a survey that passes, from its packed bytes.

use std::path::Path;
use std::sync::Arc;

use disclosure::Rule;
use disclosure::history::Earlier;
use survey::{Cube, Form, bundle};
use survey_pack::package;
use survey_pack::release::release_by;

use crate::package::write;
use crate::survey::Survey;

/// What came out of a release.
pub(crate) struct Out {
    pub(crate) release: usize,
    pub(crate) cube: Arc<Cube>,
}

/// Releases one after the other, each with those before it that came out as its history.
pub(crate) fn release(survey: &Survey, rules: &[Rule], folder: &Path) -> Vec<Out> {
    let (mut outs, mut history): (Vec<Out>, Vec<Earlier>) = (Vec::new(), Vec::new());
    for release in 0..survey.releases.len() {
        let sums: Vec<String> =
            history.iter().map(|before| before.header.checksum_text()).collect();
        write(survey, release, &sums, folder);
        let package = package::open(folder)
            .unwrap_or_else(|problems| panic!("no package: {problems:?}\n{survey:?}"));
        let Ok(released) = release_by(&package, &history, rules) else { continue };
        // The same bytes again are no other release.
        let earlier = Earlier::read(&released.bytes).unwrap().unwrap();
        if sums.contains(&earlier.header.checksum_text()) {
            continue;
        }
        history.push(earlier);
        let survey = bundle::decode(&released.bytes).unwrap().survey;
        let Form::Cube(cube) = &survey.draws()[0].form else {
            panic!("confidential answers are a cube")
        };
        outs.push(Out { release, cube: Arc::clone(cube) });
    }
    outs
}
