//! The rows of a table with what a clause says of each: the amounts as formulas over its cells, or the faults beside them.

use crate::answers::answer::{Answer, Table};
use crate::answers::form::{Column, Form};
use crate::money::Money;
use crate::office::xlsx::book::{Book, Content, Look, Number, Sheet, area, column_name};
use crate::office::xlsx::formula::{amount, content};
use crate::office::xlsx::inputs::{Names, figure, head, reference};
use crate::office::xlsx::sheets::look::{CELL, HEAD, INPUT, MONEY, PLAIN, number, shown, strong};
use crate::office::xlsx::words;
use crate::rule::{Gives, RowAnswer, RowRule, Standing, Tiers};
use crate::text::{Lang, Text, text};

/// The most rows of such a workbook: spreadsheets take long over more formulas.
pub const MOST_ROWS: usize = 20_000;

const STATE: Text = text("状态", "State");
const CHOSEN: Text = text("选定年度", "Chosen year");
const BASE: Text = text("计奖的数（元）", "Figure (yuan)");
const RATE: Text = text("比例", "Rate");
const REWARD: Text = text("按规则的奖励（元）", "Reward under the rules (yuan)");
const OF_YEAR: Text = text("试算（元）", "trial (yuan)");
const TIERS: Text = text("档次", "Tiers");
const FROM: Text = text("下限（元）", "From (yuan)");
const TO: Text = text("上限（元）", "Up to (yuan)");
const FIXED: Text = text("定额（元）", "Fixed sum (yuan)");
const SUM: Text = text("有奖励的合计", "Sum of those rewarded");
const FAULTS: Text = text("有疑问的内容", "Faults");
const TOO_MANY: Text = text(
    "超过2万行，带公式的表格软件打不开；请分成几份，或用“有疑问的行”。",
    "More than 20,000 rows: spreadsheets do not open so many formulas. Split the table.",
);

/// What was typed into a cell and is no answer: it stands in its place in the list of faults.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Typed {
    /// The row, from 0.
    pub row: usize,
    /// The column, from 0.
    pub column: usize,
    /// What was typed.
    pub text: String,
    /// What is wrong with it.
    pub why: String,
}

/// A workbook of the rows with year, rate and amount of each as formulas.
///
/// # Errors
/// In words, when there are more than [`MOST_ROWS`] or the file cannot be packed.
pub fn worked_out(rule: &RowRule, table: &Table, answers: &[RowAnswer], lang: Lang) -> Result<Vec<u8>, String> {
    let Form::Table(columns) = rule.question.form else { return Err(TOO_MANY.get(lang).to_owned()) };
    if table.len() > MOST_ROWS {
        return Err(TOO_MANY.get(lang).to_owned());
    }
    let mut names = Names::default();
    let (main, ladder) = (names.take(rule.question.label.get(lang)), names.take(TIERS.get(lang)));
    let mut book = Book::new(crate::office::xlsx::sheets::font(lang));
    book.title = rule.question.label.get(lang).to_owned();
    let years: Vec<usize> = (0..columns.len()).filter(|column| columns[*column].year_of.is_some()).collect();
    let mut widths: Vec<u16> = columns.iter().map(width).collect();
    widths.extend([12, 12, 20, 10, 22]);
    widths.extend(years.iter().map(|_| 20));
    let mut sheet = Sheet::new(&main, &widths);
    sheet.frozen = (1, 1);
    sheet.repeated = Some((0, 0));
    sheet.landscape = true;
    sheet.height(0, 34);
    book.sheets.push(sheet);
    let own = place(columns.len());
    let heads = columns.iter().map(|column| head(column, lang));
    let added = [STATE, CHOSEN, BASE, RATE, REWARD].map(|head| head.get(lang).to_owned());
    let trials = years.iter().map(|year| format!("{} {}", columns[*year].head.get(lang), OF_YEAR.get(lang)));
    for (column, head) in (0..).zip(heads.chain(added).chain(trials)) {
        book.put(0, column, head.into(), HEAD);
    }
    let formulas = Formulas { rule, columns, years: &years, ladder: &ladder, own };
    for (row, answer) in answers.iter().enumerate().take(table.len()) {
        let at = u32::try_from(row + 1).unwrap_or(u32::MAX);
        for (column, form) in columns.iter().enumerate() {
            let filled = table.cell(row, column).map_or(Content::Blank, |answer| cell(&answer, &form.form, lang));
            book.put(at, place(column), filled, shown(INPUT, number(&form.form)));
        }
        formulas.write(&mut book, at, table, row, answer, lang);
    }
    let last = u32::try_from(table.len()).unwrap_or(u32::MAX);
    let sum: Money = answers
        .iter()
        .filter(|answer| answer.standing == Standing::Rewarded)
        .map(|answer| formulas.gross(answer))
        .sum();
    let (states, rewards) = (area((1, own), (last.max(1), own)), area((1, own + 4), (last.max(1), own + 4)));
    let word = crate::office::xlsx::formula::quoted(Standing::Rewarded.word().get(lang));
    book.put(last + 1, 0, SUM.get(lang).into(), strong(CELL));
    book.put(
        last + 1,
        own + 4,
        Content::Formula(format!("SUMIF({states},{word},{rewards})"), Box::new(amount(sum))),
        strong(MONEY),
    );
    tiers(&mut book, &ladder, rule.tiers, lang);
    book.save()
}

