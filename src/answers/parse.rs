//! What is typed, as an exact answer.

use std::borrow::Cow;

use rust_decimal::Decimal;

use crate::answers::answer::Answer;
use crate::answers::form::Form;
use crate::answers::typed::{self, Complaint};
use crate::money::{Area, Money, Rate};

impl Form {
    /// Makes a typed answer exact, also as a spreadsheet writes it: `TRUE`, `2021/3/1 0:00`. An empty text means that the answer is taken back: `Ok(None)`.
    ///
    /// `unit` multiplies bare money figures: 10 000 under a head that says 万元.
    ///
    /// # Errors
    /// With what is wrong, when the text is no answer to this form. Tables are not typed.
    pub fn parse(&self, typed: &str, unit: Decimal) -> Result<Option<Answer>, Complaint> {
        if typed.trim().is_empty() {
            return Ok(None);
        }
        let typed = &*self.as_typed(typed);
        let answer = match self {
            Self::YesNo => match typed.trim() {
                "是" | "有" | "√" | "yes" | "y" | "true" => Answer::YesNo(true),
                "否" | "无" | "×" | "no" | "n" | "false" => Answer::YesNo(false),
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

    /// What a person would have typed: a spreadsheet writes truth in capitals, and gives a day a time.
    fn as_typed<'a>(&self, text: &'a str) -> Cow<'a, str> {
        match self {
            Self::YesNo => text.to_ascii_lowercase().into(),
            Self::Date => {
                let midnight =
                    |time: &str| time.contains(':') && time.chars().all(|sign| matches!(sign, '0' | ':' | '.'));
                let day = text.trim().rsplit_once([' ', 'T']).filter(|(_, time)| midnight(time));
                day.map_or(text, |(day, _)| day).into()
            }
            _ => text.into(),
        }
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
        for typed in ["2021/3/1 0:00", "2021-03-01T00:00:00.000", "2021/3/1 00:00:00", "2021-3-1"] {
            assert_eq!(Form::Date.parse(typed, Decimal::ONE), day, "{typed}");
        }
        for typed in ["2021/3/1 9:30", "2021/3/1 0", "0:00"] {
            assert_eq!(Form::Date.parse(typed, Decimal::ONE), Err(Complaint::NotADate), "{typed}");
        }
    }
}
