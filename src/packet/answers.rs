//! Every answer with its unit, as the annex shows it.

use crate::answers::answer::{Answer, Table as Rows};
use crate::answers::form::{Column as Asked, Form};
use crate::answers::question::Spec;
use crate::applicant::identity::{KIND, is_identity_card};
use crate::applicant::referral::ENTERPRISES;
use crate::packet::introduced::is_listed;
use crate::packet::{Block, Column, MOST_ROWS, Pairs, Part, Seal, Set, Sources, Table, Value, words};
use crate::text::Lang;

/// The widest value, in half-width signs, that shares its row with another.
const SHORT: usize = 18;
/// The most columns that an upright sheet has room for.
const MOST_COLUMNS: usize = 5;

/// An answer in words, with its unit. A table says how many rows it has.
#[must_use]
pub fn answer_words(form: &Form, answer: &Answer, lang: Lang) -> String {
    let figure = answer_figure(form, answer, lang);
    match (form, answer) {
        (
            Form::Money { .. } | Form::Area | Form::Count { .. },
            Answer::Money(_) | Answer::Area(_) | Answer::Count(_),
        ) => {
            let unit = form.unit().get(lang);
            match lang {
                Lang::En if !unit.is_empty() => format!("{figure} {unit}"),
                _ => figure + unit,
            }
        }
        _ => figure,
    }
}

/// An answer without its unit, for a column whose head says it.
#[must_use]
pub fn answer_figure(form: &Form, answer: &Answer, lang: Lang) -> String {
    match (answer, form) {
        (Answer::NotKnown, _) => words::NOT_KNOWN.get(lang).to_owned(),
        (Answer::YesNo(true), _) => words::YES.get(lang).to_owned(),
        (Answer::YesNo(false), _) => words::NO.get(lang).to_owned(),
        (Answer::Money(money), _) => money.grouped(),
        (Answer::Area(area), _) => area.to_string(),
        (Answer::Count(count), _) => crate::money::grouped_count(count),
        (Answer::Share(share), _) => share.to_string(),
        (Answer::Date(day), _) => match lang {
            Lang::Zh => day.zh(),
            Lang::En => day.en(),
        },
        (Answer::Year(year), _) => year.to_string(),
        (Answer::Choice(index), Form::Choice(choices)) => {
            choices.get(usize::from(*index)).map_or_else(String::new, |choice| choice.label.get(lang).to_owned())
        }
        (Answer::Choice(_), _) => String::new(),
        // A person's number is printed nowhere.
        (Answer::Words(code), Form::Code) if is_identity_card(code) => words::OPEN.get(lang).to_owned(),
        (Answer::Words(words), _) => words.to_string(),
        (Answer::Table(rows), _) if rows.is_empty() => words::NONE.get(lang).to_owned(),
        (Answer::Table(rows), _) => match lang {
            Lang::Zh => format!("共{}行", rows.len()),
            Lang::En if rows.len() == 1 => "1 row".to_owned(),
            Lang::En => format!("{} rows", rows.len()),
        },
    }
}