/// The formulas of a row.
struct Formulas<'a> {
    rule: &'a RowRule,
    columns: &'static [Column],
    years: &'a [usize],
    ladder: &'a str,
    /// The first column that is worked out.
    own: u16,
}

impl Formulas<'_> {
    /// What the rules give for a row, also where it was received before.
    fn gross(&self, answer: &RowAnswer) -> Money {
        match (answer.rung, answer.base) {
            (Some(_), Some(base)) => self.rule.tiers.on(base),
            _ => Money::ZERO,
        }
    }

    fn write(&self, book: &mut Book, at: u32, table: &Table, row: usize, answer: &RowAnswer, lang: Lang) {
        let here = |column: u16| format!("{}{}", column_name(column), at + 1);
        let (reward, trial) = (self.own + 4, self.own + 5);
        let [chosen, base, rate] = [1, 2, 3].map(|column| self.own + column);
        let sure = answer.rung.is_some().then_some(answer);
        // The first year that gives the most.
        let of_year = |of: &dyn Fn(usize, usize) -> String| {
            self.years.iter().enumerate().rev().fold("\"\"".to_owned(), |rest, (place, column)| {
                format!("IF({}={},{},{rest})", here(trial + self::place(place)), here(reward), of(place, *column))
            })
        };
        let if_any = |then: String| format!("IF({}>0,{then},\"\")", here(reward));
        let date = |column: usize| self.columns[column].year_of.map(|of| (here(self::place(of.date)), of.years_on));
        let year = of_year(&|_, column| date(column).map_or("0".to_owned(), |(day, on)| format!("YEAR({day})+{on}")));
        let figure = of_year(&|_, column| here(self::place(column)));
        let blank = || Content::from("");
        let put = |book: &mut Book, column: u16, formula: String, value: Content, look: Look| {
            book.put(at, column, Content::Formula(formula, Box::new(value)), look);
        };
        book.put(at, self.own, answer.standing.word().get(lang).into(), CELL);
        let filled = sure.and_then(|answer| answer.year).map_or_else(blank, |year| Content::Number(year.to_string()));
        put(book, chosen, if_any(year), filled, shown(CELL, Number::Year));
        let filled = sure.and_then(|answer| answer.base).map_or_else(blank, amount);
        put(book, base, if_any(figure), filled, MONEY);
        let filled = answer
            .rate(self.rule.tiers)
            .map_or_else(blank, |rate| Content::Number(rate.to_decimal().normalize().to_string()));
        put(
            book,
            rate,
            if_any(self.climb(&here(base), &|rung, _| self.of_rung(rung, 2))),
            filled,
            shown(CELL, Number::Share),
        );
        let trials = format!("MAX({}:{})", here(trial), here(trial + self::place(self.years.len().saturating_sub(1))));
        put(book, reward, trials, amount(self.gross(answer)), MONEY);
        for (place, column) in self.years.iter().enumerate() {
            let value = here(self::place(*column));
            let whole = date(*column)
                .map_or_else(String::new, |(day, on)| format!("ISNUMBER({day}),DATE(YEAR({day})+{on},1,1)>={day},"));
            let yes = words::YES.get(lang);
            let asks: String =
                self.rule.asks.iter().map(|column| format!("{}=\"{yes}\",", here(self::place(*column)))).collect();
            let within =
                self.rule.tiers.top.map(|_| format!(",{value}<={}", self.of_rung(self.rule.tiers.tiers.len() - 1, 1)));
            let all = format!("AND({asks}{whole}ISNUMBER({value}){})", within.unwrap_or_default());
            let gives = self.climb(&value, &|rung, gives| match gives {
                Gives::Rate(_) => format!("ROUND({value}*{},2)", self.of_rung(rung, 2)),
                Gives::Fixed(_) => self.of_rung(rung, 3),
            });
            // A condition that is missing makes no error of what stands behind it.
            let formula = format!("IF(IFERROR({all},FALSE),{gives},0)");
            let filled = self.trial(table, row, *column);
            put(book, trial + self::place(place), formula, amount(filled), MONEY);
        }
    }

    /// What a year gives, as the formula works it out.
    fn trial(&self, table: &Table, row: usize, column: usize) -> Money {
        let asks = self.rule.asks.iter().all(|ask| table.cell(row, *ask) == Some(Answer::YesNo(true)));
        let (Some(of), Some(Answer::Money(value))) = (self.columns[column].year_of, table.cell(row, column)) else {
            return Money::ZERO;
        };
        let Some(Answer::Date(first)) = table.cell(row, of.date) else { return Money::ZERO };
        let whole = first.first_full_year() - first.year() <= of.years_on;
        let within = self.rule.tiers.top.is_none_or(|top| value <= top);
        if asks && whole && within { self.rule.tiers.on(value) } else { Money::ZERO }
    }

    /// What stands for the rung that a cell reaches, the highest first; nothing below the lowest.
    fn climb(&self, value: &str, of: &dyn Fn(usize, Gives) -> String) -> String {
        self.rule.tiers.tiers.iter().enumerate().fold("0".to_owned(), |rest, (rung, tier)| {
            let sign = if tier.inclusive { ">=" } else { ">" };
            format!("IF({value}{sign}{},{},{rest})", self.of_rung(rung, 0), of(rung, tier.gives))
        })
    }

    fn of_rung(&self, rung: usize, column: u16) -> String {
        reference(self.ladder, u32::try_from(rung + 1).unwrap_or(0), column)
    }
}

