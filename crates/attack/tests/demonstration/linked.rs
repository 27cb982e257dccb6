//! What linked tables say of counts that are not published.

use reconstruct::{Columns, Tables, bounds};
use survey::{Cube, QuestionIx};

use crate::packed::{THRESHOLD, cube};
use crate::truth::{count, gave, teams};

/// Whether two answers' count follows from the routing or stands in a table.
fn is_known(cube: &Cube, (a, b): (QuestionIx, QuestionIx)) -> bool {
    let question = |ix| cube.codebook().question(ix);
    let leads = |from: QuestionIx, to: QuestionIx| {
        question(to).asked_if.as_ref().is_some_and(|routing| routing.question == from)
    };
    let table = |question, by| {
        cube.crossed().iter().any(|table| (table.question, table.by) == (question, by))
    };
    (a == b && !question(a).is_multiple())
        || leads(a, b)
        || leads(b, a)
        || table(a, b)
        || table(b, a)
}

/// For any two answers whose count is not published, the least and the most that it can be, exactly,
/// from everything that is: a threshold's width apart, so that nobody can tell whether it is small.
#[test]
fn no_count_kept_back_can_be_worked_out() {
    let cube = cube();
    let columns = Columns::of(&cube);
    let published = columns.published(&cube, Tables::All);
    let teams = teams(cube.codebook());
    let answers: Vec<(QuestionIx, usize)> = (cube.codebook().iter())
        .filter(|(ix, _)| cube.totals()[ix.0].is_some())
        .flat_map(|(ix, question)| (0..question.options.len()).map(move |option| (ix, option)))
        .collect();
    let mut kept_back = 0;
    for (place, &(a, x)) in answers.iter().enumerate() {
        for &(b, y) in answers[place + 1..].iter().filter(|(b, _)| !is_known(&cube, (a, *b))) {
            let cell = [columns.answer(a, x).unwrap(), columns.answer(b, y).unwrap()].concat();
            let (least, most) = bounds(&published, &cell).unwrap();
            let counted = count(&teams, |team| gave(team, a, x) && gave(team, b, y));
            let what = format!("{a:?} {x}, {b:?} {y}: {least} to {most}");
            assert!((least..=most).contains(&counted), "{what}, in truth {counted}");
            assert!(most - least >= THRESHOLD, "{what}");
            kept_back += 1;
        }
    }
    assert!(kept_back > 100, "only {kept_back} counts");
}
