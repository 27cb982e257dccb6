//! What a reader can mean by a click, and what comes of it.

use survey::{Against, Filter, Matching, Pick, QuestionIx};

use super::own::{self, OwnAction};
use super::{AppState, Place, Scale, Uncertainty};

/// What the reader meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Pick an answer, or let go of it.
    TogglePick(QuestionIx, Pick),
    /// Ask for any or for all of a question's picks.
    Match(QuestionIx, Matching),
    /// Pick a respondent, or let go.
    ToggleRespondent(u32),
    /// Let go of everything that is selected, of whom it is compared with, and of the breakdown.
    ClearFilter,
    /// Compare the selected with somebody, or nobody. It takes the place of a breakdown.
    CompareWith(Option<Against>),
    /// Let the filters select the second of two selections, or the first.
    SelectSecond(bool),
    /// Break every figure down by a question, or none. It takes the place of a comparison.
    BreakDownBy(Option<QuestionIx>),
    /// Show counts or percentages.
    ShowAs(Scale),
    /// Show how far off shares may be. It is drawn over percentages, so these come with it.
    ShowUncertainty(Uncertainty),
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
    let restores = matches!(action, Action::Restore { .. });
    let mut next = act(state, action);
    if !restores && next.place != state.place {
        // It was of the figure as the link had it.
        next.place.receipt = None;
    }
    next
}

