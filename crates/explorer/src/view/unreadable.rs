//! Why a survey's file can't be shown.

use survey::bundle::DecodeError;

/// A fault of the survey's file as a clause for those who can't mend it.
pub fn unreadable(error: &DecodeError) -> &'static str {
    match error {
        DecodeError::NotABundle => "its survey file is not one that it can read",
        DecodeError::OtherVersion { .. } => {
            "its survey file was made for another version of this page"
        }
        DecodeError::Length { .. } => "its survey file did not arrive whole",
        DecodeError::Altered => "its survey file is damaged or was changed",
        DecodeError::ConfidentialRecords => {
            "its survey file holds answers that must not be published, so it was not opened"
        }
        // A form or a content that is none, and whatever a later version of the format refuses.
        _ => "its survey file does not hold a survey",
    }
}
