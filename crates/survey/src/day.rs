//! Days of the calendar, as signatures and citations name them.

use std::fmt;

/// A real day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    year: u16,
    month: u8,
    of_month: u8,
}

impl Day {
    /// The day that a text such as `2026-11-20` names; `None` if there is no such day.
    pub fn read(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split('-').collect();
        let number = |text: &str, digits: usize| {
            let right = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
            if right { text.parse::<u16>().ok() } else { None }
        };
        let [year, month, day] = parts.as_slice() else { return None };
        let two = |text: &str| number(text, 2).and_then(|number| u8::try_from(number).ok());
        let (year, month, day) = (number(year, 4)?, two(month)?, two(day)?);
        let is_real = (1..=12).contains(&month) && (1..=days_of(year, month)).contains(&day);
        is_real.then_some(Self { year, month, of_month: day })
    }

    /// The day on which a number of seconds after the beginning of 1970 fell in Greenwich.
    pub fn of_unix_time(seconds: u64) -> Self {
        const DAY: u64 = 24 * 60 * 60;
        let mut left = seconds / DAY;
        let (mut year, mut month) = (1970, 1);
        loop {
            let days = u64::from(days_of(year, month));
            if left < days {
                // A day of a month is under 32.
                let of_month = u8::try_from(left).unwrap_or_default() + 1;
                return Self { year, month, of_month };
            }
            left -= days;
            (year, month) =
                if month == 12 { (year.saturating_add(1), 1) } else { (year, month + 1) };
        }
    }

    /// The day after.
    #[must_use]
    pub fn next(self) -> Self {
        let Self { year, month, of_month } = self;
        if of_month < days_of(year, month) {
            Self { of_month: of_month + 1, ..self }
        } else if month < 12 {
            Self { month: month + 1, of_month: 1, ..self }
        } else {
            Self { year: year + 1, month: 1, of_month: 1 }
        }
    }

    /// Its year.
    pub fn year(self) -> u16 {
        self.year
    }

    /// Its month, from 1.
    pub fn month(self) -> u8 {
        self.month
    }

    /// Its place in its month, from 1.
    pub fn of_month(self) -> u8 {
        self.of_month
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.of_month)
    }
}

fn days_of(year: u16, month: u8) -> u8 {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::Day;

    #[test]
    fn only_real_days_are_read() {
        for text in ["2026-11-20", "2024-02-29", "2000-02-29"] {
            assert_eq!(Day::read(text).unwrap().to_string(), text);
        }
        for text in [
            "2026-02-31",
            "2026-02-29",
            "1900-02-29",
            "2026-13-01",
            "2026-1-1",
            "2026-04-31",
            "x",
            "",
        ] {
            assert_eq!(Day::read(text), None, "{text}");
        }
    }

    #[test]
    fn seconds_become_days() {
        for (seconds, day) in [
            (0, "1970-01-01"),
            (951_782_399, "2000-02-28"),
            (951_782_400, "2000-02-29"),
            (1_795_737_599, "2026-11-26"),
        ] {
            assert_eq!(Day::of_unix_time(seconds).to_string(), day);
        }
        let next = |day| Day::read(day).unwrap().next().to_string();
        assert_eq!(
            [next("2026-02-28"), next("2026-12-31"), next("2026-11-20")],
            ["2026-03-01", "2027-01-01", "2026-11-21"]
        );
    }
}
