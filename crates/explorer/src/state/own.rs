//! What a reader answers for respondents of their own. It lives in memory and nowhere else: no
//! address, no storage and no request ever carries it.

mod peers;
pub mod saved;

pub use peers::{Peers, kind_question, widened};

use survey::{Filter, Pick, QuestionIx, Response};

use crate::words::compare as words;

/// More respondents than this are not held side by side: a table of them would no longer be read.
pub const MOST: usize = 6;

/// One respondent of the reader's: a team, say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// What the reader calls it; may be empty.
    pub name: String,
    /// Its answers.
    pub response: Response,
}

/// Everything the reader has answered, and with whom it is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    /// At least one.
    pub entries: Vec<Entry>,
    /// Which of them is on the form.
    pub current: usize,
    /// Whom they are compared with.
    pub peers: Peers,
    /// The traits ticked for peers by traits.
    pub traits: Filter,
    /// Whether answers would be lost with the page.
    pub unsaved: bool,
    /// What went wrong or was done last, for the reader.
    pub notice: Option<Notice>,
}

/// A sentence about the last thing the reader did with their answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// It was done.
    Done(String),
    /// It could not be done.
    Failed {
        /// Why, and what to do.
        why: String,
        /// The element to mend it at.
        at: String,
    },
}

impl Default for Own {
    fn default() -> Self {
        Self {
            entries: vec![Entry::default()],
            current: 0,
            peers: Peers::default(),
            traits: Filter::default(),
            unsaved: false,
            notice: None,
        }
    }
}

impl Own {
    /// The answers on the form.
    pub fn response(&self) -> &Response {
        &self.entries[self.current].response
    }

    /// Whether nothing was answered and nothing named.
    pub fn is_blank(&self) -> bool {
        self.entries.iter().all(|entry| *entry == Entry::default())
    }

    /// What an entry is called: its name, or its number.
    pub fn name(&self, entry: usize) -> String {
        match self.entries[entry].name.trim() {
            "" if self.entries.len() == 1 => words::yours(None),
            "" => words::yours(Some(entry + 1)),
            name => name.to_owned(),
        }
    }
}

/// What the reader does with their own answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OwnAction {
    /// Answer a question, or take the answer back.
    Give(QuestionIx, Option<Vec<usize>>),
    /// Call the entry on the form something.
    Rename(String),
    /// Answer for one respondent more.
    Add,
    /// Put another entry on the form.
    Use(usize),
    /// Take the entry on the form away.
    Remove,
    /// Choose the peers.
    CompareWith(Peers),
    /// Tick or untick a trait of the peers.
    ToggleTrait(QuestionIx, Pick),
    /// Compare with those who have these traits.
    CompareWithTraits(Filter),
    /// Take in entries from a file, beside those that are there.
    Open(Vec<Entry>, Notice),
    /// They were saved, or could not be.
    Saved(Notice),
    /// Say what came of something.
    Tell(Notice),
    /// Forget every answer.
    Forget,
}

/// What an action leaves of the reader's answers.
pub(super) fn apply(own: &mut Own, action: OwnAction) {
    own.notice = None;
    let current = own.current;
    match action {
        OwnAction::Give(question, answer) => {
            own.entries[current].response.give(question, answer);
            own.unsaved = !own.is_blank();
        }
        OwnAction::Rename(name) => {
            own.entries[current].name = name;
            own.unsaved = !own.is_blank();
        }
        OwnAction::Add => {
            if own.entries.len() < MOST {
                own.entries.push(Entry::default());
                own.current = own.entries.len() - 1;
            }
        }
        OwnAction::Use(entry) => own.current = entry.min(own.entries.len() - 1),
        OwnAction::Remove => {
            own.entries.remove(current);
            if own.entries.is_empty() {
                own.entries.push(Entry::default());
            }
            own.current = current.min(own.entries.len() - 1);
        }
        OwnAction::CompareWith(peers) => own.peers = peers,
        OwnAction::ToggleTrait(question, pick) => own.traits.toggle(question, pick),
        OwnAction::CompareWithTraits(traits) => {
            own.peers = Peers::Traits;
            own.traits = traits;
        }
        OwnAction::Open(entries, notice) => {
            if own.is_blank() {
                own.entries.clear();
            }
            own.current = own.entries.len();
            own.entries.extend(entries);
            own.notice = Some(notice);
        }
        OwnAction::Saved(notice) => {
            own.unsaved &= !matches!(notice, Notice::Done(_));
            own.notice = Some(notice);
        }
        OwnAction::Tell(notice) => own.notice = Some(notice),
        OwnAction::Forget => {
            *own = Own { notice: Some(Notice::Done(words::FORGOTTEN.into())), ..Own::default() };
        }
    }
}
