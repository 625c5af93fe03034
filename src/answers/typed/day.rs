//! Days as people and programs write them.

use crate::answers::typed::{Complaint, squeeze};
use crate::date::Date;

/// A day: `2021-3-1`, `2021年3月1日`, `2021/03/01`, `2021.3.1`, `20210301`, also with a time of that day as spreadsheets
/// and programs write it: `2021/3/1 0:00`, `2021-03-01T00:00:00`.
///
/// # Errors
/// When it is no day of the calendar.
pub fn date(typed: &str) -> Result<Date, Complaint> {
    // As programs write it: of a long table nearly all.
    Date::from_iso(typed).map_or_else(|| written_day(typed), Ok)
}

/// A day however it is written.
pub(super) fn written_day(typed: &str) -> Result<Date, Complaint> {
    let day = typed.trim().rsplit_once([' ', 'T']).filter(|(_, time)| is_time(time));
    let day = day.map_or(typed, |(day, _)| day);
    if let Some(day) = english_day(day) {
        return Ok(day);
    }
    // `2021/3/1 0` is no tenth of March.
    let words: Vec<&str> = day.split_whitespace().collect();
    let is_digit = |sign: Option<char>| sign.is_some_and(char::is_numeric);
    if words.windows(2).any(|pair| is_digit(pair[0].chars().next_back()) && is_digit(pair[1].chars().next())) {
        return Err(Complaint::NotADate);
    }
    let squeezed = squeeze(day);
    let squeezed = squeezed.strip_prefix('\'').unwrap_or(&squeezed);
    let body = squeezed.strip_suffix(['日', '号']).unwrap_or(squeezed);
    let parts: Vec<&str> = if body.len() == 8 && body.bytes().all(|byte| byte.is_ascii_digit()) {
        vec![&body[..4], &body[4..6], &body[6..]]
    } else {
        body.split(['-', '/', '.', '年', '月']).collect()
    };
    let [year, month, day] = parts[..] else { return Err(Complaint::NotADate) };
    // A number's own way of reading takes a sign.
    if year.len() != 4 || !parts.iter().all(|part| part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit())) {
        return Err(Complaint::NotADate);
    }
    match (year.parse(), month.parse(), day.parse()) {
        (Ok(year), Ok(month), Ok(day)) => Date::new(year, month, day).ok_or(Complaint::NotADate),
        _ => Err(Complaint::NotADate),
    }
}

/// A day whose month is a word, which leaves one way to read it: `1 Jul 2022`, `July 1, 2022`, `2022-Jul-01`.
fn english_day(typed: &str) -> Option<Date> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let parts = typed.split([' ', '-', '/', ',', '.']).filter(|part| !part.is_empty()).collect::<Vec<_>>();
    let month = |part: &str| {
        let part = part.to_ascii_lowercase();
        let place = MONTHS.iter().position(|month| part.len() >= 3 && month.starts_with(&part))?;
        u8::try_from(place + 1).ok()
    };
    let number = |part: &str, most: usize| {
        let digits = part.len() <= most && part.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| part.parse::<u16>().ok()).flatten()
    };
    let [first, second, third] = parts[..] else { return None };
    let (month, day, year) = match (month(first), month(second)) {
        (Some(month), None) => (month, second, third),
        (None, Some(month)) if first.len() == 4 => (month, third, first),
        (None, Some(month)) => (month, first, third),
        _ => return None,
    };
    let year = number(year, 4).filter(|_| year.len() == 4)?;
    Date::new(year, month, u8::try_from(number(day, 2)?).ok()?)
}

/// `0:00`, `09:30:00`, `00:00:00.000`.
fn is_time(time: &str) -> bool {
    let parts: Vec<&str> = time.split([':', '.']).collect();
    let digits = |part: &str| part.len() <= 3 && part.bytes().all(|byte| byte.is_ascii_digit());
    let below = |part: &str, most: u16| digits(part) && part.parse::<u16>().is_ok_and(|part| part < most);
    match parts[..] {
        [hour, minute] => below(hour, 24) && below(minute, 60),
        [hour, minute, second] => below(hour, 24) && below(minute, 60) && below(second, 60),
        [hour, minute, second, part] => below(hour, 24) && below(minute, 60) && below(second, 60) && below(part, 1000),
        _ => false,
    }
}
