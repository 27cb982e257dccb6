//! `cargo xtask`: sets up what is missing, then serves, builds, tests or measures the site.

use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use xtask::{bench, build, checks, hook, project::Project, server, setup, single, watch};

const USAGE: &str = "\
usage: cargo xtask COMMAND

  setup                 install what is missing, into the project's own folder where possible
  serve [--port N]      set up, build, and serve the site on this machine (port 8080, or the next free)
  serve --watch [--port N]
                        set up, build for work on the page, serve it, and again when a file changes
  build                 set up and build the site into dist/, with Brotli and gzip copies
  build --single-file   the same, and the whole page as one file in dist-single/
  test [NAME]           set up and run every check; with NAME, only the browser tests whose name has it
  test --long           the same over 20,000 drawn confidential surveys; PROMISE_SURVEYS=N draws N
  bench                 build, then measure: the weight, and the engine and the charts in a browser
  bench packing         pack confidential surveys of several sizes; say time, memory and what was proved
  trunk [ARGUMENTS]     run Trunk with the project's tools, as in `cargo xtask trunk serve`

FINDINGS_SURVEY=FOLDER before a command takes that survey's package in place of data/tic-2022;
FINDINGS_SURVEY=FILE takes a confidential survey as it was packed.
FINDINGS_ADDRESS=https://findings.example/folder/ says where the site will be: links to it then show
a picture elsewhere, and there is an oEmbed file.
FINDINGS_OFFLINE=off builds a site that keeps nothing in browsers for use without a network, and
takes away what an earlier build has kept there.
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Result<()> {
    let project = Project::here();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["setup"] => setup::everything(&project),
        ["serve"] => serve(&project, server::DEFAULT_PORT),
        ["serve", "--port", port] => serve(&project, port_number(port)?),
        ["serve", "--watch"] => watch::serve(&project, server::DEFAULT_PORT),
        ["serve", "--watch", "--port", port] | ["serve", "--port", port, "--watch"] => {
            watch::serve(&project, port_number(port)?)
        }
        ["build"] => build::site(&project),
        ["build", "--single-file"] => {
            build::site(&project)?;
            single::build(&project)
        }
        ["test"] => checks::all(&project, checks::Length::Usual),
        ["test", "--long"] => checks::all(&project, checks::Length::Long),
        ["test", name] => checks::browser(&project, Some(name)),
        ["bench"] => bench::all(&project),
        ["bench", "packing"] => bench::packing(&project),
        ["trunk", rest @ ..] => {
            setup::for_build(&project)?;
            build::trunk(&project, rest)
        }
        ["hook", "assets"] => hook::assets(&project),
        ["hook", "page"] => hook::page(&project),
        ["help" | "--help" | "-h"] => {
            print!("{USAGE}");
            Ok(())
        }
        _ => bail!("no such command\n\n{USAGE}"),
    }
}

fn port_number(written: &str) -> Result<u16> {
    written
        .parse()
        .ok()
        .with_context(|| format!("--port takes a number from 1 to 65535, not {written:?}"))
}

fn serve(project: &Project, port: u16) -> Result<()> {
    build::site(project)?;
    let server = server::Server::bind_from(port, &project.dist())?;
    println!("\nThe findings explorer is at {}\nCtrl-C ends it.", server.address());
    server.run()
}