fn act(state: &AppState, action: Action) -> AppState {
    let mut next = state.clone();
    match action {
        Action::TogglePick(question, pick) => next.filter().toggle(question, pick),
        Action::Match(question, matching) => {
            let filter = next.filter();
            let clause = filter.clause(question).cloned().unwrap_or_default();
            filter.set(question, clause.matched(matching));
        }
        Action::ToggleRespondent(row) => next.filter().toggle_respondent(row),
        Action::ClearFilter => {
            next.place.filter = Filter::default();
            next.place.against = None;
            next.place.by = None;
            next.selects_second = false;
        }
        Action::CompareWith(against) => {
            // A second selection begins with everybody, and the filters narrow it at once.
            next.selects_second = matches!(against, Some(Against::Filter(_)));
            next.place.by = next.place.by.filter(|_| against.is_none());
            next.place.against = against;
        }
        Action::SelectSecond(second) => next.selects_second = second,
        Action::BreakDownBy(by) => {
            if by.is_some() {
                next.place.against = None;
                next.selects_second = false;
            }
            next.place.by = by;
        }
        Action::ShowAs(scale) => next.place.scale = scale,
        Action::ShowUncertainty(uncertainty) => {
            next.place.uncertainty = uncertainty;
            if uncertainty != Uncertainty::None {
                next.place.scale = Scale::Percentage;
            }
        }
        Action::Search(text) => next.search = text,
        Action::UseDraw(draw) => {
            let place = &mut next.place;
            if draw != place.draw {
                // Rows of one draw are not the rows of another.
                place.filter.clear_respondents();
                if let Some(Against::Filter(second)) = &mut place.against {
                    second.clear_respondents();
                }
            }
            place.draw = draw;
        }
        Action::Restore { place, in_doubt } => {
            // The reader's own link, back and forward do not turn the filters round.
            next.selects_second &= matches!(place.against, Some(Against::Filter(_)));
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
    use crate::state::{Receipt, Screen};
    use crate::test_survey::ix;

    fn question() -> QuestionIx {
        ix("definition")
    }

    const PICK: Pick = Pick::Option(0);

    fn after(actions: impl IntoIterator<Item = Action>) -> AppState {
        actions.into_iter().fold(AppState::default(), |state, action| apply(&state, action))
    }

    #[test]
    fn a_pick_taken_back_leaves_no_trace() {
        let toggle = || Action::TogglePick(question(), PICK);
        assert!(after([toggle()]).place.filter.has(question(), PICK));
        assert_eq!(after([toggle(), toggle()]), AppState::default());
    }

    #[test]
    fn how_picks_are_matched_is_remembered_before_the_first_and_after_the_last() {
        let matching = |state: &AppState| state.place.filter.clause(question()).map(|c| c.matching);
        let all = || Action::Match(question(), Matching::All);
        let toggle = || Action::TogglePick(question(), PICK);
        let state = after([all()]);
        assert_eq!(matching(&state), Some(Matching::All));
        assert!(state.place.filter.is_empty());
        for actions in [vec![all(), toggle()], vec![all(), toggle(), toggle(), toggle()]] {
            let state = after(actions);
            assert_eq!(matching(&state), Some(Matching::All));
            assert!(state.place.filter.has(question(), PICK));
        }
        let state = after([all(), Action::Match(question(), Matching::Any)]);
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
    fn the_filters_select_one_of_two_selections() {
        let second = |state: &AppState| match &state.place.against {
            Some(Against::Filter(filter)) => filter.clone(),
            other => panic!("compared with {other:?}"),
        };
        let own = || Action::CompareWith(Some(Against::Filter(Filter::default())));
        let pick = || Action::TogglePick(question(), PICK);
        let state = after([own(), pick()]);
        assert!(state.place.filter.is_empty() && second(&state).has(question(), PICK));
        let state = after([own(), Action::SelectSecond(false), pick()]);
        assert!(state.place.filter.has(question(), PICK) && second(&state).is_empty());
        let state = after([own(), Action::ToggleRespondent(3), Action::UseDraw(1)]);
        assert!(second(&state).is_empty());
        let others = Action::CompareWith(Some(Against::Others));
        let state = after([own(), others, pick()]);
        assert!(state.place.filter.has(question(), PICK));
        assert_eq!(state.place.against, Some(Against::Others));
    }

    #[test]
    fn a_breakdown_and_a_comparison_take_each_others_place() {
        let compare = || Action::CompareWith(Some(Against::Everybody));
        let break_down = || Action::BreakDownBy(Some(question()));
        assert_eq!(after([compare(), break_down()]), after([break_down()]));
        assert_eq!(after([break_down(), compare()]), after([compare()]));
        assert_eq!(
            after([break_down(), Action::CompareWith(None)]).place.by,
            Some(question()),
            "comparing with nobody leaves the breakdown"
        );
        assert_eq!(
            after([compare(), Action::BreakDownBy(None)]).place.against,
            Some(Against::Everybody)
        );
    }

    #[test]
    fn uncertainty_brings_percentages_and_leaves_them() {
        let shown = |actions: Vec<Action>| {
            let place = after(actions).place;
            (place.uncertainty, place.scale)
        };
        let interval = || Action::ShowUncertainty(Uncertainty::Interval);
        let none = || Action::ShowUncertainty(Uncertainty::None);
        let counts = || Action::ShowAs(Scale::Count);
        let cases = [
            (vec![interval()], (Uncertainty::Interval, Scale::Percentage)),
            (vec![interval(), none()], (Uncertainty::None, Scale::Percentage)),
            (vec![interval(), counts()], (Uncertainty::Interval, Scale::Count)),
            (vec![none()], (Uncertainty::None, Scale::Count)),
        ];
        for (actions, expected) in cases {
            assert_eq!(shown(actions), expected);
        }
    }

    #[test]
    fn a_receipt_is_of_the_figure_that_the_link_led_to_and_no_other() {
        let receipt = Some(Receipt { data: 1, figure: Some(2) });
        let place = Place { figure: Some(question()), receipt, ..Place::default() };
        let restore = || Action::Restore { place: place.clone(), in_doubt: false };
        let kept = [
            Action::DismissAddressNotice,
            Action::Search("a".into()),
            Action::ShowAs(Scale::Count),
        ];
        for action in kept {
            assert_eq!(after([restore(), action]).place, place);
        }
        for action in [Action::TogglePick(question(), PICK), Action::BreakDownBy(Some(question()))]
        {
            assert_eq!(after([restore(), action]).place.receipt, None);
        }
        assert_eq!(place.on(Screen::About).receipt, None);
    }

    #[test]
    fn clearing_leaves_nobody_selected_and_nobody_compared() {
        let own = Against::Filter(Filter::default());
        for against in [Against::Others, Against::Everybody, own] {
            for second in [false, true] {
                let state = after([
                    Action::TogglePick(question(), PICK),
                    Action::CompareWith(Some(against.clone())),
                    Action::SelectSecond(second),
                    Action::TogglePick(ix("uses"), PICK),
                    Action::ClearFilter,
                ]);
                assert_eq!(state, AppState::default(), "{against:?}");
            }
        }
    }

    #[test]
    fn clearing_gives_everybody_undivided() {
        let state = after([
            Action::TogglePick(question(), PICK),
            Action::ToggleRespondent(1),
            Action::BreakDownBy(Some(question())),
            Action::ClearFilter,
        ]);
        assert_eq!(state.place, Place::default());
        let own = Action::CompareWith(Some(Against::Filter(Filter::default())));
        let state = after([own, Action::TogglePick(question(), PICK), Action::ClearFilter]);
        assert_eq!(state, AppState::default());
    }
}
