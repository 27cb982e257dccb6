//! Why a survey's file can't be shown.

use survey::CubeError;
use survey::bundle::{ContentError, DecodeError};

use crate::words::start as words;

/// A fault of the survey's file as a clause for those who can't mend it.
pub fn unreadable(error: &DecodeError) -> &'static str {
    match error {
        DecodeError::NotABundle => words::NOT_A_SURVEY_FILE,
        DecodeError::OtherVersion { .. } => words::OTHER_VERSION,
        DecodeError::Length { .. } => words::NOT_WHOLE,
        DecodeError::Altered => words::ALTERED,
        DecodeError::ConfidentialRecords => words::CONFIDENTIAL,
        // A release from before the floor was raised, or one that nobody should have made.
        DecodeError::Content(ContentError::Cube(errors)) if errors.iter().any(is_too_small) => {
            words::TOO_FEW
        }
        // A form or a content that is none, and whatever a later version of the format refuses.
        _ => words::HOLDS_NO_SURVEY,
    }
}

fn is_too_small(error: &CubeError) -> bool {
    matches!(error, CubeError::SmallBase(_) | CubeError::SmallRest { .. })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_of_too_few_are_a_reason_of_their_own() {
        let of = |errors| unreadable(&DecodeError::Content(ContentError::Cube(errors)));
        let small = || CubeError::SmallBase("uses".into());
        let other = || CubeError::Sums("uses".into());
        assert_eq!(of(vec![small()]), words::TOO_FEW);
        assert_eq!(of(vec![other(), small()]), words::TOO_FEW);
        assert_eq!(of(vec![other()]), words::HOLDS_NO_SURVEY);
    }
}
