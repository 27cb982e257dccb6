//! Links come back as they were; what is not one of ours leads somewhere safe.

use proptest::prelude::*;
use survey::{Against, Clause, Filter, Matching, Pick};

use super::*;
use crate::state::{Place, Receipt, Scale, Screen, Uncertainty};
use crate::test_survey::{
    activities, authority_type, definition, ix, protected_survey, tiny_survey,
};

/// A place with everything in it that an address can hold at once; what stands beside a second
/// selection is in [`beside_a_second_selection`].
fn everything() -> Place {
    let mut filter = Filter::default();
    filter.toggle(definition(), Pick::Option(0));
    filter.set(activities(), Clause::new(Matching::All, [Pick::Group(1), Pick::Option(0)]));
    filter.toggle_respondent(0);
    filter.toggle_respondent(2);
    Place {
        screen: Screen::Explore,
        draw: 1,
        filter,
        against: None,
        by: Some(authority_type()),
        scale: Scale::Percentage,
        uncertainty: Uncertainty::Interval,
        figure: Some(activities()),
        receipt: Some(Receipt { data: 0x0123_4567_89ab_cdef, figure: Some(0xff) }),
    }
}

/// The same, compared with others than those whom the first selection is of.
fn beside_a_second_selection() -> Place {
    let mut second = Filter::default();
    second.set(activities(), Clause::new(Matching::All, [Pick::Group(1), Pick::Option(0)]));
    second.toggle_respondent(1);
    Place {
        against: Some(Against::Filter(second)),
        by: None,
        uncertainty: Uncertainty::Bounds,
        ..everything()
    }
}

#[test]
fn a_link_is_readable_and_comes_back() {
    let survey = tiny_survey();
    let place = everything();
    let link = write(&place, &survey);
    assert_eq!(
        link,
        "#/1/explore?in.definition=clear&in.activities=all:@services,training\
         &in=Team%2001,Team%2003&by=type&show=percentages&uncertain=interval&draw=b&figure=activities\
         &receipt=0123456789abcdef.000000ff"
    );
    assert_eq!(read(&link, &survey), (place, false));
    assert_eq!(write(&Place::default(), &survey), "#/1/findings");
}

#[test]
fn a_link_to_two_selections_is_readable_and_comes_back() {
    let survey = tiny_survey();
    let mut filter = Filter::default();
    filter.toggle(definition(), Pick::Option(0));
    let mut second = Filter::default();
    second.set(activities(), Clause::new(Matching::All, [Pick::Group(1), Pick::Option(0)]));
    second.toggle_respondent(1);
    let cases = [
        (Against::Others, "vs=others"),
        (Against::Everybody, "vs=everybody"),
        (Against::Filter(Filter::default()), "vs=own"),
        (Against::Filter(second), "vs=own&b.activities=all:@services,training&b=Team%2002&draw=b"),
    ];
    for (against, part) in cases {
        let place = Place {
            screen: Screen::Explore,
            draw: usize::from(part.contains("draw")),
            filter: filter.clone(),
            against: Some(against),
            ..Place::default()
        };
        let link = write(&place, &survey);
        assert_eq!(link, format!("#/1/explore?in.definition=clear&{part}"));
        assert_eq!(read(&link, &survey), (place, false));
    }
}

