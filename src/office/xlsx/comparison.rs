//! A draft and its scenarios side by side as a workbook: what they come to, and where their answers differ.

use crate::answers::answer::Answer;
use crate::date::Date;
use crate::drafts::draft::Draft;
use crate::drafts::scenario::{Compared, Scenario, compare};
use crate::money::Money;
use crate::office::xlsx::book::{Book, Content, Sheet, column_name};
use crate::office::xlsx::formula::amount;
use crate::office::xlsx::inputs::Names;
use crate::office::xlsx::sheets::font;
use crate::office::xlsx::sheets::look::{CELL, HEAD, HEADING, MIDDLE, MONEY, NAMED, NOTE, TITLE, strong};
use crate::packet::answer_words;
use crate::planner::Forecast;
use crate::planner::comparison::{Part, Row, Shown};
use crate::text::{Lang, Text, text};

const COMPARISON: Text = text("方案比较", "Scenarios compared");
const DIFFERENCES: Text = text("不同的答案", "Other answers");
const DRAFT: Text = text("草稿", "Draft");
const LESS_DRAFT: Text = text("比草稿", "Less the draft");
const YUAN: Text = text("单位：元。金额为估算，以批准为准。", "In yuan. Estimates until approval.");
const ON: Text = text("测算日：", "On ");
const SCENARIO: Text = text("方案", "Scenario");
const QUESTION: Text = text("项目", "Item");
const GONE: Text = text("草稿里已没有这一行，没有计入", "the draft has no such row any more: left out");
const CLEARED: Text = text("（未填）", "(not told)");
const PARTS: [(Part, Text); 3] = [
    (Part::Totals, text("合计", "Totals")),
    (Part::Clauses, text("逐条", "By clause")),
    (Part::Years, text("逐年", "By year")),
];

/// The workbook: differences to the draft are formulas. `forecast` is what is taken for the draft itself; `today` is the day
/// on which it is made.
///
/// # Errors
/// When the file cannot be packed.
pub fn comparison(draft: &Draft, forecast: &Forecast, lang: Lang, today: Date) -> Result<Vec<u8>, String> {
    let compared = compare(draft.rules(), &draft.facts, forecast, &draft.scenarios);
    let mut book = Book::new(font(lang));
    book.title = COMPARISON.get(lang).to_owned();
    let mut names = Names::default();
    amounts(&mut book, &names.take(COMPARISON.get(lang)), &compared, draft, forecast, lang, today);
    differences(&mut book, &names.take(DIFFERENCES.get(lang)), &compared, draft, lang);
    book.save()
}

fn amounts(
    book: &mut Book,
    name: &str,
    compared: &Compared<'_>,
    draft: &Draft,
    forecast: &Forecast,
    lang: Lang,
    today: Date,
) {
    let mut widths = vec![58, 20];
    widths.extend(draft.scenarios.iter().flat_map(|_| [20, 20]));
    let mut sheet = Sheet::new(name, &widths);
    sheet.landscape = true;
    sheet.frozen = (HEADS + 1, 1);
    sheet.repeated = Some((HEADS, HEADS));
    sheet.height(0, 30);
    sheet.merge(1, 0, sheet.last_column);
    // What is assumed runs over several lines.
    let is_assumed = draft.scenarios.iter().map(|scenario| &scenario.forecast).chain([forecast]);
    if is_assumed.into_iter().any(|forecast| *forecast != Forecast::Open) {
        sheet.height(HEADS + 1, 96);
    }
    book.sheets.push(sheet);
    book.put(0, 0, COMPARISON.get(lang).into(), TITLE);
    let day = if lang == Lang::Zh { today.zh() } else { today.en() };
    book.put(1, 0, format!("{}{day}　{}", ON.get(lang), YUAN.get(lang)).into(), NOTE);
    book.put(HEADS, 0, Content::Blank, HEAD);
    book.put(HEADS, 1, DRAFT.get(lang).into(), HEAD);
    for (place, scenario) in draft.scenarios.iter().enumerate() {
        book.put(HEADS, column(place + 1), scenario.name.as_str().into(), HEAD);
        book.put(HEADS, column(place + 1) + 1, LESS_DRAFT.get(lang).into(), HEAD);
    }
    let mut at = HEADS + 1;
    let assumed = |forecast: &Forecast| forecast.says(lang).unwrap_or_default();
    book.put(at, 0, Content::Blank, NAMED);
    book.put(at, 1, assumed(forecast).into(), CELL);
    for (place, Scenario { forecast, .. }) in draft.scenarios.iter().enumerate() {
        book.put(at, column(place + 1), assumed(forecast).into(), CELL);
    }
    at += 1;
    let rows = compared.comparison.rows(lang);
    for (part, title) in PARTS {
        let of_part: Vec<&Row> = rows.iter().filter(|row| row.part == part).collect();
        if of_part.is_empty() {
            continue;
        }
        book.put(at, 0, title.get(lang).into(), HEADING);
        at += 1;
        for row in of_part {
            line(book, at, row);
            at += 1;
        }
    }
}

