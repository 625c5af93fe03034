//! The first sheet: totals, clauses and what the workbook is.

use crate::applicant::CATALOGUE;
use crate::applicant::identity::{APPLICATION_YEAR, KIND, NAME};
use crate::article::article;
use crate::date::Date;
use crate::money::Money;
use crate::office::xlsx::book::{Align, Content, Look, area};
use crate::office::xlsx::inputs::{AnswerCell, reference};
use crate::office::xlsx::sheets::look::{CELL, GREY, HEAD, HEADING, INK, MIDDLE, MONEY, NAMED, NOTE, TITLE, strong};
use crate::office::xlsx::sheets::plan::plan_row;
use crate::office::xlsx::sheets::{Writer, amount_column, band_words, of, with_formula};
use crate::office::xlsx::trace::Still;
use crate::office::xlsx::{formula, words};
use crate::packet::Seal;
use crate::rule::{Band, When};
use crate::text::Lang;

impl Writer<'_> {
    pub(super) fn overview(&mut self, name: &str, today: Date) {
        let lang = self.lang;
        self.begin(name, &[16, 36, 16, 24, 24, 24]);
        self.with(|sheet| {
            sheet.guarded = true;
            sheet.landscape = true;
            sheet.tab = INK;
            sheet.height(0, 30);
            sheet.merge(0, 0, 5);
        });
        self.put(0, 0, self.say(self.draft().rules().papers.workbook), TITLE);
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
            self.span(row, 1, 5, value, Look { align: Align::Left, ..CELL });
            row += 1;
        }
        self.put(row, 0, self.say(words::CHECK), NAMED);
        let status = with_formula(self.worst(), self.say(words::SAME));
        self.span(row, 1, 5, status, Look { bold: true, align: Align::Left, ..CELL });
        let alarm = format!("$B${}<>{}", row + 1, formula::quoted(self.say(words::SAME)));
        self.with(|sheet| sheet.alarm(area((row, 1), (row, 5)), alarm));
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
            self.span(row, 2, 5, self.say(note), Look { align: Align::Left, ink: GREY, ..CELL });
            self.with(|sheet| sheet.height(row, 24));
            row += 1;
        }
        self.times(row + 1);
        row += 6;

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
            self.span(row, 0, 5, self.say(*line), NOTE);
            self.with(|sheet| sheet.height(row, 30));
        }
        let names =
            [("certain_total", Band::Certain), ("possible_total", Band::Possible), ("ceiling_total", Band::Ceiling)];
        for (name, band) in names {
            let refers = reference(&self.plan, total, amount_column(band));
            self.book.names.push((name.to_owned(), refers));
        }
    }

    /// What the papers ask for, what lies in earlier years and what in later ones, which follow the year of application.
    fn times(&mut self, top: u32) {
        self.span(top, 0, 2, self.say(words::TIMES), HEAD);
        self.heads(top, &[(3, words::CERTAIN), (4, words::POSSIBLE), (5, words::CEILING)]);
        let place = CATALOGUE.iter().position(|spec| spec.slot == APPLICATION_YEAR.spec.slot);
        let year = place.and_then(|question| self.layout.reference(AnswerCell { question, cell: None }));
        let split = self.model.report.split();
        for (row, when) in (top + 1..).zip(When::ALL) {
            self.span(row, 0, 2, self.say(when.word()), NAMED);
            for (column, band) in [(3, Band::Certain), (4, Band::Possible), (5, Band::Ceiling)] {
                let amount = of(split.of(when), band);
                let content = match &year {
                    Some(year) => self.sum_content(self.plan_at(when, band, year), amount),
                    None => formula::amount(amount),
                };
                self.put(row, column, content, strong(MONEY));
            }
        }
    }

    /// A sum of the plan, unless it stands still.
    pub(super) fn sum_content(&self, formula: String, amount: Money) -> Content {
        match formula::amount(amount) {
            Content::Number(digits) if !self.plan_stands_still() => with_formula(formula, Content::Number(digits)),
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
        self.with(|sheet| sheet.height(row, 30));
    }

    pub(super) fn status_words(&self, clause: usize) -> &'static str {
        self.say(match self.still(clause) {
            None => words::SAME,
            Some(Still::TooMany) => words::STILL_MANY,
            Some(Still::TooLong) => words::STILL_LONG,
        })
    }

    /// Content that runs over several columns.
    pub(super) fn span(&mut self, row: u32, from: u16, to: u16, content: impl Into<Content>, look: Look) {
        self.put(row, from, content, look);
        for column in from + 1..=to {
            self.put(row, column, Content::Blank, look);
        }
        self.with(|sheet| sheet.merge(row, from, to));
    }
}
