//! The needs as they are told, row by row.

use crate::answers::facts::Facts;
use crate::answers::question::{Cell, Words};
use crate::date::Date;
use crate::policy::miyun_2019_29::questions::{Field, NEEDS, State, needs as columns};
use crate::text::Lang;

/// A need.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Need {
    /// Its row, from 1.
    pub row: usize,
    /// What it is called; may be empty.
    pub matter: String,
    /// What it is about; what is not told is something else.
    pub field: Field,
    /// What hinders.
    pub hinders: String,
    /// Since when.
    pub since: Option<Date>,
    /// What is asked for.
    pub asked: String,
    /// By when.
    pub by: Option<Date>,
    /// Whom to turn to in the enterprise.
    pub contact: String,
    /// Papers at hand.
    pub papers: String,
    /// How far it is; open while that is not told.
    pub state: State,
    /// The day that was promised.
    pub promised: Option<Date>,
    /// What was answered.
    pub answer: String,
}

impl Need {
    /// What it is called, else what hinders, else its number.
    #[must_use]
    pub fn name(&self, lang: Lang) -> String {
        match (&self.matter, &self.hinders, lang) {
            (matter, _, _) if !matter.is_empty() => matter.clone(),
            (_, hinders, _) if !hinders.is_empty() => hinders.clone(),
            (_, _, Lang::Zh) => format!("第{}件", self.row),
            (_, _, Lang::En) => format!("Matter {}", self.row),
        }
    }

    /// Whether it waits for somebody on a day: not done, and promised for a day that is over.
    #[must_use]
    pub fn is_late(&self, today: Date) -> bool {
        self.state != State::Done && self.promised.is_some_and(|promised| promised < today)
    }

    /// All that it says, for words that are looked for.
    pub(super) fn says(&self) -> String {
        [self.matter.as_str(), &self.hinders, &self.asked].join("\n").to_lowercase()
    }
}

/// The needs that are told, in their order.
#[must_use]
pub fn needs(facts: &Facts) -> Vec<Need> {
    let Some(table) = facts.get(&NEEDS) else { return Vec::new() };
    let words = |cell: &Cell<Words>, row| table.get(cell, row).unwrap_or_default().to_owned();
    let need = |row| Need {
        row: row + 1,
        matter: words(&columns::MATTER, row),
        field: table.get(&columns::FIELD, row).unwrap_or(Field::Other),
        hinders: words(&columns::HINDERS, row),
        since: table.get(&columns::SINCE, row),
        asked: words(&columns::ASKED, row),
        by: table.get(&columns::BY, row),
        contact: words(&columns::CONTACT, row),
        papers: words(&columns::PAPERS, row),
        state: table.get(&columns::STATE, row).unwrap_or(State::Open),
        promised: table.get(&columns::PROMISED, row),
        answer: words(&columns::ANSWER, row),
    };
    (0..table.len()).map(need).collect()
}

/// How many of them are not done.
#[must_use]
pub(super) fn open_count(facts: &Facts) -> u32 {
    let open = needs(facts).iter().filter(|need| need.state != State::Done).count();
    u32::try_from(open).unwrap_or(u32::MAX)
}
