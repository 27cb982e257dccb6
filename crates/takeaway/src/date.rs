//! A day, as it is written in files and as people say it.

use explorer::words::attribution::{MONTHS, day as said};

/// Year, month and day of "2026-11-22".
pub(crate) fn parts(date: &str) -> Option<(u16, u8, u8)> {
    let (year, rest) = date.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    let parts = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    let is_day = (1980..=9999).contains(&parts.0)
        && (1..=12).contains(&parts.1)
        && (1..=31).contains(&parts.2);
    is_day.then_some(parts)
}

/// "22 November 2026"; what is no date stays as it is.
pub(crate) fn in_words(date: &str) -> String {
    let words = |(year, month, day): (u16, u8, u8)| {
        let month = MONTHS.get(usize::from(month) - 1)?;
        Some(said(year, month, day))
    };
    parts(date).and_then(words).unwrap_or_else(|| date.to_owned())
}

#[cfg(test)]
mod tests {
    use super::in_words;

    #[test]
    fn days_are_said_as_people_say_them() {
        let cases = [
            ("2026-11-22", "22 November 2026"),
            ("2027-01-01", "1 January 2027"),
            ("2026-13-01", "2026-13-01"),
            ("2026-00-10", "2026-00-10"),
            ("today", "today"),
            ("", ""),
        ];
        for (date, expected) in cases {
            assert_eq!(in_words(date), expected);
        }
    }
}
