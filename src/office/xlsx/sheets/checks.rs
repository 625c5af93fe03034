//! The last sheet: whether the formulas still come to what the portal would, and how far answers may move before they do
//! not.

use crate::answers::answer::Answer;
use crate::answers::form::{Column, Form};
use crate::applicant::CATALOGUE;
use crate::article::article;
use crate::money::Money;
use crate::office::xlsx::book::{Align, Content, Look, area, column_name};
use crate::office::xlsx::formula::Place;
use crate::office::xlsx::inputs::{AnswerCell, FIRST_ROW, SPARE_ROWS, STATE_CELL, reference};
use crate::office::xlsx::sheets::answers::table_state;
use crate::office::xlsx::sheets::look::{CELL, HEADING, INK, MIDDLE, MONEY, NAMED, NOTE, PLAIN, TITLE};
use crate::office::xlsx::sheets::{CHANGED, FAILS, FIGURES, TOP, Writer, with_formula};
use crate::office::xlsx::trace::{Bounds, Contest, Keep, Source};
use crate::office::xlsx::{formula, words};
use crate::rule::{Gives, Work};

/// The column of what a clause's formulas have come to, and the hidden ones that watch: left its bounds, moved, moved
/// though it may only alone.
const STATUS: u16 = 2;
const LEFT: u16 = 7;
const MOVED: u16 = 8;
const ALONE: u16 = 9;

