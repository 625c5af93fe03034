//! Calendar days and fiscal years. A fiscal year is the calendar year.

use std::fmt;

/// A fiscal year.
pub type Year = u16;

/// A day of the Gregorian calendar between 1900 and 2199.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Date {
    year: Year,
    month: u8,
    day: u8,
}

impl Date {
    /// The day, if the calendar has it.
    #[must_use]
    pub const fn new(year: Year, month: u8, day: u8) -> Option<Self> {
        if year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > days_in(year, month) {
            return None;
        }
        Some(Self { year, month, day })
    }

    /// 1 January.
    #[must_use]
    pub const fn first_of(year: Year) -> Self {
        Self { year, month: 1, day: 1 }
    }

    /// 31 December.
    #[must_use]
    pub const fn last_of(year: Year) -> Self {
        Self { year, month: 12, day: 31 }
    }

    /// The day after; `None` after the last one that is counted.
    #[must_use]
    pub const fn next(self) -> Option<Self> {
        if self.day < days_in(self.year, self.month) {
            Some(Self { day: self.day + 1, ..self })
        } else if self.month < 12 {
            Some(Self { month: self.month + 1, day: 1, ..self })
        } else {
            Self::new(self.year + 1, 1, 1)
        }
    }

    /// The last day of so many years that begin on this one: three years from 1 July 2021 end on 30 June 2024. `None`
    /// beyond the days that are counted.
    #[must_use]
    pub const fn years_end(self, years: Year) -> Option<Self> {
        let year = self.year + years;
        if self.day > 1 {
            // Years from 29 February end on the 28th, also of a leap year.
            Self::new(year, self.month, self.day - 1)
        } else if self.month > 1 {
            Self::new(year, self.month - 1, days_in(year, self.month - 1))
        } else {
            Self::new(year - 1, 12, 31)
        }
    }

    /// The calendar year.
    #[must_use]
    pub const fn year(self) -> Year {
        self.year
    }

    /// The month, 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }

    /// The first calendar year that lies wholly on or after this day.
    #[must_use]
    pub const fn first_full_year(self) -> Year {
        if self.month == 1 && self.day == 1 { self.year } else { self.year + 1 }
    }

    /// `2022-03-18` read strictly, as drafts store it.
    #[must_use]
    pub fn from_iso(iso: &str) -> Option<Self> {
        let bytes: &[u8; 10] = iso.as_bytes().try_into().ok()?;
        let number = |digits: &[u8]| {
            let digits = digits.iter().map(|byte| byte.is_ascii_digit().then(|| u16::from(byte - b'0')));
            digits.reduce(|number, digit| Some(number? * 10 + digit?)).flatten()
        };
        let [year, month, day] = [&bytes[..4], &bytes[5..7], &bytes[8..]].map(number);
        let small = |number: Option<u16>| u8::try_from(number?).ok();
        if [bytes[4], bytes[7]] == *b"--" { Self::new(year?, small(month)?, small(day)?) } else { None }
    }

    /// `2022年3月18日`, as Chinese papers write it.
    #[must_use]
    pub fn zh(self) -> String {
        format!("{}年{}月{}日", self.year, self.month, self.day)
    }

    /// `18 March 2022`.
    #[must_use]
    pub fn en(self) -> String {
        const MONTHS: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        format!("{} {} {}", self.day, MONTHS[usize::from(self.month - 1)], self.year)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

const fn days_in(year: Year, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn the_calendar_refuses_days_that_do_not_exist() {
        assert!(Date::new(2024, 2, 29).is_some());
        assert!(Date::new(2023, 2, 29).is_none());
        assert!(Date::new(2100, 2, 29).is_none());
        assert!(Date::new(2023, 4, 31).is_none());
        assert!(Date::from_iso("2023-4-01").is_none());
        assert_eq!(Date::from_iso("2023-04-01"), Date::new(2023, 4, 1));
    }

    #[test]
    fn days_follow_each_other_and_years_end_a_day_before_they_began() {
        let day = |iso: &str| Date::from_iso(iso).unwrap();
        for (today, tomorrow) in [
            ("2024-02-28", "2024-02-29"),
            ("2023-02-28", "2023-03-01"),
            ("2024-02-29", "2024-03-01"),
            ("2026-04-30", "2026-05-01"),
            ("2026-12-31", "2027-01-01"),
        ] {
            assert_eq!(day(today).next(), Some(day(tomorrow)), "{today}");
        }
        assert_eq!(Date::last_of(2199).next(), None);
        for (from, years, end) in [
            ("2021-07-01", 3, "2024-06-30"),
            ("2021-01-01", 3, "2023-12-31"),
            ("2021-03-01", 3, "2024-02-29"),
            ("2021-03-01", 1, "2022-02-28"),
            ("2020-02-29", 3, "2023-02-28"),
            ("2024-05-20", 5, "2029-05-19"),
        ] {
            assert_eq!(day(from).years_end(years), Some(day(end)), "{from} + {years}");
        }
        assert_eq!(day("2198-01-02").years_end(5), None);
    }

    #[test]
    fn a_year_is_full_from_its_first_day() {
        assert_eq!(Date::first_of(2021).first_full_year(), 2021);
        assert_eq!(Date::new(2021, 1, 2).map(Date::first_full_year), Some(2022));
    }
}
