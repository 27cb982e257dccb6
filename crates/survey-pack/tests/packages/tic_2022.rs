//! The bundled survey: its invented answers are made again, and give what was published.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use survey::{Bitmap, Filter, Kind, Standing, bundle};
use survey_pack::{pack, package, synthesise, tally};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/tic-2022")
}

#[test]
fn the_draws_are_made_again_byte_for_byte() {
    let invented = synthesise::synthesise(&folder()).unwrap();
    assert_eq!(invented.len(), 2);
    for table in invented {
        let kept = std::fs::read_to_string(folder().join(&table.file)).unwrap();
        assert_eq!(table.csv, kept, "{}", table.file);
    }
}

/// The counts of each answer in a table, by column, counted by reading it naively.
fn naive(file: &str) -> BTreeMap<(String, String), u32> {
    let mut reader = csv::Reader::from_path(folder().join(file)).unwrap();
    let headers = reader.headers().unwrap().clone();
    let mut counts = BTreeMap::new();
    for record in reader.records() {
        for (header, cell) in headers.iter().zip(&record.unwrap()) {
            *counts.entry((header.to_owned(), cell.to_owned())).or_default() += 1;
        }
    }
    counts
}

#[test]
fn councils_of_one_type_are_peers() {
    let survey = package::read(&folder()).unwrap();
    let packed = bundle::decode(&bundle::encode(&survey).unwrap()).unwrap().survey;
    for survey in [survey, packed] {
        let peers = survey.codebook().questions().iter().filter(|question| question.peers);
        let peers: Vec<&str> = peers.map(|question| question.id.as_str()).collect();
        assert_eq!(peers, ["authority_type"]);
    }
}

#[test]
fn a_packed_survey_gives_the_counts_of_its_tables() {
    let out = tempfile::tempdir().unwrap();
    let file = out.path().join("tic.bundle");
    let header = pack::pack(&folder(), &file, &pack::Options::default()).unwrap();
    let bundle = bundle::decode(&std::fs::read(&file).unwrap()).unwrap();
    assert_eq!(bundle.header, header);
    for (draw, file) in
        bundle.survey.draws().iter().zip(["answers-draw-1.csv", "answers-draw-2.csv"])
    {
        let counts = naive(file);
        let count = |column: &str, cell: &str| {
            counts.get(&(column.to_owned(), cell.to_owned())).copied().unwrap_or_default()
        };
        for (ix, question) in bundle.survey.codebook().iter() {
            let tally = draw.source().total(ix).unwrap();
            for (option, &counted) in question.options.iter().zip(&tally.counts) {
                let expected = match question.kind {
                    Kind::Single | Kind::Ordered => count(&question.id, &option.id),
                    Kind::Multiple => count(&format!("{}_{}", question.id, option.id), "yes"),
                };
                assert_eq!(counted, expected, "{} {}", question.id, option.id);
            }
            let blank = match question.kind {
                Kind::Single | Kind::Ordered => count(&question.id, ""),
                Kind::Multiple => count(&format!("{}_{}", question.id, question.options[0].id), ""),
            };
            assert_eq!(tally.answered, draw.source().respondents() - blank, "{}", question.id);
        }
    }
}

/// Read from the sources by hand: each number of the survey that is real, with the number that was
/// printed. Whatever is not here was made up.
#[test]
fn each_number_stands_as_its_source_has_it() {
    use Standing::{Published as Printed, WorkedOut as Worked};
    const REAL: [(&str, &str, [u32; 2], [Standing; 3]); 10] = [
        // “89% of teams”, Trowler.
        ("uses_tic", "yes", [51, 57], [Worked, Worked, Printed]),
        ("uses_tic", "no", [6, 57], [Worked, Worked, Worked]),
        // “only a fifth”, Molloy: words, no number.
        ("definition", "clear", [10, 51], [Worked, Worked, Worked]),
        // 96, 86, 53 and 37 per cent, and “a fifth”, PSW magazine.
        ("activities", "strengths", [49, 51], [Worked, Worked, Printed]),
        ("activities", "training", [44, 51], [Worked, Worked, Printed]),
        ("activities", "screening", [27, 51], [Worked, Worked, Printed]),
        ("activities", "referral", [19, 51], [Worked, Worked, Printed]),
        ("activities", "policies", [10, 51], [Worked, Worked, Worked]),
        // “in only two instances”, press release: a count.
        ("treatment", "yes", [2, 51], [Printed, Worked, Worked]),
        ("treatment", "no", [49, 51], [Worked, Worked, Worked]),
    ];
    let survey = package::read(&folder()).unwrap();
    let mut found = 0;
    for (ix, question) in survey.codebook().iter() {
        for (position, option) in question.options.iter().enumerate() {
            let share = survey.standing(&Filter::default(), ix, position);
            let standing = [share.count, share.base, share.percentage];
            let real = REAL.iter().find(|real| (real.0, real.1) == (&*question.id, &*option.id));
            let Some((.., numbers, expected)) = real else {
                assert_eq!(standing, [Standing::Invented; 3], "{} {}", question.id, option.id);
                continue;
            };
            found += 1;
            assert_eq!(standing, *expected, "{} {}", question.id, option.id);
            for draw in survey.draws() {
                let tally = draw.source().total(ix).unwrap();
                assert_eq!([tally.counts[position], tally.answered], *numbers, "{}", option.id);
            }
        }
    }
    assert_eq!(found, REAL.len());
}

