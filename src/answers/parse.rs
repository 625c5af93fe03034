//! What is typed, as an exact answer.

use rust_decimal::Decimal;

use crate::answers::answer::Answer;
use crate::answers::credit_code;
use crate::answers::form::Form;
use crate::answers::typed::{self, Complaint, Quantity};
use crate::money::{Area, Money, Rate};
use crate::text::{is_unseen, printable};

impl Form {
    /// Makes a typed answer exact, also as a spreadsheet writes it: `TRUE`, `2021/3/1 0:00`. An empty text means
    /// that the answer is taken back: `Ok(None)`.
    ///
    /// `unit` multiplies a figure without a unit of its own: 10 000 under a head that says 万元, 0.01 under one that
    /// says %.
    ///
    /// # Errors
    /// With what is wrong, when the text is no answer to this form. Tables are not typed.
    pub fn parse(&self, typed: &str, unit: Decimal) -> Result<Option<Answer>, Complaint> {
        if typed.chars().all(|sign| sign.is_whitespace() || is_unseen(sign)) {
            return Ok(None);
        }
        let answer = match self {
            Self::YesNo => Answer::YesNo(typed::yes_no(typed)?),
            Self::Money { .. } => Answer::Money(
                Money::from_decimal(typed::figure(typed, unit, Quantity::Money)?).ok_or(Complaint::TooFine)?,
            ),
            Self::Area => Answer::Area(Area::from_decimal(typed::figure(typed, unit, Quantity::Area)?)),
            Self::Count { unit: counted, .. } => {
                let figure = typed::figure(typed, unit, Quantity::Count(*counted))?;
                if !figure.fract().is_zero() {
                    return Err(Complaint::NotWhole);
                }
                if figure.is_sign_negative() && !figure.is_zero() {
                    return Err(Complaint::Negative);
                }
                Answer::Count(u32::try_from(figure.mantissa()).map_err(|_| Complaint::TooLarge)?)
            }
            Self::Share => Answer::Share(Rate::from_decimal(typed::share(typed, unit)?)),
            Self::Date => Answer::Date(typed::date(typed)?),
            Self::Year => Answer::Year(typed::year(typed)?),
            Self::Choice(choices) => {
                let typed = typed.trim();
                let index = choices
                    .iter()
                    .position(|choice| {
                        choice.id == typed || choice.label.zh == typed || choice.label.en.eq_ignore_ascii_case(typed)
                    })
                    .ok_or(Complaint::NotAChoice)?;
                Answer::Choice(u8::try_from(index).map_err(|_| Complaint::NotAChoice)?)
            }
            Self::Words(_) => Answer::Words(printable(&typed::words(typed)).into()),
            Self::Code => Answer::Words(credit_code::plain(typed).into()),
            Self::Table(_) => return Err(Complaint::NotANumber),
        };
        self.check(&answer)?;
        Ok(Some(answer))
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use crate::answers::answer::Answer;
    use crate::answers::form::Form;
    use crate::answers::typed::Complaint;
    use crate::date::Date;

    #[test]
    fn truth_and_days_as_spreadsheets_write_them() {
        let yes_no = |typed| Form::YesNo.parse(typed, Decimal::ONE);
        for typed in ["TRUE", "True", " true ", "Yes", "Y", "是"] {
            assert_eq!(yes_no(typed), Ok(Some(Answer::YesNo(true))), "{typed}");
        }
        for typed in ["FALSE", "No", "n", "否"] {
            assert_eq!(yes_no(typed), Ok(Some(Answer::YesNo(false))), "{typed}");
        }
        assert_eq!(yes_no("maybe"), Err(Complaint::NotAChoice));
        let day = Ok(Date::new(2021, 3, 1).map(Answer::Date));
        for typed in ["2021/3/1 0:00", "2021-03-01T00:00:00.000", "2021/3/1 00:00:00", "2021/3/1 9:30", "2021-3-1"] {
            assert_eq!(Form::Date.parse(typed, Decimal::ONE), day, "{typed}");
        }
        for typed in ["2021/3/1 25:00", "2021/3/1 0", "0:00"] {
            assert_eq!(Form::Date.parse(typed, Decimal::ONE), Err(Complaint::NotADate), "{typed}");
        }
    }
}
