//! How far answers may move before a formula no longer says what the rules say.

use crate::answers::answer::Answer;
use crate::answers::form::{Column, Form};
use crate::applicant::CATALOGUE;
use crate::office::xlsx::book::{Content, Look, column_name};
use crate::office::xlsx::inputs::{AnswerCell, FIRST_ROW, SPARE_ROWS, STATE_CELL, reference};
use crate::office::xlsx::sheets::answers::table_state;
use crate::office::xlsx::sheets::look::{CELL, HEADING, MIDDLE, PLAIN};
use crate::office::xlsx::sheets::{CHANGED, MOVED, Writer, with_formula};
use crate::office::xlsx::trace::Keep;
use crate::office::xlsx::{formula, words};

impl Writer<'_> {
    /// What must be told, and what not, for the formulas of a clause to be right: a test for each, and how many.
    pub(super) fn presence(&self, clause: usize) -> Vec<(String, String)> {
        let assessment = self.assessment(clause);
        let facts = &self.draft().facts;
        let mut tests = Vec::new();
        let (mut filled, mut open) = (Vec::new(), Vec::new());
        for (question, spec) in CATALOGUE.iter().enumerate().filter(|(_, spec)| assessment.asked.reads(spec)) {
            if let Form::Table(columns) = spec.form {
                tests.extend(self.table_presence(question, columns));
                continue;
            }
            let Some(cell) = self.layout.reference(AnswerCell { question, cell: None }) else { continue };
            match facts.answer(spec) {
                None => open.push(cell),
                Some(Answer::NotKnown) => {
                    let test = format!("{cell}={}", formula::quoted(self.say(words::NOT_KNOWN)));
                    tests.push((spec.label.get(self.lang).to_owned(), test));
                }
                Some(_) => filled.push(cell),
            }
        }
        let label = self.say(words::TOLD);
        for (cells, count) in [(&filled, filled.len()), (&open, 0)] {
            if !cells.is_empty() {
                tests.push((label.to_owned(), format!("COUNTA({})={count}", cells.join(","))));
            }
        }
        tests
    }

    fn table_presence(&self, question: usize, columns: &[Column]) -> Option<(String, String)> {
        let spec = CATALOGUE[question];
        let sheet = self.layout.table(question)?;
        let answer = self.draft().facts.answer(spec);
        let table = match answer {
            Some(Answer::Table(table)) => Some(table),
            _ => None,
        };
        let rows = table.map_or(0, crate::answers::answer::Table::len);
        let last = FIRST_ROW + u32::try_from(rows + SPARE_ROWS).unwrap_or(0);
        let mut tests = Vec::new();
        for index in 0..columns.len() {
            let count = (0..rows).filter(|row| table.is_some_and(|table| table.cell(*row, index).is_some())).count();
            let column = u16::try_from(index).unwrap_or(0) + 1;
            let from = reference(&sheet.name, FIRST_ROW, column);
            let to = format!("${}${last}", column_name(column));
            tests.push(format!("COUNTA({from}:{to})={count}"));
        }
        let state = reference(&sheet.name, STATE_CELL.0, STATE_CELL.1);
        tests.push(format!("{state}={}", formula::quoted(self.say(table_state(answer)))));
        Some((spec.label.get(self.lang).to_owned(), format!("AND({})", tests.join(","))))
    }

    /// The rows that watch the answers. Gives the row below.
    pub(super) fn bounds(&mut self, row: u32, bounds: &[(usize, Keep)], presence: &[(String, String)]) -> u32 {
        let lang = self.lang;
        self.put(row, 1, self.say(words::BOUNDS), HEADING);
        self.heads(
            row + 1,
            &[
                (1, words::LABEL),
                (2, words::CHECK),
                (3, words::NOW),
                (4, words::THEN),
                (5, words::AT_LEAST),
                (6, words::AT_MOST),
            ],
        );
        let mut row = row + 2;
        for (label, test) in presence {
            self.put(row, 1, label.as_str(), CELL);
            for column in 3..=6 {
                self.put(row, column, Content::Blank, CELL);
            }
            self.watch(row, format!("NOT({test})"));
            row += 1;
        }
        for (answer_cell, keep) in bounds {
            let here = self.model.answer_cells[*answer_cell];
            let Some(cell) = self.layout.reference(here) else { continue };
            let Some(filled) = self.model.filled(*answer_cell) else { continue };
            let look = Look { fill: 0, ink: 0, open: false, ..Self::input_look(here.form()) };
            let value = formula::answer(here, &filled, lang);
            self.put(row, 1, here.name(lang), CELL);
            self.put(row, 3, with_formula(cell, value.clone()), look);
            self.put(row, 4, value.clone(), look);
            let ends = match keep {
                Keep::Exactly => [Some(filled.clone()), Some(filled)],
                Keep::Between(from, to) => [from.clone(), to.clone()],
            };
            let now = format!("$D${}", row + 1);
            let mut left = Vec::new();
            for (column, end, sign) in [(5, &ends[0], "<"), (6, &ends[1], ">")] {
                let content = end.as_ref().map_or(Content::Blank, |end| formula::answer(here, end, lang));
                self.put(row, column, content, look);
                let sign = if *keep == Keep::Exactly { "<>" } else { sign };
                if end.is_some() {
                    left.push(format!("{now}{sign}${}${}", column_name(column), row + 1));
                }
            }
            self.watch(row, if left.is_empty() { "FALSE".to_owned() } else { format!("OR({})", left.join(",")) });
            if *keep != Keep::Exactly {
                let moved = format!("{now}<>$E${}", row + 1);
                self.put(row, MOVED, with_formula(moved, Content::Truth(false)), PLAIN);
            }
            row += 1;
        }
        row
    }

    pub(super) fn watch(&mut self, row: u32, left: String) {
        let cell = format!("${}${}", column_name(CHANGED), row + 1);
        self.put(row, CHANGED, with_formula(format!("IFERROR({left},TRUE)"), Content::Truth(false)), PLAIN);
        let [beyond, within] = [words::BEYOND, words::WITHIN].map(|words| formula::quoted(self.say(words)));
        let content = with_formula(format!("IF({cell},{beyond},{within})"), self.say(words::WITHIN));
        self.put(row, 2, content, MIDDLE);
    }
}
