//! Any answers out of any bytes, and the bytes that give certain answers.
//!
//! One walk over the questions does both: it asks a source for numbers, and says which it would like. Bytes do not
//! listen; their writers do nothing else.

use arbitrary::Unstructured;
use miyun::answers::answer::{Answer, Table};
use miyun::answers::credit_code;
use miyun::answers::facts::Facts;
use miyun::answers::form::{Column, Form};
use miyun::applicant::CATALOGUE;
use miyun::date::Date;
use miyun::drafts::draft::Draft;
use miyun::money::{Area, Money, Rate};
use miyun::policy::{CURRENT, FURTHER};
use miyun::text::printable;
use rust_decimal::Decimal;

/// The longest words, in bytes.
const LONGEST: u64 = 400;
/// The most rows.
const MOST_ROWS: u64 = 60;

/// The draft in these bytes: there is one in any.
pub fn draft(bytes: &[u8]) -> Draft {
    walk(&mut Unstructured::new(bytes), &Draft::default())
}

/// Bytes in which [`draft`] finds this one, but for its documents and for what is longer than is asked of bytes.
pub fn bytes(draft: &Draft) -> Vec<u8> {
    let mut bytes = Vec::new();
    walk(&mut bytes, draft);
    bytes
}

/// Where numbers and words come from.
trait Source {
    /// A number from 0 to `most`.
    fn number(&mut self, most: u64, wish: u64) -> u64;
    /// So many bytes, or as many as there are.
    fn words(&mut self, length: u64, wish: &str) -> String;
    /// Whether nothing is left: then everything is 0.
    fn is_used_up(&self) -> bool;
}

impl Source for Unstructured<'_> {
    fn number(&mut self, most: u64, _: u64) -> u64 {
        self.int_in_range(0..=most).unwrap_or(0)
    }

    fn words(&mut self, length: u64, _: &str) -> String {
        let length = self.len().min(usize::try_from(length).unwrap_or(0));
        String::from_utf8_lossy(self.bytes(length).unwrap_or_default()).into_owned()
    }

    fn is_used_up(&self) -> bool {
        self.is_empty()
    }
}

/// Writes down what is wished for, as [`Unstructured::int_in_range`] reads it: the highest byte first.
impl Source for Vec<u8> {
    fn number(&mut self, most: u64, wish: u64) -> u64 {
        let length = most.checked_ilog2().map_or(0, |bits| usize::try_from(bits / 8).unwrap_or(0) + 1);
        self.extend_from_slice(&wish.to_be_bytes()[8 - length..]);
        wish
    }

    fn words(&mut self, _: u64, wish: &str) -> String {
        self.extend_from_slice(wish.as_bytes());
        wish.to_owned()
    }

    fn is_used_up(&self) -> bool {
        false
    }
}

fn walk(source: &mut impl Source, wish: &Draft) -> Draft {
    let mut draft = Draft::default();
    for clause in CURRENT.clauses {
        let wished = wish.filing.claims.get(clause.id).map_or(0, |claimed| if *claimed { 1 } else { 2 });
        match source.number(2, wished) {
            0 => {}
            claimed => drop(draft.filing.claims.insert(clause.id, claimed == 1)),
        }
    }
    draft.filing.undertaken = source.number(1, wish.filing.undertaken.into()) == 1;
    for spec in CATALOGUE {
        // A day that the calendar does not have is no answer.
        let _ = draft.facts.set(spec, answer(source, &spec.form, wish.facts.answer(spec)));
    }
    draft.title = printable(&words(source, &wish.title)).into_owned();
    for clause in CURRENT.clauses {
        let wished = wish.filing.statements.get(clause.id).map_or("", String::as_str);
        let statement = words(source, wished);
        if !statement.is_empty() {
            draft.filing.statements.insert(clause.id, statement);
        }
    }
    for index in FURTHER.iter().map(|edition| edition.index) {
        let wished = wish.facts_under(index).unwrap_or_default();
        let mut facts = Facts::default();
        for spec in index.questions {
            let _ = facts.set(spec, answer(source, &spec.form, wished.answer(spec)));
        }
        draft.set_under(index, &facts);
    }
    draft
}

fn words(source: &mut impl Source, wish: &str) -> String {
    let length = source.number(LONGEST, u64::try_from(wish.len()).unwrap_or(0));
    source.words(length, wish)
}

