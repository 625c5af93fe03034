//! What a cell of somebody's table means as an answer.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::answers::answer::Answer;
use crate::answers::form::{Column, Form};
use crate::answers::typed::{self, Complaint};
use crate::money::Money;
use crate::tables::cell::{Cell, Epoch};
use crate::tables::heads;
use crate::tables::issue::Why;
use crate::tables::units::{self, Named};

/// What a cell means in a column, and what is doubtful about it. A bare figure counts `factor`; days that are numbers are
/// counted from `epoch`.
///
/// # Errors
/// When it is no answer there.
pub fn value(
    column: &Column,
    cell: &Cell,
    factor: Decimal,
    epoch: Option<Epoch>,
) -> Result<(Option<Answer>, Option<Why>), Why> {
    let form = &column.form;
    let parsed = |text: &str| form.parse(text, factor).map_err(Why::Value);
    match cell {
        Cell::Empty => Ok((None, None)),
        Cell::Fault(fault) => Err(Why::Fault(*fault)),
        Cell::Text(text) if text.contains('\u{fffd}') => Err(Why::Damaged),
        Cell::Text(text) if matches!(form, Form::Code) && is_scientific(text) => Err(Why::DigitsLost),
        Cell::Text(text) => match parsed(text) {
            Ok(_) if form.is_words() && heads::is_none(text) => Ok((None, None)),
            Ok(answer) => Ok((answer, None)),
            Err(_) if heads::is_none(text) && !matches!(form, Form::Choice(_)) => Ok((None, Some(Why::Dash))),
            Err(why) => Err(why),
        },
        Cell::Day(day) => match form {
            Form::Date => Ok((Some(Answer::Date(*day)), None)),
            Form::Words(_) | Form::Code => Ok((parsed(&day.to_string())?, None)),
            _ => Err(Why::Value(wrong_type(form))),
        },
        Cell::YesNo(yes) => match form {
            Form::YesNo => Ok((Some(Answer::YesNo(*yes)), None)),
            Form::Words(_) => Ok((parsed(if *yes { "TRUE" } else { "FALSE" })?, None)),
            _ => Err(Why::Value(wrong_type(form))),
        },
        Cell::Measured(digits, unit) if form.is_figure() => match units::of(unit, column) {
            Some(Named::Factor(factor)) => value(column, &Cell::Number(digits.clone()), factor, epoch),
            _ => Err(Why::Value(Complaint::OtherUnit)),
        },
        Cell::Measured(..) => Ok((parsed(&cell.shown())?, None)),
        Cell::Number(digits) => match form {
            Form::Words(_) | Form::Code
                if digits.trim_start_matches('-').split('.').next().unwrap_or("").len() > 15 =>
            {
                Err(Why::DigitsLost)
            }
            Form::Date => day(digits, epoch),
            Form::Money { .. } => match parsed(digits) {
                Err(Why::Value(Complaint::TooFine)) => {
                    let exact = digits.parse::<Decimal>().ok().and_then(|figure| figure.checked_mul(factor));
                    let exact = exact.ok_or(Why::Value(Complaint::TooFine))?;
                    let fen = exact.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
                    let answer = Answer::Money(Money::from_decimal(fen).ok_or(Why::Value(Complaint::TooFine))?);
                    form.check(&answer).map_err(Why::Value)?;
                    // What a program left over of a calculation is no doubt: less than a millionth of a fen.
                    let left = (exact - fen).abs() > Decimal::new(1, 8);
                    Ok((Some(answer), left.then_some(Why::Rounded)))
                }
                parsed => Ok((parsed?, None)),
            },
            _ => Ok((parsed(digits)?, None)),
        },
    }
}

/// A day written as a number: by the epoch of the workbook, or as eight digits.
fn day(digits: &str, epoch: Option<Epoch>) -> Result<(Option<Answer>, Option<Why>), Why> {
    if let Ok(day) = typed::date(digits) {
        return Ok((Some(Answer::Date(day)), None));
    }
    let whole = digits.split('.').next().unwrap_or(digits);
    let serial = whole.parse::<u32>().ok().filter(|serial| (10_000..=109_574).contains(serial));
    match (epoch, serial) {
        (Some(epoch), Some(serial)) => {
            let day = Epoch::day(epoch, serial).ok_or(Why::Value(Complaint::NotADate))?;
            Ok((Some(Answer::Date(day)), Some(Why::Serial)))
        }
        _ => Err(Why::Value(Complaint::NotADate)),
    }
}

/// Whether a text is a number of many digits as a spreadsheet shows it: `9.11101E+17`.
fn is_scientific(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    text.trim().split_once("E+").is_some_and(|(number, power)| digits(number) && digits(power))
}

const fn wrong_type(form: &Form) -> Complaint {
    match form {
        Form::Date => Complaint::NotADate,
        Form::Year => Complaint::NotAYear,
        Form::YesNo | Form::Choice(_) => Complaint::NotAChoice,
        _ => Complaint::NotANumber,
    }
}
