//! Packages in folders, read, packed and counted as their holders would.

#![allow(
    clippy::unwrap_used,
    reason = "in a test a panic is the report, also outside of `#[test]`"
)]

mod attack;
mod attacks;
mod built;
mod command;
mod confidential;
mod demo_confidential;
mod hostile;
mod identifiers;
mod left_out_search;
mod off_scale;
mod plan;
mod problems;
mod publication;
mod questionnaires;
mod real_exports;
mod releases;
mod remedies;
mod sizes;
mod small;
mod texts;
mod tic_2022;