/// The row of the heads.
const HEADS: u32 = 2;

/// The column of a case: each scenario has the change beside it.
fn column(case: usize) -> u16 {
    u16::try_from(if case == 0 { 1 } else { 2 * case }).unwrap_or(u16::MAX)
}

fn line(book: &mut Book, at: u32, row: &Row) {
    book.put(at, 0, row.name.as_str().into(), NAMED);
    for (case, cell) in row.cells.iter().enumerate() {
        let differs = row.differs(case);
        let (content, look) = match cell {
            Shown::Money(money) => (amount(*money), MONEY),
            Shown::Words(words) => (words.as_str().into(), MIDDLE),
        };
        book.put(at, column(case), content, if differs { strong(look) } else { look });
        if case == 0 {
            continue;
        }
        let change = match row.change(case).map(|(from, to)| (amount(from), amount(to), amount(beyond(from, to)))) {
            Some((Content::Number(_), Content::Number(_), less)) => {
                let formula = format!("ROUND({}{row}-$B{row},2)", column_name(column(case)), row = at + 1);
                Content::Formula(formula, Box::new(less))
            }
            Some((.., less)) => less,
            None if differs => "≠".into(),
            None => Content::Blank,
        };
        book.put(at, column(case) + 1, change, MONEY);
    }
}

/// By how much an amount is above another, below zero where it is not.
const fn beyond(from: Money, to: Money) -> Money {
    Money::from_fen(to.fen() - from.fen())
}

fn differences(book: &mut Book, name: &str, compared: &Compared<'_>, draft: &Draft, lang: Lang) {
    let mut sheet = Sheet::new(name, &[24, 44, 28, 28, 34]);
    sheet.landscape = true;
    sheet.frozen = (1, 0);
    sheet.repeated = Some((0, 0));
    book.sheets.push(sheet);
    for (place, head) in (0..).zip([SCENARIO, QUESTION, DRAFT, SCENARIO]) {
        book.put(0, place, head.get(lang).into(), HEAD);
    }
    book.put(0, 4, Content::Blank, HEAD);
    let mut at = 1;
    for (scenario, (facts, gone)) in draft.scenarios.iter().zip(&compared.varied) {
        for difference in scenario.differences() {
            let said = |answer: Option<&Answer>| match answer {
                Some(answer) if *answer != Answer::NotKnown => answer_words(&difference.form(), answer, lang),
                _ => CLEARED.get(lang).to_owned(),
            };
            let cells = [
                scenario.name.clone(),
                difference.words(facts, lang),
                said(difference.from(&draft.facts).as_ref()),
                said(Some(&difference.to)),
                if gone.contains(&difference) { GONE.get(lang).to_owned() } else { String::new() },
            ];
            for (place, cell) in (0..).zip(cells) {
                book.put(at, place, cell.into(), CELL);
            }
            at += 1;
        }
    }
}
