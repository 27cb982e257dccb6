//! Two selections of the same records.

use super::Records;
use super::count::Selected;
use crate::compare::{Against, Comparison, Side};
use crate::{Bitmap, Filter};

impl Records {
    pub(super) fn compared(&self, filter: &Filter, against: &Against) -> Comparison {
        let first = self.select(filter);
        let everybody = Bitmap::full(self.ids.len());
        let second = match against {
            Against::Others => {
                let mut others = everybody;
                others.and_not(&first);
                others
            }
            Against::Everybody => everybody,
            Against::Filter(other) => self.select(other),
        };
        let mut both = first.clone();
        both.and(&second);
        let [first, second, both] = [first, second, both].map(|rows| self.side(rows));
        Comparison { first, second, both }
    }

    fn side(&self, rows: Bitmap) -> Side {
        let selected = Selected::from(rows);
        Side {
            size: Ok(selected.size),
            tallies: self.columns.iter().map(|column| Ok(self.count(column, &selected))).collect(),
        }
    }
}