#[test]
fn published_figures_stay_put_and_invented_ones_move() {
    let survey = package::read(&folder()).unwrap();
    let [first, second] = survey.draws() else { panic!("there are two draws") };
    let published: Vec<_> = survey.figures().iter().filter_map(|figure| figure.about).collect();
    assert_eq!(published.len(), 8);
    let mut moved = 0;
    for (ix, question) in survey.codebook().iter() {
        let (one, other) = (first.source().total(ix).unwrap(), second.source().total(ix).unwrap());
        for option in 0..question.options.len() {
            if published.contains(&(ix, option)) {
                assert_eq!(one.counts[option], other.counts[option], "{}", question.id);
            } else if one.counts[option] != other.counts[option] {
                moved += 1;
            }
        }
    }
    assert!(moved >= 10, "only {moved} invented counts differ between the draws");
}

#[test]
fn both_treated_teams_refer_and_names_tell_nothing() {
    let survey = package::read(&folder()).unwrap();
    let find = |id: &str| survey.codebook().find(id).unwrap();
    for draw in survey.draws() {
        let option = |question: &str, option: &str| {
            let position = survey.codebook().question(find(question)).option(option).unwrap();
            draw.records().unwrap().answers(find(question)).options()[position].clone()
        };
        let outside = option("treatment", "yes").first_outside(&option("activities", "referral"));
        assert_eq!(outside, None);
        let early: Bitmap = (0..58).map(|row| row < 29).collect();
        let london = option("authority_type", "london");
        assert!(london.count_and(&early) > 0 && london.count_and(&early) < london.count());
        assert_eq!(draw.records().unwrap().ids()[6], "Synthetic team 07");
    }
}

#[test]
fn every_option_has_words_for_a_sentence() {
    let survey = package::read(&folder()).unwrap();
    for question in survey.codebook().questions() {
        for option in &question.options {
            assert!(option.says.is_some(), "{} {}", question.id, option.id);
        }
    }
    let texts = survey.findings().iter().flat_map(|finding| [&finding.headline, &finding.text]);
    for text in texts.chain(survey.recommendations().iter().map(|r| &r.text)) {
        assert!(!text.contains(|c: char| c.is_ascii_digit()), "figures come from the data: {text}");
    }
}

#[test]
fn bounds_are_said_of_everybody_and_intervals_of_any_large_base() {
    let survey = package::read(&folder()).unwrap();
    let bundle = bundle::decode(&bundle::encode(&survey).unwrap()).unwrap();
    let counted = |question: &str, selections: &[&str], by: Option<&str>| {
        let request = tally::Request {
            question: question.into(),
            selections: selections.iter().map(|&words| words.into()).collect(),
            by: by.map(Into::into),
            ..tally::Request::default()
        };
        tally::count(&bundle, &request).unwrap()
    };
    let json = |report: &tally::Report| serde_json::to_value(report).unwrap();
    let near = |value: &serde_json::Value, expected: f64| {
        (value.as_f64().unwrap() - expected).abs() < 1e-6
    };

    let everybody = counted("uses_tic", &[], None);
    let yes = &json(&everybody)["options"][0];
    assert_eq!(yes["bounds"]["low"], serde_json::json!({"count": 51, "base": 149, "percent": 34}));
    assert_eq!(
        yes["bounds"]["high"],
        serde_json::json!({"count": 143, "base": 149, "percent": 96})
    );
    assert!(near(&yes["interval"]["low"], 0.815_312) && near(&yes["interval"]["high"], 0.942_417));
    assert_eq!(json(&everybody)["invited"], 149);
    let page = tally::describe(&everybody);
    assert!(page.contains("51 of 57 (89%) [82% to 94%, 34% to 96%]"), "{page}");
    assert!(page.contains("random sample of the 149 invited, then bounds"), "{page}");

    // Put only to those who use it: how many of the others would have been asked is not known.
    let routed = json(&counted("activities", &[], None));
    let published =
        routed["options"].as_array().unwrap().iter().find(|o| o["count"] == 19).unwrap();
    assert!(published.get("bounds").is_none() && routed.get("invited").is_none());
    assert!(near(&published["interval"]["low"], 0.253_205));
    assert!(near(&published["interval"]["high"], 0.509_748));

    // Of a selection or a part nobody knows how many of the others belong to it.
    let selected = json(&counted("uses_tic", &["uses_tic=yes"], None));
    assert!(selected["options"][0].get("bounds").is_none());
    assert!(selected["options"][0]["interval"]["high"] == 1.0);
    let parts = json(&counted("uses_tic", &[], Some("authority_type")));
    for part in parts["by"]["parts"].as_array().unwrap() {
        let large = part["answered"].as_u64().unwrap() >= 20;
        for option in part["options"].as_array().unwrap() {
            assert!(option.get("bounds").is_none());
            assert_eq!(option.get("interval").is_some(), large, "{part}");
        }
    }
}
