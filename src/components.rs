//! What several screens share: Yew components and functions, one a file. They know views and send
//! actions; they count nothing. What remembers something is a component; the rest are functions,
//! which weigh a tenth.

pub(crate) mod app_props;
pub(crate) mod banner;
mod chart;
pub(crate) mod choice;
pub(crate) mod data_table;
pub(crate) mod figure;
pub(crate) mod footer;
pub(crate) mod header;
pub(crate) mod live_region;
pub(crate) mod missing;
pub(crate) mod package_text;
pub(crate) mod parts;
pub(crate) mod shared;
pub(crate) mod side_by_side;
pub(crate) mod standing;
pub(crate) mod surroundings;
pub(crate) mod take_away;
pub(crate) mod title;
