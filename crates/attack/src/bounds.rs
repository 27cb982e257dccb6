//! What follows from a release about a count that is not in it.

use crate::model::{Wanted, components};
use crate::published::{Impossible, Published, fits};

/// The least and the most respondents that can have these values together, given all that is
/// published. Equal numbers are a count that anybody can work out.
///
/// # Errors
/// When nobody's answers fit, or the search is too large.
pub fn bounds(published: &Published, cell: &[(usize, u8)]) -> Result<(u32, u32), Impossible> {
    let columns: Vec<usize> = cell.iter().map(|(column, _)| *column).collect();
    for component in components(published, &columns)? {
        let holds = |columns: &[usize]| cell.iter().all(|(column, _)| columns.contains(column));
        let Some(place) = component.cliques().position(|clique| holds(&clique.columns)) else {
            continue;
        };
        let extreme = |sign: f64| -> Result<u32, Impossible> {
            let cost = |clique: usize, pattern: &[u8]| {
                (if clique == place && fits(pattern, cell) { sign } else { 0.0 }, 0)
            };
            let counts = component.solve(published, Wanted::Best, cost)?;
            let with = counts[place].iter().filter(|(pattern, _)| fits(pattern, cell));
            Ok(with.map(|(_, count)| count).sum())
        };
        return Ok((extreme(1.0)?, extreme(-1.0)?));
    }
    Ok((0, published.respondents()))
}