fn answer(source: &mut impl Source, form: &Form, wish: Option<&Answer>) -> Option<Answer> {
    let told = match wish {
        None => 0,
        Some(Answer::NotKnown) => 1,
        Some(_) => 2,
    };
    match source.number(3, told) {
        0 => return None,
        1 => return Some(Answer::NotKnown),
        _ => {}
    }
    Some(match form {
        Form::YesNo => Answer::YesNo(source.number(1, u64::from(wish == Some(&Answer::YesNo(true)))) == 1),
        Form::Money { signed } => Answer::Money(money(source, *signed, wish)),
        Form::Area => {
            let wish = if let Some(Answer::Area(area)) = wish { area.to_decimal() } else { Decimal::ZERO };
            Answer::Area(Area::from_decimal(decimal(source, 6, 100_000_000, wish)))
        }
        Form::Share => {
            let wish = if let Some(Answer::Share(share)) = wish { share.to_decimal() } else { Decimal::ZERO };
            Answer::Share(Rate::from_decimal(decimal(source, 8, 1, wish)))
        }
        Form::Count { .. } => {
            let wish = if let Some(Answer::Count(count)) = wish { *count } else { 0 };
            let most = near(source, 100, 10_000_000, wish.into());
            Answer::Count(u32::try_from(source.number(most, wish.into())).unwrap_or(0))
        }
        Form::Year => {
            let wish = if let Some(Answer::Year(year)) = wish { *year } else { 1990 };
            Answer::Year(1990 + u16::try_from(source.number(209, (wish - 1990).into())).unwrap_or(0))
        }
        Form::Date => {
            let wish = if let Some(Answer::Date(date)) = wish { *date } else { Date::first_of(1900) };
            let year = 1900 + u16::try_from(source.number(299, (wish.year() - 1900).into())).unwrap_or(0);
            let month = 1 + u8::try_from(source.number(11, (wish.month() - 1).into())).unwrap_or(0);
            let day = 1 + u8::try_from(source.number(30, (wish.day() - 1).into())).unwrap_or(0);
            Answer::Date(Date::new(year, month, day)?)
        }
        Form::Choice(choices) => {
            let wish = if let Some(Answer::Choice(choice)) = wish { *choice } else { 0 };
            let last = u64::try_from(choices.len()).unwrap_or(0).saturating_sub(1);
            Answer::Choice(u8::try_from(source.number(last, wish.into())).unwrap_or(0))
        }
        Form::Words(most) => {
            let wish = if let Some(Answer::Words(words)) = wish { words } else { "" };
            // As every way in takes them: nothing unseen stays.
            let words: String = words(source, wish).chars().take(*most).collect();
            Answer::Words(printable(&words).into())
        }
        Form::Code => {
            let wish = if let Some(Answer::Words(words)) = wish { words } else { "" };
            let code: String = credit_code::plain(&words(source, wish)).chars().take(credit_code::LENGTH).collect();
            Answer::Words(code.into())
        }
        Form::Table(columns) => Answer::Table(table(
            source,
            columns,
            if let Some(Answer::Table(table)) = wish { Some(table) } else { None },
        )),
    })
}

/// One bound of two: bytes are to reach ordinary figures as often as large ones.
fn near(source: &mut impl Source, ordinary: u64, most: u64, wish: u64) -> u64 {
    if source.number(1, u64::from(wish > ordinary)) == 0 { ordinary } else { most }
}

/// A round sum in 万元, a fen more or less, or any sum.
fn money(source: &mut impl Source, signed: bool, wish: Option<&Answer>) -> Money {
    const WAN: i128 = 1_000_000;
    let wish = if let Some(Answer::Money(money)) = wish { money.fen() } else { 0 };
    let limit = Money::LIMIT.fen();
    let lowest = if signed { -limit } else { 0 };
    if source.number(1, 1) == 0 {
        let wan = i128::from(source.number(0xFFFF, 0)) * WAN;
        let beside = i128::from(source.number(2, 0)) - 1;
        return Money::from_fen((wan + beside).clamp(lowest, limit));
    }
    let above = |fen: i128| u64::try_from(fen - lowest).unwrap_or(0);
    Money::from_fen(lowest + i128::from(source.number(above(limit), above(wish))))
}

/// A number up to `most` of whole ones, or one with so many decimals.
fn decimal(source: &mut impl Source, places: u32, most: u64, wish: Decimal) -> Decimal {
    let mut wish = wish;
    wish.rescale(places);
    let wish = u64::try_from(wish.mantissa()).unwrap_or(0);
    let one = 10_u64.pow(places);
    // Hundredths are ordinary.
    let ordinary = one / 100;
    if source.number(1, 1) == 0 {
        let most = (most * 100).min(200_000);
        return Decimal::from_i128_with_scale(i128::from(source.number(most, 0) * ordinary), places).normalize();
    }
    Decimal::from_i128_with_scale(i128::from(source.number(most * one, wish)), places).normalize()
}

fn table(source: &mut impl Source, columns: &[Column], wish: Option<&Table>) -> Table {
    let mut table = Table::new(columns);
    let rows = source.number(MOST_ROWS, u64::try_from(wish.map_or(0, Table::len)).unwrap_or(0));
    for row in 0..usize::try_from(rows).unwrap_or(0) {
        if source.is_used_up() {
            break;
        }
        table.insert(row);
        for (place, column) in columns.iter().enumerate() {
            let wish = wish.and_then(|wish| wish.cell(row, place));
            // A second row for one fiscal year is refused, and its year stays empty.
            let _ = table.set(columns, row, place, answer(source, &column.form, wish.as_ref()));
        }
    }
    table
}