#[test]
fn what_is_not_understood_is_left_out_and_the_rest_kept() {
    let explore = |place: Place| Place { screen: Screen::Explore, ..place };
    let clear = || {
        let mut filter = Filter::default();
        filter.toggle(definition(), Pick::Option(0));
        explore(Place { filter, ..Place::default() })
    };
    let empty = || explore(Place::default());
    let against = |against| explore(Place { against: Some(against), ..Place::default() });
    let own = || against(Against::Filter(Filter::default()));
    let bounds = || explore(Place { uncertainty: Uncertainty::Bounds, ..Place::default() });
    let figure = || explore(Place { figure: Some(activities()), ..Place::default() });
    let cases: Vec<(String, Place, bool)> = vec![
        // None of ours, and nothing wrong.
        (String::new(), Place::default(), false),
        ("#".into(), Place::default(), false),
        ("#main".into(), Place::default(), false),
        ("#/1/explore".into(), empty(), false),
        ("#/1/explore?".into(), empty(), false),
        ("#/1/explore?show=counts".into(), empty(), false),
        // What readers answer for themselves stands in no address.
        (
            "#/1/compare?in.definition=clear&by=type&draw=b".into(),
            Place { screen: Screen::Compare, draw: 1, ..Place::default() },
            true,
        ),
        // Screens and versions that are not there.
        ("#/".into(), Place::default(), true),
        ("#/1".into(), Place::default(), true),
        ("#/1/".into(), Place::default(), true),
        ("#/1/admin".into(), Place::default(), true),
        ("#/2/explore?in.definition=clear".into(), Place::default(), true),
        ("#/explore".into(), Place::default(), true),
        ("#/1/explore/../about".into(), Place::default(), true),
        // Unknown parts.
        ("#/1/explore?in.definition=clear&colour=red".into(), clear(), true),
        ("#/1/explore?in.definition=clear,unheard".into(), clear(), true),
        ("#/1/explore?in.definition=unheard".into(), empty(), true),
        ("#/1/explore?in.definition=".into(), empty(), true),
        ("#/1/explore?in.definition".into(), empty(), true),
        ("#/1/explore?in.nothing=clear".into(), empty(), true),
        ("#/1/explore?in.=clear".into(), empty(), true),
        ("#/1/explore?in.definition=@services".into(), empty(), true),
        ("#/1/explore?by=unheard".into(), empty(), true),
        ("#/1/explore?by=activities".into(), empty(), true),
        ("#/1/explore?show=pies".into(), empty(), true),
        ("#/1/explore?uncertain=none".into(), empty(), false),
        ("#/1/explore?uncertain=bounds".into(), bounds(), false),
        ("#/1/explore?uncertain=bounds&uncertain=interval".into(), bounds(), true),
        ("#/1/explore?uncertain=significant".into(), empty(), true),
        ("#/1/explore?uncertain=Interval".into(), empty(), true),
        ("#/1/explore?uncertain=".into(), empty(), true),
        ("#/1/explore?uncertain".into(), empty(), true),
        ("#/1/explore?draw=z".into(), empty(), true),
        ("#/1/explore?figure=z".into(), empty(), true),
        // Receipts of nothing, and what is none.
        ("#/1/explore?receipt=0123456789abcdef.000000ff".into(), empty(), true),
        ("#/1/explore?figure=z&receipt=0123456789abcdef.000000ff".into(), empty(), true),
        ("#/1/explore?figure=activities&receipt=1.2".into(), figure(), true),
        ("#/1/explore?in=Team%2099".into(), empty(), true),
        ("#/1/explore?in=".into(), empty(), true),
        // Comparisons with nobody that is known, and parts of one that is not asked for.
        ("#/1/explore?vs=nobody".into(), empty(), true),
        ("#/1/explore?vs=".into(), empty(), true),
        ("#/1/explore?b.definition=clear".into(), empty(), true),
        ("#/1/explore?b=Team%2001".into(), empty(), true),
        ("#/1/explore?vs=others&b.definition=clear".into(), against(Against::Others), true),
        ("#/1/explore?vs=own&b.definition=unheard".into(), own(), true),
        ("#/1/explore?vs=own&b.nothing=clear&b.=x&b=".into(), own(), true),
        ("#/1/explore?vs=own&b=Team%2099".into(), own(), true),
        ("#/1/explore?vs=own&c.definition=clear".into(), own(), true),
        ("#/1/explore?vs=everybody&vs=others".into(), against(Against::Everybody), true),
        ("#/1/explore?by=type&vs=others".into(), against(Against::Others), true),
        // Doubled and contradictory parts: the first counts.
        ("#/1/explore?in.definition=clear&in.definition=none".into(), clear(), true),
        ("#/1/explore?in.definition=clear,clear".into(), clear(), true),
        // A single choice can't have all of several answers.
        ("#/1/explore?in.definition=all:clear,none".into(), empty(), true),
        // Broken, hostile and oversized.
        ("#/1/explore?in=%FF%FE".into(), empty(), true),
        ("#/1/explore?in=%".into(), empty(), true),
        ("#/1/explore?draw=<script>alert(1)</script>".into(), empty(), true),
        ("#/1/explore?in.definition=clear&%00=%00".into(), clear(), true),
        (
            format!("#/1/explore?in.definition=clear&x={}", "a".repeat(9_000)),
            Place::default(),
            true,
        ),
        (format!("#/1/explore?{}", "in.definition=clear&".repeat(100)), clear(), true),
    ];
    let survey = tiny_survey();
    for (link, place, in_doubt) in cases {
        assert_eq!(read(&link, &survey), (place, in_doubt), "{link}");
    }
}

proptest! {
    #[test]
    fn no_fragment_panics(text in "\\PC*") {
        let survey = tiny_survey();
        let queries = ["", "in=", "vs=own&b="];
        let starts = VERSIONS.iter().flat_map(|version| {
            queries.map(|query| format!("#/{}/explore?{query}", version.number))
        });
        for start in starts.chain([String::new()]) {
            let link = start + &text;
            let (place, _) = read(&link, &survey);
            // Whatever was understood can be linked to and comes back.
            prop_assert_eq!(read(&write(&place, &survey), &survey), (place, false));
        }
    }
}

