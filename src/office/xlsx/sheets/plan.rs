//! The sheet of the yearly plan.

use crate::article::article;
use crate::date::Year;
use crate::money::Money;
use crate::office::xlsx::book::{Content, Look, Number, column_name};
use crate::office::xlsx::inputs::reference;
use crate::office::xlsx::sheets::look::{CELL, GREY, HEADING, INK, MIDDLE, MONEY, NAMED, TITLE, shown, strong};
use crate::office::xlsx::sheets::{BANDS, ClauseSheet, RESULT, TOP, Writer, amount_column, of, with_formula};
use crate::office::xlsx::trace::{PlanLine, Stands, Still};
use crate::office::xlsx::{formula, words};
use crate::order::Order;
use crate::rule::{Band, When};

impl Writer<'_> {
    /// Whether sums would be wrong as numbers: then they are words.
    pub(super) fn plan_stands_still(&self) -> bool {
        let total = self.model.report.total();
        let long = |money: Money| money.fen() >= crate::office::xlsx::trace::TOO_LONG;
        BANDS.into_iter().any(|band| long(of(total, band)))
            || self.model.plan.iter().any(|entry| self.still(entry.clause) == Some(Still::TooLong))
    }

    fn plan_years(&self) -> Vec<Year> {
        let mut years: Vec<Year> = self.model.plan.iter().map(|entry| entry.year).collect();
        years.order();
        years.dedup();
        years
    }

    pub(super) fn plan_total_row(&self) -> u32 {
        plan_row(self.model.plan.len()) + 2 + u32::try_from(self.plan_years().len()).unwrap_or(0)
    }

    /// What the plan holds of a band that can be applied for at a time, told by the cell of the year of application. Where
    /// the applicant chooses the year that is paid for, an earlier one is applied for now ([`When::of`]).
    pub(super) fn plan_at(&self, when: When, band: Band, applied: &str) -> String {
        let last = plan_row(self.model.plan.len().max(1)) - 1;
        let column = |column| format!("{}:${}${}", reference(&self.plan, TOP, column), column_name(column), last + 1);
        let (years, amounts) = (column(YEAR), column(amount_column(band)));
        let mut early = String::new();
        for (index, _) in
            self.model.plan.iter().enumerate().filter(|(_, entry)| self.assessment(entry.clause).clause.any_year)
        {
            let row = plan_row(index);
            let [year, amount] = [YEAR, amount_column(band)].map(|column| reference(&self.plan, row, column));
            early += &format!("+IF({year}<{applied},{amount},0)");
        }
        let early = if early.is_empty() { "0" } else { &early[1..] };
        let sum = |sign: &str| format!("SUMIF({years},\"{sign}\"&{applied},{amounts})");
        let (filled, unanswered) = match when {
            When::Now => (format!("{}+{early}", sum("=")), "0".to_owned()),
            When::Past => (format!("{}-({early})", sum("<")), "0".to_owned()),
            When::Later => (sum(">"), format!("SUM({amounts})")),
        };
        format!("ROUND(IF(ISNUMBER({applied}),{filled},{unanswered}),2)")
    }

    pub(super) fn plan(&mut self) {
        let name = self.plan.clone();
        self.begin(&name, &[10, 40, 10, 22, 22, 22, 22, 34]);
        self.with(|sheet| {
            sheet.guarded = true;
            sheet.landscape = true;
            sheet.frozen = (TOP, 0);
            sheet.repeated = Some((TOP - 1, TOP - 1));
            sheet.tab = INK;
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
            self.put(row, YEAR, Content::Number(year.to_string()), shown(NAMED, Number::Year));
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
    }

    pub(super) fn entry(&mut self, index: usize, entry: &PlanLine, still: bool) {
        let lang = self.lang;
        let row = plan_row(index);
        let of_clause = self.assessment(entry.clause).clause;
        let counted = self.model.report.counted[entry.clause].of(entry.year);
        self.put(row, 0, article(of_clause.article, lang), NAMED);
        self.put(row, 1, of_clause.title.get(lang), CELL);
        self.put(row, YEAR, Content::Number(entry.year.to_string()), shown(MIDDLE, Number::Year));
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
                (Some(formula), Content::Number(_)) if !still => with_formula(formula, value),
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
}

/// The column of the fiscal year.
const YEAR: u16 = 2;

pub(super) fn plan_row(entry: usize) -> u32 {
    TOP + u32::try_from(entry).unwrap_or(0)
}
