//! 三（3）、六（3） · what falls on which day: the list at the beginning of the year, and what was promised.

use crate::answers::facts::Facts;
use crate::applicant::identity::APPLICATION_YEAR;
use crate::date::Date;
use crate::order::Order;
use crate::policy::miyun_2019_29::heading_3_scopes::DECIDED;
use crate::policy::miyun_2019_29::heading_6_ladder::PROMISE;
use crate::policy::miyun_2019_29::needs::needs;
use crate::policy::miyun_2019_29::questions::State;
use crate::rule::Report;
use crate::rule::calendar::{Certainty, Event, Happening};
use crate::text::Lang;

/// The days that were promised for what is not done, and the next time that the list is made; earliest first.
pub(super) fn calendar(facts: &Facts, _: &Report) -> Vec<Event> {
    let promised = needs(facts).into_iter().filter(|need| need.state != State::Done);
    let mut signs = Vec::new();
    let promised = promised.filter_map(|need| {
        let day = need.promised?;
        let sign = sign(&need.name(Lang::Zh));
        // Matters of the same name are several.
        let again = signs.iter().filter(|other| **other == sign).count();
        signs.push(sign);
        Some(Event {
            id: if again == 0 { format!("promise-{sign:08x}") } else { format!("promise-{sign:08x}-{}", again + 1) },
            kind: Happening::Promise,
            from: day,
            until: day,
            title: [format!("承诺办结：{}", need.name(Lang::Zh)), format!("Promised: {}", need.name(Lang::En))],
            provision: &PROMISE,
            sure: Certainty::Sure,
        })
    });
    let mut events: Vec<Event> = promised.collect();
    if let Some(year) = facts.get(&APPLICATION_YEAR).and_then(|year| year.checked_add(1))
        && let Some(until) = Date::new(year, 3, 31)
    {
        events.push(Event {
            id: format!("list-{year}"),
            kind: Happening::Call,
            from: Date::first_of(year),
            until,
            title: [format!("{year}年服务包企业名单确定"), format!("List of key enterprises of {year}")],
            provision: &DECIDED,
            sure: Certainty::Usual,
        });
    }
    events.order_by_key(|event| (event.from, event.until));
    events
}

/// A name as a number: rows move and days change, and an event keeps its own.
fn sign(name: &str) -> u32 {
    name.bytes().fold(0x811c_9dc5, |sign, byte| (sign ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
