//! The sheets of answers: questions one below the other, and a sheet for each table.

use crate::answers::answer::Answer;
use crate::answers::form::{Column, Form};
use crate::answers::typed::YEARS;
use crate::applicant::CATALOGUE;
use crate::money::Money;
use crate::office::xlsx::book::{Align, Content, Look, area, column_name};
use crate::office::xlsx::inputs::{
    AnswerCell, FIRST_ROW, HINT, ID, IDS_ROW, LABEL, Layout, Line, SPARE_ROWS, STATE_CELL, TableSheet, UNIT, VALUE,
    head,
};
use crate::office::xlsx::sheets::Writer;
use crate::office::xlsx::sheets::hidden::LISTS;
use crate::office::xlsx::sheets::look::{
    CELL, GREY, HEAD, INPUT, MIDDLE, NAMED, NOTE, PLAIN, SHADE, TITLE, number, shown, strong,
};
use crate::office::xlsx::{HIDDEN, formula, words};
use crate::text::Text;

impl Writer<'_> {
    pub(super) fn input_look(form: &Form) -> Look {
        shown(INPUT, number(form))
    }

    /// The list of a form, as a reference to the hidden sheet.
    pub(super) fn list(&mut self, form: &Form, open: bool) -> Option<String> {
        let lang = self.lang;
        let mut list: Vec<String> = match form {
            Form::YesNo => [words::YES, words::NO].map(|words| words.get(lang).to_owned()).into(),
            Form::Choice(choices) => choices.iter().map(|choice| choice.label.get(lang).to_owned()).collect(),
            _ => return None,
        };
        list.extend(open.then(|| words::NOT_KNOWN.get(lang).to_owned()));
        Some(self.keep_list(list))
    }

    fn keep_list(&mut self, list: Vec<String>) -> String {
        let place = self.lists.iter().position(|other| *other == list).unwrap_or_else(|| {
            self.lists.push(list.clone());
            self.lists.len() - 1
        });
        let column = column_name(LISTS + u16::try_from(place).unwrap_or(0));
        format!("'{HIDDEN}'!${column}$1:${column}${}", list.len())
    }

    fn offer(&mut self, area: String, list: &str) {
        let (title, message) = (self.say(words::PICK), self.say(words::PICK));
        self.with(|sheet| sheet.choose(area, list, title, message));
    }

    /// Cells of a column take answers of a form, down to a row; where they are `open`, also that it is not known yet.
    fn guard(&mut self, form: &Form, from: (u32, u16), to: u32, open: bool) {
        let cells = area(from, (to, from.1));
        if let Some(list) = self.list(form, open) {
            self.offer(cells, &list);
            return;
        }
        let cell = format!("{}{}", column_name(from.1), from.0 + 1);
        let Some((holds, says)) = takes(form, &cell) else { return };
        let known = format!("{cell}={}", formula::quoted(self.say(words::NOT_KNOWN)));
        let (other, also) = if open { (known.as_str(), self.say(words::OR_NOT_KNOWN)) } else { ("FALSE", "") };
        // What is no number is never worked with: that would be an error, and refused.
        let holds = format!("IF(ISNUMBER({cell}),AND({holds}),{other})");
        let message = format!("{}{also}", self.say(says));
        let title = self.say(words::REFUSED);
        self.with(|sheet| sheet.test(cells, holds, title, &message));
    }

    pub(super) fn inputs(&mut self) {
        let name = self.layout.name.clone();
        self.begin(&name, &[30, 36, 12, 60, 4]);
        self.with(|sheet| {
            sheet.columns[usize::from(ID)].1 = true;
            sheet.last_column = HINT;
            sheet.frozen = (Layout::FIRST, 0);
            sheet.repeated = Some((Layout::FIRST - 1, Layout::FIRST - 1));
            sheet.landscape = true;
            sheet.tab = 0xE0_A8_00;
            sheet.height(0, 30);
        });
        self.put(0, LABEL, self.say(words::INPUTS), TITLE);
        self.span(1, LABEL, HINT, self.say(words::INPUT_NOTE), NOTE);
        self.heads(
            Layout::FIRST - 1,
            &[(LABEL, words::LABEL), (VALUE, words::VALUE), (UNIT, words::UNIT), (HINT, words::QUESTION)],
        );
        let lines = std::mem::take(&mut self.layout.lines);
        for (row, line) in (Layout::FIRST..).zip(&lines) {
            match line {
                Line::Subject(words) => self.span(row, LABEL, HINT, *words, strong(CELL)),
                Line::Question(question) => self.input(row, *question),
            }
        }
        self.layout.lines = lines;
    }

    fn input(&mut self, row: u32, question: usize) {
        let (spec, lang) = (CATALOGUE[question], self.lang);
        let answer_cell = AnswerCell { question, cell: None };
        self.put(row, LABEL, spec.label.get(lang), NAMED);
        let content = answer_cell
            .answer(self.filled)
            .map_or(Content::Blank, |answer| formula::answer(answer_cell, &answer, lang));
        self.put(row, VALUE, content, Look { align: Align::Left, ..Self::input_look(&spec.form) });
        self.put(row, UNIT, spec.form.unit().get(lang), MIDDLE);
        self.put(row, HINT, spec.ask.get(lang), Look { ink: GREY, ..CELL });
        self.put(row, ID, spec.id, PLAIN);
        self.guard(&spec.form, (row, VALUE), row, true);
    }

    pub(super) fn tables(&mut self) {
        let tables = std::mem::take(&mut self.layout.tables);
        for table in &tables {
            self.table(table);
        }
        self.layout.tables = tables;
    }

    pub(super) fn table(&mut self, sheet: &TableSheet) {
        let (spec, lang) = (CATALOGUE[sheet.question], self.lang);
        let widths: Vec<u16> = std::iter::once(8).chain(sheet.columns.iter().map(width)).collect();
        let last = u16::try_from(sheet.columns.len()).unwrap_or(0);
        self.begin(&sheet.name, &widths);
        self.with(|sheet| {
            sheet.frozen = (FIRST_ROW, 1);
            sheet.repeated = Some((FIRST_ROW - 1, FIRST_ROW - 1));
            sheet.landscape = true;
            sheet.tab = 0xE0_A8_00;
            sheet.height(0, 30);
            sheet.height(1, 30);
            sheet.hide_row(IDS_ROW);
        });
        self.put(0, 0, spec.label.get(lang), TITLE);
        let state = table_state(self.draft().facts.answer(spec));
        self.put(STATE_CELL.0, 0, self.say(words::TABLE_STATE), NAMED);
        self.put(STATE_CELL.0, STATE_CELL.1, self.say(state), INPUT);
        let states = [words::AS_LISTED, words::NONE, words::NOT_TOLD, words::NOT_KNOWN];
        let list = self.keep_list(states.map(|words| words.get(lang).to_owned()).into());
        self.offer(area(STATE_CELL, STATE_CELL), &list);
        self.span(1, 2, last.max(3), self.say(words::TABLE_NOTE), NOTE);
        self.put(IDS_ROW, 0, spec.id, PLAIN);
        self.put(FIRST_ROW - 1, 0, self.say(words::NUMBER), HEAD);
        for (index, column) in (1..).zip(sheet.columns) {
            self.put(IDS_ROW, index, column.id, PLAIN);
            self.put(FIRST_ROW - 1, index, head(column, lang), HEAD);
        }
        self.with(|sheet| sheet.height(FIRST_ROW - 1, 34));
        let filled = match self.draft().facts.answer(spec) {
            Some(Answer::Table(table)) => table.len(),
            _ => 0,
        };
        let printed_to = FIRST_ROW + u32::try_from(filled).unwrap_or(0);
        self.with(|sheet| sheet.printed_to = Some(printed_to));
        for row in 0..filled + SPARE_ROWS {
            let line = FIRST_ROW + u32::try_from(row).unwrap_or(0);
            let number = if row < filled { Content::Number((row + 1).to_string()) } else { Content::Blank };
            self.put(line, 0, number, Look { fill: SHADE, open: true, ..MIDDLE });
            for (index, column) in sheet.columns.iter().enumerate() {
                let answer_cell = AnswerCell { question: sheet.question, cell: Some((row, index)) };
                let content = answer_cell
                    .answer(self.filled)
                    .map_or(Content::Blank, |answer| formula::answer(answer_cell, &answer, lang));
                self.put(line, u16::try_from(index).unwrap_or(0) + 1, content, Self::input_look(&column.form));
            }
        }
        let end = FIRST_ROW + u32::try_from(filled + SPARE_ROWS).unwrap_or(0) - 1;
        for (index, column) in (1..).zip(sheet.columns) {
            self.guard(&column.form, (FIRST_ROW, index), end, false);
        }
    }
}

