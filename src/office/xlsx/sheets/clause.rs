//! The sheet of a clause: its steps, amounts and ladders, with their formulas.

use crate::article::article;
use crate::date::Year;
use crate::office::xlsx::book::{Align, Content, Look, Number, area, column_name};
use crate::office::xlsx::formula::{self, LONGEST, Place};
use crate::office::xlsx::inputs::reference;
use crate::office::xlsx::sheets::look::{CELL, GREY, HEAD, HEADING, MIDDLE, MONEY, NAMED, PLAIN, TITLE, shown, strong};
use crate::office::xlsx::sheets::plan::plan_row;
use crate::office::xlsx::sheets::{
    ALARM, BANDS, CHANGED, ClauseSheet, FAILS, Formulas, RESULT, TOP, Writer, amount_column, band_words, of,
    with_formula,
};
use crate::office::xlsx::trace::{Source, Still, Watched, counts, figures, watched};
use crate::office::xlsx::words;
use crate::rule::{Band, Figure, Gives, Outcome, Step, Work};
use crate::text::{Lang, sentence};

impl Writer<'_> {
    /// The formulas of a clause; none where it stands still or they would be too long.
    pub(super) fn compile(&self, clause: usize) -> Option<Vec<Formulas>> {
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

    pub(super) fn still(&self, clause: usize) -> Option<Still> {
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
    pub(super) fn counted(&self, clause: usize, year: Year) -> Option<String> {
        let entry = self.model.plan.iter().position(|entry| entry.clause == clause && entry.year == year)?;
        Some(reference(&self.plan, plan_row(entry), amount_column(Band::Certain)))
    }

    pub(super) fn clauses(&mut self) {
        // They are looked up by each other while one is written.
        for index in 0..self.clauses.len() {
            let sheet = self.clauses[index].clone();
            self.clauses[index].end = self.clause(index, &sheet);
        }
    }

    /// Writes the sheet of a clause; gives its last row.
    fn clause(&mut self, index: usize, sheet: &ClauseSheet) -> u32 {
        let lang = self.lang;
        let clause = sheet.clause;
        let of_clause = self.assessment(clause).clause;
        self.begin(&sheet.name, &[6, 48, 10, 20, 20, 20, 20, 14, 8, 2, 2]);
        self.with(|sheet| {
            sheet.guarded = true;
            sheet.landscape = true;
            sheet.frozen = (TOP, 0);
            sheet.repeated = Some((TOP - 1, TOP - 1));
            sheet.last_column = 8;
            for column in [CHANGED, FAILS] {
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
        self.alarm(index, clause);
        if ladders.is_empty() { sheet.year_row(sheet.years.len()) } else { self.tiers(sheet.below(), &ladders) }
    }

    /// Where the amounts hold no longer, or do not follow the answers, the sheet says so under its title.
    fn alarm(&mut self, index: usize, clause: usize) {
        let (row, column) = ALARM;
        let content = match self.still(clause) {
            Some(_) => Content::from(self.status_words(clause)),
            None => {
                let (status, same) = (self.status_cell(index), formula::quoted(self.say(words::SAME)));
                with_formula(format!("IF({status}={same},\"\",{status})"), "")
            }
        };
        self.span(row, column, RESULT, content, Look { bold: true, align: Align::Left, ..PLAIN });
        let cell = format!("${}${}", column_name(column), row + 1);
        self.with(|sheet| {
            sheet.alarm(area(ALARM, (row, RESULT)), format!("{cell}<>\"\""));
            sheet.height(row, 24);
        });
    }

    pub(super) fn step(&mut self, sheet: &ClauseSheet, index: usize, step: &Step) {
        let lang = self.lang;
        let row = ClauseSheet::step_row(index);
        let line = step.line(&self.model.draft.facts, lang);
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
        self.rate(sheet.clause, row, step);
        self.result(sheet, index, step);
    }

    /// The rate of the tier, between base and amount.
    fn rate(&mut self, clause: usize, row: u32, step: &Step) {
        let Work::Tier { tiers, index, .. } = &step.work else { return };
        let Some(Gives::Rate(rate)) = tiers.tiers.get(*index).map(|tier| tier.gives) else { return };
        let value = formula::content(Figure::Rate(rate), self.lang);
        let content = match self.formulas[clause] {
            Some(_) => {
                let tier = |tier: usize| self.tier_cells(clause, step, tier);
                with_formula(formula::rate(tiers, &format!("D{}", row + 1), &tier), value)
            }
            None => value,
        };
        self.put(row, 4, content, shown(CELL, Number::Share));
    }

    /// A figure of a step in its cell: what comes from an answer or another step is a formula.
    fn figure(&self, clause: usize, step: usize, place: usize, figure: Figure, source: &Source) -> Content {
        let value = match figure {
            Figure::Money(money) => formula::amount(money),
            figure => formula::content(figure, self.lang),
        };
        match (&self.formulas[clause], source) {
            (None, _) | (_, Source::Law(_) | Source::Portal(_)) => value,
            (Some(formulas), _) => with_formula(formulas[step].figures[place].clone(), value),
        }
    }

    pub(super) fn result(&mut self, sheet: &ClauseSheet, index: usize, step: &Step) {
        let lang = self.lang;
        let row = ClauseSheet::step_row(index);
        let formula = self.formulas[sheet.clause].as_ref().map(|formulas| formulas[index].result.clone());
        let with = |value: Content| match formula {
            Some(formula) if !formula.is_empty() => with_formula(formula, value),
            _ => value,
        };
        let (_, words) = step.figures(lang);
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
            self.put(row, column, with_formula(format!("{cell}<>{then}"), Content::Truth(false)), PLAIN);
        }
    }

    pub(super) fn amounts(&mut self, sheet: &ClauseSheet, steps: &[Step]) {
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
                        with_formula(format!("IF(COUNTIF({fails},TRUE)>0,0,ROUND({},2))", cells.join("+")), value)
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
                    with_formula(format!("ROUND(SUM({column}{}:{column}{row}),2)", head + 2), total)
                }
                _ => total,
            };
            self.put(row, amount_column(band), content, strong(MONEY));
        }
    }

    /// The ladders, written once. Gives the last row.
    fn tiers(&mut self, row: u32, ladders: &[(&'static crate::rule::Tiers, u32)]) -> u32 {
        self.put(row, 1, self.say(words::TIERS), HEADING);
        self.heads(
            row + 1,
            &[(1, words::TIERS), (2, words::BASIS), (3, words::FROM), (4, words::BOUND), (5, words::GIVES)],
        );
        let mut end = row + 1;
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
        end
    }
}
