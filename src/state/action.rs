//! What a reader can mean by a click, and what comes of it.

use survey::{Filter, Matching, Pick, QuestionIx};

use super::own::{self, OwnAction};
use super::{AppState, Place, Scale};

/// What the reader meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Pick an answer, or let go of it.
    TogglePick(QuestionIx, Pick),
    /// Ask for any or for all of a question's picks.
    Match(QuestionIx, Matching),
    /// Pick a respondent, or let go.
    ToggleRespondent(u32),
    /// Let go of everything.
    ClearFilter,
    /// Break every figure down by a question, or none.
    BreakDownBy(Option<QuestionIx>),
    /// Show counts or percentages.
    ShowAs(Scale),
    /// Look for a question.
    Search(String),
    /// Look at another set of answers.
    UseDraw(usize),
    /// Be where an address says; `in_doubt` when it held something that could not be used.
    Restore {
        /// Where.
        place: Place,
        /// Whether a part was ignored.
        in_doubt: bool,
    },
    /// Something with the reader's own answers.
    Own(OwnAction),
    /// The reader has read the sentence on the address.
    DismissAddressNotice,
}

/// The state after an action. Pure: it is all that an action does.
pub fn apply(state: &AppState, action: Action) -> AppState {
    let mut next = state.clone();
    let place = &mut next.place;
    match action {
        Action::TogglePick(question, pick) => place.filter.toggle(question, pick),
        Action::Match(question, matching) => {
            let clause = place.filter.clause(question).cloned().unwrap_or_default();
            place.filter.set(question, clause.matched(matching));
        }
        Action::ToggleRespondent(row) => place.filter.toggle_respondent(row),
        Action::ClearFilter => place.filter = Filter::default(),
        Action::BreakDownBy(by) => place.by = by,
        Action::ShowAs(scale) => place.scale = scale,
        Action::Search(text) => next.search = text,
        Action::UseDraw(draw) => {
            if draw != place.draw {
                // Rows of one draw are not the rows of another.
                place.filter.clear_respondents();
            }
            place.draw = draw;
        }
        Action::Restore { place, in_doubt } => {
            next.place = place;
            next.address_in_doubt = in_doubt;
        }
        Action::Own(action) => own::apply(&mut next.own, action),
        Action::DismissAddressNotice => next.address_in_doubt = false,
    }
    next
}

#[cfg(test)]
mod tests {
    use super::*;

    const QUESTION: QuestionIx = QuestionIx(1);
    const PICK: Pick = Pick::Option(0);

    fn after(actions: impl IntoIterator<Item = Action>) -> AppState {
        actions.into_iter().fold(AppState::default(), |state, action| apply(&state, action))
    }

    #[test]
    fn a_pick_taken_back_leaves_no_trace() {
        let toggle = || Action::TogglePick(QUESTION, PICK);
        assert!(after([toggle()]).place.filter.has(QUESTION, PICK));
        assert_eq!(after([toggle(), toggle()]), AppState::default());
    }

    #[test]
    fn how_picks_are_matched_is_remembered_before_the_first_and_after_the_last() {
        let matching = |state: &AppState| state.place.filter.clause(QUESTION).map(|c| c.matching);
        let all = || Action::Match(QUESTION, Matching::All);
        let toggle = || Action::TogglePick(QUESTION, PICK);
        let state = after([all()]);
        assert_eq!(matching(&state), Some(Matching::All));
        assert!(state.place.filter.is_empty());
        for actions in [vec![all(), toggle()], vec![all(), toggle(), toggle(), toggle()]] {
            let state = after(actions);
            assert_eq!(matching(&state), Some(Matching::All));
            assert!(state.place.filter.has(QUESTION, PICK));
        }
        let state = after([all(), Action::Match(QUESTION, Matching::Any)]);
        assert_eq!(state, AppState::default());
    }

    #[test]
    fn picked_teams_do_not_follow_to_another_draw() {
        let state = after([Action::ToggleRespondent(3), Action::UseDraw(1)]);
        assert!(state.place.filter.is_empty());
        let state = after([Action::ToggleRespondent(3), Action::UseDraw(0)]);
        assert!(!state.place.filter.is_empty());
    }

    #[test]
    fn clearing_keeps_the_breakdown() {
        let state = after([
            Action::TogglePick(QUESTION, PICK),
            Action::ToggleRespondent(1),
            Action::BreakDownBy(Some(QUESTION)),
            Action::ClearFilter,
        ]);
        assert_eq!(state.place, Place { by: Some(QUESTION), ..Place::default() });
    }
}
