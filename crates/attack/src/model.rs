//! The integer program: how many respondents have each pattern of values of a clique.

use std::time::Duration;

use microlp::{ComparisonOp, Error, OptimizationDirection, Problem, SolveOptions, Variable};

use crate::cliques::{Clique, cliques};
use crate::published::{Cell, Impossible, Published, fits};

/// More patterns of one clique than this are not searched.
const PATTERNS: usize = 1 << 16;

/// The solver has so long, and so many branches; on the releases we know it needs milliseconds.
const LIMIT: Duration = Duration::from_mins(2);
const BRANCHES: u64 = 5_000;

/// How near the best a solution has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// The best there is, proved.
    Best,
    /// One that fits, and costs at most a twentieth more than the best: enough where the cost is drawn
    /// at random anyway. To prove the best of a large release would take hours.
    Good,
}

/// Patterns of values of a clique's columns, and how many respondents have each. A pattern has a
/// value for every column of the release; outside of the clique it means nothing.
pub(crate) type Counts = Vec<(Vec<u8>, u32)>;

/// Cliques that hang together, each with the patterns that are not ruled out.
pub(crate) struct Component {
    cliques: Vec<(Clique, Vec<Vec<u8>>)>,
}

/// Takes a release apart. `asked` are columns that are to lie in one clique, if any.
pub(crate) fn components(
    published: &Published,
    asked: &[usize],
) -> Result<Vec<Component>, Impossible> {
    let scopes: Vec<Vec<usize>> = published
        .counts()
        .iter()
        .map(|(cell, _)| cell.iter().map(|(column, _)| *column).collect())
        .collect();
    let tables = scopes.iter().map(Vec::as_slice).chain([asked]);
    let mut components: Vec<Component> = Vec::new();
    let mut place: Vec<(usize, usize)> = Vec::new();
    for mut clique in cliques(published.columns().len(), tables) {
        let component = clique.parent.map_or(components.len(), |parent| place[parent].0);
        if component == components.len() {
            components.push(Component { cliques: Vec::new() });
        }
        clique.parent = clique.parent.map(|parent| place[parent].1);
        place.push((component, components[component].cliques.len()));
        let patterns = patterns(published, &clique)?;
        components[component].cliques.push((clique, patterns));
    }
    Ok(components)
}

fn patterns(published: &Published, clique: &Clique) -> Result<Vec<Vec<u8>>, Impossible> {
    let ruled_out: Vec<&Cell> = published
        .counts()
        .iter()
        .filter(|(cell, count)| *count == 0 && clique.has(cell))
        .map(|(cell, _)| cell)
        .collect();
    let mut patterns = vec![vec![0; published.columns().len()]];
    for (known, &column) in clique.columns.iter().enumerate() {
        // A pattern is dropped as soon as the columns set so far rule it out.
        let set = &clique.columns[..=known];
        let decided: Vec<&&Cell> = ruled_out
            .iter()
            .filter(|cell| cell.iter().all(|(column, _)| set.contains(column)))
            .collect();
        let values = 0..published.columns()[column];
        patterns = patterns
            .iter()
            .flat_map(|pattern| {
                values.clone().map(move |value| {
                    let mut pattern = pattern.clone();
                    pattern[column] = value;
                    pattern
                })
            })
            .filter(|pattern| !decided.iter().any(|cell| fits(pattern, cell)))
            .collect();
        if patterns.len() > PATTERNS {
            return Err(Impossible::TooWide(clique.columns.len()));
        }
    }
    Ok(patterns)
}

impl Clique {
    fn has(&self, cell: &Cell) -> bool {
        cell.iter().all(|(column, _)| self.columns.contains(column))
    }
}

impl Component {
    /// How many numbers a solver has to find.
    pub(crate) fn size(&self) -> usize {
        self.cliques.iter().map(|(_, patterns)| patterns.len()).sum()
    }

    pub(crate) fn cliques(&self) -> impl Iterator<Item = &Clique> {
        self.cliques.iter().map(|(clique, _)| clique)
    }