/// The sheet of the tiers: from, up to, rate, fixed sum.
fn tiers(book: &mut Book, name: &str, tiers: &Tiers, lang: Lang) {
    book.sheets.push(Sheet::new(name, &[20, 20, 12, 20, 40]));
    for (column, head) in (0..).zip([FROM, TO, RATE, FIXED]) {
        book.put(0, column, head.get(lang).into(), HEAD);
    }
    for (rung, tier) in tiers.tiers.iter().enumerate() {
        let row = u32::try_from(rung + 1).unwrap_or(0);
        book.put(row, 0, amount(tier.from), MONEY);
        let to = tiers.tiers.get(rung + 1).map(|next| next.from).or(tiers.top);
        book.put(row, 1, to.map_or(Content::Blank, amount), MONEY);
        let (rate, fixed) = match tier.gives {
            Gives::Rate(rate) => (Content::Number(rate.to_decimal().normalize().to_string()), Content::Blank),
            Gives::Fixed(sum) => (Content::Blank, amount(sum)),
        };
        book.put(row, 2, rate, shown(CELL, Number::Share));
        book.put(row, 3, fixed, MONEY);
        book.put(row, 4, tiers.span(rung, lang).into(), PLAIN);
    }
}

/// A workbook of the rows that have something wrong, in their order: their number in the table, their cells as they were
/// typed, the wrong ones marked, and what is wrong in words.
///
/// # Errors
/// In words, when the file cannot be packed.
pub fn faults(
    rule: &RowRule,
    table: &Table,
    answers: &[RowAnswer],
    typed: &[Typed],
    lang: Lang,
) -> Result<Vec<u8>, String> {
    let Form::Table(columns) = rule.question.form else { return Err(TOO_MANY.get(lang).to_owned()) };
    let mut names = Names::default();
    let mut widths = vec![8];
    widths.extend(columns.iter().map(width));
    widths.push(80);
    let mut sheet = Sheet::new(&names.take(FAULTS.get(lang)), &widths);
    sheet.frozen = (1, 2);
    sheet.repeated = Some((0, 0));
    sheet.landscape = true;
    sheet.height(0, 34);
    let mut book = Book::new(crate::office::xlsx::sheets::font(lang));
    book.title = FAULTS.get(lang).to_owned();
    book.sheets.push(sheet);
    let number_head = text("行", "Row").get(lang).to_owned();
    let heads = columns.iter().map(|column| head(column, lang)).chain([FAULTS.get(lang).to_owned()]);
    for (column, head) in (0..).zip(std::iter::once(number_head).chain(heads)) {
        book.put(0, column, head.into(), HEAD);
    }
    let colon = if lang == Lang::Zh { "：" } else { ": " };
    let mut at = 0;
    for row in 0..table.len() {
        let typed: Vec<&Typed> = typed.iter().filter(|typed| typed.row == row).collect();
        let found = answers.get(row).map_or(&[][..], |answer| &answer.faults);
        if typed.is_empty() && found.is_empty() {
            continue;
        }
        at += 1;
        book.put(at, 0, Content::Number((row + 1).to_string()), CELL);
        for (column, form) in columns.iter().enumerate() {
            let wrong =
                found.iter().any(|fault| fault.column == column) || typed.iter().any(|typed| typed.column == column);
            let filled = match typed.iter().find(|typed| typed.column == column) {
                Some(typed) => Content::from(typed.text.clone()),
                None => table.cell(row, column).map_or(Content::Blank, |answer| cell(&answer, &form.form, lang)),
            };
            let look = shown(if wrong { WRONG } else { CELL }, number(&form.form));
            book.put(at, place(column) + 1, filled, look);
        }
        let of_cells = typed.iter().map(|typed| (typed.column, typed.why.as_str()));
        let of_rules = found.iter().map(|fault| (fault.column, fault.says.get(lang)));
        let says: Vec<String> = of_cells
            .chain(of_rules)
            .map(|(column, says)| format!("{}{colon}{says}", columns[column].head.get(lang)))
            .collect();
        book.put(at, place(columns.len()) + 1, says.join("\n").into(), CELL);
    }
    book.save()
}

