//! The fewest respondents of whom something may be said, each with its reason. Whatever names one of
//! these numbers, in code or in a sentence, takes it from here. What base a percentage needs stands
//! in `survey-stats`.

/// Of fewer respondents to a confidential survey nothing is in a file. The gate leaves such groups out,
/// and a cube that has one is refused when it is read. From the minimum group sizes of official
/// statistics: in a group of this size no member is most of it.
pub const SMALLEST_PROTECTED_GROUP: u32 = 10;

/// Of fewer respondents a figure's words are its counts, and parts of a breakdown are not compared:
/// "most" of four is no finding, and one respondent would decide which part is ahead.
pub const SMALLEST_FOR_WORDS: u32 = 10;

/// A reader's own answers are not compared with fewer peers: a figure of a few would say more about
/// each of them than about peers.
pub const FEWEST_PEERS: u32 = 10;
