//! The order in which answers stand.

use survey::{Available, Filter, Kind, QuestionIx, Survey, Tally};

/// Answers that have no order of their own stand by how often all respondents gave them: `total` is
/// of everybody, so that the order stays the same whatever is selected. Where it is not told, the
/// codebook's order tells nothing of it either. Invented answers come last and are not ranked.
pub(super) fn order(survey: &Survey, ix: QuestionIx, total: Available<&Tally>) -> Vec<usize> {
    let question = survey.codebook().question(ix);
    let as_asked = 0..question.options.len();
    match (question.kind, total) {
        (Kind::Multiple, Ok(total)) => {
            let everybody = Filter::default();
            let is_real = |option: &usize| survey.standing(&everybody, ix, *option).is_real();
            let real = by_count(&total.counts).into_iter().filter(is_real);
            real.chain(as_asked.filter(|option| !is_real(option))).collect()
        }
        (Kind::Single | Kind::Ordered, _) | (_, Err(_)) => as_asked.collect(),
    }
}

/// Positions from the highest count to the lowest; the codebook's order breaks ties. Counts are few:
/// a library's sort would weigh more than it saves.
pub(super) fn by_count(counts: &[u32]) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::with_capacity(counts.len());
    for (position, count) in counts.iter().enumerate() {
        let place = order.iter().position(|&before| counts[before] < *count);
        order.insert(place.unwrap_or(order.len()), position);
    }
    order
}
