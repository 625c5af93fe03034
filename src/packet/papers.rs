//! 承诺书 and 材料清单.

use crate::article::{Article, article};
use crate::drafts::draft::Draft;
use crate::packet::claim::claimed;
use crate::packet::{Block, Column, Part, Set, Sources, Table, Value, words};
use crate::rule::{Counted, Document, Provision, Report};
use crate::text::{Lang, listed};

/// A document of the checklist.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Needed {
    /// The document.
    pub document: Document,
    /// The articles that it serves; `None` where it serves all.
    pub serves: Option<Vec<Article>>,
}

/// The documents that the claims need, each once, in the order in which they are bound. `report` is [`Draft::claimed`].
#[must_use]
pub fn needed(draft: &Draft, report: &Report) -> Vec<Needed> {
    needed_for(draft, &claimed(draft, report))
}

/// The same for these claims.
pub(super) fn needed_for(draft: &Draft, claims: &[Counted<'_>]) -> Vec<Needed> {
    let common = draft.rules().documents.iter().filter(|document| document.is_needed(&draft.facts));
    let mut needed: Vec<Needed> = common.map(|document| Needed { document: *document, serves: None }).collect();
    for clause in claims.iter().filter(|clause| clause.applied_in(draft.year())) {
        let of = clause.assessment.clause;
        for document in of.evidence.iter().filter(|document| document.is_needed(&draft.facts)) {
            match needed.iter_mut().find(|other| other.document.name == document.name) {
                Some(other) => {
                    other.document.original |= document.original;
                    if let Some(serves) = &mut other.serves
                        && !serves.contains(&of.article)
                    {
                        serves.push(of.article);
                    }
                }
                None => needed.push(Needed { document: *document, serves: Some(vec![of.article]) }),
            }
        }
    }
    needed
}

/// Whether a document is at hand: ticked, or part of the papers themselves.
pub(super) fn is_ready(draft: &Draft, document: &Document) -> bool {
    document.part.is_some() || draft.filing.paper(document.name.zh).ready
}

/// What the applicant undertakes with these claims. `report` is [`Draft::claimed`].
#[must_use]
pub fn undertaken(draft: &Draft, report: &Report) -> Vec<&'static Provision> {
    undertaken_for(draft, &claimed(draft, report))
}

/// The same with these claims.
pub(super) fn undertaken_for(draft: &Draft, claims: &[Counted<'_>]) -> Vec<&'static Provision> {
    let applied = claims.iter().filter(|clause| clause.applied_in(draft.year()));
    let articles: Vec<Article> = applied.map(|clause| clause.assessment.clause.article).collect();
    draft.rules().undertaken(&draft.facts, &articles)
}

impl Sources<'_> {
    pub(super) fn undertaking(&self) -> Part {
        let year = self.year.map(|year| year.to_string());
        let support = self.draft.rules().papers.support.get(self.lang);
        let opening = match (&year, self.lang) {
            (Some(year), Lang::Zh) => format!("本单位就{year}年度{support}的申报，承诺如下："),
            (None, Lang::Zh) => format!("本单位就{support}的申报，承诺如下："),
            (Some(year), Lang::En) => format!("For its application of {year}, the applicant undertakes:"),
            (None, Lang::En) => "For its application, the applicant undertakes:".to_owned(),
        };
        let items = self
            .undertaken
            .iter()
            .enumerate()
            .map(|(index, provision)| self.numbered(index, &provision.sentence(self.lang)))
            .collect();
        let blocks = vec![Block::Paragraph(opening), Block::List(items), self.sign(true)];
        Part { id: "undertaking", title: self.text(words::UNDERTAKING), blocks }
    }

    /// Seal, name, signature where one is asked for, and day.
    pub(super) fn sign(&self, signed: bool) -> Block {
        let mut lines = vec![self.name.map_or_else(|| self.text(words::NO_NAME), str::to_owned)];
        lines.extend(signed.then(|| self.text(words::SIGNATURE)));
        lines.push(self.text(words::DATE_BLANK));
        Block::Sign { seal: self.text(words::SEAL), lines }
    }

    pub(super) fn documents(&self) -> Part {
        let rows = self
            .needed
            .iter()
            .enumerate()
            .map(|(index, Needed { document, serves })| {
                let serves = serves.as_ref().map_or_else(
                    || self.text(words::ALL_CLAUSES),
                    |articles| {
                        let articles: Vec<String> = articles.iter().map(|number| article(*number, self.lang)).collect();
                        listed(&articles, self.lang)
                    },
                );
                let shape = if document.original { words::ORIGINAL } else { words::COPY };
                let paper = self.draft.filing.paper(document.name.zh);
                vec![
                    Value::from((index + 1).to_string()),
                    Value::from(self.text(document.name)),
                    Value::from(paper.copies.to_string()),
                    Value::from(self.text(shape)),
                    Value::from(serves),
                    document.part.map_or_else(|| Value::from(paper.pages), Value::PageOf),
                    Value::from(self.text(if is_ready(self.draft, document) {
                        words::ATTACHED
                    } else {
                        words::NOT_TICKED
                    })),
                ]
            })
            .collect();
        let title = self.text(words::DOCUMENTS);
        let table = Table {
            label: title.clone(),
            caption: None,
            columns: vec![
                Column { head: self.text(words::NUMBER), width: 8, set: Set::Middle },
                Column { head: self.text(words::DOCUMENT), width: 31, set: Set::Text },
                Column { head: self.text(words::COPIES), width: 8, set: Set::Middle },
                Column { head: self.text(words::SHAPE), width: 10, set: Set::Middle },
                Column { head: self.text(words::SERVES), width: 15, set: Set::Middle },
                Column { head: self.text(words::PAGES), width: 10, set: Set::Middle },
                Column { head: self.text(words::READY), width: 18, set: Set::Middle },
            ],
            rows,
            totals: Vec::new(),
            joined: false,
        };
        let mut blocks = vec![Block::Table(table), Block::Note(self.text(words::DOCUMENTS_NOTE))];
        let colon = if self.lang == Lang::Zh { "：" } else { ": " };
        let office = self.draft.filing.notes().map(|(label, note)| format!("{}{colon}{note}", self.text(label)));
        blocks.extend(office.map(Block::Note));
        Part { id: "documents", title, blocks }
    }
}
