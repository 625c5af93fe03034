//! 核验表: what an officer goes through, clause by clause: what is claimed, what is required, where it is proven, and room
//! to tick and to remark. Not filed: the office that receives the papers can make it from them.

use crate::article::article;
use crate::money::Money;
use crate::packet::{Block, Needed, Part, Set, Sources, Value, needed, schedule_lines, words};
use crate::rule::figure::Figure;
use crate::rule::{Band, Counted, Place, Step, Work};
use crate::text::{Lang, sentence};

/// The name of the part in files.
pub(super) const ID: &str = "sheet";

/// The most rows that a table names one by one in the conditions of a clause.
const MOST_ROWS: usize = 30;

/// Whether a value of the check sheet is a box to tick.
#[must_use]
pub fn is_to_tick(value: &Value, lang: Lang) -> bool {
    matches!(value, Value::Words(words) if words == words::TO_TICK.get(lang))
}

impl Sources<'_> {
    /// `None` where nothing is claimed.
    pub(super) fn sheet(&self) -> Option<Part> {
        self.applied().next()?;
        let needed = needed(self.draft, self.report);
        let mut sections: Vec<(String, Vec<Vec<Value>>)> = Vec::new();
        let common = self.common_conditions().into_iter();
        let mut rows: Vec<Vec<Value>> = common.map(|step| self.condition(step, &needed)).collect();
        rows.extend(
            needed.iter().enumerate().filter(|(_, one)| one.serves.is_none()).map(|(at, one)| self.proof(at, one)),
        );
        sections.push((self.text(words::COMMON_CONDITIONS), rows));
        for clause in self.applied() {
            let of = clause.assessment.clause;
            let conditions: Vec<&Step> = self.conditions(clause).collect();
            let shown = &conditions[..conditions.len().min(MOST_ROWS)];
            let mut rows: Vec<Vec<Value>> = shown.iter().map(|step| self.condition(step, &needed)).collect();
            if conditions.len() > shown.len() {
                let more = self.left_out(conditions.len() - shown.len());
                rows.push(self.row(more, String::new(), String::new(), String::new(), String::new()));
            }
            rows.extend(self.amounts(clause));
            let serving = |one: &Needed| one.serves.as_ref().is_some_and(|articles| articles.contains(&of.article));
            rows.extend(needed.iter().enumerate().filter(|(_, one)| serving(one)).map(|(at, one)| self.proof(at, one)));
            sections.push((format!("{}　{}", article(of.article, self.lang), of.title.get(self.lang)), rows));
        }
        let mut blocks = vec![Block::Note(self.text(words::SHEET_NOTE))];
        for (index, (title, rows)) in sections.into_iter().enumerate() {
            blocks.push(Block::Heading(self.numbered(index, &title)));
            blocks.push(self.table_of(
                &title,
                &[
                    (words::CHECKED, 26, Set::Text),
                    (words::CLAIMED_AS, 20, Set::Middle),
                    (words::REQUIRED, 18, Set::Middle),
                    (words::PROVEN_BY, 18, Set::Text),
                    (words::CHECK, 10, Set::Middle),
                    (words::REMARK, 8, Set::Text),
                ],
                rows,
            ));
        }
        blocks.push(Block::Paragraph(self.text(words::CHECKED_BY)));
        Some(Part { id: ID, title: self.text(words::SHEET), blocks })
    }

    /// The conditions of a clause itself that decide on this application.
    fn conditions<'a>(&self, clause: &Counted<'a>) -> impl Iterator<Item = &'a Step> + use<'a> {
        let filed: Vec<&'a Step> = self.filed_steps(clause);
        filed.into_iter().filter(|step| matches!(step.work, Work::Condition { .. }))
    }

    fn condition(&self, step: &Step, needed: &[Needed]) -> Vec<Value> {
        let Work::Condition { question, figure, bound, .. } = &step.work else { return Vec::new() };
        let says = self.placed(step);
        let claimed = figure.map_or_else(|| self.text(words::OPEN), |figure| figure.said(self.lang));
        let required = match bound.figure() {
            Figure::YesNo(yes) => Figure::YesNo(yes).words(self.lang),
            figure => format!("{} {}", bound.sign(), figure.said(self.lang)),
        };
        let proof = question.filter(|question| question.has_proof()).map(|question| question.proof.get(self.lang));
        // A page only where the document is surely the one.
        let document = proof.and_then(|proof| needed.iter().find(|one| one.document.name.get(self.lang) == proof));
        let page = document.map(|one| self.draft.filing.paper(one.document.name.zh).pages).unwrap_or_default();
        self.row(says, claimed, required, proof.unwrap_or("—").to_owned(), page)
    }

    /// What a step is about, after its year or row.
    fn placed(&self, step: &Step) -> String {
        let says = sentence(step.provision.says.get(self.lang), self.lang);
        let place = step.called(&self.draft.facts, self.lang);
        match step.place {
            Place::Whole => says,
            _ => self.say(format!("{place}：{says}"), format!("{place}: {says}")),
        }
    }

    /// The amounts of a clause in this application, with base and rate; a sum for one that names many.
    fn amounts(&self, clause: &Counted<'_>) -> Vec<Vec<Value>> {
        let lines = schedule_lines(clause, &self.draft.facts, self.lang);
        let due = lines.iter().filter(|line| self.is_due(clause, line.year));
        let yuan = |amount: Money| Figure::Money(amount).with_unit(self.lang);
        let mut rows: Vec<Vec<Value>> = due
            .map(|line| {
                let base = line.base.replace('\n', &self.say("，".into(), ", ".into()));
                let says =
                    self.say(format!("{}年度测算：{base}", line.year), format!("Worked out for {}: {base}", line.year));
                let cap = line.ceiling.map(|cap| self.at_most(cap));
                let required = [line.standard.clone(), cap.unwrap_or_default()];
                let required: Vec<String> = required.into_iter().filter(|words| !words.is_empty()).collect();
                self.row(says, yuan(line.amount), required.join("\n"), self.text(words::SCHEDULE), String::new())
            })
            .collect();
        let landed = clause.assessment.steps.iter().filter(|step| step.band == Some(Band::Ceiling));
        rows.extend(landed.filter_map(|step| {
            let says = self.placed(step);
            Some(self.row(says, self.at_most(step.result()?), self.text(words::BY_DECISION), "—".into(), String::new()))
        }));
        rows
    }

    /// A document of the checklist.
    fn proof(&self, place: usize, Needed { document, .. }: &Needed) -> Vec<Value> {
        let paper = self.draft.filing.paper(document.name.zh);
        let name = document.name.get(self.lang);
        let says = self.say(format!("材料{}：{name}", place + 1), format!("Document {}: {name}", place + 1));
        let shape = self.text(if document.original { words::ORIGINAL } else { words::COPY });
        let copies = paper.copies;
        let claimed =
            self.text(if document.part.is_some() || paper.ready { words::ATTACHED_ALONE } else { words::NOT_ATTACHED });
        let required = self.say(format!("{shape}{copies}份"), format!("{copies} × {shape}"));
        let proof = document.part.map(|_| self.text(words::IN_THIS_SET)).unwrap_or_default();
        self.row(says, claimed, required, proof, paper.pages)
    }

    /// A row with room to tick and to remark; where it is proven with the page, if that is told.
    fn row(&self, says: String, claimed: String, required: String, proof: String, page: String) -> Vec<Value> {
        let page = match page.is_empty() {
            true => String::new(),
            false => self.say(format!("第{page}页"), format!("p. {page}")),
        };
        let proof: Vec<String> = [proof, page].into_iter().filter(|words| !words.is_empty()).collect();
        [says, claimed, required, proof.join("\n"), self.text(words::TO_TICK), String::new()].map(Value::from).into()
    }
}