#[test]
fn what_protected_answers_do_not_tell_is_left_out_like_anything_else() {
    let survey = protected_survey();
    let place =
        |filter: Filter, by| Place { screen: Screen::Explore, filter, by, ..Place::default() };
    let everybody = || place(Filter::default(), None);
    let county = || {
        let mut filter = Filter::default();
        filter.toggle(authority_type(), Pick::Option(0));
        place(filter, None)
    };
    let beside = |second| Place { against: Some(Against::Filter(second)), ..everybody() };
    let mut uses = Filter::default();
    uses.toggle(ix("uses"), Pick::Option(0));
    let cases = [
        ("#/1/explore?in.type=county", county(), false),
        ("#/1/explore?by=type", place(Filter::default(), Some(authority_type())), false),
        // No tables by it; withheld; never declared as a grouping; nobody of that name: the same.
        ("#/1/explore?in.definition=clear", everybody(), true),
        ("#/1/explore?in.activities=training", everybody(), true),
        ("#/1/explore?in.activities=@services", everybody(), true),
        ("#/1/explore?by=definition", everybody(), true),
        ("#/1/explore?in=Team%2001", everybody(), true),
        ("#/1/explore?in.unheard=clear", everybody(), true),
        // A tracker: one selection less another.
        ("#/1/explore?in.type=county&in.definition=clear", county(), true),
        ("#/1/explore?in.type=county&in=Team%2001", county(), true),
        ("#/1/explore?in.type=county&by=uses", county(), true),
        ("#/1/explore?in.type=county&by=type", county(), true),
        ("#/1/explore?by=uses&by=type&in.type=county", county(), true),
        ("#/1/explore?in.type=county,county", county(), true),
        ("#/1/explore?in.type=county&in.type=unitary", county(), true),
        ("#/1/explore?in.type=all:county", everybody(), true),
        // Beside a second selection.
        ("#/1/explore?vs=own&b.type=county", beside(county().filter), false),
        ("#/1/explore?vs=own&b.definition=clear", beside(Filter::default()), true),
        ("#/1/explore?vs=own&b.uses=yes&b.type=county", beside(uses), true),
        ("#/1/explore?vs=own&b=Team%2001", beside(Filter::default()), true),
        ("#/1/explore?b.type=county", everybody(), true),
    ];
    for (link, place, in_doubt) in cases {
        assert_eq!(read(link, &survey), (place, in_doubt), "{link}");
    }
}

/// A version that never was: it calls the breakdown `split` and the screen for it `answers`.
fn second_version(name: &str, query: &str, survey: &survey::Survey) -> Option<Reading> {
    let name = if name == "answers" { "explore" } else { name };
    version_1::read(name, &query.replace("split=", "by="), survey)
}

#[test]
fn an_older_version_is_read_as_it_was_written_and_an_unknown_one_is_left_out() {
    let survey = tiny_survey();
    let versions = [
        Version { number: "2", read: second_version },
        Version { number: "1", read: version_1::read },
    ];
    let by_type = Place { screen: Screen::Explore, by: Some(authority_type()), ..Place::default() };
    let explore = Place { screen: Screen::Explore, ..Place::default() };
    let cases = [
        ("#/2/answers?split=type", by_type.clone(), false),
        ("#/1/explore?by=type", by_type, false),
        // What a version has is no part of the one before.
        ("#/1/explore?split=type", explore, true),
        ("#/1/answers", Place::default(), true),
        // A link from a later page than this one.
        ("#/3/answers?split=type", Place::default(), true),
        ("#/02/answers", Place::default(), true),
        ("#//answers", Place::default(), true),
    ];
    for (link, place, in_doubt) in cases {
        assert_eq!(read_by(&versions, link, &survey), (place, in_doubt), "{link}");
    }
}

#[test]
fn the_newest_version_is_the_one_that_is_written() {
    assert_eq!(START, format!("#/{}/", VERSIONS[0].number));
}

#[test]
fn attributes_of_embeds_stay_of_the_version_that_they_were_written_in() {
    assert_eq!(EMBED_START, "#/1/", "pages of other sites hold attributes of version 1");
    let survey = tiny_survey();
    for place in [everything(), beside_a_second_selection()] {
        // The dialogue of sharing and the frame make attributes of what is written. Where a later
        // version writes another query, they need one of version 1 beside it.
        let written = write(&place, &survey);
        let (name, query) = written[START.len()..].split_once('?').unwrap();
        assert_eq!(version_1::read(name, query, &survey), Some((place.clone(), false)));
        let fragment = format!("{EMBED_START}{name}?{query}");
        assert_eq!(read(&fragment, &survey), (place, false));
    }
}

#[test]
fn the_attribute_that_publishers_are_shown_is_of_version_1() {
    let guide = include_str!("../../../../../docs/embed.md");
    let row = guide.lines().find(|line| line.starts_with("| `filter` |")).unwrap();
    let (_, example) = row.split_once("`in.").unwrap();
    let (example, _) = example.split_once('`').unwrap();
    // The small survey's name for the same question.
    let query = format!("in.{example}").replace("authority_type", "type");
    let mut filter = Filter::default();
    filter.toggle(definition(), Pick::Option(0));
    let by = Some(authority_type());
    let place = Place { screen: Screen::Explore, filter, by, ..Place::default() };
    assert_eq!(version_1::read("explore", &query, &tiny_survey()), Some((place, false)), "{row}");
}
