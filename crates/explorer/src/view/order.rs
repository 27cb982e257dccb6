//! The order in which answers stand.

use survey::{Available, Kind, Question, Tally};

/// Answers that have no order of their own stand by how often all respondents gave them: `total` is
/// of everybody, so that the order stays the same whatever is selected. Where it is not told, the
/// codebook's order tells nothing of it either.
pub(super) fn order(question: &Question, total: Available<&Tally>) -> Vec<usize> {
    match (question.kind, total) {
        (Kind::Multiple, Ok(total)) => by_count(&total.counts),
        (Kind::Single | Kind::Ordered, _) | (_, Err(_)) => (0..question.options.len()).collect(),
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
