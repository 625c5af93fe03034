//! Why a condition fails, as a sentence: what it needs and what there is.

use crate::answers::form::Form;
use crate::answers::question::Spec;
use crate::rule::figure::{Bound, Figure};
use crate::text::Lang;

impl Figure {
    /// The figure in running text, with its unit: `296万元`, `1,800平方米`.
    #[must_use]
    pub fn said(self, lang: Lang) -> String {
        match self {
            Self::Money(money) => money.said(lang),
            _ => self.with_unit(lang),
        }
    }
}

impl Bound {
    /// What a figure that fails lacks: `须低于50万元，现为1,800万元`, `needs at least one, there are none`. Figures are
    /// written by `say`; a count takes the unit of the question that it answers. An answer of yes or no is said itself.
    #[must_use]
    pub fn shortfall(
        self,
        found: Figure,
        question: Option<&Spec>,
        say: impl Fn(Figure) -> String,
        lang: Lang,
    ) -> String {
        if matches!(found, Figure::YesNo(_)) {
            return match lang {
                Lang::Zh => format!("答案是“{}”", found.words(lang)),
                Lang::En => format!("the answer is {}", found.words(lang)),
            };
        }
        let unit = match question.map(|question| question.form) {
            Some(Form::Count { unit, .. }) => Some(unit),
            _ => None,
        };
        let say = |figure: Figure| match (figure, unit) {
            (Figure::Count(_), Some(unit)) if lang == Lang::Zh => format!("{}{}", say(figure), unit.zh),
            _ => say(figure),
        };
        if let (Self::AtLeast(Figure::Count(1)) | Self::FromBare(Figure::Count(1)), Figure::Count(0)) = (self, found) {
            return match lang {
                Lang::Zh => format!("至少要有1{}，现在没有", unit.map_or("项", |unit| unit.zh)),
                Lang::En => "needs at least one, there are none".to_owned(),
            };
        }
        let (have, need) = (say(found), say(self.figure()));
        let is_day = matches!(found, Figure::Date(_) | Figure::Year(_));
        match lang {
            Lang::Zh => {
                let must = match self {
                    Self::AtLeast(_) | Self::FromBare(_) if is_day => "须不早于",
                    Self::AtLeast(_) | Self::FromBare(_) => "须不低于",
                    Self::Above(_) if is_day => "须晚于",
                    Self::Above(_) => "须高于",
                    Self::AtMost(_) if is_day => "须不晚于",
                    Self::AtMost(_) => "不得超过",
                    Self::Below(_) if is_day => "须早于",
                    Self::Below(_) => "须低于",
                    Self::Is(_) => "须为",
                };
                format!("{must}{need}，现为{have}")
            }
            Lang::En => {
                let must = match self {
                    Self::AtLeast(_) | Self::FromBare(_) if is_day => "must not be before",
                    Self::AtLeast(_) | Self::FromBare(_) => "must be at least",
                    Self::Above(_) if is_day => "must be after",
                    Self::Above(_) => "must be more than",
                    Self::AtMost(_) if is_day => "must not be after",
                    Self::AtMost(_) => "must not be more than",
                    Self::Below(_) if is_day => "must be before",
                    Self::Below(_) => "must be below",
                    Self::Is(_) => "must be",
                };
                format!("{must} {need}, is {have}")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::applicant::referral::MEMBERS;
    use crate::date::Date;
    use crate::money::{percent, square_metres, wan};
    use crate::rule::{Bound, Figure};
    use crate::text::Lang;

    #[test]
    fn what_fails_is_said_in_a_sentence() {
        let day = |text: &str| Figure::Date(Date::from_iso(text).unwrap());
        let money = |amount| Figure::Money(wan(amount));
        for (bound, found, zh, en) in [
            (
                Bound::AtLeast(Figure::Count(1)),
                Figure::Count(0),
                "至少要有1家，现在没有",
                "needs at least one, there are none",
            ),
            (
                Bound::AtLeast(Figure::Count(50)),
                Figure::Count(33),
                "须不低于50家，现为33家",
                "must be at least 50, is 33",
            ),
            (
                Bound::Below(money(50)),
                money(1800),
                "须低于50万元，现为1,800万元",
                "must be below 500,000 yuan, is 18,000,000 yuan",
            ),
            (
                Bound::Above(money(100)),
                money(99),
                "须高于100万元，现为99万元",
                "must be more than 1,000,000 yuan, is 990,000 yuan",
            ),
            (
                Bound::AtMost(Figure::Area(square_metres(500))),
                Figure::Area(square_metres(501)),
                "不得超过500平方米，现为501平方米",
                "must not be more than 500 m², is 501 m²",
            ),
            (
                Bound::AtLeast(day("2019-10-15")),
                day("2019-10-14"),
                "须不早于2019年10月15日，现为2019年10月14日",
                "must not be before 15 October 2019, is 14 October 2019",
            ),
            (
                Bound::FromBare(Figure::Rate(percent(50))),
                Figure::Rate(percent(49)),
                "须不低于50%，现为49%",
                "must be at least 50%, is 49%",
            ),
            (Bound::YES, Figure::YesNo(false), "答案是“否”", "the answer is no"),
        ] {
            assert!(!bound.admits(found));
            let say = |lang| bound.shortfall(found, Some(&MEMBERS.spec), |figure| figure.said(lang), lang);
            assert_eq!(say(Lang::Zh), zh);
            assert_eq!(say(Lang::En), en);
            assert!(!say(Lang::Zh).contains(['<', '>', '≥', '≤']) && !say(Lang::En).contains(['<', '>', '≥', '≤']));
        }
    }
}
