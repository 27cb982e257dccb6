//! All attacks, by the rule that stops them.

use disclosure::history::Earlier;

use super::questionnaires::*;
use super::surveys::*;
use crate::small::Package;

pub(super) struct Attack {
    /// The rule that stops it.
    pub(super) rule: &'static str,
    /// What it is.
    pub(super) what: &'static str,
    /// A survey that gives somebody away, with earlier releases.
    pub(super) survey: fn() -> (Package, Vec<Earlier>),
    /// The table that it needs; none where the release itself is the fault.
    pub(super) needs: Option<(&'static str, &'static str)>,
}

pub(super) const ATTACKS: [Attack; 31] = [
    Attack { rule: "columns", what: "a column of dates", survey: dates, needs: None },
    Attack {
        rule: "columns",
        what: "an answer with an e-mail address",
        survey: address,
        needs: None,
    },
    Attack {
        rule: "groups",
        what: "a small group",
        survey: small_group,
        needs: Some(("drinks", "region")),
    },
    Attack { rule: "bases", what: "two bases one skip apart", survey: one_skip, needs: None },
    Attack {
        rule: "threshold",
        what: "a count of 4",
        survey: rare_answer,
        needs: Some(("liking", "")),
    },
    Attack {
        rule: "threshold",
        what: "all but 4",
        survey: common_answer,
        needs: Some(("drinks", "")),
    },
    Attack {
        rule: "prior publication",
        what: "a figure of another base",
        survey: other_base,
        needs: None,
    },
    Attack {
        rule: "prior publication",
        what: "a small figure that nobody signed for",
        survey: unsigned,
        needs: None,
    },
    Attack { rule: "texts", what: "a figure in a text", survey: telling_text, needs: None },
    Attack {
        rule: "texts",
        what: "a finding on what is withheld",
        survey: telling_finding,
        needs: None,
    },
    Attack {
        rule: "groups",
        what: "a small group of those in no group",
        survey: rest_of_twelve,
        needs: Some(("liking", "kind")),
    },
    Attack {
        rule: "threshold",
        what: "a count of 4 of those in no group",
        survey: rest_of_four,
        needs: Some(("drinks", "region")),
    },
    Attack {
        rule: "bases by group",
        what: "a group that was asked as a whole",
        survey: all_asked_in_a_group,
        needs: Some(("with", "region")),
    },
    Attack {
        rule: "bases by group",
        what: "a group in which nobody skipped",
        survey: skips_in_one_group,
        needs: Some(("liking", "region")),
    },
    Attack {
        rule: "differences",
        what: "who skipped, by group",
        survey: skips_by_group,
        needs: Some(("liking", "region")),
    },
    Attack {
        rule: "differences",
        what: "who was not asked, by group",
        survey: not_asked_by_group,
        needs: Some(("with", "region")),
    },
    Attack { rule: "recodes", what: "two bandings of one thing", survey: bandings, needs: None },
    Attack {
        rule: "recodes",
        what: "two bandings in two releases",
        survey: bandings_in_time,
        needs: None,
    },
    Attack {
        rule: "recodes",
        what: "a banding and a figure",
        survey: banding_and_figure,
        needs: None,
    },
    Attack {
        rule: "recodes",
        what: "an answer that two others make up",
        survey: made_up_of_two,
        needs: None,
    },
    Attack {
        rule: "surplus",
        what: "two options and none of them",
        survey: one_does_both,
        needs: None,
    },
    Attack {
        rule: "surplus",
        what: "the same in one group",
        survey: one_in_the_south,
        needs: None,
    },
    Attack {
        rule: "union",
        what: "who was asked after two options",
        survey: two_asked,
        needs: None,
    },
    Attack {
        rule: "union",
        what: "two bases by overlapping options",
        survey: two_bases,
        needs: None,
    },
    Attack { rule: "bounds", what: "two linked tables", survey: linked, needs: None },
    Attack {
        rule: "bounds",
        what: "two linked tables of two releases",
        survey: linked_in_time,
        needs: None,
    },
    Attack {
        rule: "bounds",
        what: "two answers of one question, in linked tables",
        survey: linked_ticks,
        needs: None,
    },
    Attack {
        rule: "bounds",
        what: "two answers of one question beside one that excludes them",
        survey: linked_beside_none,
        needs: None,
    },
    Attack {
        rule: "bounds",
        what: "an answer, and a tick that does not lead to its question",
        survey: linked_beside_routing,
        needs: None,
    },
    Attack {
        rule: "collusion",
        what: "an answer that all who ticked any gave",
        survey: all_do_the_same,
        needs: None,
    },
    Attack {
        rule: "earlier releases",
        what: "the new release less the old one",
        survey: one_more,
        needs: None,
    },
];
