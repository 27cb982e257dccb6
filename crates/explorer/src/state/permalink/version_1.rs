//! From an address of version 1 to a place.

use percent_encoding::percent_decode_str;
use survey::{Against, Clause, Filter, Kind, Matching, Pick, Question, QuestionIx, Survey};

use super::{Reading, screen};
use crate::state::{Place, Receipt, Scale, Uncertainty, keep_available};

/// The place that a screen's name and a query mean; `None` where there is no such screen.
pub(super) fn read(name: &str, query: &str, survey: &Survey) -> Option<Reading> {
    let place = Place { screen: screen(name)?, ..Place::default() };
    let mut reader = Reader { survey, place, second: None, doubt: false };
    reader.query(query);
    reader.settle();
    // A screen that takes less than the address holds.
    let place = reader.place.on_its_own_screen();
    let doubt = reader.doubt || place != reader.place;
    Some((place, doubt))
}

struct Reader<'a> {
    survey: &'a Survey,
    place: Place,
    /// The second selection, once a part of it was read.
    second: Option<Filter>,
    doubt: bool,
}

impl Reader<'_> {
    fn query(&mut self, query: &str) {
        let mut seen = Vec::new();
        let mut respondents = Vec::new();
        for part in query.split('&').filter(|part| !part.is_empty()) {
            let (key, value) = part.split_once('=').unwrap_or((part, ""));
            if seen.contains(&key) {
                self.doubt = true;
                continue;
            }
            seen.push(key);
            if key == "in" || key == "b" {
                // Rows belong to a draw, which may be named later.
                respondents.push((key, value));
            } else if self.part(key, value).is_none() {
                self.doubt = true;
            }
        }
        for (key, ids) in respondents {
            let mut filter = self.filter(key).clone();
            self.respondents(ids, &mut filter);
            *self.filter(key) = filter;
        }
    }

    /// The filter that parts with this key are of.
    fn filter(&mut self, key: &str) -> &mut Filter {
        if key == "in" { &mut self.place.filter } else { self.second.get_or_insert_default() }
    }

    /// What parts mean together: a second selection is read only where the address asks for one; of
    /// a comparison and a breakdown the comparison stays; a receipt is of a figure.
    fn settle(&mut self) {
        let second = self.second.take();
        match &mut self.place.against {
            Some(Against::Filter(own)) => *own = second.unwrap_or_default(),
            _ => self.doubt |= second.is_some(),
        }
        if self.place.against.is_some() && self.place.by.take().is_some() {
            self.doubt = true;
        }
        self.keep_what_is_offered();
        if self.place.figure.is_none() && self.place.receipt.take().is_some() {
            self.doubt = true;
        }
    }

    /// One neutral way for all that the answers do not tell: it is left out.
    fn keep_what_is_offered(&mut self) {
        let Some(draw) = self.survey.draws().get(self.place.draw) else { return };
        let (filter, by) = keep_available(draw.source(), &self.place.filter, self.place.by);
        self.doubt |= filter != self.place.filter || by != self.place.by;
        (self.place.filter, self.place.by) = (filter, by);
        if let Some(Against::Filter(second)) = &mut self.place.against {
            let (kept, _) = keep_available(draw.source(), second, None);
            self.doubt |= kept != *second;
            *second = kept;
        }
    }

    /// `None` when the part means nothing here.
    fn part(&mut self, key: &str, value: &str) -> Option<()> {
        if let Some((key @ ("in" | "b"), question)) = key.split_once('.') {
            let (question, clause) = self.clause(question, value)?;
            if !clause.picks().is_empty() {
                self.filter(key).set(question, clause);
            }
            return Some(());
        }
        match (key, value) {
            ("vs", value) => {
                self.place.against = Some(match value {
                    "others" => Against::Others,
                    "everybody" => Against::Everybody,
                    "own" => Against::Filter(Filter::default()),
                    _ => return None,
                });
                Some(())
            }
            ("by", id) => {
                self.place.by = Some(self.question(id)?);
                Some(())
            }
            ("figure", id) => {
                self.place.figure = Some(self.question(id)?);
                Some(())
            }
            ("receipt", receipt) => {
                self.place.receipt = Some(Receipt::read(receipt)?);
                Some(())
            }
            ("draw", id) => {
                self.place.draw = self.survey.draw(&decoded(id)?)?;
                Some(())
            }
            ("show", "percentages") => {
                self.place.scale = Scale::Percentage;
                Some(())
            }
            ("show", "counts") | ("uncertain", "none") => Some(()),
            ("uncertain", "bounds") => {
                self.place.uncertainty = Uncertainty::Bounds;
                Some(())
            }
            ("uncertain", "interval") => {
                self.place.uncertainty = Uncertainty::Interval;
                Some(())
            }
            _ => None,
        }
    }

    fn question(&self, id: &str) -> Option<QuestionIx> {
        self.survey.codebook().find(id)
    }

    fn clause(&mut self, id: &str, value: &str) -> Option<(QuestionIx, Clause)> {
        let ix = self.question(id)?;
        let question = self.survey.codebook().question(ix);
        let (matching, ids) = match (value.strip_prefix("all:"), question.kind) {
            (None, _) => (Matching::Any, value),
            (Some(ids), Kind::Multiple) => (Matching::All, ids),
            (Some(_), Kind::Single | Kind::Ordered) => return None,
        };
        let mut picks = Vec::new();
        for id in ids.split(',') {
            // A doubled or unknown answer is left out; the others still count.
            match pick(question, id) {
                Some(pick) if !picks.contains(&pick) => picks.push(pick),
                _ => self.doubt = true,
            }
        }
        Some((ix, Clause::new(matching, picks)))
    }

    fn respondents(&mut self, value: &str, filter: &mut Filter) {
        let ids = self.survey.draws().get(self.place.draw).map_or(&[][..], survey::Draw::ids);
        for named in value.split(',') {
            let row = decoded(named).and_then(|named| ids.iter().position(|id| *id == named));
            match row.and_then(|row| u32::try_from(row).ok()) {
                Some(row) if !filter.respondents().contains(&row) => filter.toggle_respondent(row),
                _ => self.doubt = true,
            }
        }
    }
}

fn pick(question: &Question, id: &str) -> Option<Pick> {
    match id.strip_prefix('@') {
        Some(group) => question.group(group).map(Pick::Group),
        None => question.option(id).map(Pick::Option),
    }
}

fn decoded(text: &str) -> Option<String> {
    percent_decode_str(text).decode_utf8().ok().map(std::borrow::Cow::into_owned)
}
