//! The built site in a browser.

mod addresses;
mod charts;
mod comparing;
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
mod single_file;
mod standing;
mod taking;
mod uncertainty;
