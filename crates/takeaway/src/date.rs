//! A day, as it is written in files and as people say it.

use explorer::words::attribution::{MONTHS, day as said};
use survey::Day;

/// Year, month and day of "2026-11-22". Archives know no day before 1980, which stands for what is no
/// date.
pub(crate) fn parts(date: &str) -> (u16, u8, u8) {
    let parts = |day: Day| (day.year(), day.month(), day.of_month());
    Day::read(date).map(parts).filter(|(year, ..)| *year >= 1980).unwrap_or((1980, 1, 1))
}

/// "22 November 2026"; what is no date stays as it is.
pub(crate) fn in_words(date: &str) -> String {
    let words = |day: Day| {
        let month = MONTHS.get(usize::from(day.month()) - 1)?;
        Some(said(day.year(), month, day.of_month()))
    };
    Day::read(date).and_then(words).unwrap_or_else(|| date.to_owned())
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
            ("2026-02-30", "2026-02-30"),
            ("today", "today"),
            ("", ""),
        ];
        for (date, expected) in cases {
            assert_eq!(in_words(date), expected);
        }
    }
}
