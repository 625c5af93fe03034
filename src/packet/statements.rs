//! 情况说明, 已享受政策明细, 授权与联系方式.

use crate::answers::answer::Answer;
use crate::applicant::{filing, received};
use crate::article::article;
use crate::drafts::draft::Draft;
use crate::packet::claim::claimed;
use crate::packet::{Block, Pairs, Part, Sources, Value, words as wording};
use crate::rule::{Counted, Report, Statement};
use crate::text::Lang;

/// A statement as it is filed.
#[derive(Clone, Debug)]
pub struct Filed {
    /// The statement.
    pub statement: &'static Statement,
    /// Its words, in the language of the papers.
    pub words: String,
}

/// The words of a statement: the applicant's own, else the template with the figures of the case.
#[must_use]
pub fn words(draft: &Draft, report: &Report, statement: &Statement, lang: Lang) -> String {
    let own = draft.filing.statements.get(statement.clause);
    own.cloned().unwrap_or_else(|| (statement.template)(&draft.facts, report, lang))
}

/// The statements that the claims of this application are filed with. `report` is [`Draft::claimed`].
#[must_use]
pub fn filed(draft: &Draft, report: &Report) -> Vec<&'static Statement> {
    filed_with(draft, &claimed(draft, report))
}

/// The same with these claims.
pub(super) fn filed_with(draft: &Draft, claims: &[Counted<'_>]) -> Vec<&'static Statement> {
    let applied = |statement: &&Statement| {
        let mut of = claims.iter().filter(|clause| clause.assessment.clause.id == statement.clause);
        of.any(|clause| clause.applied_in(draft.year()))
    };
    draft.rules().statements.iter().filter(applied).collect()
}

impl Sources<'_> {
    /// `None` where no clause claimed is filed with one.
    pub(super) fn statements(&self) -> Option<Part> {
        let mut blocks = Vec::new();
        for (index, Filed { statement, words }) in self.filed.iter().enumerate() {
            let articles: Vec<String> = statement.articles.iter().map(|number| article(*number, self.lang)).collect();
            let title = statement.title.get(self.lang);
            let title =
                self.say(format!("{title}（{}）", articles.join("、")), format!("{title} ({})", articles.join(", ")));
            blocks.push(Block::Heading(self.numbered(index, &title)));
            blocks.extend(
                words
                    .lines()
                    .filter(|line| !line.trim().is_empty())
                    .map(|line| Block::Paragraph(line.trim().to_owned())),
            );
        }
        let answered = self.answered();
        if !answered.is_empty() {
            blocks.push(Block::Heading(self.numbered(self.filed.len(), &self.text(wording::ANSWERED))));
            blocks.extend(answered);
        }
        (!blocks.is_empty()).then(|| {
            blocks.push(self.sign(false));
            Part { id: "statements", title: self.text(wording::STATEMENT), blocks }
        })
    }

    /// What the office said to doubts that touch what is applied for: what was asked, and the answer.
    fn answered(&self) -> Vec<Block> {
        let applied: Vec<&str> = self.applied().map(|clause| clause.assessment.clause.id).collect();
        let raised = self.report.raised().into_iter();
        let touching = raised.filter(|raised| raised.clauses.iter().any(|clause| applied.contains(&clause.id)));
        let answered = touching.filter_map(|raised| {
            let reply = self.draft.filing.replies.get(raised.doubt.number)?;
            let (asked, said) = (raised.doubt.ask.get(self.lang), self.replied(reply));
            (!reply.says.trim().is_empty())
                .then(|| self.say(format!("询问：{asked}\n答复：{said}"), format!("Asked: {asked}\nAnswered: {said}")))
        });
        answered
            .flat_map(|said| said.lines().map(|line| Block::Paragraph(line.to_owned())).collect::<Vec<_>>())
            .collect()
    }

    /// Support received before; a statement of none where there is none.
    pub(super) fn received(&self) -> Part {
        let spec = &received::RECEIVED.spec;
        let mut blocks = Vec::new();
        match self.draft.facts.answer(spec) {
            Some(Answer::Table(table)) if table.is_empty() => {
                blocks.push(Block::Paragraph(self.text(wording::NOTHING_RECEIVED)));
            }
            Some(Answer::Table(table)) => self.rows(spec, table, &mut blocks),
            _ => blocks.push(Block::Paragraph(self.text(wording::RECEIVED_OPEN))),
        }
        blocks.push(self.sign(false));
        Part { id: "received", title: self.text(wording::RECEIVED), blocks }
    }

    /// Who acts for the applicant, how to reach it, and where money goes.
    pub(super) fn contact(&self) -> Part {
        let name = self.name.map_or_else(|| self.text(wording::NO_NAME), str::to_owned);
        let contact = self.filled(&filing::CONTACT.spec);
        let year = self.year.map_or_else(|| self.text(wording::NO_YEAR), |year| year.to_string());
        let support = self.draft.rules().papers.support.get(self.lang);
        let authority = self.say(
            format!("兹授权{contact}（身份证件号：　　　　　　　　　　）代表{name}办理{year}年度{support}的申报、补正和领取事宜，期限至本次申报办结为止。"),
            format!("{contact} (identity document no.: ____________) is authorised to act for {name} in the {year} application until it is closed."),
        );
        let pairs = |specs: &[&crate::answers::question::Spec]| -> Vec<Vec<(String, Value)>> {
            specs.iter().map(|spec| vec![(self.text(spec.label), Value::from(self.filled(spec)))]).collect()
        };
        let mut reached = vec![&filing::CONTACT.spec, &filing::PHONE.spec];
        // Optional: a filed paper does not say that it is missing.
        reached.extend(self.draft.facts.answer(&filing::EMAIL.spec).map(|_| &filing::EMAIL.spec));
        reached.push(&filing::OFFICE_ADDRESS.spec);
        let account = [&filing::ACCOUNT_NAME.spec, &filing::BANK.spec, &filing::ACCOUNT_NUMBER.spec];
        let mut rows = pairs(&reached);
        rows.extend(pairs(&account));
        let blocks = vec![
            Block::Paragraph(authority),
            Block::Pairs(Pairs { label: self.text(wording::CONTACT_PART), rows, joined: false }),
            Block::Note(self.text(wording::ACCOUNT_NOTE)),
            self.sign(true),
        ];
        Part { id: "contact", title: self.text(wording::CONTACT_PART), blocks }
    }
}
