//! The sheets of a workbook: overview, answers, one for each clause, the yearly plan, the checks, and a hidden one.

mod answers;
mod checks;
mod clause;
mod hidden;
pub(super) mod look;
mod overview;
mod plan;

use crate::answers::facts::Facts;
use crate::applicant::identity::NAME;
use crate::article::article;
use crate::date::{Date, Year};
use crate::drafts::draft::Draft;
use crate::money::Money;
use crate::office::xlsx::book::{Book, Content, Look, Sheet};
use crate::office::xlsx::inputs::{Layout, Names, reference};
use crate::office::xlsx::sheets::look::HEAD;
use crate::office::xlsx::trace::Model;
use crate::office::xlsx::{HIDDEN, words};
use crate::packet::Seal;
use crate::rule::{Amount, Assessment, Band, Outcome};
use crate::text::{Lang, Text};

/// Where the rows of a table begin on clause sheets and the plan.
const TOP: u32 = 4;
/// The hidden columns of clause sheets that watch: another working, a condition that fails.
const CHANGED: u16 = 9;
const FAILS: u16 = 10;
/// The first figure of a step, and its result.
const FIGURES: u16 = 3;
const RESULT: u16 = 6;
/// Where a clause sheet says that its amounts hold no longer.
const ALARM: (u32, u16) = (1, 1);

fn with_formula(formula: String, result: impl Into<Content>) -> Content {
    Content::Formula(formula, Box::new(result.into()))
}

/// The sheet of a clause, laid out before it is written: other sheets refer to it.
#[derive(Clone)]
struct ClauseSheet {
    clause: usize,
    name: String,
    years: Vec<Year>,
    steps: usize,
    /// Its last row, known when it is written.
    end: u32,
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
    checks: String,
    /// The formulas of each clause that has them: of figures and of the result, step by step.
    formulas: Vec<Option<Vec<Formulas>>>,
    lists: Vec<Vec<String>>,
    /// The answers in the cells.
    filled: &'a Facts,
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
pub(super) fn with_answers(model: &Model<'_>, filled: &Facts, lang: Lang, today: Date) -> Book {
    let (draft, report) = (model.draft, model.report);
    let mut names = Names::default();
    let overview = names.take(words::OVERVIEW.get(lang));
    let hidden = names.take(HIDDEN);
    let plan = names.take(words::PLAN.get(lang));
    let checks = names.take(words::CHECKS.get(lang));
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
            end: 0,
        })
        .collect();
    let mut writer = Writer {
        book: Book::new(font(lang)),
        model,
        layout,
        clauses,
        plan,
        checks,
        formulas: Vec::new(),
        lists: Vec::new(),
        filled,
        lang,
    };
    writer.formulas = (0..report.assessments.len()).map(|clause| writer.compile(clause)).collect();
    writer.prepare(today);
    writer.overview(&overview, today);
    writer.inputs();
    writer.tables();
    writer.clauses();
    writer.plan();
    writer.checks();
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
        self.book.title = format!("{} · {name}", self.draft().rules().papers.workbook.get(lang));
        self.book.made = made;
        self.book.head = [name, code];
        let page = match lang {
            Lang::Zh => "第 &P 页 / 共 &N 页",
            Lang::En => "Page &P of &N",
        };
        self.book.foot = [format!("{} · {today}", words::ESTIMATE.get(lang)), page.to_owned()];
    }
}

/// The letters of a language.
pub(super) const fn font(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "微软雅黑",
        Lang::En => "Calibri",
    }
}
