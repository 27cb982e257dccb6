//! What became of a figure since a link to it was made. `version` names the data as they are now.

/// The same data with other counts.
pub const DOUBTFUL: &str = "This may not be the figure that the link was made for: the data are the \
    same, but its counts differ. The link may have been altered.";

/// The same data, the same counts.
pub fn same(version: &str) -> String {
    format!(
        "This figure is unchanged: the data are still those that the link was made from \
         ({version}), and so are all counts."
    )
}

/// Other data, the same counts.
pub fn same_counts(version: &str) -> String {
    format!(
        "The data have changed since the link was made (now {version}). The counts of this figure \
         are still the same."
    )
}

/// Other data, other counts.
pub fn changed(version: &str) -> String {
    format!(
        "This figure has changed. The data are no longer those that the link was made from (now \
         {version}), and its counts differ."
    )
}

/// The same data, of a link that remembers no counts.
pub fn same_data(version: &str) -> String {
    format!("The data are still those that the link was made from ({version}).")
}

/// Other data, of such a link.
pub fn unknown(version: &str) -> String {
    format!(
        "The data have changed since the link was made (now {version}). Whether this figure has \
         changed can’t be told: the link remembers none of its counts."
    )
}
