//! 逐条算法: how the amount of every clause applied for was worked out. The conditions of everyone stand once; what years
//! were compared before one was chosen, and years that this application is not about, stay out.

use crate::article::article;
use crate::date::Year;
use crate::money::Money;
use crate::packet::introduced::is_listed;
use crate::packet::{Block, MOST_ROWS, Part, Set, Sources, Total, Value, words};
use crate::rule::{Band, Counted, Place, Step, When, Work};
use crate::text::sentence;

impl Sources<'_> {
    /// `None` where nothing is claimed.
    pub(super) fn workings(&self) -> Option<Part> {
        self.applied().next()?;
        let common = self.common_conditions();
        let mut blocks = Vec::new();
        let mut number = 0;
        let mut heading = |words: String| {
            number += 1;
            Block::Heading(self.numbered(number - 1, &words))
        };
        if !common.is_empty() {
            blocks.push(heading(self.text(words::COMMON_CONDITIONS)));
            blocks.push(self.steps(words::COMMON_CONDITIONS.get(self.lang), &common, Vec::new()));
        }
        for clause in self.applied() {
            let of = clause.assessment.clause;
            let title = format!("{}　{}", article(of.article, self.lang), of.title.get(self.lang));
            blocks.push(heading(title.clone()));
            blocks.extend(self.working(clause, &title));
        }
        Some(Part { id: "working", title: self.text(words::WORKING), blocks })
    }

    /// The conditions of everyone, over all clauses: each once.
    pub(super) fn common_conditions(&self) -> Vec<&Step> {
        let mut common: Vec<&Step> = Vec::new();
        for step in self.applied().flat_map(|clause| gate_steps(clause)) {
            if !common.iter().any(|other| self.same(other, step)) {
                common.push(step);
            }
        }
        common
    }

    /// Whether two steps say the same.
    fn same(&self, one: &Step, other: &Step) -> bool {
        one.provision.says == other.provision.says
            && one.line(&self.draft.facts, self.lang) == other.line(&self.draft.facts, self.lang)
    }

    /// The steps of a clause itself that are filed.
    pub(super) fn filed_steps<'a>(&self, clause: &Counted<'a>) -> Vec<&'a Step> {
        gateless_steps(clause).filter(|step| self.is_filed(clause, step)).collect()
    }

    fn working(&self, clause: &Counted<'_>, title: &str) -> Vec<Block> {
        let own = self.filed_steps(clause);
        let shown = &own[..own.len().min(MOST_ROWS)];
        let years = clause.assessment.estimate.by_year.iter();
        let due = years.filter(|(year, _)| self.is_due(clause, *year));
        let gross: Money = due.map(|(_, amount)| amount.certain).sum();
        let counted = self.year.map_or_else(|| clause.total(), |applied| clause.due_in(applied).certain);
        let totals = (!gross.is_zero()).then(|| Total {
            name: self.text(words::THIS_APPLICATION),
            words: self.capital(gross),
            amount: gross,
        });
        let mut blocks = Vec::new();
        if !shown.is_empty() {
            blocks.push(self.steps(title, shown, totals.into_iter().collect()));
        }
        if is_listed(clause.assessment.clause) {
            let list = words::INTRODUCED.get(self.lang);
            blocks.push(Block::Note(self.say(
                format!("逐家的选定年度、基数、比例和奖励见《{list}》。"),
                format!("Year, base, rate and reward of each enterprise stand in the list of {list}."),
            )));
        }
        if own.len() > shown.len() {
            blocks.push(Block::Note(self.left_out(own.len() - shown.len())));
        }
        if counted != gross {
            let (gave, counted) = (gross.less(counted).grouped(), counted.grouped());
            blocks.push(Block::Note(self.say(
                format!("其中{gave}元与其他条款属同类型支持，不重复申请；本条申请{counted}元。"),
                format!(
                    "Of this {gave} yuan is of the same type as another clause and not claimed; {counted} yuan is."
                ),
            )));
        }
        blocks
    }

    fn steps(&self, label: &str, steps: &[&Step], totals: Vec<Total>) -> Block {
        let rows = steps.iter().enumerate().map(|(index, step)| {
            let line = step.line(&self.draft.facts, self.lang);
            let says = sentence(&line.text, self.lang);
            let text = if line.formula.is_empty() { says } else { format!("{says}\n{}", line.formula) };
            vec![
                Value::from((index + 1).to_string()),
                Value::from(text),
                Value::from(article(step.provision.article, self.lang)),
                // In a clause that is met it does not decide: whether it binds this applicant is for the district to say.
                Value::from(if is_softened(step) { self.text(words::OPEN_RESULT) } else { line.result }),
            ]
        });
        let heads = [
            (words::NUMBER, 8, Set::Middle),
            (words::STEP, 54, Set::Text),
            (words::BASIS, 16, Set::Middle),
            (words::RESULT, 22, Set::Number),
        ];
        let mut block = self.table_of(label, &heads, rows.collect());
        if let Block::Table(table) = &mut block {
            table.totals = totals;
        }
        block
    }

    /// Whether a step is part of what is filed: not a comparison of what could be chosen, nor a year that is not
    /// applied for, nor what rests on a doubt, unless the claim itself does.
    fn is_filed(&self, clause: &Counted<'_>, step: &Step) -> bool {
        let of = clause.assessment.clause;
        let now = |year: Year| When::of(of, year, self.year) == When::Now || self.year.is_none();
        let before = |year: Year| self.year.is_some_and(|applied| year < applied);
        let in_time = match (step.year, step.place, &step.work) {
            (Some(year), ..) => now(year),
            (None, Place::Year(year), Work::Condition { .. }) => now(year) || before(year),
            (None, Place::Year(year), _) => now(year),
            (None, ..) => true,
        };
        let pending = self.pending(clause).is_some();
        let listed = matches!(step.place, Place::Row(_)) && is_listed(of);
        in_time
            && !listed
            && !matches!(step.work, Work::Choice { .. })
            && (pending || step.band != Some(Band::Possible))
    }
}

/// The steps of the conditions of everyone.
fn gate_steps<'a>(clause: &Counted<'a>) -> impl Iterator<Item = &'a Step> + use<'a> {
    let of = clause.assessment.clause;
    clause.assessment.steps.iter().filter(|step| is_of_gate(of, step))
}

/// The steps of the clause itself.
fn gateless_steps<'a>(clause: &Counted<'a>) -> impl Iterator<Item = &'a Step> + use<'a> {
    let of = clause.assessment.clause;
    clause.assessment.steps.iter().filter(|step| !is_of_gate(of, step))
}

fn is_of_gate(clause: &crate::rule::Clause, step: &Step) -> bool {
    clause.gate.conditions.iter().any(|condition| std::ptr::eq(condition.provision, step.provision))
}

/// Whether a condition of everyone fails where the clause is met nevertheless.
fn is_softened(step: &Step) -> bool {
    matches!(step.work, Work::Condition { holds: Some(false), .. }) && step.decides
}