impl Writer<'_> {
    /// The cell that says whether the formulas of a clause sheet hold; the last one is that of the plan.
    pub(super) fn status_cell(&self, sheet: usize) -> String {
        reference(&self.checks, TOP + u32::try_from(sheet).unwrap_or(0), STATUS)
    }

    /// The worst that clauses and plan have come to.
    pub(super) fn worst(&self) -> String {
        let last = TOP + u32::try_from(self.clauses.len()).unwrap_or(0);
        let column = column_name(STATUS);
        let all = format!("{}:${column}${}", reference(&self.checks, TOP, STATUS), last + 1);
        let [changed, fails, same] =
            [words::CHANGED, words::FAILS, words::SAME].map(|words| formula::quoted(self.say(words)));
        format!("IF(COUNTIF({all},{changed})>0,{changed},IF(COUNTIF({all},{fails})>0,{fails},{same}))")
    }

    pub(super) fn checks(&mut self) {
        let name = self.checks.clone();
        self.begin(&name, &[14, 44, 44, 20, 20, 20, 20, 2, 2, 2]);
        self.with(|sheet| {
            sheet.guarded = true;
            sheet.landscape = true;
            sheet.frozen = (TOP, 0);
            sheet.last_column = LEFT - 1;
            sheet.tab = INK;
            for column in [LEFT, MOVED, ALONE] {
                sheet.columns[usize::from(column)].1 = true;
            }
            sheet.height(0, 30);
            sheet.height(1, 34);
        });
        self.put(0, 0, self.say(words::CHECKS), TITLE);
        self.span(1, 0, LEFT - 1, self.say(words::CHECKS_NOTE), NOTE);
        self.heads(TOP - 1, &[(0, words::ARTICLE), (1, words::NAME), (STATUS, words::CHECK)]);
        let sheets = std::mem::take(&mut self.clauses);
        // Below a line for each clause and for the plan.
        let mut row = TOP + u32::try_from(sheets.len()).unwrap_or(0) + 2;
        self.put(row, 0, self.say(words::BOUNDS), HEADING);
        self.heads(
            row + 1,
            &[
                (0, words::ARTICLE),
                (1, words::LABEL),
                (STATUS, words::CHECK),
                (3, words::NOW),
                (4, words::THEN),
                (5, words::AT_LEAST),
                (6, words::AT_MOST),
            ],
        );
        row += 2;
        for (index, sheet) in sheets.iter().enumerate() {
            let of_clause = self.assessment(sheet.clause).clause;
            let label = article(of_clause.article, self.lang);
            let from = row;
            if self.still(sheet.clause).is_none() {
                let bounds = &self.model.clauses[sheet.clause].bounds;
                let presence = self.presence(sheet.clause);
                row = self.contests(row, &label, sheet.clause);
                row = self.bounds(row, &label, bounds, &presence);
            }
            let live = self.still(sheet.clause).is_none().then(|| self.status(&sheet.name, sheet.end, from..row));
            let words = self.status_words(sheet.clause);
            self.line(index, &label, of_clause.title.get(self.lang), live, words);
        }
        let (from, still) = (row, self.plan_stands_still());
        if !still {
            row = self.bounds(row, self.say(words::PLAN), &self.model.plan_bounds, &[]);
        }
        let live = (!still).then(|| self.status(&self.plan, self.plan_total_row(), from..row));
        let words = self.say(if still { words::STILL_LONG } else { words::SAME });
        self.line(sheets.len(), self.say(words::PLAN), "", live, words);
        self.clauses = sheets;
    }

    /// The line of a clause: what its formulas have come to, red where that is no longer what the portal said.
    fn line(&mut self, index: usize, label: &str, title: &str, live: Option<String>, words: &'static str) {
        let row = TOP + u32::try_from(index).unwrap_or(0);
        self.put(row, 0, label, NAMED);
        self.put(row, 1, title, CELL);
        let alarm = live.is_some();
        let content = live.map_or_else(|| Content::from(words), |live| with_formula(live, words));
        self.put(row, STATUS, content, Look { align: Align::Left, ..CELL });
        self.with(|sheet| sheet.height(row, 30));
        if alarm {
            let cell = format!("${}${}", column_name(STATUS), row + 1);
            let when = format!("{cell}<>{}", formula::quoted(self.say(words::SAME)));
            self.with(|sheet| sheet.alarm(area((row, STATUS), (row, STATUS)), when));
        }
    }

    /// What the formulas of a sheet have come to: an error, another working, answers beyond these rows of bounds, or a
    /// condition that fails.
    fn status(&self, sheet: &str, end: u32, bounds: std::ops::Range<u32>) -> String {
        let of_sheet = |from: u16, to: u16| format!("{}:${}${}", reference(sheet, TOP, from), column_name(to), end + 1);
        let [changed, fails, same] =
            [words::CHANGED, words::FAILS, words::SAME].map(|words| formula::quoted(self.say(words)));
        let mut parted = format!(
            "SUMPRODUCT(--ISERROR({}))+COUNTIF({},TRUE)",
            of_sheet(FIGURES, CHANGED - 1),
            of_sheet(CHANGED, CHANGED)
        );
        if !bounds.is_empty() {
            let here = |column: u16| format!("${c}${}:${c}${}", bounds.start + 1, bounds.end, c = column_name(column));
            parted += &format!(
                "+COUNTIF({},TRUE)+IF(COUNTIF({},TRUE)>1,COUNTIF({},TRUE),0)",
                here(LEFT),
                here(MOVED),
                here(ALONE)
            );
        }
        format!("IF({parted}>0,{changed},IF(COUNTIF({},TRUE)>0,{fails},{same}))", of_sheet(FAILS, FAILS))
    }

    /// What must be told, and what not, for the formulas of a clause to be right: a test for each, and how many.
    fn presence(&self, clause: usize) -> Vec<(String, String)> {
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

    /// What the options of each choice of a clause come to, beside the one that was chosen. Gives the row below.
    fn contests(&mut self, mut row: u32, of: &str, clause: usize) -> u32 {
        let model = self.model;
        for contest in &model.clauses[clause].contests {
            let step = &self.assessment(clause).steps[contest.step];
            let Work::Choice { of: options, .. } = &step.work else { continue };
            let options = options.clone();
            let place = step.place.words(self.lang);
            let chosen = row + u32::try_from(contest.chosen).unwrap_or(0);
            for (option, (figure, total)) in options.iter().enumerate() {
                let told = if option == contest.chosen { self.say(words::CHOSEN) } else { self.say(words::NOT_CHOSEN) };
                let label = [place.as_str(), &figure.words(self.lang), told].join(" ");
                self.put(row, 0, of, NAMED);
                self.put(row, 1, label.trim(), CELL);
                let formula = self.total(contest, option);
                self.put(row, 3, with_formula(formula, formula::amount(*total)), MONEY);
                self.put(row, 4, formula::amount(*total), MONEY);
                for column in 5..LEFT {
                    self.put(row, column, Content::Blank, CELL);
                }
                let sign = if contest.wins_a_tie(option) { ">=" } else { ">" };
                self.watch(row, format!("$D${}{sign}$D${}", row + 1, chosen + 1));
                row += 1;
            }
        }
        row
    }

    /// What an option comes to, as a formula over the answers and the numbers of the law.
    fn total(&self, contest: &Contest, option: usize) -> String {
        let no_cell = |_| String::new();
        let no_amount = |_, _| None;
        let place =
            Place { model: self.model, layout: &self.layout, lang: self.lang, result: &no_cell, counted: &no_amount };
        let tiers = contest.tiers;
        let tier = |index: usize| {
            let tier = &tiers.tiers[index];
            let gives = match tier.gives {
                Gives::Fixed(sum) => sum.to_string(),
                Gives::Rate(rate) => rate.to_decimal().normalize().to_string(),
            };
            (tier.from.to_string(), gives)
        };
        let work = Work::Tier { tiers, index: 0, figure: Money::ZERO, result: Money::ZERO };
        let terms = contest.options[option].iter().map(|cell| {
            let figure = place.figure(&Source::Sum(vec![(*cell, 1)]));
            formula::result(&work, &[figure], &tier, self.lang)
        });
        let terms: Vec<String> = std::iter::once("0".to_owned()).chain(terms).collect();
        format!("ROUND({},2)", terms.join("+"))
    }

    /// The rows that watch the answers of a clause. Gives the row below.
    fn bounds(&mut self, mut row: u32, of: &str, bounds: &Bounds, presence: &[(String, String)]) -> u32 {
        let lang = self.lang;
        for (label, test) in presence {
            self.put(row, 0, of, NAMED);
            self.put(row, 1, label.as_str(), CELL);
            for column in 3..=6 {
                self.put(row, column, Content::Blank, CELL);
            }
            self.watch(row, format!("NOT({test})"));
            row += 1;
        }
        for (answer_cell, keep) in &bounds.keep {
            let here = self.model.answer_cells[*answer_cell];
            let Some(cell) = self.layout.reference(here) else { continue };
            let Some(filled) = self.model.filled(*answer_cell) else { continue };
            let look = Look { fill: 0, ink: 0, open: false, ..Self::input_look(here.form()) };
            let value = formula::answer(here, &filled, lang);
            self.put(row, 0, of, NAMED);
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
            if !bounds.alone.is_empty() && *keep != Keep::Exactly {
                let moved = format!("{now}<>$E${}", row + 1);
                let columns = if bounds.alone.contains(answer_cell) { &[MOVED, ALONE][..] } else { &[MOVED] };
                for column in columns {
                    self.put(row, *column, with_formula(moved.clone(), Content::Truth(false)), PLAIN);
                }
            }
            row += 1;
        }
        row
    }

    fn watch(&mut self, row: u32, left: String) {
        let cell = format!("${}${}", column_name(LEFT), row + 1);
        self.put(row, LEFT, with_formula(format!("IFERROR({left},TRUE)"), Content::Truth(false)), PLAIN);
        let [beyond, within] = [words::BEYOND, words::WITHIN].map(|words| formula::quoted(self.say(words)));
        let content = with_formula(format!("IF({cell},{beyond},{within})"), self.say(words::WITHIN));
        self.put(row, STATUS, content, MIDDLE);
    }
}
