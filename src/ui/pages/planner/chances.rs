//! What is just out of reach, and what it would bring.

use crate::ui::clauses::figures::{self, Scale};
use crate::ui::clauses::reasons::listed;
use crate::ui::components::layout::section;
use crate::ui::components::plain::{Column, plain};
use crate::ui::pages::planner::Planner;
use crate::ui::words::{Speaks, planner as words};
use leptos::prelude::*;
use miyun::article::article;
use miyun::planner::{Chance, Change};
use miyun::rule::{Amount, Figure};
use miyun::text::Lang;

impl Planner<'_> {
    pub(super) fn chances(&self, chances: &[Chance]) -> AnyView {
        let gains = chances.iter().flat_map(|chance| [chance.gain.certain, chance.gain.possible, chance.gain.ceiling]);
        let scale = Scale::of(gains, self.lang);
        let remarks: Vec<String> = chances.iter().map(|chance| self.remark(chance)).collect();
        let remarked = remarks.iter().any(|remark| !remark.is_empty());
        let row = |(chance, remark): (&Chance, String)| {
            let name = format!("{} {}", article(chance.clause.article, self.lang), chance.clause.title.get(self.lang));
            let changes: Vec<String> = chance.changes.iter().map(|change| self.change(change)).collect();
            let changes = changes.join(if self.lang == Lang::Zh { "；" } else { "; " });
            let mut cells = vec![name, changes, self.gain(chance.gain, scale)];
            cells.extend(remarked.then_some(remark));
            cells
        };
        let mut columns =
            vec![(Column::Text, self.text(words::CHANGE)), (Column::Amount, self.headed(words::GAIN, scale.unit()))];
        columns.extend(remarked.then(|| (Column::Text, self.text(words::REMARK))));
        let rows = chances.iter().zip(remarks).map(row).collect();
        let table = plain(self.text(words::CLAUSE), columns, rows, None);
        section("chances".into(), self.text(words::CHANCES), self.text(words::CHANCES_NOTE).into_any(), table)
    }

    pub(super) fn change(&self, change: &Change) -> String {
        let name = change.cell.words(&self.draft.facts, self.lang);
        let to = figures::figure(change.to, self.lang);
        match (change.from, change.to) {
            (Figure::Money(from), Figure::Money(to_sum)) if to_sum > from => {
                let more = self.amount(to_sum.less(from));
                self.say(format!("{name}再增{more}，到{to}"), format!("{name}: {more} more, to {to}"))
            }
            (from, _) => {
                let from = figures::figure(from, self.lang);
                self.say(format!("{name}由{from}变为{to}"), format!("{name}: from {from} to {to}"))
            }
        }
    }

    /// What is gained, in the band that it comes in.
    pub(super) fn gain(&self, gain: Amount, scale: Scale) -> String {
        if !gain.certain.is_zero() {
            scale.figure(gain.certain)
        } else if !gain.ceiling.is_zero() {
            let (words, most) = (words::DECISION.get(self.lang), scale.figure(gain.ceiling));
            self.say(format!("{words}，至多{most}"), format!("{words}, at most {most}"))
        } else if !gain.possible.is_zero() {
            format!("{} {}", words::POSSIBLE.get(self.lang), scale.plus(gain.possible))
        } else {
            self.text(words::IN_KIND)
        }
    }

    pub(super) fn remark(&self, chance: &Chance) -> String {
        let mut says = Vec::new();
        if chance.changes.len() > 1 {
            says.push(self.text(words::ALL_NEEDED));
        }
        if !chance.firm.is_zero() {
            let firm = self.amount(chance.firm);
            says.push(self.say(
                format!("其中{firm}原在一事一议上限内，只是由待定变为可测算"),
                format!("{firm} of it was within the ceiling by decision and only becomes sure"),
            ));
        }
        if chance.in_all.certain != chance.gain.certain {
            let all = self.amount(chance.in_all.certain);
            says.push(self.say(format!("各条合计多{all}"), format!("{all} more over all clauses")));
        }
        listed(&says, self.lang)
    }
}
