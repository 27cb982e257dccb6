//! The command's words and what each does. Exit codes: 0 well, 1 something is wrong with a package
//! or file, 2 the command was not understood.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::{Args, Parser, Subcommand};
use survey::bundle::{self, Bundle, DECODERS};

use crate::pack::PackError;
use crate::problem::Problem;
use crate::{attack, inspect, pack, package, release, synthesise, tally};
use survey::Day;

/// Checks a survey's package, packs it into one file for the explorer, and counts from it.
#[derive(Parser)]
#[command(version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Report everything that is wrong with a package
    Check {
        /// The package's folder, or its datapackage.json
        package: PathBuf,
        /// Print the problems as JSON
        #[arg(long)]
        json: bool,
        /// Of confidential answers: an earlier release; repeatable
        #[arg(long, value_name = "FILE")]
        history: Vec<PathBuf>,
    },
    /// Pack a package into one file, whole or not at all
    Pack {
        /// The package's folder, or its datapackage.json
        package: PathBuf,
        /// The file to write
        #[arg(long)]
        out: PathBuf,
        /// Of confidential answers: an earlier release; repeatable
        #[arg(long, value_name = "FILE")]
        history: Vec<PathBuf>,
        /// Of confidential answers: the folder for the disclosure reports
        #[arg(long, value_name = "FOLDER")]
        report: Option<PathBuf>,
    },
    /// Print what a packed file holds
    Inspect {
        /// The packed file
        file: PathBuf,
    },
    /// Count answers, as the explorer does
    Tally(TallyArgs),
    /// Of confidential answers: look for respondents who fit a packed file, for its holder alone
    Attack(AttackArgs),
    /// Invent a synthetic package's answers again, from the seeds and quotas that it records
    Synthesise {
        /// The package's folder, or its datapackage.json
        package: PathBuf,
    },
}

