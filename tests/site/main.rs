//! The built site in a browser.

mod addresses;
mod charts;
mod compare;
mod elsewhere;
mod embedding;
mod explorer;
mod exploring;
mod failing;
mod hosting;
mod left_out;
mod loading;
mod offline;
mod printing;
mod program_parts;
mod protected;
mod reaching;
mod receipts;
mod sharing;
mod side_by_side;
mod single_file;
mod taking;
mod uncertainty;
