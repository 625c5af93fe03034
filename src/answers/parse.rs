//! What is typed, as an exact answer.

use rust_decimal::Decimal;

use crate::answers::answer::Answer;
use crate::answers::form::Form;
use crate::answers::typed::{self, Complaint};
use crate::money::{Area, Money, Rate};

impl Form {
    /// Makes a typed answer exact. An empty text means that the answer is taken back: `Ok(None)`.
    ///
    /// `unit` multiplies bare money figures: 10 000 under a head that says 万元.
    ///
    /// # Errors
    /// With what is wrong, when the text is no answer to this form. Tables are not typed.
    pub fn parse(&self, typed: &str, unit: Decimal) -> Result<Option<Answer>, Complaint> {
        if typed.trim().is_empty() {
            return Ok(None);
        }
        let answer = match self {
            Self::YesNo => match typed.trim() {
                "是" | "有" | "√" | "yes" | "Yes" | "Y" | "y" | "true" => Answer::YesNo(true),
                "否" | "无" | "×" | "no" | "No" | "N" | "n" | "false" => Answer::YesNo(false),
                _ => return Err(Complaint::NotAChoice),
            },
            Self::Money { .. } => {
                Answer::Money(Money::from_decimal(typed::figure(typed, unit)?).ok_or(Complaint::TooFine)?)
            }
            Self::Area => Answer::Area(Area::from_decimal(typed::figure(typed, Decimal::ONE)?)),
            Self::Count { .. } => {
                let figure = typed::figure(typed, Decimal::ONE)?;
                if !figure.fract().is_zero() {
                    return Err(Complaint::NotWhole);
                }
                if figure.is_sign_negative() && !figure.is_zero() {
                    return Err(Complaint::Negative);
                }
                Answer::Count(u32::try_from(figure.mantissa()).map_err(|_| Complaint::TooLarge)?)
            }
            Self::Share => Answer::Share(Rate::from_decimal(typed::share(typed)?)),
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
            Self::Words(_) => Answer::Words(typed.trim().into()),
            Self::Table(_) => return Err(Complaint::NotANumber),
        };
        self.check(&answer)?;
        Ok(Some(answer))
    }
}
