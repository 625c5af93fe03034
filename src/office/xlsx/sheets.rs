//! The sheets: overview, answers, one for each clause, the yearly plan, and a hidden one.

use crate::answers::answer::Answer;
use crate::answers::facts::Facts;
use crate::answers::form::{Column, Form};
use crate::applicant::CATALOGUE;
use crate::applicant::identity::{APPLICATION_YEAR, KIND, NAME};
use crate::date::{Date, Year};
use crate::drafts::draft::Draft;
use crate::money::Money;
use crate::office::xlsx::book::{Align, Book, Content, Look, Number, Seen, Sheet, area, column_name};
use crate::office::xlsx::formula::{self, LONGEST, Place};
use crate::office::xlsx::inputs::{
    FIRST_ROW, HINT, ID, IDS_ROW, LABEL, Layout, Line, Names, SPARE_ROWS, STATE_CELL, Spot, TableSheet, UNIT, VALUE,
    reference,
};
use crate::office::xlsx::trace::{Entry, Keep, Model, Source, Stands, Still, Watched, counts, figures, watched};
use crate::office::xlsx::{HIDDEN, MAGIC, VERSION, words};
use crate::packet::Seal;
use crate::rule::{Amount, Assessment, Band, Figure, Gives, Outcome, Step, Work};
use crate::text::{Lang, Text, article, sentence};

/// Where the rows of a table begin on clause sheets and the plan.
const TOP: u32 = 4;
/// The hidden columns that watch: left its bounds, fails, moved.
const CHANGED: u16 = 9;
const FAILS: u16 = 10;
const MOVED: u16 = 11;
/// The result of a step.
const RESULT: u16 = 6;
/// The status of a sheet.
const STATUS: (u32, u16) = (1, 2);

const INK: u32 = 0x1F_3A_5F;
const SHADE: u32 = 0xE8_EE_F5;
const PALE: u32 = 0xFF_F8_DC;
const GREY: u32 = 0x5F_66_70;

const PLAIN: Look = Look {
    number: Number::General,
    align: Align::Own,
    bold: false,
    size: 0,
    ink: 0,
    fill: 0,
    ruled: false,
    wrap: false,
    open: false,
};
const TITLE: Look = Look { bold: true, size: 16, ink: INK, ..PLAIN };
const HEADING: Look = Look { bold: true, size: 12, ink: INK, ..PLAIN };
const NOTE: Look = Look { ink: GREY, wrap: true, align: Align::Left, ..PLAIN };
const HEAD: Look =
    Look { bold: true, ink: 0xFF_FF_FF, fill: INK, ruled: true, wrap: true, align: Align::Middle, ..PLAIN };
const CELL: Look = Look { ruled: true, wrap: true, align: Align::Left, ..PLAIN };
const NAMED: Look = Look { fill: SHADE, ..CELL };
const MIDDLE: Look = Look { align: Align::Middle, ..CELL };
const INPUT: Look = Look { fill: PALE, ink: 0x0B_3D_91, open: true, ..CELL };
const MONEY: Look = Look { number: Number::Money, align: Align::Right, wrap: false, ..CELL };

const fn strong(look: Look) -> Look {
    Look { bold: true, fill: SHADE, ..look }
}

const fn shown(look: Look, number: Number) -> Look {
    let align = match number {
        Number::General | Number::Text => look.align,
        Number::Year | Number::Day => Align::Middle,
        _ => Align::Right,
    };
    Look { number, align, ..look }
}

fn live(formula: String, result: impl Into<Content>) -> Content {
    Content::Formula(formula, Box::new(result.into()))
}

/// The sheet of a clause, laid out before it is written: other sheets refer to it.
struct ClauseSheet {
    clause: usize,
    name: String,
    years: Vec<Year>,
    steps: usize,
}

impl ClauseSheet {
    fn step_row(step: usize) -> u32 {
        TOP + u32::try_from(step).unwrap_or(0)
    }

    /// The head of the amounts.
    fn amounts_row(&self) -> u32 {
        Self::step_row(self.steps) + 2
    }

    fn year_row(&self, index: usize) -> u32 {
        self.amounts_row() + 1 + u32::try_from(index).unwrap_or(0)
    }

    /// The first row below the amounts.
    fn below(&self) -> u32 {
        self.year_row(self.years.len()) + 2
    }

    fn amount(&self, year: Year, band: Band) -> Option<String> {
        let index = self.years.iter().position(|other| *other == year)?;
        Some(reference(&self.name, self.year_row(index), amount_column(band)))
    }

    fn status(&self) -> String {
        reference(&self.name, STATUS.0, STATUS.1)
    }
}

/// The bands in the order of their columns.
const BANDS: [Band; 4] = [Band::Certain, Band::Possible, Band::Floor, Band::Ceiling];

const fn amount_column(band: Band) -> u16 {
    match band {
        Band::Certain => 3,
        Band::Possible => 4,
        Band::Floor => 5,
        Band::Ceiling => 6,
    }
}

const fn band_words(band: Band) -> Text {
    match band {
        Band::Certain => words::CERTAIN,
        Band::Possible => words::POSSIBLE,
        Band::Floor => words::FLOOR,
        Band::Ceiling => words::CEILING,
    }
}

const fn of(amount: Amount, band: Band) -> Money {
    match band {
        Band::Certain => amount.certain,
        Band::Possible => amount.possible,
        Band::Floor => amount.floor,
        Band::Ceiling => amount.ceiling,
    }
}

/// What is being written.
struct Writer<'a> {
    book: Book,
    model: &'a Model<'a>,
    layout: Layout,
    clauses: Vec<ClauseSheet>,
    plan: String,
    /// The formulas of each clause that has them: of figures and of the result, step by step.
    formulas: Vec<Option<Vec<Formulas>>>,
    lists: Vec<Vec<String>>,
    /// The answers in the cells.
    told: &'a Facts,
    lang: Lang,
}