/// What is true of the number in a cell with an answer of a form, and what to type there; none where anything may be.
fn takes(form: &Form, cell: &str) -> Option<(String, Text)> {
    let whole = format!("{cell}=INT({cell})");
    Some(match form {
        Form::Money { signed: true } => (format!("ABS({cell})<={}", Money::LIMIT), words::TAKES_SIGNED),
        Form::Money { signed: false } => (format!("{cell}>=0,{cell}<={}", Money::LIMIT), words::TAKES_MONEY),
        Form::Area => (format!("{cell}>=0"), words::TAKES_AREA),
        Form::Count { least, .. } => (format!("{cell}>={least},{whole}"), words::TAKES_COUNT),
        Form::Share => (format!("{cell}>=0,{cell}<=1"), words::TAKES_SHARE),
        Form::Year => (format!("{cell}>={},{cell}<={},{whole}", YEARS.start(), YEARS.end()), words::TAKES_YEAR),
        Form::Date => (format!("{cell}>0"), words::TAKES_DATE),
        Form::YesNo | Form::Choice(_) | Form::Words(_) | Form::Code | Form::Table(_) => return None,
    })
}

/// How a table is told.
pub(super) fn table_state(answer: Option<&Answer>) -> Text {
    match answer {
        Some(Answer::Table(table)) if table.is_empty() => words::NONE,
        Some(Answer::Table(_)) => words::AS_LISTED,
        Some(Answer::NotKnown) => words::NOT_KNOWN,
        _ => words::NOT_TOLD,
    }
}

fn width(column: &Column) -> u16 {
    match column.form {
        Form::Words(_) => 34,
        Form::Code => 22,
        Form::Money { .. } => 22,
        Form::YesNo | Form::Year | Form::Count { .. } => 14,
        _ => 18,
    }
}
