//! A calendar that other programs take: iCalendar, RFC 5545.

use sha2::{Digest, Sha256};

use crate::applicant::identity::{CREDIT_CODE, NAME};
use crate::date::Date;
use crate::drafts::calendar::Dated;
use crate::drafts::draft::Draft;
use crate::rule::Edition;
use crate::rule::calendar::{Certainty, Event};
use crate::text::{Lang, Text, text};

/// Its type.
pub const KIND: &str = "text/calendar";

const SURE: Text = text("日期确定", "The day is fixed");
const USUAL: Text = text("日期为通常时间，以公告和通知为准", "The usual time: go by the notices");

/// How the name of the program that wrote it begins.
const PROGRAM: &str = "-//miyun ";

/// The longest line, in bytes, without its end.
const LONGEST: usize = 75;

/// A calendar of a draft, called as an edition calls it, in one language, with the other beside it in the descriptions.
/// Events keep their names when the draft changes, so that a program that has taken an earlier one changes them and adds
/// none twice; those of another applicant are others. `today` is the day on which it is made.
#[must_use]
pub fn write(rules: &Edition, draft: &Draft, days: &[Dated], lang: Lang, today: Date) -> String {
    let (whose, edition) = (whose(draft), rules.index.id);
    let mut file = Lines(String::new());
    file.add("BEGIN", "VCALENDAR");
    file.add("VERSION", "2.0");
    file.add("PRODID", &format!("{PROGRAM}{}//{edition}//{}", env!("CARGO_PKG_VERSION"), code(lang)));
    file.add("CALSCALE", "GREGORIAN");
    file.add("METHOD", "PUBLISH");
    file.add("X-WR-CALNAME", &escaped(rules.papers.calendar.get(lang)));
    for Dated { edition, event } in days {
        // Words of another document say which.
        let document = (edition.index.id != rules.index.id).then_some(edition.index.number);
        file.event(event, document, &format!("{}-{whose}@{}", event.id, edition.index.id), lang, today);
    }
    file.add("END", "VCALENDAR");
    file.0
}

/// Whether a text is a calendar that this program wrote.
#[must_use]
pub fn is_ours(text: &str) -> bool {
    let mut made_by = text.lines().filter_map(|line| line.strip_prefix("PRODID:"));
    text.starts_with("BEGIN:VCALENDAR") && made_by.any(|program| program.starts_with(PROGRAM))
}

/// Whose calendar it is, as a short sign: of the credit code, else of the name, else of the draft's title.
fn whose(draft: &Draft) -> String {
    let filled = draft.facts.get(&CREDIT_CODE).or_else(|| draft.facts.get(&NAME)).unwrap_or(&draft.title);
    Sha256::digest(filled.trim()).iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

const fn code(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "ZH",
        Lang::En => "EN",
    }
}

/// A day as the format writes it.
fn day(day: Date) -> String {
    day.to_string().replace('-', "")
}

/// Text as the value of a property: what would end it or begin another is escaped, signs that steer are left out.
fn escaped(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for sign in words.chars() {
        match sign {
            '\\' | ';' | ',' => escaped.extend(['\\', sign]),
            '\n' => escaped.push_str("\\n"),
            sign if sign.is_control() => {}
            sign => escaped.push(sign),
        }
    }
    escaped
}

/// Lines of the format.
struct Lines(String);

impl Lines {
    /// A property: what is longer than a line goes on after a blank, never within a sign.
    fn add(&mut self, name: &str, value: &str) {
        let mut room = LONGEST;
        for sign in name.chars().chain([':']).chain(value.chars()) {
            if sign.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = LONGEST - 1;
            }
            room -= sign.len_utf8();
            self.0.push(sign);
        }
        self.0.push_str("\r\n");
    }

    fn event(&mut self, event: &Event, document: Option<&str>, uid: &str, lang: Lang, today: Date) {
        let Some(after) = event.until.next() else { return };
        let other = match lang {
            Lang::Zh => Lang::En,
            Lang::En => Lang::Zh,
        };
        let sure = match event.sure {
            Certainty::Sure => SURE,
            Certainty::Usual => USUAL,
        };
        let mut says = vec![
            event.provision.sentence(lang),
            sure.get(lang).to_owned(),
            event.title(other).to_owned(),
            event.provision.sentence(other),
        ];
        says.extend(document.map(str::to_owned));
        self.add("BEGIN", "VEVENT");
        self.add("UID", uid);
        self.add("DTSTAMP", &format!("{}T000000Z", day(today)));
        self.add("DTSTART;VALUE=DATE", &day(event.from));
        self.add("DTEND;VALUE=DATE", &day(after));
        self.add("SUMMARY", &escaped(event.title(lang)));
        self.add("DESCRIPTION", &escaped(&says.join("\n")));
        self.add("CATEGORIES", &event.kind.id().to_ascii_uppercase());
        self.add(
            "STATUS",
            match event.sure {
                Certainty::Sure => "CONFIRMED",
                Certainty::Usual => "TENTATIVE",
            },
        );
        // Nobody is busy all these days.
        self.add("TRANSP", "TRANSPARENT");
        if let Some(days) = event.kind.remind_before() {
            self.add("BEGIN", "VALARM");
            self.add("ACTION", "DISPLAY");
            self.add("DESCRIPTION", &escaped(event.title(lang)));
            self.add("TRIGGER", &format!("-P{days}D"));
            self.add("END", "VALARM");
        }
        self.add("END", "VEVENT");
    }
}