/// The formulas of a step.
struct Formulas {
    figures: Vec<String>,
    result: String,
}

/// The workbook of a traced draft.
pub(super) fn book(model: &Model<'_>, lang: Lang, today: Date) -> Book {
    with_answers(model, &model.draft.facts, lang, today)
}

/// The workbook of a traced draft with these answers in its cells, as if they had been typed into it.
pub(super) fn with_answers(model: &Model<'_>, told: &Facts, lang: Lang, today: Date) -> Book {
    let (draft, report) = (model.draft, model.report);
    let mut names = Names::default();
    let overview = names.take(words::OVERVIEW.get(lang));
    let hidden = names.take(HIDDEN);
    let plan = names.take(words::PLAN.get(lang));
    let layout = Layout::new(draft, report, lang, &mut names);
    let clauses = report
        .assessments
        .iter()
        .enumerate()
        .filter(|(_, assessment)| assessment.outcome != Outcome::NotApplicable)
        .map(|(clause, assessment)| ClauseSheet {
            clause,
            name: names.take(&article(assessment.clause.article, lang)),
            years: assessment.estimate.by_year.iter().map(|(year, _)| year).collect(),
            steps: assessment.steps.len(),
        })
        .collect();
    let font = match lang {
        Lang::Zh => "微软雅黑",
        Lang::En => "Calibri",
    };
    let mut writer = Writer {
        book: Book::new(font),
        model,
        layout,
        clauses,
        plan,
        formulas: Vec::new(),
        lists: Vec::new(),
        told,
        lang,
    };
    writer.formulas = (0..report.assessments.len()).map(|clause| writer.compile(clause)).collect();
    writer.prepare(today);
    writer.overview(&overview, today);
    writer.inputs();
    writer.tables();
    writer.clauses();
    writer.plan();
    writer.hidden(&hidden);
    writer.book
}

