//! What stands on the page: Yew components and functions, one a file. They know views and send actions; they count
//! nothing. What remembers something is a component; the rest are functions, which weigh a tenth.

mod about_screen;
mod active_filters;
mod app;
mod banner;
mod chart;
mod choice;
mod compare_screen;
mod data_table;
mod display_controls;
mod dots;
mod embed;
mod evidence;
mod explore_screen;
mod facet;
mod figure;
mod filters;
mod finding;
mod findings_screen;
mod footer;
mod header;
mod live_region;
mod respondent_picker;
mod shared;
mod side_by_side;
mod surroundings;
mod take_away;

pub use app::{App, AppProps};
pub use embed::EmbedText;
pub use shared::Loaded;
