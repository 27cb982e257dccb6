//! All counts of thirty questions, in the page: the engine, and typed arrays in JavaScript.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use site_tests::{Browser, Look};
use xtask::server::Server;

use crate::{Spread, verdict};

struct Size {
    rows: u32,
    /// What a change of filter may take, in milliseconds.
    budget: f64,
    /// How often the filters are run through for one sample: the browser's clock is coarse.
    times: u32,
    samples: u32,
}

const SIZES: [Size; 3] = [
    Size { rows: 58, budget: 0.01, times: 400, samples: 21 },
    Size { rows: 1_000_000, budget: 1.0, times: 1, samples: 21 },
    Size { rows: 10_000_000, budget: 16.0, times: 1, samples: 3 },
];

/// Until the browser has compiled with all its skill, times say little.
const WARM_UP: [Size; 2] = [
    Size { rows: 58, budget: 0.0, times: 200, samples: 3 },
    Size { rows: 50_000, budget: 0.0, times: 5, samples: 5 },
];

/// So many rows are invented at once.
const STEP: u32 = 500_000;

/// Milliseconds a filter, in one run through all filters.
struct Sample {
    answer: f64,
    tallies: f64,
    select: f64,
    typed: f64,
}

/// Prints what each size takes. A size that does not fit into memory is said to be left out.
///
/// # Errors
/// When there is no browser, or the engine and the typed arrays do not count the same.
pub(crate) async fn measure(page: &Path) -> Result<()> {
    println!("\nA change of filter to the counts of 30 questions, invented rows, in the browser.");
    println!("\n{:<38}{:>12}{:>12}{:>12}", "ms", "least", "median", "most");
    for size in SIZES {
        match at(page, &size).await {
            Ok(samples) => print(&size, &samples),
            Err(error) if size.rows > 1_000_000 => {
                println!("\n{} rows: not measured, {error:#}", grouped(size.rows));
            }
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Each size has a browser of its own: memory that a page once had is not given back.
async fn at(page: &Path, size: &Size) -> Result<Vec<Sample>> {
    let server = Server::bind(0, page, "/")?.start()?;
    let browser = Browser::open(&Look::wide()).await?;
    browser.goto(server.address()).await?;
    browser.wait_for_script("!!window.bench", &[]).await?;
    for size in &WARM_UP {
        samples(&browser, size).await?;
    }
    let samples = samples(&browser, size).await?;
    Ok(samples)
}

async fn samples(browser: &Browser, size: &Size) -> Result<Vec<Sample>> {
    // Small steps: the browser's driver waits half a minute for each.
    call(browser, "begin", size.rows).await?;
    while call(browser, "invent", STEP).await? == Value::Bool(true) {}
    let questions = call(browser, "finish", 0).await?.as_u64().context("no questions")?;
    for question in 0..u32::try_from(questions)? {
        call(browser, "lay", question).await?;
    }
    for filter in 0.. {
        let differ = call(browser, "differ", filter).await?;
        if differ.is_null() {
            break;
        }
        ensure!(
            differ == Value::Bool(false),
            "at {} rows the engine and the typed arrays count filter {filter} differently",
            size.rows
        );
    }
    let mut samples = Vec::new();
    for _ in 0..size.samples {
        samples.push(Sample {
            answer: timed(browser, "answer", size.times).await?,
            tallies: timed(browser, "tallies", size.times).await?,
            select: timed(browser, "select", size.times).await?,
            typed: timed(browser, "typed", size.times).await?,
        });
    }
    Ok(samples)
}

async fn timed(browser: &Browser, what: &str, times: u32) -> Result<f64> {
    call(browser, what, times).await?.as_f64().with_context(|| format!("no time for {what}"))
}

async fn call(browser: &Browser, step: &str, number: u32) -> Result<Value> {
    let script = "return window.bench[arguments[0]](arguments[1]);";
    browser.script(script, vec![json!(step), json!(number)]).await
}

fn print(size: &Size, samples: &[Sample]) {
    let spread = |of: fn(&Sample) -> f64| Spread::new(samples.iter().map(of));
    let answer = spread(|sample| sample.answer);
    println!("\n{} rows: {}", grouped(size.rows), verdict(&answer, size.budget));
    for (name, spread) in [
        ("  tallies and facets (`answer`)", &answer),
        ("    without counting facets apart", &spread(|sample| sample.tallies)),
        ("    only selecting", &spread(|sample| sample.select)),
        ("  the same in typed arrays", &spread(|sample| sample.typed)),
    ] {
        println!("{name:<38}{spread}");
    }
    let ratio = spread(|sample| sample.typed / sample.answer);
    println!("{:<38}{ratio}", "  how many times faster the engine is");
}

/// A number with commas between its thousands.
fn grouped(number: u32) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    #[test]
    fn thousands_are_set_apart() {
        assert_eq!(super::grouped(58), "58");
        assert_eq!(super::grouped(1_000_000), "1,000,000");
    }
}
