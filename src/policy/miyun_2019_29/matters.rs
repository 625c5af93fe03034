//! Each need with who is in charge of it, who is next, and what answers it already.

use crate::answers::facts::Facts;
use crate::date::Date;
use crate::policy::miyun_2019_29::heading_2_stewards::in_charge;
use crate::policy::miyun_2019_29::heading_6_ladder::{Rung, ladder};
use crate::policy::miyun_2019_29::needs::{Need, needs};
use crate::policy::miyun_2019_29::questions::{LEADER, State};
use crate::policy::miyun_2019_29::recognised::answered_by;
use crate::rule::{Clause, Report};
use crate::text::{Lang, Text};

/// A need, with who is in charge of it and what comes next.
#[derive(Clone, Debug)]
pub struct Matter {
    /// The need.
    pub need: Need,
    /// The department that is usually in charge.
    pub in_charge: Text,
    /// Who settles it, level by level.
    pub ladder: &'static [Rung],
    /// The clauses of the draft's own edition that answer it: it is applied for under them.
    pub answered_by: Vec<&'static Clause>,
}

impl Matter {
    /// What answers it already: `第十二条其他机构租房补贴`, one after the other.
    #[must_use]
    pub fn answers(&self, lang: Lang) -> String {
        let gap = if lang == Lang::Zh { "" } else { " " };
        let named = |of: &&Clause| format!("{}{gap}{}", of.article.words(lang), of.title.get(lang));
        let named: Vec<String> = self.answered_by.iter().map(named).collect();
        named.join(if lang == Lang::Zh { "、" } else { "; " })
    }

    /// What comes next, in a sentence.
    #[must_use]
    pub fn next(&self, today: Date, lang: Lang) -> String {
        let first = self.ladder.first().map_or("", |rung| rung.who.get(lang));
        let above = self.ladder.get(1).map_or("", |rung| rung.who.get(lang));
        match (self.need.state, self.need.is_late(today), lang) {
            (State::Done, _, Lang::Zh) => "已办结".to_owned(),
            (State::Done, _, Lang::En) => "done".to_owned(),
            (_, true, Lang::Zh) => format!("已过承诺日，请{above}协调"),
            (_, true, Lang::En) => format!("the day is over: turn to the {}", above.to_lowercase()),
            (State::Promised, _, Lang::Zh) => "等承诺的结果".to_owned(),
            (State::Promised, _, Lang::En) => "wait for what was promised".to_owned(),
            (State::Open, _, Lang::Zh) if !self.answered_by.is_empty() => "按已有政策申请".to_owned(),
            (State::Open, _, Lang::En) if !self.answered_by.is_empty() => "apply under the policy".to_owned(),
            (State::Open, _, Lang::Zh) => format!("交{first}"),
            (State::Open, _, Lang::En) => format!("hand it to the {}", first.to_lowercase()),
        }
    }
}

/// Who settles the matters of this enterprise, level by level.
#[must_use]
pub fn ladder_of(facts: &Facts) -> &'static [Rung] {
    ladder(facts.get(&LEADER).is_some_and(|leader| !leader.is_empty()))
}

/// The needs that the answers tell, with what is known of each. `report` is that of the draft's own edition.
#[must_use]
pub fn matters(facts: &Facts, report: &Report) -> Vec<Matter> {
    let ladder = ladder_of(facts);
    let matter =
        |need: Need| Matter { in_charge: in_charge(need.field), ladder, answered_by: answered_by(&need, report), need };
    needs(facts).into_iter().map(matter).collect()
}