#[derive(Args)]
struct TallyArgs {
    /// The packed file
    file: PathBuf,
    /// The question to count
    #[arg(long)]
    question: String,
    /// Break the counts down by another question
    #[arg(long)]
    by: Option<String>,
    /// Select by answers: question=a,b (any of them), question=all:a,b, question=@group; repeatable
    #[arg(long = "where", value_name = "QUESTION=ANSWERS")]
    selections: Vec<String>,
    /// Select respondents by name, separated by commas
    #[arg(long, alias = "teams", value_delimiter = ',', value_name = "NAMES")]
    respondents: Vec<String>,
    /// The set of answers, where there are several
    #[arg(long)]
    draw: Option<String>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
struct AttackArgs {
    /// The packed file
    file: PathBuf,
    /// The folder of the package that it was packed from, or its datapackage.json
    #[arg(long, value_name = "PACKAGE")]
    answers: PathBuf,
    /// How often to search by each aim
    #[arg(long, default_value_t = 20, value_name = "N", value_parser = clap::value_parser!(u32).range(2..))]
    tries: u32,
    /// Compare parts of rows of so many columns; repeatable [default: 8 and 10]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(3..))]
    columns: Vec<u16>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// What a command could not do.
enum Failure {
    Problems(Vec<Problem>),
    Refused(String),
    NotUnderstood(String),
    /// A page that is to be read, of something that is not well.
    Found(String),
}

/// Runs the command that the arguments name.
pub fn run() -> ExitCode {
    let outcome = match Cli::parse().command {
        Command::Check { package, json, history } => check(&package, json, &history),
        Command::Pack { package, out, history, report } => {
            pack(&package, &out, &pack::Options { history, report, today: Some(today()) })
        }
        Command::Inspect { file } => open(&file).map(|bundle| inspect::describe(&bundle)),
        Command::Tally(args) => count(args),
        Command::Attack(args) => attack(&args),
        Command::Synthesise { package } => synthesise(&package),
    };
    match outcome {
        Ok(text) => {
            print(&text);
            ExitCode::SUCCESS
        }
        Err(Failure::Problems(problems)) => {
            for problem in &problems {
                eprintln!("{problem}");
            }
            eprintln!("{}", how_many(problems.len()));
            ExitCode::from(1)
        }
        Err(Failure::Refused(why)) => {
            eprintln!("{why}");
            ExitCode::from(1)
        }
        Err(Failure::Found(page)) => {
            print(&page);
            ExitCode::from(1)
        }
        Err(Failure::NotUnderstood(why)) => {
            eprintln!("{why}");
            ExitCode::from(2)
        }
    }
}

fn check(path: &Path, json: bool, history: &[PathBuf]) -> Result<String, Failure> {
    let (text, problems) = match package::open(path) {
        Err(problems) => (String::new(), problems),
        Ok(package) if package.plan.is_some() => {
            let history =
                pack::history(history).map_err(|error| Failure::Refused(error.to_string()))?;
            release::forecast::forecast(&package, &history, Some(today()))
        }
        Ok(package) => (answers(&package), Vec::new()),
    };
    if json {
        print(&format!("{:#}\n", serde_json::json!({ "problems": problems })));
        return match problems.len() {
            0 => Ok(String::new()),
            many => Err(Failure::Refused(how_many(many))),
        };
    }
    print(&text);
    if problems.is_empty() { Ok(String::new()) } else { Err(Failure::Problems(problems)) }
}

/// The day on this machine's clock, in Greenwich. Without a clock it is 1970, and nothing was signed.
fn today() -> Day {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    Day::of_unix_time(since.map_or(0, |since| since.as_secs()))
}

/// How many answers there are in each set.
fn answers(package: &package::Package) -> String {
    let draws = package.survey.draws().iter().map(|draw| {
        let many = draw.source().respondents();
        let respondent = &package.survey.about().respondent;
        format!("{}: {many} {}\n", draw.label, respondent.for_count(many.into()))
    });
    format!("No problems found.\n{}", draws.collect::<String>())
}

fn pack(path: &Path, out: &Path, more: &pack::Options) -> Result<String, Failure> {
    match pack::pack(path, out, more) {
        Ok(header) => Ok(format!("{}  {}\n", header.checksum_text(), out.display())),
        Err(PackError::Problems(problems)) => Err(Failure::Problems(problems)),
        Err(error) => Err(Failure::Refused(error.to_string())),
    }
}

fn count(args: TallyArgs) -> Result<String, Failure> {
    let bundle = open(&args.file)?;
    let request = tally::Request {
        draw: args.draw,
        question: args.question,
        by: args.by,
        selections: args.selections,
        respondents: args.respondents.iter().map(|id| id.trim().to_owned()).collect(),
    };
    let report = tally::count(&bundle, &request)
        .map_err(|error| Failure::NotUnderstood(error.to_string()))?;
    if args.json {
        let json = serde_json::to_string_pretty(&report);
        return json.map(|json| json + "\n").map_err(|error| Failure::Refused(error.to_string()));
    }
    Ok(tally::describe(&report))
}

fn attack(args: &AttackArgs) -> Result<String, Failure> {
    let bundle = open(&args.file)?;
    let package = package::open(&args.answers).map_err(Failure::Problems)?;
    let mut request = attack::Request { tries: args.tries, ..attack::Request::default() };
    if !args.columns.is_empty() {
        request.lengths = args.columns.iter().map(|&many| many.into()).collect();
    }
    let report = attack::attack(&bundle, &package, &request)
        .map_err(|error| Failure::Refused(format!("{}: {error}", args.file.display())))?;
    let page = if args.json {
        let json = serde_json::to_string_pretty(&report);
        json.map_err(|error| Failure::Refused(error.to_string()))? + "\n"
    } else {
        attack::describe(&report)
    };
    match report.verdict {
        attack::Verdict::NoBetter => Ok(page),
        attack::Verdict::Better | attack::Verdict::ShowsNothing => Err(Failure::Found(page)),
    }
}

fn synthesise(path: &Path) -> Result<String, Failure> {
    let invented = synthesise::synthesise(path).map_err(Failure::Problems)?;
    synthesise::write(path, &invented).map_err(Failure::Problems)?;
    package::read(path).map_err(Failure::Problems)?;
    let files: Vec<&str> = invented.iter().map(|table| table.file.as_str()).collect();
    Ok(format!("Invented again, and checked:\n{}\n", files.join("\n")))
}

fn open(path: &Path) -> Result<Bundle, Failure> {
    let refused = |why: String| Failure::Refused(format!("{}: {why}", path.display()));
    let bytes = std::fs::read(path).map_err(|error| refused(error.to_string()))?;
    bundle::decode_by(&DECODERS, &bytes).map_err(|error| refused(error.to_string()))
}

/// A reader who stops reading (`| head`) is no failure.
fn print(text: &str) {
    let _ = std::io::stdout().write_all(text.as_bytes());
}

fn how_many(problems: usize) -> String {
    if problems == 1 { "1 problem".to_owned() } else { format!("{problems} problems") }
}
