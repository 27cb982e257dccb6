//! What identifies respondents in their holder's files, as far as rules look at it: columns, ids, and
//! cells that are left out.

/// A column whose values are counted or weighed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnFacts {
    /// Its header.
    pub name: String,
    /// Its type in the Table Schema: `string` where none is given.
    pub kind: String,
    /// Whether it holds weights.
    pub is_weight: bool,
}

/// A value that as many respondents share is no longer one respondent's.
pub const SHARED: usize = 5;

/// A respondent's id, or a cell that is not packed, and that fewer respondents than [`SHARED`] share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOutCell {
    /// The column it stands in.
    pub column: String,
    /// What stands there.
    pub value: String,
    /// Whether it is a respondent's id.
    pub is_id: bool,
}
