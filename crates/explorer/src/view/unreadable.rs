//! Why a survey's file can't be shown.

use survey::bundle::DecodeError;

use crate::words::start as words;

/// A fault of the survey's file as a clause for those who can't mend it.
pub fn unreadable(error: &DecodeError) -> &'static str {
    match error {
        DecodeError::NotABundle => words::NOT_A_SURVEY_FILE,
        DecodeError::OtherVersion { .. } => words::OTHER_VERSION,
        DecodeError::Length { .. } => words::NOT_WHOLE,
        DecodeError::Altered => words::ALTERED,
        DecodeError::ConfidentialRecords => words::CONFIDENTIAL,
        // A form or a content that is none, and whatever a later version of the format refuses.
        _ => words::HOLDS_NO_SURVEY,
    }
}
