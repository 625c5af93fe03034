//! Traced figures and steps as formulas.

use crate::answers::answer::Answer;
use crate::answers::form::Form;
use crate::date::Date;
use crate::money::{Money, Part};
use crate::office::xlsx::book::{Content, Number};
use crate::office::xlsx::inputs::{AnswerCell, Layout};
use crate::office::xlsx::trace::{Model, Source};
use crate::office::xlsx::words;
use crate::rule::{Figure, Gives, Rounding, Tier, Tiers, Work};
use crate::text::Lang;

/// The longest formula that spreadsheets take, less some room.
pub(super) const LONGEST: usize = 8000;

/// A figure as a cell holds it.
pub(super) fn content(figure: Figure, lang: Lang) -> Content {
    match figure {
        Figure::Money(money) => Content::Number(money.to_string()),
        Figure::Area(area) => Content::Number(area.to_decimal().normalize().to_string()),
        Figure::Rate(rate) => Content::Number(rate.to_decimal().normalize().to_string()),
        Figure::Part(part) => Content::Number(quotient(part)),
        Figure::Count(count) => Content::Number(count.to_string()),
        Figure::Year(year) => Content::Number(year.to_string()),
        Figure::Date(date) => day(date),
        Figure::YesNo(yes) => Content::from(yes_no(yes, lang)),
    }
}

/// Before March 1900 spreadsheets disagree about the number of a day.
pub(super) fn day(date: Date) -> Content {
    match crate::office::xlsx::inputs::serial(date) {
        serial if serial >= 61 => Content::Number(serial.to_string()),
        _ => Content::from(date.to_string()),
    }
}

pub(super) fn yes_no(yes: bool, lang: Lang) -> &'static str {
    if yes { words::YES.get(lang) } else { words::NO.get(lang) }
}

/// A part with fifteen digits, for readers that work nothing out.
fn quotient(Part { numerator, denominator }: Part) -> String {
    use rust_decimal::Decimal;
    let (above, below) = (Decimal::from(numerator), Decimal::from(denominator));
    above.checked_div(below).map_or_else(|| "0".to_owned(), |part| part.round_dp(15).normalize().to_string())
}

/// How a figure is shown.
pub(super) fn number(figure: Figure) -> Number {
    match figure {
        Figure::Money(_) => Number::Money,
        Figure::Area(_) => Number::Area,
        Figure::Rate(_) | Figure::Part(_) => Number::Share,
        Figure::Count(_) => Number::Count,
        Figure::Year(_) => Number::Year,
        Figure::Date(_) => Number::Day,
        Figure::YesNo(_) => Number::General,
    }
}

/// A figure within a formula.
fn literal(figure: Figure, lang: Lang) -> String {
    match figure {
        Figure::Part(Part { numerator, denominator }) => format!("({numerator}/{denominator})"),
        Figure::Date(date) => format!("DATE({},{},{})", date.year(), date.month(), date.day()),
        figure => match content(figure, lang) {
            Content::Number(digits) => digits,
            Content::Text(words) => quoted(&words),
            _ => String::new(),
        },
    }
}

/// Words within a formula.
pub(super) fn quoted(words: &str) -> String {
    format!("\"{}\"", words.replace('"', "\"\""))
}

/// What formulas refer to.
pub(super) struct Place<'a> {
    pub model: &'a Model<'a>,
    pub layout: &'a Layout,
    pub lang: Lang,
    /// The cell with the result of a step of the clause at hand.
    pub result: &'a dyn Fn(usize) -> String,
    /// The cell with what a clause counts as certain in a year.
    pub counted: &'a dyn Fn(usize, u16) -> Option<String>,
}

impl Place<'_> {
    fn cell(&self, answer_cell: usize) -> String {
        self.layout.reference(self.model.answer_cells[answer_cell]).unwrap_or_default()
    }

    /// A source as a part of a formula.
    pub(super) fn figure(&self, source: &Source) -> String {
        match source {
            Source::Law(figure) | Source::Portal(figure) => literal(*figure, self.lang),
            Source::Answer(answer_cell) => self.cell(*answer_cell),
            Source::Sum(terms) => {
                let term = |(answer_cell, times): &(usize, i128)| {
                    let cell = self.cell(*answer_cell);
                    let cell =
                        if self.model.answer_cells[*answer_cell].signed() { format!("MAX(0,{cell})") } else { cell };
                    if *times == 1 { cell } else { format!("{times}*{cell}") }
                };
                let sum = terms.iter().map(term).collect::<Vec<_>>().join("+");
                match terms.first().map(|(answer_cell, _)| self.model.answer_cells[*answer_cell].form()) {
                    _ if terms.len() == 1 && terms[0].1 == 1 => sum,
                    Some(Form::Money { .. }) => format!("ROUND({sum},2)"),
                    Some(Form::Area) => format!("ROUND({sum},6)"),
                    _ => format!("({sum})"),
                }
            }
            Source::Result(step) => (self.result)(*step),
            Source::OneOf(answer_cell, choices) => {
                let Form::Choice(all) = self.model.answer_cells[*answer_cell].form() else { return String::new() };
                let cell = self.cell(*answer_cell);
                let tests: Vec<String> = choices
                    .iter()
                    .filter_map(|choice| all.get(usize::from(*choice)))
                    .map(|choice| format!("{cell}={}", quoted(choice.label.get(self.lang))))
                    .collect();
                let [yes, no] = [true, false].map(|yes| quoted(yes_no(yes, self.lang)));
                if tests.is_empty() { no } else { format!("IF(OR({}),{yes},{no})", tests.join(",")) }
            }
            Source::Over(above, below) => format!("({}/{})", self.figure(above), self.figure(below)),
            Source::Support(clauses, year) => {
                let cells: Vec<String> = clauses.iter().filter_map(|clause| (self.counted)(*clause, *year)).collect();
                if cells.is_empty() { "0".to_owned() } else { format!("ROUND({},2)", cells.join("+")) }
            }
        }
    }
}