impl Writer<'_> {
    fn draft(&self) -> &Draft {
        self.model.draft
    }

    fn say(&self, words: Text) -> &'static str {
        words.get(self.lang)
    }

    fn assessment(&self, clause: usize) -> &Assessment {
        &self.model.report.assessments[clause]
    }

    fn put(&mut self, row: u32, column: u16, content: impl Into<Content>, look: Look) {
        self.book.put(row, column, content.into(), look);
    }

    fn begin(&mut self, name: &str, widths: &[u16]) {
        self.book.sheets.push(Sheet::new(name, widths));
    }

    fn with(&mut self, change: impl FnOnce(&mut Sheet)) {
        if let Some(sheet) = self.book.sheet() {
            change(sheet);
        }
    }

    fn heads(&mut self, row: u32, heads: &[(u16, Text)]) {
        for (column, head) in heads {
            let head = self.say(*head);
            self.put(row, *column, head, HEAD);
        }
        self.with(|sheet| sheet.height(row, 24));
    }

    fn prepare(&mut self, today: Date) {
        let lang = self.lang;
        let name = self.draft().facts.get(&NAME).unwrap_or_else(|| words::NO_NAME.get(lang)).to_owned();
        let seal = Seal::of(self.draft());
        let code = format!("{}　{}", seal.line(lang), seal.made_by());
        let made = self.draft().calculated;
        self.book.title = format!("{} · {name}", words::TITLE.get(lang));
        self.book.made = made;
        self.book.head = [name, code];
        let page = match lang {
            Lang::Zh => "第 &P 页 / 共 &N 页",
            Lang::En => "Page &P of &N",
        };
        self.book.foot = [format!("{} · {today}", words::ESTIMATE.get(lang)), page.to_owned()];
    }

    // ── formulas ─────────────────────────────────────────────────────────

    /// The formulas of a clause; none where it stands still or they would be too long.
    fn compile(&self, clause: usize) -> Option<Vec<Formulas>> {
        let traced = &self.model.clauses[clause];
        if traced.still.is_some() || self.assessment(clause).outcome == Outcome::NotApplicable {
            return None;
        }
        let counted = |clause: usize, year: Year| self.counted(clause, year);
        let result = |step: usize| format!("${}${}", column_name(RESULT), ClauseSheet::step_row(step) + 1);
        let place =
            Place { model: self.model, layout: &self.layout, lang: self.lang, result: &result, counted: &counted };
        let steps = &self.assessment(clause).steps;
        let formulas: Vec<Formulas> = steps
            .iter()
            .enumerate()
            .map(|(index, step)| {
                let figures: Vec<String> = traced.rows[index].iter().map(|source| place.figure(source)).collect();
                let row = ClauseSheet::step_row(index) + 1;
                // Up to three figures stand in cells of their own.
                let columns: &[&str] =
                    if matches!(step.work, Work::Condition { .. }) { &["D", "F"] } else { &["D", "E", "F"] };
                let parts: Vec<String> = match figures.len() {
                    count if count <= columns.len() => {
                        columns.iter().take(count).map(|column| format!("{column}{row}")).collect()
                    }
                    _ => figures.clone(),
                };
                let tier = |tier: usize| self.tier_cells(clause, step, tier);
                Formulas { result: formula::result(&step.work, &parts, &tier, self.lang), figures }
            })
            .collect();
        let short = |formulas: &Formulas| {
            formulas.result.len() < LONGEST && formulas.figures.iter().all(|figure| figure.len() < LONGEST)
        };
        formulas.iter().all(short).then_some(formulas)
    }

    fn still(&self, clause: usize) -> Option<Still> {
        match self.formulas[clause] {
            Some(_) => None,
            None => Some(self.model.clauses[clause].still.unwrap_or(Still::TooMany)),
        }
    }

    /// The ladders of a clause's steps, each once, with the row of their first tier.
    fn ladders(&self, clause: usize) -> Vec<(&'static crate::rule::Tiers, u32)> {
        let Some(sheet) = self.clauses.iter().find(|sheet| sheet.clause == clause) else { return Vec::new() };
        let mut row = sheet.below() + 2;
        let mut ladders: Vec<(&'static crate::rule::Tiers, u32)> = Vec::new();
        for step in &self.assessment(clause).steps {
            if let Work::Tier { tiers, .. } = step.work
                && !ladders.iter().any(|(other, _)| std::ptr::eq(*other, tiers))
            {
                ladders.push((tiers, row));
                row += u32::try_from(tiers.tiers.len()).unwrap_or(0);
            }
        }
        ladders
    }

    /// The cells of a tier's bound and of what it gives.
    fn tier_cells(&self, clause: usize, step: &Step, tier: usize) -> (String, String) {
        let Work::Tier { tiers, .. } = step.work else { return Default::default() };
        let ladders = self.ladders(clause);
        let row = ladders.iter().find(|(other, _)| std::ptr::eq(*other, tiers)).map_or(0, |(_, row)| *row);
        let row = row + u32::try_from(tier).unwrap_or(0) + 1;
        (format!("$D${row}"), format!("$F${row}"))
    }

    /// The cell of the plan with what a clause counts as certain in a year.
    fn counted(&self, clause: usize, year: Year) -> Option<String> {
        let entry = self.model.plan.iter().position(|entry| entry.clause == clause && entry.year == year)?;
        Some(reference(&self.plan, plan_row(entry), amount_column(Band::Certain)))
    }

    // ── overview ─────────────────────────────────────────────────────────

    fn overview(&mut self, name: &str, today: Date) {
        let lang = self.lang;
        self.begin(name, &[16, 30, 14, 22, 22, 22, 22]);
        self.with(|sheet| {
            sheet.guarded = true;
            sheet.landscape = true;
            sheet.tab = INK;
            sheet.height(0, 30);
            sheet.merge(0, 0, 6);
        });
        self.put(0, 0, self.say(words::TITLE), TITLE);
        let (rules, seal) = (self.draft().rules(), Seal::of(self.draft()));
        let calculated =
            self.draft().calculated.map_or_else(|| self.say(words::OPEN).to_owned(), |day| day.to_string());
        let dates = match lang {
            Lang::Zh => format!("规则施行{}　测算日{calculated}　制表日{today}", rules.index.in_force),
            Lang::En => format!("in force since {} · calculated {calculated} · made {today}", rules.index.in_force),
        };
        let open = || words::OPEN.get(lang).to_owned();
        let year = self.draft().facts.get(&APPLICATION_YEAR).map_or_else(open, |year| year.to_string());
        let lines = [
            (words::APPLICANT, self.draft().facts.get(&NAME).unwrap_or_else(|| self.say(words::NO_NAME)).to_owned()),
            (KIND.spec.label, self.draft().kind(lang).unwrap_or_else(open)),
            (words::YEAR, year),
            (words::RULES, format!("{} {}", rules.index.number, rules.title.get(lang))),
            (words::CODE, format!("{}　{}", seal.code, seal.made_by())),
            (words::DATES, dates),
        ];
        let mut row = 2;
        for (label, value) in lines {
            self.put(row, 0, self.say(label), NAMED);
            self.span(row, 1, 6, value, Look { align: Align::Left, ..CELL });
            row += 1;
        }
        let status = self.overall(row + 9, self.clauses.len());
        self.put(row, 0, self.say(words::CHECK), NAMED);
        self.span(row, 1, 6, live(status, self.say(words::SAME)), Look { bold: true, align: Align::Left, ..CELL });
        let (changed, fails) = (formula::quoted(self.say(words::CHANGED)), formula::quoted(self.say(words::FAILS)));
        let alarm = format!("OR($B${r}={changed},$B${r}={fails})", r = row + 1);
        self.with(|sheet| sheet.alarm(area((row, 1), (row, 6)), alarm));
        row += 2;

        self.put(row, 0, self.say(words::BANDS), HEADING);
        row += 1;
        let total = self.plan_total_row();
        let amount = self.model.report.total();
        let bands = [Band::Certain, Band::Possible, Band::Ceiling];
        for (band, note) in bands.into_iter().zip(words::BAND_NOTES) {
            self.put(row, 0, self.say(band_words(band)), NAMED);
            let cell = reference(&self.plan, total, amount_column(band));
            let content = self.sum_content(cell, of(amount, band));
            self.put(row, 1, content, strong(MONEY));
            self.span(row, 2, 6, self.say(note), Look { align: Align::Left, ink: GREY, ..CELL });
            self.with(|sheet| sheet.height(row, 24));
            row += 1;
        }
        row += 1;

        self.put(row, 0, self.say(words::CLAUSES), HEADING);
        row += 1;
        self.heads(
            row,
            &[
                (0, words::ARTICLE),
                (1, words::NAME),
                (2, words::OUTCOME),
                (3, words::CERTAIN),
                (4, words::POSSIBLE),
                (5, words::CEILING),
                (6, words::CHECK),
            ],
        );
        row += 1;
        for index in 0..self.clauses.len() {
            self.overview_clause(row, index);
            row += 1;
        }
        row += 1;
        self.put(row, 0, self.say(words::HOW), HEADING);
        for line in words::HOW_LINES {
            row += 1;
            self.span(row, 0, 6, self.say(*line), NOTE);
            self.with(|sheet| sheet.height(row, 30));
        }
        let names =
            [("certain_total", Band::Certain), ("possible_total", Band::Possible), ("ceiling_total", Band::Ceiling)];
        for (name, band) in names {
            let refers = reference(&self.plan, total, amount_column(band));
            self.book.names.push((name.to_owned(), refers));
        }
    }

    /// A sum of the plan, unless it stands still.
    fn sum_content(&self, formula: String, amount: Money) -> Content {
        match formula::amount(amount) {
            Content::Number(digits) if !self.plan_stands_still() => live(formula, Content::Number(digits)),
            content => content,
        }
    }

    fn overview_clause(&mut self, row: u32, index: usize) {
        let clause = self.clauses[index].clause;
        let (of_clause, outcome) = (self.assessment(clause).clause, self.assessment(clause).outcome);
        let lang = self.lang;
        self.put(row, 0, article(of_clause.article, lang), NAMED);
        self.put(row, 1, of_clause.title.get(lang), CELL);
        self.put(row, 2, outcome.word().get(lang), MIDDLE);
        let total = self.model.report.counted[clause].total();
        for (column, band) in [(3, Band::Certain), (4, Band::Possible), (5, Band::Ceiling)] {
            let cells: Vec<String> = self
                .model
                .plan
                .iter()
                .enumerate()
                .filter(|(_, entry)| entry.clause == clause)
                .map(|(entry, _)| reference(&self.plan, plan_row(entry), amount_column(band)))
                .collect();
            let content = if cells.is_empty() {
                Content::Number("0.00".to_owned())
            } else {
                self.sum_content(format!("ROUND({},2)", cells.join("+")), of(total, band))
            };
            self.put(row, column, content, MONEY);
        }
        let status = self.clauses[index].status();
        let words = self.status_words(clause);
        self.put(row, 6, live(status, words), CELL);
        let changed =
            [words::CHANGED, words::FAILS].map(|words| format!("$G${}={}", row + 1, formula::quoted(self.say(words))));
        self.with(|sheet| {
            sheet.alarm(area((row, 6), (row, 6)), format!("OR({})", changed.join(",")));
            sheet.height(row, 30);
        });
    }

    fn status_words(&self, clause: usize) -> &'static str {
        self.say(match self.still(clause) {
            None => words::SAME,
            Some(Still::TooMany) => words::STILL_MANY,
            Some(Still::TooLong) => words::STILL_LONG,
        })
    }

    /// The worst of what clauses and plan say.
    fn overall(&self, first: u32, clauses: usize) -> String {
        let last = first + u32::try_from(clauses).unwrap_or(0);
        let states = format!("$G${}:$G${}", first + 1, last.max(first + 1));
        let plan = reference(&self.plan, STATUS.0, STATUS.1);
        let [changed, fails, same] =
            [words::CHANGED, words::FAILS, words::SAME].map(|words| formula::quoted(self.say(words)));
        format!(
            "IF(COUNTIF({states},{changed})+IF({plan}={changed},1,0)>0,{changed},IF(COUNTIF({states},{fails})>0,{fails},{same}))"
        )
    }

    /// Content that runs over several columns.
    fn span(&mut self, row: u32, from: u16, to: u16, content: impl Into<Content>, look: Look) {
        self.put(row, from, content, look);
        for column in from + 1..=to {
            self.put(row, column, Content::Blank, look);
        }
        self.with(|sheet| sheet.merge(row, from, to));
    }

    // ── answers ──────────────────────────────────────────────────────────

    fn input_look(form: &Form) -> Look {
        shown(
            INPUT,
            match form {
                Form::Money { .. } => Number::Money,
                Form::Area => Number::Area,
                Form::Count { .. } => Number::Count,
                Form::Share => Number::Share,
                Form::Date => Number::Day,
                Form::Year => Number::Year,
                Form::Words(_) => Number::Text,
                Form::YesNo | Form::Choice(_) | Form::Table(_) => Number::General,
            },
        )
    }

    /// The list of a form, as a reference to the hidden sheet.
    fn list(&mut self, form: &Form, open: bool) -> Option<String> {
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

    fn inputs(&mut self) {
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
        let spot = Spot { question, cell: None };
        self.put(row, LABEL, spec.label.get(lang), NAMED);
        let content = spot.answer(self.told).map_or(Content::Blank, |answer| formula::answer(spot, &answer, lang));
        self.put(row, VALUE, content, Look { align: Align::Left, ..Self::input_look(&spec.form) });
        self.put(row, UNIT, spec.form.unit().get(lang), MIDDLE);
        self.put(row, HINT, spec.ask.get(lang), Look { ink: GREY, ..CELL });
        self.put(row, ID, spec.id, PLAIN);
        if let Some(list) = self.list(&spec.form, true) {
            self.offer(area((row, VALUE), (row, VALUE)), &list);
        }
    }

    fn tables(&mut self) {
        let tables = std::mem::take(&mut self.layout.tables);
        for table in &tables {
            self.table(table);
        }
        self.layout.tables = tables;
    }

    fn table(&mut self, sheet: &TableSheet) {
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
        let told = match self.draft().facts.answer(spec) {
            Some(Answer::Table(table)) => table.len(),
            _ => 0,
        };
        let printed_to = FIRST_ROW + u32::try_from(told).unwrap_or(0);
        self.with(|sheet| sheet.printed_to = Some(printed_to));
        for row in 0..told + SPARE_ROWS {
            let line = FIRST_ROW + u32::try_from(row).unwrap_or(0);
            let number = if row < told { Content::Number((row + 1).to_string()) } else { Content::Blank };
            self.put(line, 0, number, Look { fill: SHADE, open: true, ..MIDDLE });
            for (index, column) in sheet.columns.iter().enumerate() {
                let spot = Spot { question: sheet.question, cell: Some((row, index)) };
                let content =
                    spot.answer(self.told).map_or(Content::Blank, |answer| formula::answer(spot, &answer, lang));
                self.put(line, u16::try_from(index).unwrap_or(0) + 1, content, Self::input_look(&column.form));
            }
        }
        let end = FIRST_ROW + u32::try_from(told + SPARE_ROWS).unwrap_or(0) - 1;
        for (index, column) in (1..).zip(sheet.columns) {
            if let Some(list) = self.list(&column.form, false) {
                self.offer(area((FIRST_ROW, index), (end, index)), &list);
            }
        }
    }

    // ── clauses ──────────────────────────────────────────────────────────

    fn clauses(&mut self) {
        let sheets = std::mem::take(&mut self.clauses);
        let alone = |sheet: &ClauseSheet| ClauseSheet {
            clause: sheet.clause,
            name: sheet.name.clone(),
            years: sheet.years.clone(),
            steps: sheet.steps,
        };
        self.clauses = sheets.iter().map(alone).collect();
        for sheet in &sheets {
            self.clause(sheet);
        }
    }

    fn clause(&mut self, sheet: &ClauseSheet) {
        let lang = self.lang;
        let clause = sheet.clause;
        let of_clause = self.assessment(clause).clause;
        self.begin(&sheet.name, &[6, 48, 10, 20, 20, 20, 20, 14, 8, 2, 2, 2]);
        self.with(|sheet| {
            sheet.guarded = true;
            sheet.landscape = true;
            sheet.frozen = (TOP, 0);
            sheet.repeated = Some((TOP - 1, TOP - 1));
            sheet.last_column = 8;
            for column in [CHANGED, FAILS, MOVED] {
                sheet.columns[usize::from(column)].1 = true;
            }
            sheet.height(0, 30);
        });
        self.put(0, 0, format!("{}　{}", article(of_clause.article, lang), of_clause.title.get(lang)), TITLE);
        self.heads(
            TOP - 1,
            &[
                (0, words::NUMBER),
                (1, words::STEP),
                (2, words::BASIS),
                (3, words::FIGURES[0]),
                (4, words::FIGURES[1]),
                (5, words::FIGURES[2]),
                (6, words::RESULT),
                (7, words::BAND),
                (8, words::FISCAL_YEAR),
            ],
        );
        let steps = self.assessment(clause).steps.clone();
        for (index, step) in steps.iter().enumerate() {
            self.step(sheet, index, step);
        }
        self.amounts(sheet, &steps);
        let ladders = self.ladders(clause);
        let mut row = sheet.below();
        if !ladders.is_empty() {
            row = self.tiers(row, &ladders) + 1;
        }
        let end = match self.still(clause) {
            None => {
                let (bounds, asked) = (self.model.clauses[clause].bounds.clone(), self.presence(clause));
                self.bounds(row, &bounds, &asked)
            }
            Some(_) => row,
        };
        self.status(self.status_words(clause), self.still(clause).is_none(), end);
    }

    /// The status line of a sheet whose watched rows end before `end`.
    fn status(&mut self, words: &'static str, live_one: bool, end: u32) {
        let look = Look { bold: true, align: Align::Left, ..CELL };
        self.put(STATUS.0, 1, self.say(words::CHECK), Look { align: Align::Right, ink: GREY, ..PLAIN });
        let watch = |column: u16| format!("${c}${}:${c}${}", TOP + 1, end.max(TOP) + 1, c = column_name(column));
        let content = if live_one {
            let (changed, fails, moved) = (watch(CHANGED), watch(FAILS), watch(MOVED));
            let [changed_words, fails_words, same] =
                [words::CHANGED, words::FAILS, words::SAME].map(|words| formula::quoted(self.say(words)));
            live(
                format!(
                    "IF(SUMPRODUCT(--ISERROR($D${top}:$L${last}))+COUNTIF({changed},TRUE)+IF(COUNTIF({moved},TRUE)>1,1,0)>0,{changed_words},IF(COUNTIF({fails},TRUE)>0,{fails_words},{same}))",
                    top = TOP + 1,
                    last = end.max(TOP) + 1,
                ),
                words,
            )
        } else {
            Content::from(words)
        };
        self.span(STATUS.0, STATUS.1, RESULT, content, look);
        let cell = format!("${}${}", column_name(STATUS.1), STATUS.0 + 1);
        let alarm = format!("{cell}<>{}", formula::quoted(self.say(words::SAME)));
        self.with(|sheet| {
            sheet.alarm(area(STATUS, (STATUS.0, RESULT)), alarm);
            sheet.height(STATUS.0, 24);
        });
    }

    fn step(&mut self, sheet: &ClauseSheet, index: usize, step: &Step) {
        let lang = self.lang;
        let row = ClauseSheet::step_row(index);
        let line = step.line(lang);
        let number = index + 1;
        self.put(row, 0, Content::Number(number.to_string()), MIDDLE);
        let mut says = sentence(&line.text, lang);
        if matches!(step.work, Work::Choice { .. }) {
            says = format!("{says}\n{}", line.formula);
        }
        let lines = u16::try_from(says.chars().map(|sign| if sign.is_ascii() { 1 } else { 2 }).sum::<usize>() / 46 + 1)
            .unwrap_or(1)
            + u16::from(says.contains('\n'));
        self.with(|sheet| sheet.height(row, (lines * 15 + 5).min(200)));
        self.put(row, 1, says, CELL);
        self.put(row, 2, article(step.provision.article, lang), MIDDLE);
        for column in 3..=5 {
            self.put(row, column, Content::Blank, CELL);
        }
        let base = figures(&step.work);
        let columns: &[u16] = if matches!(step.work, Work::Condition { .. }) { &[3, 5] } else { &[3, 4, 5] };
        let sources = self.model.clauses[sheet.clause].rows[index].clone();
        if base.len() <= columns.len() {
            let skip = usize::from(matches!(step.work, Work::Condition { figure: None, .. }));
            for (place, figure) in base.iter().enumerate() {
                let content = self.figure(sheet.clause, index, place, *figure, &sources[place]);
                self.put(row, columns[place + skip], content, shown(CELL, formula::number(*figure)));
            }
        } else {
            let count = match lang {
                Lang::Zh => format!("共{}个数", base.len()),
                Lang::En => format!("{} figures", base.len()),
            };
            self.span(row, 3, 5, count, Look { ink: GREY, ..MIDDLE });
        }
        self.result(sheet, index, step);
    }

    /// A figure of a step in its cell: what comes from an answer or another step is a formula.
    fn figure(&self, clause: usize, step: usize, place: usize, figure: Figure, source: &Source) -> Content {
        let value = match figure {
            Figure::Money(money) => formula::amount(money),
            figure => formula::content(figure, self.lang),
        };
        match (&self.formulas[clause], source) {
            (None, _) | (_, Source::Law(_) | Source::Portal(_)) => value,
            (Some(formulas), _) => live(formulas[step].figures[place].clone(), value),
        }
    }

    fn result(&mut self, sheet: &ClauseSheet, index: usize, step: &Step) {
        let lang = self.lang;
        let row = ClauseSheet::step_row(index);
        let formula = self.formulas[sheet.clause].as_ref().map(|formulas| formulas[index].result.clone());
        let with = |value: Content| match formula {
            Some(formula) if !formula.is_empty() => live(formula, value),
            _ => value,
        };
        let words = step.line(lang).result;
        let (content, look) = match &step.work {
            Work::Condition { holds: Some(_), .. } => (with(Content::from(words)), MIDDLE),
            Work::Condition { .. } => (Content::from(words), MIDDLE),
            Work::Choice { .. } => (
                Content::from(format!(
                    "{}{}{words}",
                    self.say(words::CHOSEN),
                    if lang == Lang::Zh { "：" } else { ": " }
                )),
                MIDDLE,
            ),
            Work::Remark => (Content::Blank, MIDDLE),
            Work::Fixed { result } => (formula::amount(*result), MONEY),
            _ => (with(step.result().map_or(Content::Blank, formula::amount)), MONEY),
        };
        self.put(row, RESULT, content, look);
        if let Work::Condition { bound, .. } = step.work {
            self.put(row, 4, bound.sign(), MIDDLE);
        }
        let counted = step.band.filter(|band| counts(self.assessment(sheet.clause), *band));
        self.put(row, 7, counted.map_or("", |band| self.say(band_words(band))), MIDDLE);
        let year = step.year.filter(|_| counted.is_some());
        self.put(
            row,
            8,
            year.map_or(Content::Blank, |year| Content::Number(year.to_string())),
            shown(MIDDLE, Number::Year),
        );
        if let (Work::Condition { holds: Some(holds), .. }, Some(_)) = (&step.work, &self.formulas[sheet.clause]) {
            let cell = format!("${}${}", column_name(RESULT), row + 1);
            let then = formula::quoted(self.say(if *holds { words::MET } else { words::NOT_MET }));
            let column = match watched(self.assessment(sheet.clause), step) {
                Watched::Fails => FAILS,
                Watched::Changed => CHANGED,
                Watched::Never => return,
            };
            self.put(row, column, live(format!("{cell}<>{then}"), Content::Truth(false)), PLAIN);
        }
    }

    fn amounts(&mut self, sheet: &ClauseSheet, steps: &[Step]) {
        let head = sheet.amounts_row();
        self.put(head - 1, 1, self.say(words::AMOUNTS), HEADING);
        self.put(head, 1, self.say(words::FISCAL_YEAR), HEAD);
        self.put(head, 2, Content::Blank, HEAD);
        for band in BANDS {
            self.put(head, amount_column(band), self.say(band_words(band)), HEAD);
        }
        self.with(|sheet| sheet.height(head, 24));
        let by_year = self.assessment(sheet.clause).estimate.by_year.clone();
        let fails = format!("${c}${}:${c}${}", TOP + 1, ClauseSheet::step_row(sheet.steps) + 1, c = column_name(FAILS));
        for (index, year) in sheet.years.iter().enumerate() {
            let row = sheet.year_row(index);
            self.span(row, 1, 2, Content::Number(year.to_string()), shown(NAMED, Number::Year));
            for band in BANDS {
                let cells: Vec<String> = steps
                    .iter()
                    .enumerate()
                    .filter(|(_, step)| step.band == Some(band) && step.year == Some(*year))
                    .filter(|_| counts(self.assessment(sheet.clause), band))
                    .map(|(step, _)| format!("{}{}", column_name(RESULT), ClauseSheet::step_row(step) + 1))
                    .collect();
                let value = formula::amount(of(by_year.of(*year), band));
                let content = match (&value, self.still(sheet.clause)) {
                    (Content::Number(_), None) if !cells.is_empty() => {
                        live(format!("IF(COUNTIF({fails},TRUE)>0,0,ROUND({},2))", cells.join("+")), value)
                    }
                    _ => value,
                };
                self.put(row, amount_column(band), content, MONEY);
            }
        }
        let row = sheet.year_row(sheet.years.len());
        self.span(row, 1, 2, self.say(words::TOTAL), strong(CELL));
        for band in BANDS {
            let total = formula::amount(of(by_year.total(), band));
            let column = column_name(amount_column(band));
            let content = match (&total, self.still(sheet.clause)) {
                (Content::Number(_), None) if !sheet.years.is_empty() => {
                    live(format!("ROUND(SUM({column}{}:{column}{row}),2)", head + 2), total)
                }
                _ => total,
            };
            self.put(row, amount_column(band), content, strong(MONEY));
        }
    }

    /// The ladders, written once. Gives the row below.
    fn tiers(&mut self, row: u32, ladders: &[(&'static crate::rule::Tiers, u32)]) -> u32 {
        self.put(row, 1, self.say(words::TIERS), HEADING);
        self.heads(
            row + 1,
            &[(1, words::TIERS), (2, words::BASIS), (3, words::FROM), (4, words::BOUND), (5, words::GIVES)],
        );
        let mut end = row + 2;
        for (tiers, first) in ladders {
            for (index, tier) in tiers.tiers.iter().enumerate() {
                end = first + u32::try_from(index).unwrap_or(0);
                self.put(end, 1, tiers.span(index, self.lang), CELL);
                self.put(end, 2, article(tiers.provision.article, self.lang), MIDDLE);
                self.put(end, 3, formula::amount(tier.from), MONEY);
                let bound = if tier.inclusive { words::INCLUSIVE } else { words::EXCLUSIVE };
                self.put(end, 4, self.say(bound), MIDDLE);
                let figure = match tier.gives {
                    Gives::Fixed(sum) => Figure::Money(sum),
                    Gives::Rate(rate) => Figure::Rate(rate),
                };
                self.put(end, 5, formula::content(figure, self.lang), shown(CELL, formula::number(figure)));
            }
        }
        end + 1
    }

    // ── bounds ───────────────────────────────────────────────────────────

    /// What must be told, and what not, for the formulas of a clause to be right: a test for each, and how many.
    fn presence(&self, clause: usize) -> Vec<(String, String)> {
        let assessment = self.assessment(clause);
        let facts = &self.draft().facts;
        let mut tests = Vec::new();
        let (mut told, mut open) = (Vec::new(), Vec::new());
        for (question, spec) in CATALOGUE.iter().enumerate().filter(|(_, spec)| assessment.asked.reads(spec)) {
            if let Form::Table(columns) = spec.form {
                tests.extend(self.table_presence(question, columns));
                continue;
            }
            let Some(cell) = self.layout.reference(Spot { question, cell: None }) else { continue };
            match facts.answer(spec) {
                None => open.push(cell),
                Some(Answer::NotKnown) => {
                    let test = format!("{cell}={}", formula::quoted(self.say(words::NOT_KNOWN)));
                    tests.push((spec.label.get(self.lang).to_owned(), test));
                }
                Some(_) => told.push(cell),
            }
        }
        let label = self.say(words::TOLD);
        for (cells, count) in [(&told, told.len()), (&open, 0)] {
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
    fn bounds(&mut self, row: u32, bounds: &[(usize, Keep)], presence: &[(String, String)]) -> u32 {
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
        for (spot, keep) in bounds {
            let here = self.model.spots[*spot];
            let Some(cell) = self.layout.reference(here) else { continue };
            let Some(told) = self.model.told(*spot) else { continue };
            let look = Look { fill: 0, ink: 0, open: false, ..Self::input_look(here.form()) };
            let value = formula::answer(here, &told, lang);
            self.put(row, 1, here.name(lang), CELL);
            self.put(row, 3, live(cell, value.clone()), look);
            self.put(row, 4, value.clone(), look);
            let ends = match keep {
                Keep::Exactly => [Some(told.clone()), Some(told)],
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
                self.put(row, MOVED, live(moved, Content::Truth(false)), PLAIN);
            }
            row += 1;
        }
        row
    }

    fn watch(&mut self, row: u32, left: String) {
        let cell = format!("${}${}", column_name(CHANGED), row + 1);
        self.put(row, CHANGED, live(format!("IFERROR({left},TRUE)"), Content::Truth(false)), PLAIN);
        let [beyond, within] = [words::BEYOND, words::WITHIN].map(|words| formula::quoted(self.say(words)));
        let content = live(format!("IF({cell},{beyond},{within})"), self.say(words::WITHIN));
        self.put(row, 2, content, MIDDLE);
    }

    // ── the plan ─────────────────────────────────────────────────────────

    /// Whether sums would be wrong as numbers: then they are words.
    fn plan_stands_still(&self) -> bool {
        let total = self.model.report.total();
        let long = |money: Money| money.fen() >= crate::office::xlsx::trace::TOO_LONG;
        BANDS.into_iter().any(|band| long(of(total, band)))
            || self.model.plan.iter().any(|entry| self.still(entry.clause) == Some(Still::TooLong))
    }

    fn plan_years(&self) -> Vec<Year> {
        let mut years: Vec<Year> = self.model.plan.iter().map(|entry| entry.year).collect();
        years.sort_unstable();
        years.dedup();
        years
    }

    fn plan_total_row(&self) -> u32 {
        plan_row(self.model.plan.len()) + 2 + u32::try_from(self.plan_years().len()).unwrap_or(0)
    }

    fn plan(&mut self) {
        let name = self.plan.clone();
        self.begin(&name, &[10, 40, 10, 22, 22, 22, 22, 34, 2, 2, 2, 2]);
        self.with(|sheet| {
            sheet.guarded = true;
            sheet.landscape = true;
            sheet.frozen = (TOP, 0);
            sheet.repeated = Some((TOP - 1, TOP - 1));
            sheet.last_column = 7;
            sheet.tab = INK;
            for column in 8..=MOVED {
                sheet.columns[usize::from(column)].1 = true;
            }
            sheet.height(0, 30);
        });
        self.put(0, 0, self.say(words::PLAN), TITLE);
        self.heads(
            TOP - 1,
            &[
                (0, words::ARTICLE),
                (1, words::NAME),
                (2, words::FISCAL_YEAR),
                (3, words::CERTAIN),
                (4, words::POSSIBLE),
                (5, words::FLOOR),
                (6, words::CEILING),
                (7, words::REMARK),
            ],
        );
        let still = self.plan_stands_still();
        let model = self.model;
        for (index, entry) in model.plan.iter().enumerate() {
            self.entry(index, entry, still);
        }
        let totals = plan_row(model.plan.len());
        self.put(totals + 1, 0, self.say(words::BY_YEAR), HEADING);
        let years = self.plan_years();
        let last = plan_row(model.plan.len().max(1)) - 1;
        for (index, year) in years.iter().enumerate() {
            let row = totals + 2 + u32::try_from(index).unwrap_or(0);
            self.span(row, 0, 1, Content::Blank, NAMED);
            self.put(row, 2, Content::Number(year.to_string()), shown(NAMED, Number::Year));
            for band in BANDS {
                let column = column_name(amount_column(band));
                let formula = format!(
                    "ROUND(SUMIF($C${t}:$C${l},$C${},{column}${t}:{column}${l}),2)",
                    row + 1,
                    t = TOP + 1,
                    l = last + 1
                );
                let content = self.sum_content(formula, of(model.report.by_year.of(*year), band));
                self.put(row, amount_column(band), content, MONEY);
            }
            self.put(row, 7, Content::Blank, CELL);
        }
        let row = self.plan_total_row();
        self.span(row, 0, 2, self.say(words::TOTAL), strong(CELL));
        for band in BANDS {
            let column = column_name(amount_column(band));
            let formula = format!("ROUND(SUM({column}{}:{column}{}),2)", TOP + 1, last + 1);
            let content = if model.plan.is_empty() {
                Content::Number("0.00".to_owned())
            } else {
                self.sum_content(formula, of(model.report.total(), band))
            };
            self.put(row, amount_column(band), content, strong(MONEY));
        }
        self.put(row, 7, Content::Blank, strong(CELL));
        let bounds = model.plan_bounds.clone();
        let end = if bounds.is_empty() || still { row + 1 } else { self.bounds(row + 2, &bounds, &[]) };
        let words = if still { self.say(words::STILL_LONG) } else { self.say(words::SAME) };
        self.status(words, !still, end);
    }

    fn entry(&mut self, index: usize, entry: &Entry, still: bool) {
        let lang = self.lang;
        let row = plan_row(index);
        let of_clause = self.assessment(entry.clause).clause;
        let counted = self.model.report.counted[entry.clause].of(entry.year);
        self.put(row, 0, article(of_clause.article, lang), NAMED);
        self.put(row, 1, of_clause.title.get(lang), CELL);
        self.put(row, 2, Content::Number(entry.year.to_string()), shown(MIDDLE, Number::Year));
        let Some(sheet) = self.clauses.iter().find(|sheet| sheet.clause == entry.clause) else { return };
        let own = |band: Band| sheet.amount(entry.year, band).unwrap_or_else(|| "0".to_owned());
        let certain = reference(&self.plan, row, amount_column(Band::Certain));
        let dropped = format!("ROUND({}+{}-{certain},2)", own(Band::Possible), own(Band::Certain));
        let (first, second) = match &entry.stands {
            Stands::Own => (Some(own(Band::Certain)), Some(own(Band::Possible))),
            Stands::Gone => (None, Some(dropped)),
            Stands::Steps(steps) => {
                let cells: Vec<String> =
                    steps.iter().map(|step| reference(&sheet.name, ClauseSheet::step_row(*step), RESULT)).collect();
                let stay = if cells.is_empty() { "0".to_owned() } else { format!("ROUND({},2)", cells.join("+")) };
                (Some(format!("MIN({},{stay})", own(Band::Certain))), Some(dropped))
            }
            Stands::Portal(..) => (None, None),
        };
        let formulas = [first, second, Some(own(Band::Floor)), Some(own(Band::Ceiling))];
        for (band, formula) in BANDS.into_iter().zip(formulas) {
            let value = formula::amount(of(counted, band));
            let content = match (formula, &value) {
                (Some(formula), Content::Number(_)) if !still => live(formula, value),
                _ => value,
            };
            self.put(row, amount_column(band), content, MONEY);
        }
        let remark = match entry.stands {
            Stands::Own => "",
            Stands::Gone => self.say(words::GONE),
            Stands::Steps(_) => self.say(words::PARTLY),
            Stands::Portal(..) => self.say(words::ARRANGED),
        };
        self.put(row, 7, remark, Look { ink: GREY, ..CELL });
        self.with(|sheet| sheet.height(row, if remark.is_empty() { 20 } else { 32 }));
    }

    // ── what is no answer ────────────────────────────────────────────────

    fn hidden(&mut self, name: &str) {
        self.begin(name, &[20, 20, 20]);
        self.with(|sheet| sheet.seen = Seen::Never);
        self.put(0, 0, MAGIC, PLAIN);
        self.put(0, 1, VERSION.to_string(), PLAIN);
        self.put(0, 2, self.lang.tag(), PLAIN);
        let mut draft = self.draft().to_json();
        if let Some(draft) = draft.as_object_mut() {
            draft.remove("facts");
        }
        let text: Vec<char> = draft.to_string().chars().collect();
        for (row, chunk) in (1..).zip(text.chunks(CHUNK)) {
            self.put(row, 0, chunk.iter().collect::<String>(), PLAIN);
        }
        let lists = std::mem::take(&mut self.lists);
        for (column, list) in (LISTS..).zip(lists) {
            for (row, choice) in (0..).zip(list) {
                self.put(row, column, choice, PLAIN);
            }
        }
    }
}

/// The first column of the lists on the hidden sheet.
const LISTS: u16 = 3;
/// The most characters of the draft in a cell, each at most two of the format's own.
const CHUNK: usize = 15_000;

fn plan_row(entry: usize) -> u32 {
    TOP + u32::try_from(entry).unwrap_or(0)
}

/// How a table is told.
fn table_state(answer: Option<&Answer>) -> Text {
    match answer {
        Some(Answer::Table(table)) if table.is_empty() => words::NONE,
        Some(Answer::Table(_)) => words::AS_LISTED,
        Some(Answer::NotKnown) => words::NOT_KNOWN,
        _ => words::NOT_TOLD,
    }
}

/// The head of a column with its unit.
fn head(column: &Column, lang: Lang) -> String {
    let unit = match column.form {
        Form::Money { .. } | Form::Area | Form::Count { .. } => column.form.unit().get(lang),
        _ => "",
    };
    let head = column.head.get(lang);
    match (unit.is_empty(), lang) {
        (true, _) => head.to_owned(),
        (false, Lang::Zh) => format!("{head}（{unit}）"),
        (false, Lang::En) => format!("{head} ({unit})"),
    }
}

fn width(column: &Column) -> u16 {
    match column.form {
        Form::Words(_) => 34,
        Form::Money { .. } => 22,
        Form::YesNo | Form::Year | Form::Count { .. } => 14,
        _ => 18,
    }
}
