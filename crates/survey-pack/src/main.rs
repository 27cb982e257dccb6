//! The command; see [`survey_pack::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    survey_pack::cli::run()
}
