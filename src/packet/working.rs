//! 逐条算法: the working of every clause claimed.

use crate::article::article;
use crate::packet::answers::MOST_ROWS;
use crate::packet::{Block, Case, Part, Set, Table, Total, Value, words};
use crate::rule::Counted;
use crate::text::sentence;

impl Case<'_> {
    /// `None` where nothing is claimed.
    pub(super) fn workings(&self) -> Option<Part> {
        self.applied().next()?;
        let blocks = self.applied().flat_map(|clause| self.working(clause)).collect();
        Some(Part { id: "working", title: self.text(words::WORKING), filed: true, blocks })
    }

    fn working(&self, clause: &Counted<'_>) -> Vec<Block> {
        let of = clause.assessment.clause;
        let steps = &clause.assessment.steps;
        let title = self.say(
            format!("{}　{}", article(of.article, self.lang), of.title.zh),
            format!("{}　{}", article(of.article, self.lang), of.title.en),
        );
        let rows = steps
            .iter()
            .take(MOST_ROWS)
            .enumerate()
            .map(|(index, step)| {
                let line = step.line(self.lang);
                let says = sentence(&line.text, self.lang);
                let text = if line.formula.is_empty() { says } else { format!("{says}\n{}", line.formula) };
                vec![
                    Value::from((index + 1).to_string()),
                    Value::from(text),
                    Value::from(article(step.provision.article, self.lang)),
                    Value::from(line.result),
                ]
            })
            .collect();
        let Block::Table(mut table) = self.table_of(
            &title,
            &[
                (words::NUMBER, 8, Set::Middle),
                (words::STEP, 54, Set::Text),
                (words::BASIS, 16, Set::Middle),
                (words::RESULT, 22, Set::Number),
            ],
            rows,
        ) else {
            return Vec::new();
        };
        let own = clause.assessment.estimate.by_year.total().certain;
        if !own.is_zero() {
            table.totals.push(Total { name: self.text(words::TOTAL), words: self.capital(own), amount: own });
        }
        let counted = clause.total();
        let mut blocks = vec![Block::Heading(title), Block::Table(Table { ..table })];
        if steps.len() > MOST_ROWS {
            blocks.push(Block::Note(self.left_out(steps.len() - MOST_ROWS)));
        }
        if counted != own {
            let (gave, counted) = (clause.gave_way.grouped(), counted.grouped());
            blocks.push(Block::Note(self.say(
                format!("其中{gave}元让位于其他条款，计入{counted}元。"),
                format!("Of this {gave} yuan gave way to other clauses; {counted} yuan count."),
            )));
        }
        for note in &clause.assessment.estimate.notes {
            blocks.push(Block::Note(self.say(
                format!("注：{}（{}）。", note.says.zh, article(note.article, self.lang)),
                format!("Note: {} ({}).", note.says.en, article(note.article, self.lang)),
            )));
        }
        blocks
    }
}
