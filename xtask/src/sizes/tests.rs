use std::collections::BTreeSet;

use super::*;

fn of(over: Over, parts: &[(Part, u64)]) -> Weights {
    let weight = |&(part, sent): &(Part, u64)| Weight { part, plain: 3 * sent, sent };
    Weights { parts: parts.iter().map(weight).collect(), over }
}

fn weights(program: u64, charts: u64) -> Weights {
    of(Over::Bundled, &[(Part::Program, program), (Part::Charts, charts)])
}

/// Readable, first text, that of Explore, first view, the largest later part, embed script, taking away.
fn sums(weights: &Weights) -> [u64; 7] {
    weights.held().map(|(_, weight)| weight)
}

#[test]
fn a_goal_that_is_missed_is_said() {
    assert!(weights(FIRST_TEXT.goal + 600, 0).to_string().contains("missed its goal by 0.6 KB"));
    assert!(!weights(FIRST_TEXT.goal, 0).to_string().contains("missed"));
}

#[test]
fn files_are_known_by_their_names() {
    assert_eq!(Part::of("findings-explorer-0123456789abcdef.wasm"), Some(Part::Program));
    let later = |name| Part::of(name).map(Part::name).unwrap_or_default();
    assert_eq!(later("part-explore-0123456789abcdef.wasm"), "Explore");
    assert_eq!(later("part-about_charts-0123456789abcdef.wasm"), "About + charts’ options");
    assert_eq!(Part::of("findings-explorer-0123456789abcdef.js"), Some(Part::Glue));
    assert_eq!(later("part-explore_takeaway-0123456789abcdef.wasm"), "Explore + taking away");
    assert_eq!(Part::of("takeaway-0123456789abcdef.js"), Some(Part::TakeawayScript));
    assert_eq!(Part::of("boot-0123456789abcdef.js"), Some(Part::Boot));
    assert_eq!(Part::of("tic-2022-0123456789abcdef.survey"), Some(Part::Survey));
    assert_eq!(Part::of("boot-0123456789abcdef.js.br"), None);
}

#[test]
fn charts_count_for_the_view_and_not_for_the_text() {
    let weights = weights(100_000, 150_000);
    assert_eq!(sums(&weights), [0, 100_000, 100_000, 250_000, 0, 0, 0]);
    assert!(weights.check().is_ok());
}

#[test]
fn a_later_part_counts_where_it_is_needed() {
    let file = |name, sent| (Part::of(&format!("part-{name}-00.wasm")).unwrap(), sent);
    let parts = [
        (Part::Program, 100_000),
        file("explore", 20_000),
        file("compare_explore", 4_000),
        file("compare", 15_000),
        file("charts", 10_000),
    ];
    let weights = of(Over::Bundled, &parts);
    assert_eq!(sums(&weights), [0, 100_000, 124_000, 110_000, 24_000, 0, 0]);
    let heavy = of(Over::Bundled, &[file("about", 30_000), file("about_compare", 8_001)]);
    assert!(heavy.check().unwrap_err().to_string().contains("largest later part"));
    // One that nobody has told this module of is forgotten by no budget.
    assert_eq!(sums(&of(Over::Bundled, &[file("new", 1)]))[..5], [0, 0, 1, 1, 1]);
}

#[test]
fn the_script_for_other_sites_has_a_limit_of_its_own() {
    let embed = |sent| of(Over::Bundled, &[(Part::Embed, sent)]);
    assert_eq!(Part::of("embed.js"), Some(Part::Embed));
    assert_eq!(sums(&embed(3_000)), [0, 0, 0, 0, 0, 3_000, 0]);
    assert!(embed(3_000).check().is_ok());
    assert!(embed(3_001).check().unwrap_err().to_string().contains("script of embeds"));
}

#[test]
fn what_is_taken_away_counts_for_itself() {
    let file = |name, sent| (Part::of(&format!("part-{name}-00.wasm")).unwrap(), sent);
    let program = file("takeaway", TAKING_AWAY.limit);
    let weights = of(Over::Bundled, &[program, (Part::TakeawayScript, 1)]);
    assert_eq!(sums(&weights), [0, 0, 0, 0, 0, 0, TAKING_AWAY.limit + 1]);
    assert!(weights.check().unwrap_err().to_string().contains("taking away"));
    // What it shares with a screen counts for both; what the charts need is there by then.
    let shared = of(Over::Bundled, &[file("explore_takeaway", 2), file("charts_takeaway", 4)]);
    assert_eq!(sums(&shared), [0, 0, 2, 4, 4, 0, 2]);
}

#[test]
fn another_survey_is_told_and_not_limited_and_the_program_under_it_is() {
    let own = [(Part::Page, 2_000_000), (Part::Survey, 3_000_000), (Part::Rest, 500_000)];
    let site = |over, program| {
        let parts = own.into_iter().chain([(Part::Program, program), (Part::Charts, 1)]);
        of(over, &parts.collect::<Vec<_>>())
    };
    assert!(site(Over::Bundled, 1).check().is_err());
    let another = site(Over::Another, FIRST_TEXT.limit);
    assert!(another.check().is_ok());
    assert_eq!(sums(&another)[3], FIRST_TEXT.limit + 1);
    assert!(another.to_string().contains("the survey’s own: 5500.0 KB"), "{another}");
    let error = site(Over::Another, FIRST_TEXT.limit + 1).check().unwrap_err();
    assert!(error.to_string().contains("first text"), "{error}");
}

#[test]
fn a_limit_that_is_exceeded_is_named_with_the_excess() {
    let text = weights(FIRST_TEXT.limit + 10_000, 0).check().unwrap_err().to_string();
    let weight = kilobytes(FIRST_TEXT.limit + 10_000);
    assert_eq!(text, format!("the first text weighs {weight} KB, 10.0 KB more than its limit"));
    let charts = FIRST_VIEW.limit - 99_999;
    assert!(weights(100_000, charts).check().unwrap_err().to_string().contains("first view"));
    assert!(weights(100_000, charts - 1).check().is_ok());
}

#[test]
fn sizes_are_rounded_to_tenths_of_a_thousand() {
    assert_eq!(kilobytes(1_049), "1.0");
    assert_eq!(kilobytes(1_050), "1.1");
}

/// The names of the program's parts, as the sources cut it.
fn parts_in_sources() -> BTreeSet<String> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src");
    let mut folders = vec![source];
    let mut names = BTreeSet::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = fs::read_to_string(path).unwrap();
            let cuts = text.split("in_part! {").skip(1);
            names.extend(
                cuts.filter_map(|cut| cut.trim_start().split('"').nth(1)).map(str::to_owned),
            );
        }
    }
    names
}

#[test]
fn every_part_of_the_program_counts_for_what_needs_it() {
    let known = Needs::NAMES.iter().map(|(_, name, _)| (*name).to_owned());
    assert_eq!(known.collect::<BTreeSet<_>>(), parts_in_sources());
}
