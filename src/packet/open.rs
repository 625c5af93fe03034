//! 待确认单: doubts with the questions to send, and what is not a computed amount. Not filed.

use crate::article::article;
use crate::drafts::filing::Reply;
use crate::packet::{Block, Column, Pairs, Part, Set, Sources, Table, Value, words};
use crate::rule::{Clause, Outcome};
use crate::text::{Lang, listed, sentence};

/// The most missing answers of a clause that are named.
const MOST_NAMED: usize = 12;

impl Sources<'_> {
    /// `None` where nothing is open.
    pub(super) fn open_points(&self) -> Option<Part> {
        let mut sections = Vec::new();
        for section in [self.doubts(), self.decisions(), self.yielded(), self.lacking()] {
            sections.extend(section);
        }
        if sections.is_empty() {
            return None;
        }
        let mut blocks = vec![Block::Note(self.text(words::INTERNAL))];
        for (index, (title, section)) in sections.into_iter().enumerate() {
            blocks.push(Block::Heading(self.numbered(index, &title)));
            blocks.extend(section);
        }
        Some(Part { id: "open", title: self.text(words::OPEN_POINTS), blocks })
    }

    /// The articles of clauses: `第六条、第十九条`.
    pub(super) fn joined(&self, clauses: &[&Clause]) -> String {
        let articles: Vec<String> = clauses.iter().map(|clause| article(clause.article, self.lang)).collect();
        listed(&articles, self.lang)
    }

    fn doubts(&self) -> Option<(String, Vec<Block>)> {
        let raised = self.report.raised();
        let blocks: Vec<Block> = raised
            .iter()
            .map(|raised| {
                let doubt = raised.doubt;
                let effect = if raised.adds.is_zero() {
                    self.text(words::NO_EFFECT)
                } else {
                    let adds = raised.adds.grouped();
                    self.say(format!("较宽读法多{adds}元"), format!("the wider reading adds {adds} yuan"))
                };
                let row = |name, value: String| vec![(self.text(name), Value::from(sentence(&value, self.lang)))];
                let mut rows = vec![
                    vec![(
                        self.say(format!("存疑{}", doubt.number), format!("Open question {}", doubt.number)),
                        Value::from(sentence(doubt.issue.get(self.lang), self.lang)),
                    )],
                    row(words::TOUCHES, self.joined(&raised.clauses)),
                    row(words::PRUDENT, self.text(doubt.prudent)),
                    row(words::FAVOURABLE, self.text(doubt.favourable)),
                    row(words::EFFECT, effect),
                    row(words::ASK, self.text(doubt.ask)),
                ];
                if let Some(reply) = self.draft.filing.replies.get(doubt.number) {
                    rows.push(row(words::REPLY, self.replied(reply)));
                }
                Block::Pairs(Pairs { label: doubt.number.to_owned(), rows, joined: false })
            })
            .collect();
        (!blocks.is_empty()).then(|| (self.text(words::DOUBTS), blocks))
    }

    /// What the office said, who and when.
    pub(super) fn replied(&self, Reply { whom, day, says }: &Reply) -> String {
        let day = day.map(|day| self.say(day.zh(), day.en()));
        let filled: Vec<String> =
            [Some(whom.clone()).filter(|whom| !whom.is_empty()), day].into_iter().flatten().collect();
        match (filled.is_empty(), self.lang) {
            (true, _) => says.clone(),
            (false, Lang::Zh) => format!("{}：{says}", filled.join("，")),
            (false, Lang::En) => format!("{}: {says}", filled.join(", ")),
        }
    }

    fn decisions(&self) -> Option<(String, Vec<Block>)> {
        let rows: Vec<Vec<Value>> = self
            .report
            .assessments
            .iter()
            .filter(|assessment| assessment.outcome == Outcome::Met)
            .filter_map(|assessment| {
                let total = assessment.estimate.by_year.total();
                let of = assessment.clause;
                (!total.ceiling.is_zero()).then(|| {
                    vec![
                        Value::from(article(of.article, self.lang)),
                        Value::from(self.text(of.title)),
                        Value::Money(total.floor),
                        Value::Money(total.ceiling),
                    ]
                })
            })
            .collect();
        let title = self.text(words::DECISIONS);
        (!rows.is_empty()).then(|| {
            let table = self.table_of(
                &title,
                &[
                    (words::ARTICLE, 15, Set::Head),
                    (words::MATTER, 37, Set::Text),
                    (words::FLOOR, 24, Set::Number),
                    (words::CEILING, 24, Set::Number),
                ],
                rows,
            );
            (title, vec![table])
        })
    }

    fn yielded(&self) -> Option<(String, Vec<Block>)> {
        let rows: Vec<Vec<Value>> = self
            .report
            .gave_way
            .iter()
            .map(|gave| {
                vec![
                    Value::from(article(gave.clause.article, self.lang)),
                    Value::from(article(gave.to.article, self.lang)),
                    Value::from(gave.why(self.lang)),
                    Value::Money(gave.amount),
                ]
            })
            .collect();
        let title = self.text(words::YIELDED);
        (!rows.is_empty()).then(|| {
            let table = self.table_of(
                &title,
                &[
                    (words::GIVES_WAY, 16, Set::Head),
                    (words::STANDS, 16, Set::Middle),
                    (words::WHY, 44, Set::Text),
                    (words::LEFT_OUT, 24, Set::Number),
                ],
                rows,
            );
            (title, vec![table])
        })
    }

    fn lacking(&self) -> Option<(String, Vec<Block>)> {
        let rows: Vec<Vec<Value>> = self
            .report
            .assessments
            .iter()
            .filter(|assessment| assessment.outcome == Outcome::Unknown && !assessment.missing.is_empty())
            .map(|assessment| {
                let mut missing: Vec<String> = assessment
                    .missing
                    .iter()
                    .take(MOST_NAMED)
                    .map(|missing| missing.words(&self.draft.facts, self.lang))
                    .collect();
                if assessment.missing.len() > MOST_NAMED {
                    let more = assessment.missing.len() - MOST_NAMED;
                    missing.push(self.say(format!("另{more}个"), format!("{more} more")));
                }
                vec![
                    Value::from(article(assessment.clause.article, self.lang)),
                    Value::from(self.text(assessment.clause.title)),
                    Value::from(listed(&missing, self.lang)),
                ]
            })
            .collect();
        let title = self.text(words::LACKING);
        (!rows.is_empty()).then(|| {
            let heads =
                [(words::ARTICLE, 16, Set::Head), (words::MATTER, 28, Set::Text), (words::LACKED, 56, Set::Text)];
            let table = self.table_of(&title, &heads, rows);
            (title, vec![table])
        })
    }

    pub(super) fn table_of(&self, label: &str, heads: &[(crate::text::Text, u8, Set)], rows: Vec<Vec<Value>>) -> Block {
        Block::Table(Table {
            label: label.to_owned(),
            caption: None,
            columns: heads
                .iter()
                .map(|(head, width, set)| Column { head: self.text(*head), width: *width, set: *set })
                .collect(),
            rows,
            totals: Vec::new(),
            joined: false,
        })
    }
}