/// A cell with something wrong; the last column says what, by the name of its column.
const WRONG: Look = Look { fill: 0xFF_E3_E0, bold: true, ..CELL };

/// An answer as a cell holds it.
fn cell(answer: &Answer, form: &Form, lang: Lang) -> Content {
    match (answer, form) {
        (Answer::Choice(place), Form::Choice(choices)) => {
            choices.get(usize::from(*place)).map_or(Content::Blank, |choice| choice.label.get(lang).into())
        }
        (Answer::Words(words), _) => words.to_string().into(),
        (Answer::Money(money), _) => amount(*money),
        (answer, _) => figure(answer).map_or(Content::Blank, |figure| content(figure, lang)),
    }
}

fn width(column: &Column) -> u16 {
    match column.form {
        Form::Words(_) => 34,
        Form::Code | Form::Money { .. } => 22,
        _ => 14,
    }
}

fn place(column: usize) -> u16 {
    u16::try_from(column).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::process::Command;

    use super::{Typed, faults, worked_out};
    use crate::answers::answer::{Answer, Table};
    use crate::applicant::question;
    use crate::drafts::examples::ALL;
    use crate::money::Money;
    use crate::policy::CURRENT;
    use crate::rule::{RowAnswer, RowRule, Standing};
    use crate::tables::cell::{Cell, Fault};
    use crate::tables::open::open;
    use crate::text::Lang;

    fn rows() -> (&'static RowRule, Table, Vec<RowAnswer>) {
        let draft = ALL.iter().find(|example| example.id == "introducer").unwrap().draft().unwrap();
        let spec = question("enterprises").unwrap();
        let rule = CURRENT.row_rule(spec).unwrap();
        let Some(Answer::Table(table)) = draft.facts.answer(spec) else { panic!() };
        (rule, table.clone(), (rule.answer)(&draft.facts))
    }

    /// The figures of a sheet by row and column, as a reader sees them.
    fn shown(bytes: &[u8]) -> Vec<Vec<String>> {
        let sheet = &open(bytes).unwrap().sheets[0];
        // A formula that comes to an empty text has no value in some files.
        let shown = |cell: &Cell| match cell {
            Cell::Fault(Fault::NoValue) => String::new(),
            cell => cell.shown(),
        };
        sheet.lines.iter().map(|line| line.cells.iter().map(shown).collect()).collect()
    }

    fn money(cell: &str) -> Money {
        if cell.is_empty() { Money::ZERO } else { Money::from_decimal(cell.parse().unwrap()).unwrap() }
    }

    fn assert_worked_out(bytes: &[u8], rule: &RowRule, answers: &[RowAnswer]) {
        let lines = shown(bytes);
        let head = |name: &str| lines[0].iter().position(|head| head.starts_with(name)).unwrap();
        let [state, year, base, reward] = ["状态", "选定年度", "计奖", "按规则"].map(head);
        for (line, answer) in lines[1..].iter().zip(answers) {
            let sure = answer.rung.is_some();
            assert_eq!(line[state], answer.standing.word().zh);
            let chosen = if sure { answer.year.unwrap().to_string() } else { String::new() };
            assert_eq!(line[year], chosen, "{line:?}");
            let figure = if sure { answer.base.unwrap() } else { Money::ZERO };
            assert_eq!(money(&line[base]), figure, "{line:?}");
            assert_eq!(money(&line[reward]), if sure { rule.tiers.on(figure) } else { Money::ZERO }, "{line:?}");
        }
        let sum: Money = answers
            .iter()
            .filter(|answer| answer.standing == Standing::Rewarded)
            .map(|answer| rule.tiers.on(answer.base.unwrap()))
            .sum();
        assert!(sum > Money::ZERO);
        assert_eq!(money(&lines[answers.len() + 1][reward]), sum);
    }

    #[test]
    fn the_workbook_says_what_the_clause_says() {
        let (rule, table, answers) = rows();
        let bytes = worked_out(rule, &table, &answers, Lang::Zh).unwrap();
        assert_worked_out(&bytes, rule, &answers);
    }

    /// A spreadsheet works the formulas out anew and comes to the same.
    #[test]
    #[ignore = "needs LibreOffice: cargo test --package miyun -- --ignored libreoffice"]
    fn libreoffice_works_the_rows_out_as_the_clause_does() {
        let (rule, table, answers) = rows();
        let folder = std::env::temp_dir().join(format!("miyun-rows-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let bytes = worked_out(rule, &table, &answers, Lang::Zh).unwrap();
        std::fs::write(folder.join("rows.xlsx"), bytes).unwrap();
        let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
        let convert = |folder: &Path| {
            Command::new("soffice")
                .args(["--headless", &profile, "--convert-to", "ods", "--outdir"])
                .arg(folder)
                .arg(folder.join("rows.xlsx"))
                .status()
        };
        assert!(convert(&folder).unwrap().success());
        assert_worked_out(&std::fs::read(folder.join("rows.ods")).unwrap(), rule, &answers);
        std::fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn faults_stand_in_their_rows_and_columns() {
        let (rule, table, mut answers) = rows();
        for answer in &mut answers {
            answer.faults.clear();
        }
        let says = crate::text::text("重复", "twice");
        answers[1].faults.push(crate::rule::Fault { column: 0, says });
        let typed = [Typed { row: 2, column: 2, text: "去年".to_owned(), why: "不是日期".to_owned() }];
        let lines = shown(&faults(rule, &table, &answers, &typed, Lang::Zh).unwrap());
        assert_eq!(lines.len(), 3, "heads and two rows");
        assert_eq!((lines[1][0].as_str(), lines[2][0].as_str()), ("2", "3"), "by their place in the table");
        assert_eq!(lines[1].last().unwrap(), "企业名称：重复");
        assert_eq!((lines[2][3].as_str(), lines[2].last().unwrap().as_str()), ("去年", "首次纳税日：不是日期"));
    }
}