    /// Counts that fit all that is published, for each clique. Of all that fit, those that cost
    /// least: `cost` of a pattern is what each respondent with it costs, and how many of them there
    /// may be more or fewer of, at the same cost.
    pub(crate) fn solve(
        &self,
        published: &Published,
        wanted: Wanted,
        mut cost: impl FnMut(usize, &[u8]) -> (f64, u32),
    ) -> Result<Vec<Counts>, Impossible> {
        let mut problem = Problem::new(OptimizationDirection::Minimize);
        let most = i32::try_from(published.respondents()).unwrap_or(i32::MAX);
        let mut variables: Vec<Vec<Variable>> = Vec::new();
        for (place, (_, patterns)) in self.cliques.iter().enumerate() {
            let mut of_clique = Vec::new();
            for pattern in patterns {
                let (cost, near) = cost(place, pattern);
                if near == 0 {
                    of_clique.push(problem.add_integer_var(cost, (0, most)));
                    continue;
                }
                // count = near + more - fewer, where more and fewer cost alike.
                let count = problem.add_integer_var(0.0, (0, most));
                let more = problem.add_var(cost, (0.0, f64::INFINITY));
                let fewer = problem.add_var(cost, (0.0, f64::from(near)));
                let balance = [(count, 1.0), (more, -1.0), (fewer, 1.0)];
                problem.add_constraint(balance, ComparisonOp::Eq, f64::from(near));
                of_clique.push(count);
            }
            variables.push(of_clique);
        }
        self.constrain(published, &variables, &mut problem)?;
        let mut options = SolveOptions::default();
        options.time_limit = Some(LIMIT);
        options.node_limit = Some(BRANCHES);
        options.mip_gap = if wanted == Wanted::Good { 0.05 } else { 0.0 };
        let solution = problem.solve_with(options).map_err(|error| match error {
            Error::Infeasible => Impossible::Contradiction,
            error => Impossible::GaveUp(error.to_string()),
        })?;
        if wanted == Wanted::Best && !solution.is_optimal() {
            return Err(Impossible::GaveUp("the best could not be proved".to_owned()));
        }
        let solution = solution
            .into_solution()
            .map_err(|_| Impossible::GaveUp("it took too long".to_owned()))?;
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "the variable is an integer from 0 to the number of respondents"
        )]
        let count = |variable: &Variable| solution.var_value(*variable).round() as u32;
        Ok((self.cliques.iter().zip(&variables))
            .map(|((_, patterns), variables)| {
                patterns.iter().cloned().zip(variables.iter().map(count)).collect()
            })
            .collect())
    }

    fn constrain(
        &self,
        published: &Published,
        variables: &[Vec<Variable>],
        problem: &mut Problem,
    ) -> Result<(), Impossible> {
        let terms = |place: usize, cell: &[(usize, u8)], factor: f64| -> Vec<(Variable, f64)> {
            let patterns = self.cliques[place].1.iter().zip(&variables[place]);
            patterns.filter(|(p, _)| fits(p, cell)).map(|(_, &v)| (v, factor)).collect()
        };
        let mut equal = |terms: Vec<(Variable, f64)>, count: u32| {
            if !terms.is_empty() {
                problem.add_constraint(terms.as_slice(), ComparisonOp::Eq, f64::from(count));
            } else if count > 0 {
                return Err(Impossible::Contradiction);
            }
            Ok(())
        };
        equal(terms(0, &[], 1.0), published.respondents())?;
        for (cell, count) in published.counts() {
            if let Some(place) = self.cliques().position(|clique| clique.has(cell)) {
                equal(terms(place, cell, 1.0), *count)?;
            }
        }
        for (place, (clique, _)) in self.cliques.iter().enumerate() {
            let Some(parent) = clique.parent else { continue };
            for cell in published.cells(&clique.shared) {
                let both = [terms(place, &cell, 1.0), terms(parent, &cell, -1.0)].concat();
                equal(both, 0)?;
            }
        }
        Ok(())
    }
}
