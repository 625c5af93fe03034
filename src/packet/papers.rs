//! 承诺书 and 材料清单.

use super::{Block, Case, Column, Part, Set, Table, Value, words};
use crate::rule::Document;
use crate::text::{Lang, article, numeral_zh, sentence};

/// A document of the checklist: `None` serves every clause.
struct Needed {
    document: Document,
    serves: Option<Vec<u8>>,
}

impl Case<'_> {
    pub(super) fn undertaking(&self) -> Part {
        let year = self.year.map(|year| year.to_string());
        let opening = match (&year, self.lang) {
            (Some(year), Lang::Zh) => format!("本单位就{year}年度密云区金融业支持资金的申报，承诺如下："),
            (None, Lang::Zh) => "本单位就密云区金融业支持资金的申报，承诺如下：".to_owned(),
            (Some(year), Lang::En) => format!("For its application of {year}, the applicant undertakes:"),
            (None, Lang::En) => "For its application, the applicant undertakes:".to_owned(),
        };
        let items = self
            .draft
            .rules()
            .undertakings
            .iter()
            .enumerate()
            .map(|(index, provision)| {
                let number = u8::try_from(index + 1).unwrap_or(u8::MAX);
                let says = provision.says.get(self.lang);
                let article = article(provision.article, self.lang);
                self.say(
                    format!("{}、{says}（{article}）。", numeral_zh(number)),
                    format!("{number}. {} ({article}).", sentence(says, self.lang)),
                )
            })
            .collect();
        let name = self.name.map_or_else(|| self.text(words::NO_NAME), str::to_owned);
        let lines = vec![name, self.text(words::SIGNATURE), self.text(words::DATE_BLANK)];
        let blocks =
            vec![Block::Paragraph(opening), Block::List(items), Block::Sign { seal: self.text(words::SEAL), lines }];
        Part { id: "undertaking", title: self.text(words::UNDERTAKING), filed: true, blocks }
    }

    pub(super) fn documents(&self) -> Part {
        let mut needed: Vec<Needed> = Vec::new();
        for document in self.draft.rules().documents {
            needed.push(Needed { document: *document, serves: None });
        }
        for clause in self.applied() {
            let of = clause.assessment.clause;
            for document in of.evidence {
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
        let rows = needed
            .into_iter()
            .enumerate()
            .map(|(index, Needed { document, serves })| {
                let serves = serves.map_or_else(
                    || self.text(words::ALL_CLAUSES),
                    |articles| {
                        let articles: Vec<String> =
                            articles.into_iter().map(|number| article(number, self.lang)).collect();
                        articles.join(if self.lang == Lang::Zh { "、" } else { ", " })
                    },
                );
                let shape = if document.original { words::ORIGINAL } else { words::COPY };
                vec![
                    Value::from((index + 1).to_string()),
                    Value::from(self.text(document.name)),
                    Value::from(self.text(shape)),
                    Value::from(serves),
                    Value::from("□"),
                ]
            })
            .collect();
        let title = self.text(words::DOCUMENTS);
        let table = Table {
            label: title.clone(),
            caption: None,
            columns: vec![
                Column { head: self.text(words::NUMBER), width: 8, set: Set::Middle },
                Column { head: self.text(words::DOCUMENT), width: 48, set: Set::Text },
                Column { head: self.text(words::SHAPE), width: 12, set: Set::Middle },
                Column { head: self.text(words::SERVES), width: 20, set: Set::Middle },
                Column { head: self.text(words::READY), width: 12, set: Set::Middle },
            ],
            rows,
            totals: Vec::new(),
            joined: false,
        };
        let blocks = vec![Block::Table(table), Block::Note(self.text(words::DOCUMENTS_NOTE))];
        Part { id: "documents", title, filed: true, blocks }
    }
}
