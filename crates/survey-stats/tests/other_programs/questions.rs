//! What both are asked, and what we say.

use proptest::collection::vec;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use survey_stats::{self as stats, Interval, Share};

/// One case.
pub(crate) struct Question {
    /// The formula's name and its numbers, as `answers.py` reads them.
    pub(crate) asked: String,
    /// Our answers.
    pub(crate) ours: Vec<f64>,
    /// How much ours are rounded.
    pub(crate) within: f64,
}

/// About a thousand cases, the same on every machine.
pub(crate) fn grid() -> Vec<Question> {
    let mut runner = TestRunner::deterministic();
    let mut questions = Vec::with_capacity(1_000);
    for _ in 0..291 {
        let (first, second) = (draw(&mut runner, share()), draw(&mut runner, share()));
        let invited = first.base() + draw(&mut runner, 0..300_u32);
        questions.extend([
            question("wilson", &words(first), limits(stats::wilson(first))),
            question(
                "wilson_of_invited",
                &format!("{} {invited}", words(first)),
                stats::wilson_of_invited(first, invited).map_or(vec![], limits),
            ),
            question(
                "chance_of_gap",
                &format!("{} {}", words(first), words(second)),
                stats::chance_of_gap(first, second, None)
                    .map_or(vec![], |chance| vec![chance.probability()]),
            ),
        ]);
    }
    for _ in 0..63 {
        let p_values = draw(&mut runner, vec(0.0001..1.0_f64, 1..30));
        let asked: Vec<String> = p_values.iter().map(|p| format!("{p:?}")).collect();
        let ours = stats::benjamini_hochberg(&p_values);
        questions.push(question("benjamini_hochberg", &asked.join(" "), ours));
    }
    questions
}

fn draw<S: Strategy>(runner: &mut TestRunner, strategy: S) -> S::Value {
    strategy.new_tree(runner).expect("ranges always have a value").current()
}

/// None and all are as likely as the rest together: that is where formulas break.
fn share() -> impl Strategy<Value = Share> {
    (1..200_u32, 0..4_u8, 0..200_u32).prop_map(|(base, end, part)| {
        let count = match end {
            0 => 0,
            1 => base,
            _ => part % (base + 1),
        };
        Share::new(count, base).expect("no more than the base")
    })
}

fn question(name: &str, numbers: &str, ours: Vec<f64>) -> Question {
    Question { asked: format!("{name} {numbers}"), ours, within: 0.0 }
}

fn words(share: Share) -> String {
    format!("{} {}", share.count(), share.base())
}

fn limits(interval: Interval) -> Vec<f64> {
    vec![interval.low, interval.high]
}
