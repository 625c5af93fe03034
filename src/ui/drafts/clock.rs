//! The day and the time on this machine.

use miyun::date::Date;
use miyun::text::Lang;

/// Now, in milliseconds since 1970.
pub fn milliseconds() -> i64 {
    js_sys::Date::now() as i64
}

/// Now, as ISO 8601.
pub fn now() -> String {
    String::from(js_sys::Date::new_0().to_iso_string())
}

/// Today, on this machine.
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    let part = |part: u32| u16::try_from(part).unwrap_or(1);
    let (month, day) = (part(now.get_month()) + 1, part(now.get_date()));
    Date::new(part(now.get_full_year()), u8::try_from(month).unwrap_or(1), u8::try_from(day).unwrap_or(1))
        .unwrap_or(Date::first_of(2026))
}

/// `14:32` for a moment of today, else its day.
pub fn moment(at: &str, today: Date) -> String {
    let moment = js_sys::Date::new(&leptos::wasm_bindgen::JsValue::from_str(at));
    let day = format!("{:04}-{:02}-{:02}", moment.get_full_year(), moment.get_month() + 1, moment.get_date());
    if day == today.to_string() {
        format!("{:02}:{:02}", moment.get_hours(), moment.get_minutes())
    } else if moment.get_full_year() > 2000 {
        day
    } else {
        String::new()
    }
}

/// The moment a draft was kept, as people of the language say it: `今天14:32`, `7月3日14:32`, `2025年7月3日`.
pub fn when(at: &str, today: Date, lang: Lang) -> String {
    let moment = js_sys::Date::new(&leptos::wasm_bindgen::JsValue::from_str(at));
    let day = u16::try_from(moment.get_full_year()).ok().and_then(|year| {
        Date::new(year, u8::try_from(moment.get_month() + 1).ok()?, u8::try_from(moment.get_date()).ok()?)
    });
    let Some(day) = day else { return String::new() };
    let time = format!("{:02}:{:02}", moment.get_hours(), moment.get_minutes());
    match (lang, day == today, day.year() == today.year()) {
        (Lang::Zh, true, _) => format!("今天{time}"),
        (Lang::En, true, _) => format!("today {time}"),
        (Lang::Zh, _, true) => format!("{}月{}日{time}", day.month(), day.day()),
        (Lang::Zh, ..) => day.zh(),
        (Lang::En, _, true) => format!("{}, {time}", day.en()),
        (Lang::En, ..) => day.en(),
    }
}
