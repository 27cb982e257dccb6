//! Attacks on the packed demonstration of a confidential survey. What is attacked is the file's
//! bytes; what is true is read from the package by code of these tests, not by the gate's.

#![allow(
    clippy::unwrap_used,
    reason = "in a test a panic is the report, also outside of `#[test]`"
)]

mod altered;
mod canaries;
mod differences;
mod invented;
mod linked;
mod packed;
mod questions;
mod rows;
mod truth;