/// The rate of the tier that a figure is in, over the cells of the ladder; 0 below it.
pub(super) fn rate(tiers: &Tiers, figure: &str, tier: &dyn Fn(usize) -> (String, String)) -> String {
    tiers.tiers.iter().enumerate().fold("0".to_owned(), |below, (index, Tier { inclusive, .. })| {
        let (from, given) = tier(index);
        let reached = if *inclusive { ">=" } else { ">" };
        format!("IF({figure}{reached}{from},{given},{below})")
    })
}

/// What a step comes to, from the cells or formulas that hold its figures. `tier` gives the cells of a tier's bound and
/// of what it gives.
pub(super) fn result(work: &Work, figures: &[String], tier: &dyn Fn(usize) -> (String, String), lang: Lang) -> String {
    let times = |figures: &[String]| figures.join("*");
    let at = |place: usize| figures.get(place).cloned().unwrap_or_default();
    match work {
        Work::Condition { bound, .. } => {
            let sign = match bound.sign() {
                "≥" => ">=",
                "≤" => "<=",
                sign => sign,
            };
            let [met, not_met] = [words::MET, words::NOT_MET].map(|words| quoted(words.get(lang)));
            format!("IF({}{sign}{},{met},{not_met})", at(0), at(1))
        }
        Work::Tier { tiers, .. } => {
            let figure = at(0);
            let one = |index: usize, Tier { inclusive, gives, .. }: &Tier| {
                let (from, given) = tier(index);
                let reached = if *inclusive { ">=" } else { ">" };
                let given = match gives {
                    Gives::Fixed(_) => given,
                    Gives::Rate(_) => format!("ROUND({figure}*{given},2)"),
                };
                (format!("{figure}{reached}{from}"), given)
            };
            tiers.tiers.iter().enumerate().fold("0".to_owned(), |below, (index, tier)| {
                let (reached, given) = one(index, tier);
                format!("IF({reached},{given},{below})")
            })
        }
        Work::Product { rounding: Rounding::HalfUp, .. } => format!("ROUND({},2)", times(figures)),
        // Products are kept in binary: 0.29 × 100 must not fall to 28.
        Work::Product { rounding: Rounding::Down, .. } => format!("ROUNDDOWN(ROUND({},6),2)", times(figures)),
        Work::Products { of, .. } => {
            let mut rest = figures;
            let mut terms = Vec::new();
            for term in of {
                let (these, others) = rest.split_at(term.len().min(rest.len()));
                terms.push(times(these));
                rest = others;
            }
            format!("ROUND({},2)", terms.join("+"))
        }
        Work::Least { .. } => format!("MIN({},{})", at(0), at(1)),
        Work::Difference { .. } => format!("MAX(0,ROUND({}-{},2))", at(0), at(1)),
        Work::Sum { .. } => format!("ROUND({},2)", figures.join("+")),
        Work::Fixed { .. } => at(0),
        Work::Choice { .. } | Work::Remark => String::new(),
    }
}

/// An answer as its cell holds it.
pub(super) fn answer(answer_cell: AnswerCell, answer: &Answer, lang: Lang) -> Content {
    match answer {
        Answer::NotKnown => Content::from(words::NOT_KNOWN.get(lang)),
        Answer::Money(money) => amount(*money),
        Answer::Choice(choice) => match answer_cell.form() {
            Form::Choice(choices) => {
                choices.get(usize::from(*choice)).map_or(Content::Blank, |choice| Content::from(choice.label.get(lang)))
            }
            _ => Content::Blank,
        },
        Answer::Words(words) => Content::from(words.to_string()),
        Answer::Table(_) => Content::Blank,
        other => crate::office::xlsx::inputs::figure(other).map_or(Content::Blank, |figure| content(figure, lang)),
    }
}

/// An amount; as words where a spreadsheet could not keep its fen.
pub(super) fn amount(money: Money) -> Content {
    if money.fen().abs() >= crate::office::xlsx::trace::TOO_LONG {
        Content::from(money.grouped())
    } else {
        Content::Number(money.to_string())
    }
}
