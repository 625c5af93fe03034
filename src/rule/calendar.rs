//! What falls on which day: the same report looked at by the calendar. No rule is added here.

use crate::date::Date;
use crate::rule::provision::Provision;
use crate::text::{Lang, Text, text};

/// Something that falls on a day or runs over days.
#[derive(Clone, Debug)]
pub struct Event {
    /// Its name, which stays the same when the calendar is worked out anew: `call-2026`. Each has its own.
    pub id: String,
    /// What it is, for the eye.
    pub kind: Happening,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub until: Date,
    /// What it is, in Chinese and English.
    pub title: [String; 2],
    /// The rule that it comes from.
    pub provision: &'static Provision,
    /// Whether the rules or the answers name the day.
    pub sure: Certainty,
}

/// What happens.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Happening {
    /// The call of a year.
    Call,
    /// An application.
    Filing,
    /// A review.
    Review,
    /// Money comes.
    Payment,
    /// Yearly support ends.
    Support,
    /// A window of years to choose from ends.
    Window,
    /// A duty ends.
    Duty,
    /// It has ended: what was received stays from this day on.
    Free,
    /// The office has promised something.
    Promise,
}

/// How far a day can be relied on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Certainty {
    /// The rules or the answers name it.
    Sure,
    /// It is the usual time: the rules name no day, or it hangs on what is not known yet.
    Usual,
}

impl Certainty {
    /// Its name in files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Sure => "sure",
            Self::Usual => "usual",
        }
    }

    /// Its word.
    #[must_use]
    pub const fn word(self) -> Text {
        match self {
            Self::Sure => text("确定", "fixed"),
            Self::Usual => text("通常", "usual"),
        }
    }
}

impl Happening {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Call,
        Self::Filing,
        Self::Review,
        Self::Payment,
        Self::Support,
        Self::Window,
        Self::Duty,
        Self::Free,
        Self::Promise,
    ];

    /// Its name in files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Call => "call",
            Self::Filing => "filing",
            Self::Review => "review",
            Self::Payment => "payment",
            Self::Support => "support",
            Self::Window => "window",
            Self::Duty => "duty",
            Self::Free => "free",
            Self::Promise => "promise",
        }
    }

    /// How many days before it one wants to be reminded; `None` where there is nothing to be done.
    #[must_use]
    pub const fn remind_before(self) -> Option<u8> {
        match self {
            Self::Call => Some(14),
            Self::Filing | Self::Promise => Some(7),
            Self::Support | Self::Window | Self::Duty => Some(30),
            Self::Review | Self::Payment | Self::Free => None,
        }
    }
}

impl Event {
    /// What it is, in one language.
    #[must_use]
    pub fn title(&self, lang: Lang) -> &str {
        let [zh, en] = &self.title;
        match lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    /// Its days: `2026年11月25日至11月30日`, `25 November 2026 to 30 November 2026`; `2027年内`, `in 2027`.
    #[must_use]
    pub fn days(&self, lang: Lang) -> String {
        let day = |day: Date| match lang {
            Lang::Zh => day.zh(),
            Lang::En => day.en(),
        };
        if self.from == self.until {
            day(self.from)
        } else if self.from == Date::first_of(self.from.year()) && self.until == Date::last_of(self.from.year()) {
            match lang {
                Lang::Zh => format!("{}年内", self.from.year()),
                Lang::En => format!("in {}", self.from.year()),
            }
        } else {
            match lang {
                Lang::Zh if self.from.year() == self.until.year() => {
                    format!("{}至{}月{}日", day(self.from), self.until.month(), self.until.day())
                }
                Lang::Zh => format!("{}至{}", day(self.from), day(self.until)),
                Lang::En => format!("{} to {}", day(self.from), day(self.until)),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rule::calendar::Happening;

    /// A month for what has to be prepared, two weeks for a call, a week for what only has to be handed in.
    #[test]
    fn one_is_reminded_of_what_there_is_to_do() {
        for (happening, days) in [
            (Happening::Call, Some(14)),
            (Happening::Filing, Some(7)),
            (Happening::Review, None),
            (Happening::Payment, None),
            (Happening::Support, Some(30)),
            (Happening::Window, Some(30)),
            (Happening::Duty, Some(30)),
            (Happening::Free, None),
            (Happening::Promise, Some(7)),
        ] {
            assert_eq!(happening.remind_before(), days, "{}", happening.id());
        }
    }
}
