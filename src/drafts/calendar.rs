//! What falls on which day for a draft, under its own edition and under those that it answers beside it.

use crate::drafts::draft::Draft;
use crate::order::Order;
use crate::policy;
use crate::rule::{Edition, Event, Report};
use crate::text::Lang;

/// Something that falls on a day, with the edition that it comes from.
#[derive(Clone, Debug)]
pub struct Dated {
    /// The edition.
    pub edition: &'static Edition,
    /// What falls on which day.
    pub event: Event,
}

impl Dated {
    /// What falls on which day under an edition.
    #[must_use]
    pub fn all(edition: &'static Edition, events: Vec<Event>) -> Vec<Self> {
        events.into_iter().map(|event| Self { edition, event }).collect()
    }

    /// Where it stands: `第三十二条`; in another document than the draft's own with the number of that.
    #[must_use]
    pub fn basis(&self, draft: &Draft, lang: Lang) -> String {
        let article = self.event.provision.article.words(lang);
        match (self.edition.index.id == draft.edition, lang) {
            (true, _) => article,
            (false, Lang::Zh) => format!("{}{article}", self.edition.index.number),
            (false, Lang::En) => format!("{}, {article}", self.edition.index.number),
        }
    }
}

/// What falls on which day, earliest first. `report` is that of the draft's own edition, with its working. Answers beside
/// it that cannot be read have no days.
#[must_use]
pub fn calendar(draft: &Draft, report: &Report) -> Vec<Dated> {
    let rules = draft.rules();
    let mut days = Dated::all(rules, (rules.calendar)(&draft.facts, report));
    for edition in policy::FURTHER.iter().copied() {
        if let Some(facts) = draft.told_under(edition.index) {
            days.extend(Dated::all(edition, (edition.calendar)(&facts, &edition.assess(&facts, true))));
        }
    }
    days.order_by_key(|day| (day.event.from, day.event.until));
    days
}