impl Sources<'_> {
    /// The answer in words, or 待补充.
    pub(super) fn filled(&self, spec: &Spec) -> String {
        match self.draft.facts.answer(spec) {
            None => self.text(words::OPEN),
            // One that is no institution is known by its roles.
            Some(Answer::Choice(_)) if spec.id == KIND.spec.id => self.draft.kind(self.lang).unwrap_or_default(),
            Some(answer) => answer_words(&spec.form, answer, self.lang),
        }
    }

    pub(super) fn answers(&self) -> Part {
        let (mut pairs, mut tables) = (Vec::new(), Vec::new());
        for spec in self.draft.questions().iter().copied() {
            match self.draft.facts.answer(spec) {
                None => {}
                // Those that are applied for stand in a list of their own.
                Some(Answer::Table(table)) if spec.slot == ENTERPRISES.spec.slot && self.lists_enterprises() => {
                    pairs.push((self.text(spec.label), self.listed(table.len())));
                }
                Some(Answer::Table(table)) if !table.is_empty() => self.rows(spec, table, &mut tables),
                Some(_) => pairs.push((self.text(spec.label), self.filled(spec))),
            }
        }
        // The digest comes first: at the end it could be alone on a page.
        let Seal { digest, code, .. } = &self.seal;
        let mut blocks = vec![Block::Note(self.say(
            format!("核验码{code}，取自全部答案和申报取舍的SHA-256：{digest}"),
            format!("Code {code}, from the SHA-256 of all answers and choices: {digest}"),
        ))];
        if pairs.is_empty() && tables.is_empty() {
            blocks.push(Block::Paragraph(self.text(words::NOTHING)));
        }
        blocks.extend(self.poured(pairs));
        blocks.extend(tables);
        Part { id: "answers", title: self.text(words::ANSWERS), blocks }
    }

    fn lists_enterprises(&self) -> bool {
        self.applied().any(|clause| is_listed(clause.assessment.clause))
    }

    fn listed(&self, count: usize) -> String {
        let list = words::INTRODUCED.get(self.lang);
        self.say(
            format!("共{count}家，本次申请的见《{list}》"),
            format!("{count} in all; those applied for are in the list of {list}"),
        )
    }

    /// Names and values, two short ones to a row.
    fn poured(&self, pairs: Vec<(String, String)>) -> Option<Block> {
        let mut rows: Vec<Vec<(String, Value)>> = Vec::new();
        let mut half = false;
        for (name, value) in pairs {
            let short = value.chars().map(|sign| if sign.is_ascii() { 1 } else { 2 }).sum::<usize>() <= SHORT;
            match rows.last_mut() {
                Some(row) if half && short => row.push((name, Value::from(value))),
                _ => {
                    rows.push(vec![(name, Value::from(value))]);
                    half = short;
                    continue;
                }
            }
            half = false;
        }
        (!rows.is_empty()).then(|| Block::Pairs(Pairs { label: self.text(words::ANSWERS), rows, joined: false }))
    }

    /// A table of facts, in the columns that this applicant needs. Where a sheet has no room for all columns, they come in several tables under the row numbers.
    pub(super) fn rows(&self, spec: &Spec, table: &Rows, blocks: &mut Vec<Block>) {
        let Form::Table(columns) = spec.form else { return };
        let needed = spec.needed_columns(&self.draft.facts);
        let label = self.text(spec.label);
        let shown = table.len().min(MOST_ROWS);
        let runs: Vec<Vec<usize>> = {
            let runs = needed.len().div_ceil(MOST_COLUMNS).max(1);
            let runs = needed.chunks(needed.len().div_ceil(runs).max(1));
            // Each run names its rows by the first column.
            runs.map(|run| if run.first() == Some(&0) { run.to_vec() } else { [&[0], run].concat() }).collect()
        };
        for (index, run) in runs.iter().enumerate() {
            let mut caption = label.clone();
            if runs.len() > 1 {
                caption += &self
                    .say(format!("（{}/{}）", index + 1, runs.len()), format!(" ({} of {})", index + 1, runs.len()));
            }
            let mut heads = vec![Column { head: self.text(words::ROW), width: 8, set: Set::Middle }];
            heads.extend(run.iter().map(|column| self.head(&columns[*column])));
            let rows = (0..shown)
                .map(|row| {
                    let mut cells = vec![Value::from((row + 1).to_string())];
                    cells.extend(run.iter().map(|column| {
                        let answer = table.cell(row, *column);
                        Value::from(answer.map_or_else(
                            || self.text(words::OPEN),
                            |answer| answer_figure(&columns[*column].form, &answer, self.lang),
                        ))
                    }));
                    cells
                })
                .collect();
            blocks.push(Block::Table(Table {
                label: caption.clone(),
                caption: Some(caption),
                columns: heads,
                rows,
                totals: Vec::new(),
                joined: false,
            }));
        }
        if shown < table.len() {
            blocks.push(Block::Note(self.left_out(table.len() - shown)));
        }
    }

    pub(super) fn left_out(&self, count: usize) -> String {
        self.say(
            format!("另有{count}行未印出，见草稿文件，核验码相同。"),
            format!("{count} more rows are not printed; the draft's file with the same code holds them."),
        )
    }

    fn head(&self, column: &Asked) -> Column {
        let unit = match column.form {
            Form::Money { .. } | Form::Area | Form::Count { .. } => column.form.unit().get(self.lang),
            _ => "",
        };
        let head = column.head.get(self.lang);
        let head = match (unit.is_empty(), self.lang) {
            (true, _) => head.to_owned(),
            (false, Lang::Zh) => format!("{head}（{unit}）"),
            (false, Lang::En) => format!("{head} ({unit})"),
        };
        let set = match column.form {
            Form::Money { .. } | Form::Area | Form::Count { .. } | Form::Share => Set::Number,
            Form::YesNo | Form::Year | Form::Date | Form::Choice(_) => Set::Middle,
            Form::Words(_) | Form::Code | Form::Table(_) => Set::Text,
        };
        Column { head, width: 0, set }
    }
}
