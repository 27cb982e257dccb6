//! What linked tables say of counts that are not published.

use reconstruct::{Cell, Columns, Published, Tables, bounds};
use survey::{Cube, Kind, QuestionIx};

use crate::packed::{THRESHOLD, cube};
use crate::truth::{count, gave, teams};

type Answer = (QuestionIx, usize);

/// Whether two answers' count follows from the routing or stands in a table.
fn is_known(cube: &Cube, (a, b): (QuestionIx, QuestionIx)) -> bool {
    let question = |ix| cube.codebook().question(ix);
    let leads = |from: QuestionIx, to: QuestionIx| {
        question(to).asked_if.as_ref().is_some_and(|routing| routing.question == from)
    };
    let table = |question, by| {
        cube.crossed().iter().any(|table| (table.question, table.by) == (question, by))
    };
    let excludes = match question(a).kind {
        Kind::Single | Kind::Ordered => a == b,
        Kind::Multiple => false,
    };
    excludes || leads(a, b) || leads(b, a) || table(a, b) || table(b, a)
}

/// All answers with published counts.
fn answers(cube: &Cube) -> Vec<Answer> {
    let published = cube.codebook().iter().filter(|(ix, _)| cube.totals()[ix.position()].is_some());
    published.flat_map(|(ix, q)| (0..q.options.len()).map(move |option| (ix, option))).collect()
}

/// Pairs of answers whose count is not published.
fn pairs(cube: &Cube) -> Vec<Vec<Answer>> {
    let answers = answers(cube);
    let mut pairs = Vec::new();
    for (place, &(a, x)) in answers.iter().enumerate() {
        let others = answers[place + 1..].iter().filter(|(b, _)| !is_known(cube, (a, *b)));
        pairs.extend(others.map(|&other| vec![(a, x), other]));
    }
    pairs
}

/// An answer with one of each of two groupings, where all three tables are published.
fn triples(cube: &Cube) -> Vec<Vec<Answer>> {
    let table = |question, by| {
        cube.crossed().iter().any(|table| (table.question, table.by) == (question, by))
    };
    let (all, mut triples) = (answers(cube), Vec::new());
    for &one in &all {
        for (place, &two) in all.iter().enumerate() {
            for &three in &all[place + 1..] {
                if table(one.0, two.0) && table(one.0, three.0) && table(two.0, three.0) {
                    triples.push(vec![one, two, three]);
                }
            }
        }
    }
    triples
}

struct Attack {
    columns: Columns,
    all: Published,
    totals: Published,
}

impl Attack {
    fn on(cube: &Cube) -> Self {
        let columns = Columns::of(cube);
        let all = columns.published(cube, Tables::All);
        let totals = columns.published(cube, Tables::Totals);
        Self { columns, all, totals }
    }

    /// Bounds from everything, and from totals alone.
    fn bounds(&self, answers: &[Answer]) -> [(u32, u32); 2] {
        let cells = answers.iter().map(|&(ix, option)| self.columns.answer(ix, option).unwrap());
        let cell: Cell = cells.flatten().collect();
        [&self.all, &self.totals].map(|published| bounds(published, &cell).unwrap())
    }
}

/// Counts that everything together leaves less room for than a threshold, and than totals do. Every
/// so many only, where all would take long.
pub(crate) fn breaches(cube: &Cube, threshold: u32, every: usize) -> Vec<String> {
    let attack = Attack::on(cube);
    let kept_back = pairs(cube).into_iter().chain(triples(cube)).step_by(every);
    let breach = |answers: Vec<Answer>| {
        let [(least, most), (low, high)] = attack.bounds(&answers);
        let needed = threshold.min(high - low);
        (most - least < needed).then(|| format!("{answers:?}: {least} to {most}"))
    };
    kept_back.filter_map(breach).collect()
}

/// For any two answers whose count is not published, and any three of which the tables of two are,
/// the least and the most that it can be, exactly, from everything that is.
#[test]
fn no_count_kept_back_can_be_worked_out() {
    let cube = cube();
    let attack = Attack::on(&cube);
    let teams = teams(cube.codebook());
    let (pairs, triples) = (pairs(&cube), triples(&cube));
    assert!(pairs.len() > 300 && triples.len() > 100, "{} {}", pairs.len(), triples.len());
    for answers in pairs.iter().chain(&triples) {
        let [(least, most), _] = attack.bounds(answers);
        let counted =
            count(&teams, |team| answers.iter().all(|&(ix, option)| gave(team, ix, option)));
        assert!((least..=most).contains(&counted), "{answers:?}: {least} to {most}, {counted}");
        assert!(most - least >= THRESHOLD, "{answers:?}: {least} to {most}");
    }
}
